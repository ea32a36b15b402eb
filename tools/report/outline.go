package report

import (
	"strings"
	"unicode/utf8"

	"junheng/tools/balance"
)

// The tiers of an official outline, outermost first.
const (
	tierPart  = iota + 1 // 第一部分
	tierOne              // 一、
	tierTwo              // （一）
	tierThree            // 1、
	tierFour             // （1）
	tierFive             // ①
	tiers     = tierFive
)

// tierOf reads the number a paragraph begins with: its tier and its length in
// bytes; 0 when there is none.
func tierOf(text string) (tier, size int) {
	r, w := utf8.DecodeRuneInString(text)
	switch {
	case r == '第':
		n := hanNumber(text, w)
		for _, part := range []string{"部分", "章", "节", "阶段、", "方面、"} {
			if n > w && strings.HasPrefix(text[n:], part) {
				return tierPart, sign(text, n+len(part), "、:：. ．\u3000\t")
			}
		}
		return tierPart, 0
	case isHanDigit(r):
		n := hanNumber(text, 0)
		return tierOne, followed(text, sign(text, n, " \t"), "、.．，,:：")
	case r == '（' || r == '(' || r == '〔':
		tier, n := tierTwo, hanNumber(text, w)
		if n == w {
			tier, n = tierFour, number(text, w)
		}
		if n == w {
			return tier, 0
		}
		if n = followed(text, n, "）)〕"); n > 0 {
			n = sign(text, n, "、.．，,")
		}
		return tier, n
	case r >= '0' && r <= '9' || r >= '０' && r <= '９':
		n := followed(text, sign(text, number(text, 0), " \t"), "、，．。)）.,")
		if n > 0 && digitAfter(text, n) && !strings.HasSuffix(text[:n], "、") { // 1.5, 2。8
			n = 0
		}
		return tierThree, n
	case r >= '①' && r <= '⑳':
		return tierFive, w
	}
	return 0, 0
}

// hanNumber is where a number of at most three Han digits that begins at i ends.
func hanNumber(text string, i int) int {
	for range 3 {
		r, w := utf8.DecodeRuneInString(text[i:])
		if !isHanDigit(r) {
			break
		}
		i += w
	}
	return i
}

func isHanDigit(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十':
		return true
	}
	return false
}

// number is where a number of at most two digits that begins at i ends.
func number(text string, i int) int {
	for range 2 {
		if !digitAfter(text, i) {
			break
		}
		_, w := utf8.DecodeRuneInString(text[i:])
		i += w
	}
	return i
}

// sign is where i leads past one of signs, if it stands there.
func sign(text string, i int, signs string) int {
	if r, w := utf8.DecodeRuneInString(text[i:]); w > 0 && strings.ContainsRune(signs, r) {
		return i + w
	}
	return i
}

// followed is sign where one must stand: 0 when none does.
func followed(text string, i int, signs string) int {
	if n := sign(text, i, signs); n > i {
		return n
	}
	return 0
}

// The longest a heading may be, in code points: alone in its paragraph, and
// as the first sentence of one.
const (
	maxHeading = 90
	maxRunIn   = 60
)

// heading is a paragraph, or the beginning of one, that opens a section.
type heading struct {
	tier      int // 0: unnumbered
	length    int // code points
	runIn     bool
	criterion bool
}

// headingOf judges one paragraph.
func headingOf(text string) (h heading, ok bool) {
	tier, size := tierOf(text)
	if size == 0 {
		if len(text) > 4*maxHeading || !beginsIn(text, words.Outline.CriterionBegins) {
			return heading{}, false
		}
		if k := key(text); count(k) <= maxHeading && anyOf(words.Outline.Criterion, k) {
			return heading{length: count(text), criterion: true}, true
		}
		return heading{}, false
	}
	h.tier = tier
	first := firstSentence(text, size)
	switch n := count(text[:first]); {
	case first == len(text):
		if n > maxHeading {
			return h, false
		}
		h.length = n
	case n <= maxRunIn:
		h.length, h.runIn = n, true
	default:
		return h, false
	}
	h.criterion = !h.runIn && len(text) <= 4*maxHeading && beginsIn(text[size:], words.Outline.CriterionBegins) && count(text) <= maxHeading && anyOf(words.Outline.Criterion, key(text[size:]))
	return h, h.length > count(text[:size])
}

