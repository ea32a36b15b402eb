package report

import (
	"strconv"
	"strings"

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
func readTable(n *node) *balance.Table {
	var table [][]written
	caption := ""
	var visit func(*node)
	visit = func(n *node) {
		for c := n.first; c != nil; c = c.next {
			switch c.tag {
			case atom.Caption:
				caption = textOf(c)
			case atom.Tr:
				if c.kind != noise {
					table = append(table, readRow(c))
				}
			case atom.Thead, atom.Tbody, atom.Tfoot:
				visit(c)
			}
		}
	}
	visit(n)
	return rectangle(caption, table)
}

func readRow(tr *node) (row []written) {
	for c := tr.first; c != nil; c = c.next {
		if c.tag != atom.Td && c.tag != atom.Th || c.kind == noise {
			continue
		}
		row = append(row, written{text: cellText(c), header: c.tag == atom.Th, rows: span(c, "rowspan"), cols: span(c, "colspan")})
	}
	return row
}

// cellText is the text of a cell, its paragraphs joined.
func cellText(n *node) string {
	if c := n.first; c == nil {
		return ""
	} else if c.tag == 0 && c.next == nil {
		return fold(c.text)
	}
	w := walker{}
	w.walk(n)
	w.flush()
	var parts []string
	for _, b := range w.out {
		parts = append(parts, b.text)
	}
	return fold(strings.Join(parts, " "))
}

func span(n *node, name string) int {
	if n.text == "" {
		return 1
	}
	v, err := strconv.Atoi(strings.TrimSpace(attribute(n.text, name)))
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
