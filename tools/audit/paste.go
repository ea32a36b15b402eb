package audit

import (
	"fmt"
	"math/bits"
	"strings"
	"unicode/utf8"

	"junheng/tools/balance"
)

// pasted: the same sentence under two criteria, and a sentence that says again
// what the one before it in the paragraph said.
func (a *article) pasted() {
	a.underTwoCriteria()
	for i := range a.Paragraphs {
		a.saidTwice(i)
	}
}

// underTwoCriteria: a finding that stands word for word under two headings,
// each of which states a criterion of its own.
func (a *article) underTwoCriteria() {
	seen := map[string]int{} // paragraph
	for i, p := range a.Paragraphs {
		if p.Table != nil || p.Heading > 0 || !a.Sections[p.Section].Standard || len(p.Text) < 45 || len(a.lines[i]) == 0 {
			continue
		}
		j, ok := seen[p.Text]
		if !ok {
			seen[p.Text] = i
			continue
		}
		if a.Paragraphs[j].Section == p.Section {
			continue
		}
		here := strings.TrimSpace(a.Sections[p.Section].Heading)
		c := balance.Check{
			Relation: balance.RelationPaste, Class: balance.ClassConsistency,
			Formula: fmt.Sprintf("第%d段 = 第%d段", p.Number, a.Paragraphs[j].Number),
			Text:    fmt.Sprintf("“%s”下的文字与“%s”下的一字不差，可能误贴，本条的情况没有写明，待说明。", short(here), short(a.Sections[a.Paragraphs[j].Section].Heading)),
		}
		m := a.lines[i][0]
		a.add(c, m)
		f := &a.out[len(a.out)-1]
		f.Stated, f.Computed, f.Difference = m.Value, m.Value, 0
		f.Quotes = append(f.Quotes, here)
	}
}

func short(s string) string {
	r := []rune(s)
	if len(r) > 24 {
		return string(r[:24]) + "…"
	}
	return s
}

// A sentence is said twice when two pairs of clauses in one paragraph share
// nearly all characters, in order.
const (
	minClause  = 10   // code points a clause must have
	minPair    = 26   // two clauses together
	minRun     = 8    // of them, in one piece
	alike      = 0.80 // of the shorter clause
	alikePair  = 0.85 // of the shorter pair
	alikeLong  = 0.62 // of the longer
	maxClauses = 120  // of a paragraph
)

type clause struct {
	start, end int    // bytes
	count      int    // code points
	signs      uint64 // its characters, as a set of 64
}

// saidTwice looks through one paragraph.
func (a *article) saidTwice(i int) {
	text := a.Paragraphs[i].Text
	if len(text) < 2*minPair { // nothing can be said twice
		return
	}
	a.marks = clausesOf(a.marks[:0], text)
	cs := a.marks[:min(len(a.marks), maxClauses)]
	for x := 0; x+3 < len(cs); x++ {
		if cs[x].count < minClause || cs[x+1].count < minClause {
			continue
		}
		for y := x + 2; y+1 < len(cs); y++ {
			if !mayMatch(&cs[x], &cs[y]) || !mayMatch(&cs[x+1], &cs[y+1]) {
				continue
			}
			first, second := []rune(cs[x].of(text)), []rune(cs[y].of(text))
			third, fourth := []rune(cs[x+1].of(text)), []rune(cs[y+1].of(text))
			if !same(first, second) || !same(third, fourth) {
				continue
			}
			one, two := append(first, third...), append(second, fourth...)
			if !alikeAsPair(one, two) || differs(string(one), string(two)) {
				continue
			}
			c := balance.Check{Relation: balance.RelationPaste, Class: balance.ClassConsistency, Formula: fmt.Sprintf("第%d段内两句几乎相同", a.Paragraphs[i].Number)}
			c.Quotes = []string{text[cs[x].start:cs[x+1].end], text[cs[y].start:cs[y+1].end]}
			c.Text = fmt.Sprintf("“%s”与同段“%s”意思重复，待说明。", short(c.Quotes[0]), short(c.Quotes[1]))
			f := found{Check: c, paragraph: i, start: cs[x].start}
			f.Article = a.Number
			a.out = append(a.out, f)
			return
		}
	}
}

func (c clause) of(text string) string { return text[c.start:c.end] }

// clausesOf cuts text at its stops.
func clausesOf(out []clause, text string) []clause {
	c := clause{}
	for i := 0; i < len(text); {
		if w := stop(text, i); w > 0 {
			if c.end = i; i > c.start {
				out = append(out, c)
			}
			i += w
			c = clause{start: i}
			continue
		}
		if utf8.RuneStart(text[i]) {
			c.count++
		}
		for i++; i < len(text) && !utf8.RuneStart(text[i]); i++ {
		}
		c.signs |= 1 << (text[i-1] & 63)
	}
	if c.end = len(text); c.end > c.start {
		out = append(out, c)
	}
	return out
}

// mayMatch is a quick bound on same: few characters of the one are missing
// from the other.
func mayMatch(a, b *clause) bool {
	if a.count > b.count {
		a, b = b, a
	}
	return a.count >= minClause && bits.OnesCount64(a.signs&^b.signs)*5 <= a.count
}

// same reports two clauses that share nearly all of the shorter one.
func same(a, b []rune) bool {
	if len(a) < minClause || len(b) < minClause {
		return false
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if float64(len(a)) < alikeLong*float64(len(b)) || len(b) > 200 {
		return false
	}
	// Each character at most once: a quick bound before the real measure.
	var left [256]int8
	for _, r := range b {
		if left[r&255] < 127 {
			left[r&255]++
		}
	}
	shared := 0
	for _, r := range a {
		if left[r&255] > 0 {
			left[r&255]--
			shared++
		}
	}
	if float64(shared) < alike*float64(len(a)) {
		return false
	}
	n := common(a, b)
	return float64(n) >= alike*float64(len(a)) && float64(n) >= alikeLong*float64(len(b))
}

// alikeAsPair judges two clauses against two others as a whole: nearly all of
// the shorter, and a piece of it word for word, which phrases that are only
// built alike seldom share.
func alikeAsPair(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < minPair || float64(common(a, b)) < alikePair*float64(len(a)) {
		return false
	}
	long := string(b)
	for i := 0; i+minRun <= len(a); i++ {
		if strings.Contains(long, string(a[i:i+minRun])) {
			return true
		}
	}
	return false
}

// common is the length of the longest common subsequence.
func common(a, b []rune) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		prev := 0
		for j, y := range b {
			up := row[j+1]
			if x == y {
				row[j+1] = prev + 1
			} else {
				row[j+1] = max(row[j], up)
			}
			prev = up
		}
	}
	return row[len(b)]
}

// differs reports two sentences made alike on purpose: they speak of different
// stages, places, sexes or numbers.
func differs(a, b string) bool {
	for _, f := range words.Family {
		for _, w := range f.Words {
			if strings.Count(a, w) != strings.Count(b, w) {
				return true
			}
		}
	}
	digits := func(r rune) rune {
		if r >= '0' && r <= '9' || r >= '０' && r <= '９' || strings.ContainsRune("一二三四五六七八九十", r) {
			return r
		}
		return -1
	}
	return strings.Map(digits, a) != strings.Map(digits, b)
}
