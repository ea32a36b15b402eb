package report

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"junheng/tools/balance"
)

// name marks the header cells of t and gives each other cell its path.
func name(t *balance.Table) {
	top := headerRows(t)
	side := headerColumns(t, top)
	group := ""
	for r := range t.Rows {
		row := t.Rows[r]
		if title := across(row); title != "" {
			for c := range row {
				row[c].Header = true
			}
			if r < top {
				if t.Caption == "" || !strings.Contains(t.Caption, title) {
					t.Caption = strings.TrimSpace(t.Caption + " " + title)
				}
			} else {
				group = title
			}
			continue
		}
		for c := range row {
			if r < top || c < side {
				row[c].Header = true
				continue
			}
			row[c].Header = false
			row[c].Path = headersOf(t, r, c, top, side, group)
		}
	}
}

// headersOf lists the headers of a cell: those of its column from the top, the
// group its row stands in, those of its row from the left.
func headersOf(t *balance.Table, r, c, top, side int, group string) (p []string) {
	add := func(s string) {
		if s != "" && (len(p) == 0 || p[len(p)-1] != s) {
			p = append(p, s)
		}
	}
	for h := 0; h < top; h++ {
		if across(t.Rows[h]) == "" {
			add(t.Rows[h][c].Text)
		}
	}
	add(group)
	for h := 0; h < side; h++ {
		if s := t.Rows[r][h].Text; !numeric(s) || years.MatchString(s) {
			add(s)
		}
	}
	return p
}

// headerRows counts the rows at the top that name columns: those before the
// first row in which a number stands beside a name.
func headerRows(t *balance.Table) int {
	titles := 0
	for r, row := range t.Rows {
		if across(row) != "" {
			if r == titles {
				titles++
			}
			continue
		}
		numbers, own := 0, 0
		for c, cell := range row {
			if cell.Of[0] == r+1 {
				own++
			}
			if c > 0 && numeric(cell.Text) {
				numbers++
			}
		}
		switch {
		case numbers > 0 && !ordinals(row) && !yearRow(row):
			return min(r, len(t.Rows)-1)
		case r > 0 && own > 0 && !spansDown(t, r) && allHeaders(t.Rows[r-1]) && !allHeaders(row):
			return r
		}
	}
	return min(titles+1, len(t.Rows)-1)
}

// ordinals reports a row that only counts the columns: 1 2 3 4, 甲 1 2 3.
func ordinals(row []balance.Cell) bool {
	last, n := 0, 0
	for _, cell := range row {
		v, err := strconv.Atoi(strings.Trim(cell.Text, "()（）"))
		if err != nil {
			if count(cell.Text) > 1 {
				return false
			}
			continue
		}
		if v != last+1 && n > 0 {
			return false
		}
		last = v
		n++
	}
	return n >= 3 && len(row) >= 3
}

// yearRow reports a row of consecutive years, which name columns.
func yearRow(row []balance.Cell) bool {
	last, n := 0, 0
	for _, cell := range row {
		if !years.MatchString(cell.Text) {
			if numeric(cell.Text) {
				return false
			}
			continue
		}
		y, _ := strconv.Atoi(cell.Text[:4])
		if n > 0 && y != last && y != last+1 && y != last-1 {
			return false
		}
		last = y
		n++
	}
	return n > 1
}

func allHeaders(row []balance.Cell) bool {
	for _, cell := range row {
		if !cell.Header && cell.Text != "" {
			return false
		}
	}
	return true
}

// spansDown reports whether a cell of an earlier row reaches into row r.
func spansDown(t *balance.Table, r int) bool {
	for _, cell := range t.Rows[r] {
		if cell.Of[0] < r+1 {
			return true
		}
	}
	return false
}

// headerColumns counts the columns at the left that name rows.
func headerColumns(t *balance.Table, top int) int {
	width := len(t.Rows[0])
	for c := 0; c < width-1; c++ {
		numbers, texts, letters := 0, 0, 0
		serial, dated := true, true
		for r := top; r < len(t.Rows); r++ {
			cell := t.Rows[r][c]
			if across(t.Rows[r]) != "" || cell.Text == "" {
				continue
			}
			if v, err := strconv.Atoi(cell.Text); err == nil && v > len(t.Rows) {
				serial = false
			}
			dated = dated && years.MatchString(cell.Text)
			if numeric(cell.Text) {
				numbers++
			} else {
				texts++
				letters += count(cell.Text)
			}
		}
		// A column of serial numbers before the names is passed over.
		if c == 0 && serial && numbers > texts && serialName(t, top) {
			continue
		}
		if dated && c == 0 && numbers > 0 {
			continue
		}
		if numbers > 0 && numbers >= texts {
			return c
		}
		if letters > 20*texts { // sentences, not names
			return c
		}
		// At most two name columns, three where cells are merged.
		if c >= 2 && texts > 0 && !merged(t, top, c-1) {
			return c
		}
	}
	return 1 // only names: the first column is what the others are about
}

func serialName(t *balance.Table, top int) bool {
	for r := 0; r < top; r++ {
		if s := t.Rows[r][0].Text; strings.Contains(s, "序") || strings.Contains(s, "编号") {
			return true
		}
	}
	return false
}

func merged(t *balance.Table, top, c int) bool {
	for r := top + 1; r < len(t.Rows); r++ {
		if t.Rows[r][c].Of[0] != r+1 {
			return true
		}
	}
	return false
}

// across returns the text of a row that is one merged cell, or whose only text
// stands in the first cell of a row merged throughout.
func across(row []balance.Cell) string {
	for _, cell := range row {
		if cell.Of != row[0].Of {
			return ""
		}
	}
	return row[0].Text
}

// years are numbers that name a row.
var years = regexp.MustCompile(`^(19|20)\d\d(年|年度|学年)?$`)

// dated are names that begin with a year: 2020年实际, 2025年目标.
var dated = regexp.MustCompile(`^(19|20)\d\d(年|年度|学年)\D+$`)

// numeric reports a cell that holds a value: digits outnumber letters.
func numeric(s string) bool {
	if len(s) > 4 && len(s) < 48 && (s[0] == '1' || s[0] == '2') && dated.MatchString(s) {
		return false
	}
	digits, letters := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return digits > 0 && letters <= digits && letters <= 4 || s == "—" || s == "-" || s == "/"
}
