package audit

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
)

// tables: the rows of a table against the row that sums them up, column by
// column.
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
		a.columnSums(p.Table, at)
	}
}

// columnSums finds the total row of t and the rows it sums.
func (a *article) columnSums(t *balance.Table, at map[[2]int]*mention) {
	head := 0
	for head < len(t.Rows) && allHeader(t.Rows[head]) {
		head++
	}
	for r := head; r < len(t.Rows); r++ {
		if !totalRow(t.Rows[r], words.Table.Strict) {
			continue
		}
		from, to := head, r // the rows above
		if r == head {      // a total that stands first
			from, to = r+1, len(t.Rows)
		}
		var rows []int
		for k := from; k < to; k++ {
			if !allHeader(t.Rows[k]) && !totalRow(t.Rows[k], words.Table.Total) {
				rows = append(rows, k)
			}
		}
		if len(rows) < 2 || part(t.Rows, rows) {
			return
		}
		var held int
		var failed []found
		for c := range t.Rows[r] {
			if f, ok := columnSum(t, at, r, c, rows); ok {
				f.Article = a.Number
				if f.Holds {
					held++
					a.out = append(a.out, f)
				} else {
					failed = append(failed, f)
				}
			}
		}
		// One column that does not add up among others that do is a question; a
		// table of which nothing adds up is a table of another kind.
		if held >= len(failed) && held > 0 {
			a.out = append(a.out, failed...)
		}
		return
	}
}

func columnSum(t *balance.Table, at map[[2]int]*mention, r, c int, rows []int) (f found, ok bool) {
	whole := at[[2]int{r + 1, c + 1}]
	if whole == nil || !whole.exact() || holdsAny(strings.Join(t.Rows[r][c].Path, ""), words.Table.Ratio) || whole.Unit == "%" {
		return f, false
	}
	var parts []*mention
	for _, k := range rows {
		m := at[[2]int{k + 1, c + 1}]
		if m == nil {
			if text := t.Rows[k][c].Text; text == "" || text == "—" || text == "-" || text == "/" || text == "0" {
				continue // nothing there to add
			}
			return f, false
		}
		if t.Rows[k][c].Of != [2]int{k + 1, c + 1} || !m.exact() {
			return f, false
		}
		parts = append(parts, m)
	}
	if len(parts) < 2 {
		return f, false
	}
	c2 := balance.Check{Relation: balance.RelationSum, Class: balance.ClassConsistency, Stated: whole.Value, Computed: round(total(parts)), Tolerance: round(tolerance(whole, parts)), Holds: addsUp(whole, parts)}
	c2.Difference = round(c2.Stated - c2.Computed)
	var terms []string
	for _, p := range append(parts[:len(parts):len(parts)], whole) {
		terms = append(terms, figure(p.Value))
		c2.Figures = append(c2.Figures, p.ID)
		c2.Quotes = append(c2.Quotes, p.Source.Quote)
	}
	last := len(terms) - 1
	c2.Formula = strings.Join(terms[:last], " + ") + " = " + terms[last]
	where := fmt.Sprintf("表%d“%s”一栏的合计%s", t.Number, strings.Join(headersOnly(t, r, c), " "), amount(whole.Value, whole.Unit))
	c2.Text = sayDifference(where, "各行之和", c2, whole.Unit)
	return found{Check: c2, paragraph: whole.paragraph, start: r*1000 + c}, true
}

// headersOnly is the path of a cell without the words of its total row.
func headersOnly(t *balance.Table, r, c int) (out []string) {
	for _, p := range t.Rows[r][c].Path {
		if !among(p, words.Table.Total) {
			out = append(out, p)
		}
	}
	return out
}

func allHeader(row []balance.Cell) bool {
	for _, c := range row {
		if !c.Header {
			return false
		}
	}
	return true
}

func totalRow(row []balance.Cell, names []string) bool {
	for _, c := range row[:min(2, len(row))] {
		if among(strings.ReplaceAll(c.Text, " ", ""), names) {
			return true
		}
	}
	return false
}

// part reports rows of which some lie within others (其中).
func part(rows [][]balance.Cell, at []int) bool {
	for _, k := range at {
		for _, c := range rows[k][:min(2, len(rows[k]))] {
			if beginsAny(c.Text, words.Part) || strings.Contains(c.Text, "其中") {
				return true
			}
		}
	}
	return false
}
