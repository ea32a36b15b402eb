package record

import (
	"strings"
	"unicode/utf8"

	"junheng/tools/balance"
)

// Limits of a school table, well above the largest district.
const (
	maxTable   = 160 << 20 // bytes of a CSV file
	maxRows    = 200_000
	maxColumns = 256
	maxCell    = 4096 // bytes
)

// cell is one entry of a table as it was written.
type cell struct {
	text    string
	line    int32 // CSV: line; Excel: row
	row     int32 // as a spreadsheet counts rows
	column  int32 // as a spreadsheet counts columns
	start   int32 // CSV: byte of the text at which the cell begins
	number  bool  // Excel: stored as a number, not as text
	date    bool  // Excel: a number shown as a date
	formula bool  // Excel: a formula
}

// grid is a table read row by row. next returns false after the last row; the
// row is good until the next call.
type grid interface {
	next() ([]cell, bool)
	place(c cell) balance.Place
	spot(c cell) string // where a spreadsheet shows c, to begin a message with; empty where place says it
	atMost() int        // rows there can be, 0 if not known: room to make at once
	headed(line int)    // tells where the header ends
	later() placer
}

// placer finds the place of the cell at a position, from 0, in the row that
// begins with a cell of this line and start. It outlives the grid.
type placer func(line, start int32, position int) balance.Place

// csvGrid reads comma separated values, one pass over the text. It follows
// RFC 4180 with LF or CRLF; quotes inside an unquoted cell stand for themselves.
type csvGrid struct {
	file string
	text string // below 2 GB
	pos  int
	line int
	done int // rows before the one at hand, blank ones too
	row  []cell
	ps   *balance.Problems
}

func newCSV(file, text string, ps *balance.Problems) *csvGrid {
	return &csvGrid{file: file, text: text, line: 1, ps: ps}
}

// place counts the column only now: hardly any cell is ever asked for its place.
func (g *csvGrid) place(c cell) balance.Place {
	line := g.text[strings.LastIndexByte(g.text[:c.start], '\n')+1 : c.start]
	return balance.Place{File: g.file, Line: int(c.line), Column: 1 + utf8.RuneCountInString(line)}
}

func (g *csvGrid) spot(c cell) string {
	return "第" + itoa(int(c.row)) + "行" + columnName(int(c.column)) + "列："
}

func (g *csvGrid) headed(int) {}

// later reads the row again: that costs less than a place kept for every cell.
func (g *csvGrid) later() placer {
	file, text := g.file, g.text
	return func(line, start int32, position int) balance.Place {
		again := csvGrid{file: file, text: text, pos: int(start), line: int(line), ps: new(balance.Problems)}
		row, _ := again.next()
		return again.place(row[position])
	}
}

func (g *csvGrid) atMost() int { return min(strings.Count(g.text, "\n")+1, maxRows) }

func (g *csvGrid) next() ([]cell, bool) {
	text, pos := g.text, g.pos
	for pos < len(text) && (text[pos] == '\n' || text[pos] == '\r' && pos+1 < len(text) && text[pos+1] == '\n') {
		if text[pos] == '\n' {
			g.line++
			g.done++
		}
		pos++
	}
	if g.pos = pos; pos >= len(text) {
		return nil, false
	}
	row := g.row[:0]
	g.done++
	for {
		c := cell{line: int32(g.line), row: int32(g.done), column: int32(len(row) + 1), start: int32(g.pos)}
		more := false
		if g.pos < len(text) && text[g.pos] == '"' {
			var closed bool
			if more, closed = g.quoted(&c); !closed {
				return nil, false
			}
		} else {
			end := g.pos
			for end < len(text) && text[end] != ',' && text[end] != '\n' {
				end++
			}
			c.text, g.pos = text[g.pos:end], end
			more = g.separator(&c)
		}
		if row = append(row, c); !more {
			g.row = row
			return row, true
		}
	}
}

// separator moves over the comma or line end after a cell and reports whether
// another cell follows.
func (g *csvGrid) separator(c *cell) bool {
	if g.pos >= len(g.text) {
		return false
	}
	b := g.text[g.pos]
	g.pos++
	if b == ',' {
		return true
	}
	g.line++
	if n := len(c.text); n > 0 && c.text[n-1] == '\r' && g.text[g.pos-2] == '\r' {
		c.text = c.text[:n-1]
	}
	return false
}

// quoted reads a cell in quotes, in which "" is one quote.
func (g *csvGrid) quoted(c *cell) (more, closed bool) {
	var doubled []byte // the text so far, once a quote in it was doubled
	g.pos++
	from := g.pos
	for {
		for g.pos < len(g.text) && g.text[g.pos] != '"' {
			if g.text[g.pos] == '\n' {
				g.line++
			}
			g.pos++
		}
		if g.pos >= len(g.text) {
			g.ps.Fault(g.place(*c), g.spot(*c)+"引号没有配对，从这里到文件末尾都没有读", "在这一格末尾补上英文双引号；格里的双引号要写两个")
			return false, false
		}
		if g.pos+1 >= len(g.text) || g.text[g.pos+1] != '"' {
			break
		}
		doubled = append(doubled, g.text[from:g.pos+1]...)
		g.pos += 2
		from = g.pos
	}
	c.text = g.text[from:g.pos]
	if doubled != nil {
		c.text = string(append(doubled, c.text...))
	}
	g.pos++
	end := g.pos
	for end < len(g.text) && g.text[end] != ',' && g.text[end] != '\n' {
		end++
	}
	if strings.Trim(g.text[g.pos:end], "\r") != "" {
		g.ps.Fault(g.place(*c), g.spot(*c)+"引号后面还有别的字", "引号要包住整格；格里的双引号要写两个")
	}
	g.pos = end
	return g.separator(c), true
}
