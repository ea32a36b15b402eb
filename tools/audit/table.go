package audit

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
)

// tables: the rows and columns of a table against those that sum them up.
func (a *article) tables() {
	for i, p := range a.Paragraphs {
		if p.Table == nil {
			continue
		}
		at := map[[2]int]*mention{}
		for _, m := range a.cells {
			if m.paragraph == i && m.Source.Table == p.Table.Number {
				cell := [2]int{m.Source.Row, m.Source.Column}
				if _, two := at[cell]; two {
					at[cell] = nil // a cell with two numbers is no number
					continue
				}
				at[cell] = m
			}
		}
		head := 0
		for head < len(p.Table.Rows) && allHeader(p.Table.Rows[head]) {
			head++
		}
		a.rowSums(p.Table, at, head)
		a.columnSums(p.Table, at, head)
	}
}

// line is a row or a column of a table that may sum up others.
type line struct {
	index int
	parts []int
}

// totals finds the lines that sum up others: 小计 those since the last 小计,
// 合计 all that are no total themselves. name gives what names line i; lines
// named 其中 lie within others and make the rest unfit for sums.
func totals(n, head int, name func(int) []string) (out []line) {
	var all, since []int
	for i := head; i < n; i++ {
		names := name(i)
		switch {
		case names == nil:
			since = nil // a header between groups
		case endsIn(names, words.Table.Sub):
			if len(since) > 1 {
				out = append(out, line{i, since})
			}
			since = nil
		case endsIn(names, words.Table.Total):
			if len(all) > 1 {
				out = append(out, line{i, all})
			} else if i == head { // a total that stands first
				var rest []int
				for k := i + 1; k < n; k++ {
					if ns := name(k); ns != nil && !endsIn(ns, words.Table.Sub) && !endsIn(ns, words.Table.Total) {
						rest = append(rest, k)
					}
				}
				if len(rest) > 1 {
					out = append(out, line{i, rest})
				}
			}
		default:
			for _, s := range names {
				if holdsAny(s, words.Part) {
					return nil
				}
			}
			all, since = append(all, i), append(since[:len(since):len(since)], i)
		}
	}
	return out
}

// endsIn reports whether the innermost name is a word for a total, alone or
// after what it sums up (义务教育小计).
func endsIn(names, ends []string) bool {
	return len(names) > 0 && endsAny(names[len(names)-1], ends)
}

// rowSums and columnSums sum along the rows that are totals, and along the
// columns.
func (a *article) rowSums(t *balance.Table, at map[[2]int]*mention, head int) {
	rows := totals(len(t.Rows), head, func(r int) (names []string) {
		if allHeader(t.Rows[r]) {
			return nil
		}
		for _, c := range t.Rows[r] {
			if !c.Header {
				break
			}
			names = append(names, strings.ReplaceAll(c.Text, " ", ""))
		}
		return append([]string{""}, names...)
	})
	for _, l := range rows {
		a.sumLines(t, len(t.Rows[0]), l, func(i, k int) (*mention, balance.Cell) { return at[[2]int{i + 1, k + 1}], t.Rows[i][k] }, "行")
	}
}

func (a *article) columnSums(t *balance.Table, at map[[2]int]*mention, head int) {
	if head == 0 {
		return
	}
	first := 0
	for first < len(t.Rows[0]) && t.Rows[len(t.Rows)-1][first].Header {
		first++
	}
	group := func(c int) int { // where the header above column c begins
		for head > 1 && c > first && t.Rows[0][c-1].Of == t.Rows[0][c].Of {
			c--
		}
		return c
	}
	name := func(c int) []string {
		names := []string{""}
		for h := 0; h < head; h++ {
			if across(t.Rows[h]) == "" {
				names = append(names, strings.ReplaceAll(t.Rows[h][c].Text, " ", ""))
			}
		}
		return names
	}
	add := func(lines []line) {
		for _, l := range lines {
			a.sumLines(t, len(t.Rows), l, func(i, k int) (*mention, balance.Cell) { return at[[2]int{k + 1, i + 1}], t.Rows[k][i] }, "列")
		}
	}
	width := len(t.Rows[0])
	alone := func(c int) bool { return group(c) == c && (c+1 == width || group(c+1) != c) }
	// A total with a header of its own sums up all columns; one within a header,
	// the columns of that header.
	add(totals(width, first, func(c int) []string {
		names := name(c)
		if !alone(c) && endsIn(names, append(words.Table.Total, words.Table.Sub...)) {
			return nil
		}
		return names
	}))
	for from := first; from < width; {
		to := from + 1
		for to < width && group(to) == from {
			to++
		}
		if to > from+1 {
			add(totals(to, from, name))
		}
		from = to
	}
}

// across returns the text of a row that is one cell.
func across(row []balance.Cell) string {
	for _, c := range row {
		if c.Of != row[0].Of {
			return ""
		}
	}
	return row[0].Text
}

// sumLines adds up the parts of one total line, place by place along it. One
// place that does not add up among others that do is a question; a table of
// which little adds up is a table of another kind.
func (a *article) sumLines(t *balance.Table, places int, l line, cell func(i, k int) (*mention, balance.Cell), what string) {
	held := 0
	var failed []found
	for k := 0; k < places; k++ {
		whole, in := cell(l.index, k)
		if whole == nil || !whole.exact() || whole.Unit == "%" || holdsAny(strings.Join(in.Path, ""), words.Table.Ratio) {
			continue
		}
		var parts []*mention
		fit := true
		for _, i := range l.parts {
			m, c := cell(i, k)
			switch {
			case m == nil:
				fit = fit && among(c.Text, []string{"", "—", "-", "/", "0"}) // nothing there to add
			case c.Of != [2]int{m.Source.Row, m.Source.Column} || !m.exact() || m.Unit != whole.Unit || holdsAny(strings.Join(c.Path, ""), words.Table.Ratio):
				fit = false
			default:
				parts = append(parts, m)
			}
		}
		if !fit || len(parts) < 2 {
			continue
		}
		f := a.tableSum(t, whole, parts, in, what)
		if f.Holds {
			held++
			a.out = append(a.out, f)
		} else {
			failed = append(failed, f)
		}
	}
	if held > 0 && held >= len(failed) {
		a.out = append(a.out, failed...)
	}
}

func (a *article) tableSum(t *balance.Table, whole *mention, parts []*mention, in balance.Cell, what string) found {
	c := balance.Check{Relation: balance.RelationSum, Class: balance.ClassConsistency, Article: a.Number, Stated: whole.Value, Computed: round(total(parts)), Tolerance: round(tolerance(whole, parts)), Holds: addsUp(whole, parts)}
	c.Difference = round(c.Stated - c.Computed)
	var terms []string
	for _, p := range append(parts[:len(parts):len(parts)], whole) {
		terms = append(terms, figure(p.Value))
		c.Figures = append(c.Figures, p.ID)
		c.Quotes = append(c.Quotes, p.Source.Quote)
	}
	last := len(terms) - 1
	c.Formula = strings.Join(terms[:last], " + ") + " = " + terms[last]
	c.Text = sayDifference(fmt.Sprintf("表%d“%s”%s", t.Number, strings.Join(in.Path, " "), amount(whole.Value, whole.Unit)), "各"+what+"之和", c, whole.Unit)
	return found{Check: c, paragraph: whole.paragraph, start: whole.Source.Row*1000 + whole.Source.Column}
}

func allHeader(row []balance.Cell) bool {
	for _, c := range row {
		if !c.Header {
			return false
		}
	}
	return true
}
