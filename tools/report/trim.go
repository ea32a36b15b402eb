package report

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// trim drops from p's blocks what belongs to the page and not to the document,
// and settles the title, date and publisher where only lines name them.
func trim(p *page) {
	p.blocks = dropTail(p, join(p.blocks))
	kept := p.blocks[:0:0]
	left := 0 // lines still to come that are not links
	for _, b := range p.blocks {
		if b.links == 0 || b.links*2 <= count(b.text) {
			left++
		}
	}
	for _, b := range p.blocks {
		if b.links == 0 || b.links*2 <= count(b.text) {
			left--
		}
		edge := len(kept) < 10 || left < 10
		if b.table != nil || b.start || !boilerplate(p, b, edge) {
			kept = append(kept, b)
		}
	}
	for len(kept) > 1 && residue(kept[len(kept)-1]) {
		kept = kept[:len(kept)-1]
	}
	for len(kept) > 1 && kept[0].table == nil && isSite(kept[0].text) {
		kept = kept[1:]
	}
	if p.title == "" && len(kept) > 1 && kept[0].table == nil && count(kept[0].text) <= 60 && !endsSentence(kept[0].text) {
		p.title = labelled(kept[0].text)
		kept[0].text = p.title
		if next := kept[1]; next.table == nil && strings.HasPrefix(next.text, "关于") && !strings.Contains(p.title, "关于") && count(next.text) <= 60 && !endsSentence(next.text) {
			p.title += next.text // who writes, and in the line below about what
		}
	}
	kept = fromTitle(p.title, kept)
	// The title again at the head of the text, perhaps in two lines.
	for i := 0; i < 4 && len(kept) > 0 && kept[0].table == nil && !kept[0].start && isTitle(p.title, kept[0].text); i++ {
		kept = kept[1:]
	}
	p.blocks = kept
}

// labelled is a title without the label a dump puts before it: 标题：….
func labelled(text string) string {
	for _, label := range words.Meta.Title {
		for _, sign := range []string{"：", ":", "\t", " "} {
			if rest, ok := strings.CutPrefix(text, label+sign); ok && strings.TrimSpace(rest) != "" {
				return strings.TrimSpace(rest)
			}
		}
	}
	return text
}

// fromTitle drops the short lines above the title: they are of the page.
func fromTitle(title string, blocks []block) []block {
	for i, b := range blocks[:min(15, len(blocks))] {
		if b.table != nil || b.start || endsSentence(b.text) || count(b.text) > 80 {
			return blocks
		}
		if _, ok := mark(b.text); ok {
			return blocks
		}
		if i > 0 && key(b.text) == key(title) {
			return blocks[i:]
		}
	}
	return blocks
}

// isTitle reports whether line is the title or a good part of it.
func isTitle(title, line string) bool {
	t, l := key(title), key(line)
	return l != "" && (t == l || count(l) >= 6 && count(l) <= 60 && strings.Contains(t, l))
}

// boilerplate reports whether a block is part of the page: a link list, a
// byline, a notice of the site. edge: it is among the first or last lines.
func boilerplate(p *page, b block, edge bool) bool {
	if len(b.text) > 1200 {
		return false
	}
	n := count(b.text)
	if n > 300 {
		return false
	}
	k := b.text // a long line is only looked through for notices, as it stands
	if n <= 120 {
		k = key(b.text)
	}
	var has []string
	words.notices.each(k, func(word string) { has = append(has, word) })
	if len(has) > 0 && n <= 30 {
		if anyOf(words.Boilerplate.Cut, k) {
			p.cut = append(p.cut, b.text)
			return true
		}
		if anyOf(words.Boilerplate.Unfold, k) {
			p.unfold = append(p.unfold, b.text)
			return true
		}
	}
	if b.links*2 > n && !strings.ContainsAny(b.text, "。") {
		return true
	}
	if words.exact[k] || !hasLetterOrDigit(k) {
		return true
	}
	if edge && isByline(b.text) {
		return true
	}
	if n <= 120 {
		if words.starts.opens(k) || edge && words.edges.opens(k) {
			return true
		}
	}
	if n <= 30 && !numbered(k) && (k[0] < 0x80 || beginsIn(k, words.Boilerplate.PatternBegins)) && words.shapes.MatchString(k) {
		return true
	}
	return together(has)
}

// together reports whether all the words of one of the lists are there.
func together(has []string) bool {
	if len(has) == 0 {
		return false
	}
	for _, all := range words.Boilerplate.Together {
		if !slices.ContainsFunc(all, func(w string) bool { return !slices.Contains(has, w) }) {
			return true
		}
	}
	return false
}

// beginsIn reports whether the first character of s is one of chars.
func beginsIn(s, chars string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune(chars, r)
}

func hasLetterOrDigit(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// residue reports a last line that is no text: digits and signs left over from
// the page, without one Han character. A date of signing stays.
func residue(b block) bool {
	return b.table == nil && !hasHan(b.text) && date(b.text) == ""
}

// dropTail cuts the page off where what stands after the article begins,
// unless more text follows than went before, or a table or an article does.
func dropTail(p *page, blocks []block) []block {
	total, needed := 0, 0 // needed: the blocks up to the last table or article
	for i, b := range blocks {
		total += len(b.text)
		if _, begins := mark(b.text); begins || b.start || b.table != nil {
			needed = i + 1
		}
	}
	before := 0
	for i, b := range blocks {
		if i >= needed && (total-before)*5 < total*2 && len(b.text) < 60 && words.tails[strings.TrimRight(key(b.text), ":")] {
			for _, c := range blocks[i:] {
				if k := key(c.text); count(k) <= 30 && anyOf(words.Boilerplate.Cut, k) {
					p.cut = append(p.cut, c.text)
				}
			}
			return blocks[:i]
		}
		before += len(b.text)
	}
	return blocks
}

// endsSentence reports whether s ends as a sentence does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "”’\"'）)》」』】] ")
	return strings.HasSuffix(s, "。") || strings.HasSuffix(s, "！") || strings.HasSuffix(s, "？") || strings.HasSuffix(s, "；") || strings.HasSuffix(s, "：") ||
		strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ";") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..")
}

// numbered reports a line that begins with the number of a heading.
func numbered(line string) bool {
	_, size := tierOf(line)
	return size > 0
}