// firstSentence returns where the first sentence after the number ends, in
// bytes: after 。 that is no decimal point, or after an early colon.
func firstSentence(text string, from int) int {
	for i, r := range text[from:] {
		at := from + i
		next := at + utf8.RuneLen(r)
		switch r {
		case '。', '！', '？':
			if r == '。' && digitBefore(text, at) && digitAfter(text, next) {
				continue
			}
			return next
		case '：', ':':
			if next < len(text) && count(text[from:at]) <= 25 && !digitAfter(text, next) && strings.ContainsAny(text[next:], "。；，,") {
				return next
			}
		}
	}
	return len(text)
}

func digitBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return r >= '0' && r <= '9' || r >= '０' && r <= '９'
}

func digitAfter(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return r >= '0' && r <= '9' || r >= '０' && r <= '９'
}

// outline finds the sections of an article and gives every paragraph its own.
// ranks says which paragraphs the document itself sets as headings.
func outline(a *balance.Article, ranks []int) {
	found := make([]heading, len(a.Paragraphs))
	var used [tiers + 1]bool
	for i, p := range a.Paragraphs {
		if h, ok := headingOf(p.Text); ok && p.Table == nil {
			found[i] = h
			used[h.tier] = true
		}
	}
	unnumbered(a.Paragraphs, ranks, found, &used)
	var rank [tiers + 1]int // the level of a tier: tiers that are not used do not count
	for t, n := tierPart, 0; t <= tiers; t++ {
		if used[t] {
			n++
		}
		rank[t] = n
	}
	a.Sections = []balance.Section{{First: 1, Class: balance.ClassOverview}}
	at, above := 0, 0 // the section we are in, and the numbered one around it
	for i := range a.Paragraphs {
		p := &a.Paragraphs[i]
		h := found[i]
		if h.length == 0 {
			p.Section = at
			continue
		}
		level := rank[h.tier]
		if h.tier == 0 {
			level = a.Sections[above].Level + 1
		}
		parent := at
		for parent > 0 && a.Sections[parent].Level >= level {
			parent = a.Sections[parent].Parent
		}
		text := cutTo(p.Text, h.length)
		a.Sections = append(a.Sections, balance.Section{
			Heading: text, Level: level, Parent: parent, Class: classOf(text, parent, a.Sections), First: p.Number, RunIn: h.runIn, Standard: h.criterion,
		})
		at = len(a.Sections) - 1
		if h.tier != 0 {
			above = at
		}
		p.Section, p.Heading = at, h.length
	}
}

// unnumbered adds the headings that carry no number: lines the document sets
// as headings or in bold, and where nothing else divides the text, short lines
// that name a usual section (存在问题). Each must have text below it.
func unnumbered(ps []balance.Paragraph, ranks []int, found []heading, used *[tiers + 1]bool) {
	tier := map[int]int{} // the tier of numbered headings set in each rank
	numbered := false
	for i, h := range found {
		if h.length > 0 && h.tier > 0 {
			numbered = true
			if r := ranks[i]; r > 0 && !h.runIn && tier[r] == 0 {
				tier[r] = h.tier
			}
		}
	}
	for i, p := range ps {
		if len(p.Text) > 160 {
			continue
		}
		n := count(p.Text)
		if found[i].length > 0 || p.Table != nil || n > 40 || i+1 == len(ps) || endsSentence(p.Text) && (n > 14 || !strings.HasSuffix(p.Text, "：") && !strings.HasSuffix(p.Text, ":")) {
			continue
		}
		below := ps[i+1]
		body := below.Table != nil || count(below.Text) > n && count(below.Text) >= 20
		r := ranks[i]
		switch {
		case r >= 1 && r <= 6:
		case r == 7 && n <= 25 && body && !numbered && !strings.ContainsAny(p.Text, "，。；,;"):
		case n <= 14 && body && !used[tierOne] && !used[tierPart] && named(p.Text):
		default:
			continue
		}
		h := heading{tier: tierPart, length: n}
		if t, ok := tier[r]; ok {
			h.tier = t
		} else if r > 0 && numbered {
			for above := range tier {
				if above < r {
					h.tier = 0
				}
			}
		}
		found[i] = h
	}
	for _, h := range found {
		if h.length > 0 && h.tier == tierPart {
			used[tierPart] = true
		}
	}
}

// named reports whether a line names a usual section and nothing else.
func named(text string) bool {
	text = strings.TrimRight(text, "：:")
	if strings.ContainsAny(text, "，。；：、,;:") {
		return false
	}
	for _, c := range words.Class {
		if anyOf(c.When, key(text)) && !anyOf(c.Unless, key(text)) {
			return true
		}
	}
	return false
}
