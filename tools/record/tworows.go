package record

import "strings"

// next returns the row that was looked at and not used, or the next one.
func (t *table) next() ([]cell, bool) {
	if row := t.ahead; row != nil {
		t.ahead = nil
		return row, true
	}
	return t.grid.next()
}

// joined makes one header of two rows, where the lower one goes on: 小学, over
// several columns, above 在校生数 and 班数, or the units below the names. The
// rows may have come from merged cells or have lost them in a CSV file: what
// counts is that together they name more columns than either row alone.
func (t *table) joined(top, under []cell) ([]cell, bool) {
	out := make([]cell, 0, len(top))
	alone, lower, together, below, met := 0, 0, 0, 0, 0 // columns named by the one, the other, both; cells below, that help
	group := ""
	for i := range max(len(top), len(under)) {
		var a, b string
		var c cell
		if i < len(top) {
			c, a = top[i], trim(top[i].text)
		}
		if i < len(under) {
			if b = trim(under[i].text); b != "" || i >= len(top) {
				c = under[i]
			}
		}
		if a != "" {
			group = a
			if _, _, _, ok := t.national.heading(a); ok {
				alone++
			}
		}
		if c.text = a; b != "" {
			below++
			c.text = t.under(group, b)
			if _, _, _, ok := t.national.heading(b); ok {
				lower++
			}
		} else {
			group = "" // 学校名称 takes both rows: it is no group
		}
		if _, _, wrong, ok := t.national.heading(c.text); ok && wrong == "" {
			if together++; b != "" {
				met++
			}
		}
		out = append(out, c)
	}
	return out, together > max(alone, lower) || below > 1 && met == below && together == alone
}

// under is the header that b means below group.
func (t *table) under(group, b string) string {
	unit := group + "(" + strings.Trim(b, "()（）") + ")"
	for _, header := range []string{group + b, b, unit} {
		if _, _, wrong, ok := t.national.heading(header); ok && wrong == "" {
			return header
		}
	}
	return group + b
}
