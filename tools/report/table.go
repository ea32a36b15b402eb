package report

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"junheng/tools/balance"
)

// maxColumns bounds a table; wider ones are read as text.
const maxColumns = 256

// written is a cell as the document writes it.
type written struct {
	text       string
	header     bool // the document itself calls it a header
	rows, cols int  // how many it spans
}

// readTable reads a table of a page; nil when it makes no sensible rectangle.
func readTable(n *html.Node, s *surveyed) *balance.Table {
	var rows [][]written
	caption := ""
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch c.DataAtom {
			case atom.Caption:
				caption = textOf(c)
			case atom.Tr:
				if !s.isNoise[c] {
					rows = append(rows, readRow(c, s))
				}
			case atom.Thead, atom.Tbody, atom.Tfoot:
				visit(c)
			}
		}
	}
	visit(n)
	return rectangle(caption, rows)
}

func readRow(tr *html.Node, s *surveyed) (row []written) {
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th || s.isNoise[c] {
			continue
		}
		row = append(row, written{text: cellText(c, s), header: c.DataAtom == atom.Th, rows: span(c, "rowspan"), cols: span(c, "colspan")})
	}
	return row
}

// cellText is the text of a cell, its paragraphs joined.
func cellText(n *html.Node, s *surveyed) string {
	w := walker{surveyed: s}
	w.walk(n)
	w.flush()
	var parts []string
	for _, b := range w.out {
		parts = append(parts, b.text)
	}
	return fold(strings.Join(parts, " "))
}

func span(n *html.Node, name string) int {
	v, err := strconv.Atoi(strings.TrimSpace(attr(n, name)))
	if err != nil || v < 1 {
		return 1
	}
	return min(v, 1000)
}

// rectangle writes merged cells out so that every row is as long as every
// other, and works out which cells name which. A table whose spans would make
// it many times larger than what is written, or with fewer than two rows or
// columns, is no table.
func rectangle(caption string, rows [][]written) *balance.Table {
	var (
		grid  [][]balance.Cell
		down  [maxColumns]struct{ left, row, col int } // cells that reach into the rows below
		width int
		area  int
		wrote int
	)
	for r, row := range rows {
		var line []balance.Cell
		place := func(text string, header bool, row, col int) {
			line = append(line, balance.Cell{Text: text, Header: header, Of: [2]int{row + 1, col + 1}})
		}
		fill := func() {
			for c := len(line); c < maxColumns && down[c].left > 0; c = len(line) {
				from := grid[down[c].row][down[c].col]
				place(from.Text, from.Header, down[c].row, down[c].col)
				down[c].left--
			}
		}
		for _, cell := range row {
			fill()
			col := len(line)
			if col+cell.cols > maxColumns {
				cell.cols = max(1, min(cell.cols, maxColumns-col))
			}
			if col >= maxColumns {
				return nil
			}
			wrote++
			for c := col; c < col+cell.cols; c++ {
				place(cell.text, cell.header, r, col)
				down[c] = struct{ left, row, col int }{min(cell.rows, len(rows)-r) - 1, r, col}
			}
		}
		fill()
		for c := len(line); c < maxColumns; c++ { // a short row above later columns
			if down[c].left > 0 {
				for len(line) < c {
					place("", false, r, len(line))
				}
				fill()
			}
		}
		width = max(width, len(line))
		area += len(line)
		if area > 16*wrote+4096 {
			return nil
		}
		grid = append(grid, line)
	}
	if len(grid) < 2 || width < 2 || width*len(grid) > 16*wrote+4096 {
		return nil
	}
	for r := range grid {
		for c := len(grid[r]); c < width; c++ {
			grid[r] = append(grid[r], balance.Cell{Of: [2]int{r + 1, c + 1}})
		}
	}
	t := &balance.Table{Caption: caption, Rows: grid}
	name(t)
	return t
}
