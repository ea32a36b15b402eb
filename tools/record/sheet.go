package record

import (
	"encoding/xml"
	"errors"
	"strconv"
	"strings"

	"junheng/tools/balance"
)

// sheetGrid reads one worksheet as a stream.
type sheetGrid struct {
	book   *workbook
	file   string
	sheet  string
	dec    *xml.Decoder
	depth  int // of open tags
	at     xmlCell
	ration *counted // what may be read before another filled row
	ps     *balance.Problems
	header int // row in which the header ends
	row    int // number of the row last read
	width  int // of the widest row so far: shorter ones are filled up to it
	cells  []cell
	err    error
}

func (g *sheetGrid) place(c cell) balance.Place {
	return balance.Place{File: g.file, Sheet: g.sheet, Cell: cellName(int(c.column), int(c.line))}
}

func (g *sheetGrid) spot(cell) string { return "" }

func (g *sheetGrid) atMost() int { return 0 }

func (g *sheetGrid) headed(line int) { g.header = line }

func (g *sheetGrid) later() placer {
	file, sheet := g.file, g.sheet
	return func(line, _ int32, position int) balance.Place {
		return balance.Place{File: file, Sheet: sheet, Cell: cellName(position+1, int(line))}
	}
}

func (g *sheetGrid) next() ([]cell, bool) {
	for g.err == nil {
		t, more := g.token()
		if !more {
			break
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "col":
			g.hiddenColumns(e)
		case "row":
			if !g.readRow(e) {
				return nil, false
			}
			if !blankRow(g.cells) {
				g.ration.left += maxRowBytes
				return g.filled(), true
			}
		case "mergeCell":
			ref := attr(e, "ref")
			first, last, _ := strings.Cut(ref, ":")
			if row, err := strconv.Atoi(strings.TrimLeft(last, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")); err == nil && row <= g.header {
				continue // a title, or a header of two rows
			}
			g.ps.Fault(balance.Place{File: g.file, Sheet: g.sheet, Cell: first}, "单元格 "+snippet(ref)+" 合并了", "取消合并，每一格都填上")
		}
	}
	return nil, false
}

// blank is an empty cell behind those of the row so far.
func (g *sheetGrid) blank() cell { return cell{line: int32(g.row), column: int32(len(g.cells) + 1)} }

// filled brings a row to the header's width.
func (g *sheetGrid) filled() []cell {
	g.width = max(g.width, len(g.cells))
	for len(g.cells) < g.width {
		g.cells = append(g.cells, g.blank())
	}
	return g.cells
}

// readRow reads the cells of one row; false when the sheet cannot be read on.
func (g *sheetGrid) readRow(start xml.StartElement) bool {
	g.cells = g.cells[:0]
	row := g.row + 1
	if r := attr(start, "r"); r != "" {
		n, err := strconv.Atoi(r)
		if err != nil || n <= g.row || n > 1<<20 {
			g.err = errors.New("row number " + r)
			return false
		}
		row = n
	}
	g.row = row
	if h := attr(start, "hidden"); h == "1" || h == "true" {
		g.ps.Notice(balance.Place{File: g.file, Sheet: g.sheet, Cell: "A" + itoa(row)}, "第 "+itoa(row)+" 行是隐藏的，也读入了", "不要的行删去，要的取消隐藏")
	}
	for {
		t, more := g.token()
		if !more {
			return false
		}
		switch e := t.(type) {
		case xml.EndElement:
			if e.Name.Local == "row" {
				return true
			}
		case xml.StartElement:
			if e.Name.Local == "c" && (!g.readCell(e) || !g.add(&g.at)) {
				return false
			}
		}
	}
}

// add puts a cell in its column; the columns left out are blank.
func (g *sheetGrid) add(x *xmlCell) bool {
	column := len(g.cells) + 1
	if x.ref != "" {
		n := columnNumber(x.ref)
		if n < column {
			g.err = errors.New("cell " + x.ref)
			return false
		}
		column = n
	}
	c := cell{line: int32(g.row), column: int32(column), formula: x.formula}
	switch x.typ {
	case "s":
		i, err := strconv.Atoi(x.value)
		if err != nil || i < 0 || i >= len(g.book.shared) {
			g.err = errors.New("shared string " + x.value)
			return false
		}
		c.text = g.book.shared[i]
	case "inlineStr":
		c.text = strings.ReplaceAll(x.inline, "_x000D_", "")
	case "b":
		c.text = map[string]string{"1": "TRUE", "0": "FALSE"}[x.value]
	case "", "n":
		c.text, c.number = asShown(x.value), x.value != ""
		c.date = c.number && x.style > 0 && x.style < len(g.book.dates) && g.book.dates[x.style]
	default: // str, e, d
		c.text = x.value
	}
	if column > maxColumns {
		if strings.TrimSpace(c.text) == "" {
			return true
		}
		column = min(column, maxColumns+1) // too many: the table says so
	}
	for len(g.cells) < column-1 {
		g.cells = append(g.cells, g.blank())
	}
	if len(g.cells) < column {
		g.cells = append(g.cells, c)
	}
	return true
}

// asShown drops the binary tail of a stored number: spreadsheets keep 15
// digits, and 0.30000000000000004 is 0.3 to whoever typed it.
func asShown(raw string) string {
	v, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return raw
	}
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// columnNumber is the column of a cell's name: B7 → 2; 0 if it has none.
func columnNumber(ref string) int {
	n := 0
	for i := 0; i < len(ref) && i < 4; i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		n = n*26 + int(c-'A') + 1
	}
	return n
}

func (g *sheetGrid) hiddenColumns(e xml.StartElement) {
	if h := attr(e, "hidden"); h != "1" && h != "true" {
		return
	}
	from, err := strconv.Atoi(attr(e, "min"))
	if err != nil || from < 1 || from > maxColumns {
		return
	}
	name := columnName(from)
	g.ps.Notice(balance.Place{File: g.file, Sheet: g.sheet, Cell: name + "1"}, "从 "+name+" 列起有隐藏的列，也读入了", "不要的列删去，要的取消隐藏")
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
