// Package audit holds the figures of a report against each other: parts and
// wholes, shares and their base, excess over a limit, repeats, pasted
// sentences, ranges. It relates only figures that the text itself relates, in
// one article, and prefers a reading that fits to a question: a false alarm
// accuses a public body.
package audit

import (
	"fmt"
	"sort"
	"strings"

	"junheng/tools/balance"
)

// Report relates the figures of each article of rep. Checks come in reading
// order; those that do not hold are 待说明.
func Report(rep *balance.Report, figs []balance.Figure) []balance.Check {
	var out []found
	for i := range rep.Articles {
		a := newArticle(&rep.Articles[i], figs)
		a.sums()
		a.shares()
		a.complements()
		a.inclusive()
		a.within()
		a.excess()
		a.repeats()
		a.ranges()
		a.limits()
		a.pasted()
		a.tables()
		out = append(out, a.kept()...)
	}
	checks := make([]balance.Check, len(out))
	for i, f := range out {
		checks[i] = f.Check
		checks[i].ID = fmt.Sprintf("c%d", i+1)
		checks[i].Formula = honest(f.Check)
	}
	return checks
}

// honest writes an equation that does not hold with the sign that makes it true.
func honest(c balance.Check) string {
	if i := strings.LastIndex(c.Formula, " = "); i >= 0 && !c.Holds && c.Relation != balance.RelationPaste {
		return c.Formula[:i] + " ≠ " + c.Formula[i+len(" = "):]
	}
	return c.Formula
}

// found is a check and where it was found.
type found struct {
	balance.Check
	paragraph, start int
}

// add keeps a check of the mentions in its quotes.
func (a *article) add(c balance.Check, ms ...*mention) {
	f := found{Check: c}
	f.Article = a.Number
	f.Difference = round(c.Stated - c.Computed)
	f.Computed = round(c.Computed)
	for i, m := range ms {
		if i == 0 {
			f.paragraph, f.start = m.paragraph, m.start
		}
		f.Figures = append(f.Figures, m.ID)
		if q := a.quote(m); len(f.Quotes) == 0 || f.Quotes[len(f.Quotes)-1] != q {
			f.Quotes = append(f.Quotes, q)
		}
	}
	a.out = append(a.out, f)
}

// kept is what was found, in reading order, each relation between the same
// figures once: the one that holds where two readings differ.
func (a *article) kept() []found {
	sort.SliceStable(a.out, func(i, j int) bool {
		x, y := a.out[i], a.out[j]
		if x.paragraph != y.paragraph {
			return x.paragraph < y.paragraph
		}
		return x.start < y.start
	})
	seen := map[string]int{}
	var out []found
	for _, f := range a.out {
		key := string(f.Relation) + fmt.Sprint(f.Figures)
		if len(f.Figures) == 0 {
			key += fmt.Sprint(f.Quotes)
		}
		if i, ok := seen[key]; ok {
			if f.Holds && !out[i].Holds {
				out[i] = f
			}
			continue
		}
		seen[key] = len(out)
		out = append(out, f)
	}
	return out
}
