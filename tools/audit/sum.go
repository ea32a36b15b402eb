package audit

import (
	"sort"
	"strings"
)

// sums relates wholes to the parts the text gives beside them: in the bracket
// that follows, after 其中, in the same sentence, or before a 合计.
func (a *article) sums() {
	for i, ms := range a.lines {
		a.bracketSums(i, ms)
		a.partSums(i, ms)
		a.listSums(ms)
	}
}

// bracketSums: 教职工4264人(小学2613人,初中1411人).
func (a *article) bracketSums(i int, ms []*mention) {
	text := a.Paragraphs[i].Text
	for k, first := range ms {
		if first.bracket < 0 || k > 0 && ms[k-1].bracket == first.bracket {
			continue
		}
		whole := before(ms[:k], first.bracket)
		if whole == nil || first.bracket-whole.end > 30 || strings.ContainsAny(text[whole.end:first.bracket], "，,；;：:、。！？") {
			continue
		}
		if says := strings.TrimLeft(inside(text, first), " "); beginsAny(says, words.Inside) {
			continue
		}
		var parts []*mention
		var after *mention // one more that follows the bracket: …)和教学点20个
		for _, m := range ms[k:] {
			if m.bracket == first.bracket {
				parts = append(parts, m)
			} else if m.depth == whole.depth && m.bracket == whole.bracket && after == nil {
				after = m
			}
		}
		a.sum(whole, sameUnit(whole, parts), after)
	}
}

// inside is what stands between the bracket around m and m itself.
func inside(text string, m *mention) string {
	w, _ := sign(text, m.bracket)
	return text[m.bracket+w : m.start]
}

// opened reports text that ends in an opening bracket.
func opened(text string) bool {
	for _, n := range []int{1, 3} {
		if len(text) >= n {
			if w, does := sign(text, len(text)-n); w == n && does == opens {
				return true
			}
		}
	}
	return false
}

// before is the last mention that ends before at, outside the bracket there.
func before(ms []*mention, at int) *mention {
	for i := len(ms) - 1; i >= 0; i-- {
		if ms[i].end <= at && ms[i].bracket < at {
			return ms[i]
		}
	}
	return nil
}

func sameUnit(whole *mention, ms []*mention) (out []*mention) {
	for _, m := range ms {
		if kindOfUnit(m.Unit) == kindOfUnit(whole.Unit) {
			out = append(out, m)
		}
	}
	return out
}

// partSums: 全区小学166所，其中完全小学110所和31个教学点. Where several kinds of
// things are divided side by side, each is a sum of its own.
func (a *article) partSums(i int, ms []*mention) {
	for _, pos := range a.places(i, words.Part) {
		k := 0
		for k < len(ms) && ms[k].start < pos {
			k++
		}
		if k == 0 || k == len(ms) || opened(a.Paragraphs[i].Text[:pos]) {
			continue
		}
		first := ms[k]
		units := map[string]bool{}
		var held, failed [][]*mention
		for _, m := range ms[k:] {
			u := kindOfUnit(m.Unit)
			if units[u] || m.bracket != first.bracket || m.sentence != first.sentence {
				continue
			}
			units[u] = true
			whole := wholeOf(ms[:k], first, m)
			if whole == nil {
				continue
			}
			var parts []*mention
			for _, p := range ms[k:] {
				if p.bracket == first.bracket && p.sentence == first.sentence && kindOfUnit(p.Unit) == u {
					parts = append(parts, p)
				}
			}
			switch a.sum(whole, parts, nil) {
			case 1:
				held = append(held, parts)
			case 0:
				failed = append(failed, append([]*mention{whole}, parts...))
			}
		}
		// Divided side by side with others that add up: this one should too.
		for _, f := range failed {
			if len(held) > 0 && len(held[0]) == len(f)-1 && exactAll(f) && sameKind(f) {
				a.addSum(f[0], f[1:], "")
			}
		}
	}
}

// places are where one of the words stands in paragraph i.
func (a *article) places(i int, list []string) (out []int) {
	if len(a.lines[i]) < 3 {
		return nil // nothing to divide
	}
	text := a.Paragraphs[i].Text
	for _, w := range list {
		for from := 0; ; {
			n := strings.Index(text[from:], w)
			if n < 0 {
				break
			}
			out = append(out, from+n)
			from += n + len(w)
		}
	}
	sort.Ints(out)
	return out
}

// wholeOf is the last number before 其中 that counts the same kind of thing,
// in the same sentence or, where 其中 opens one, in the sentence before.
func wholeOf(ms []*mention, first, part *mention) *mention {
	for i := len(ms) - 1; i >= 0; i-- {
		m := ms[i]
		if first.sentence-m.sentence > 1 {
			return nil
		}
		if m.bracket == first.bracket && kindOfUnit(m.Unit) == kindOfUnit(part.Unit) {
			return m
		}
	}
	return nil
}

// listSums: 共有教职工2680人，小学1825人，初中840人; and 小学…，初中…，合计….
func (a *article) listSums(ms []*mention) {
	for k, m := range ms {
		run := a.run[:0]
		for _, p := range ms[k+1:] {
			if p.sentence != m.sentence || p.bracket != m.bracket {
				if p.sentence == m.sentence && p.depth > m.depth {
					continue // a bracket inside the list
				}
				break
			}
			if kindOfUnit(p.Unit) != kindOfUnit(m.Unit) {
				break
			}
			run = append(run, p)
		}
		a.run = run
		// A number in the middle of a list is no whole, unless it says so.
		listed := k > 0 && ms[k-1].bracket == m.bracket && ms[k-1].sentence == m.sentence && kindOfUnit(ms[k-1].Unit) == kindOfUnit(m.Unit)
		if len(run) >= 2 && (!listed || strings.Contains(m.before, "共")) {
			a.sum(m, run, nil)
		}
		if holdsAny(m.before, words.Totals) || strings.TrimSpace(m.before) == "共" {
			var parts []*mention
			for j := k - 1; j >= 0 && ms[j].sentence == m.sentence && kindOfUnit(ms[j].Unit) == kindOfUnit(m.Unit); j-- {
				if ms[j].bracket == m.bracket {
					parts = append([]*mention{ms[j]}, parts...)
				}
			}
			if len(parts) >= 2 {
				a.sum(m, parts, nil)
			}
		}
	}
}
