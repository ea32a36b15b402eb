package record

import (
	"strings"
	"unicode/utf8"

	"junheng/tools/balance"
)

// Limits of a school table, well above the largest district.
const (
	maxTable   = 64 << 20 // bytes of a CSV file
	maxRows    = 200_000
	maxColumns = 256
	maxCell    = 4096 // bytes
)

// cell is one entry of a table as it was written.
type cell struct {
	text         string
	line, column int  // CSV: line, and column in characters; Excel: row and column
	row, index   int  // CSV: row and column as a spreadsheet counts them
	number       bool // Excel: stored as a number, not as text
	date         bool // Excel: a number shown as a date
	formula      bool // Excel: a formula
}

// grid is a table read row by row. next returns false after the last row; the
// row is good until the next call.
type grid interface {
	next() ([]cell, bool)
	place(c cell) balance.Place
	spot(c cell) string // where a spreadsheet shows c, to begin a message with; empty where place says it
	atMost() int        // rows there can be, 0 if not known: room to make at once
}

// csvGrid reads comma separated values, one pass over the text. It follows
// RFC 4180 with LF or CRLF; quotes inside an unquoted cell stand for themselves.
type csvGrid struct {
	file string
	text string
	pos  int
	line int
	done int // rows before the one at hand, blank ones too
	row  []cell
	ps   *balance.Problems
}

func newCSV(file, text string, ps *balance.Problems) *csvGrid {
	return &csvGrid{file: file, text: text, line: 1, ps: ps}
}

func (g *csvGrid) place(c cell) balance.Place {
	return balance.Place{File: g.file, Line: c.line, Column: c.column}
}

func (g *csvGrid) spot(c cell) string {
	return "第" + itoa(c.row) + "行" + columnName(c.index) + "列："
}

func (g *csvGrid) atMost() int { return min(strings.Count(g.text, "\n")+1, maxRows) }

func (g *csvGrid) next() ([]cell, bool) {
	for g.pos < len(g.text) && (g.text[g.pos] == '\n' || g.text[g.pos] == '\r' && g.pos+1 < len(g.text) && g.text[g.pos+1] == '\n') {
		if g.text[g.pos] == '\n' {
			g.line++
			g.done++
		}
		g.pos++
	}
	if g.pos >= len(g.text) {
		return nil, false
	}
	g.row = g.row[:0]
	g.done++
	for column := 1; ; {
		c := cell{line: g.line, column: column, row: g.done, index: len(g.row) + 1}
		more := false
		if g.pos < len(g.text) && g.text[g.pos] == '"' {
			var closed bool
			if column, more, closed = g.quoted(&c); !closed {
				return nil, false
			}
		} else {
			from, wide := g.pos, 0
			end := from
			for ; end < len(g.text); end++ {
				b := g.text[end]
				if b == ',' || b == '\n' {
					break
				}
				if b >= 0x80 && b < 0xC0 { // a byte that begins no character
					wide++
				}
			}
			c.text, g.pos = g.text[from:end], end
			column += end - from - wide
			more = g.separator(&c, &column)
		}
		g.row = append(g.row, c)
		if !more {
			return g.row, true
		}
	}
}

// separator moves over the comma or line end after a cell and reports whether
// another cell follows.
func (g *csvGrid) separator(c *cell, column *int) bool {
	if g.pos >= len(g.text) {
		return false
	}
	b := g.text[g.pos]
	g.pos++
	if b == ',' {
		*column++
		return true
	}
	g.line++
	if n := len(c.text); n > 0 && c.text[n-1] == '\r' && g.pos >= 2 && g.text[g.pos-2] == '\r' {
		c.text = c.text[:n-1]
	}
	return false
}

// quoted reads a cell in quotes, in which "" is one quote.
func (g *csvGrid) quoted(c *cell) (column int, more, closed bool) {
	begin, column := g.pos, c.column
	var doubled []byte // the text so far, once a quote in it was doubled
	g.pos++
	from := g.pos
	for {
		for g.pos < len(g.text) && g.text[g.pos] != '"' {
			if g.text[g.pos] == '\n' {
				g.line++
				begin, column = g.pos+1, 1
			}
			g.pos++
		}
		if g.pos >= len(g.text) {
			g.ps.Fault(g.place(*c), g.spot(*c)+"引号没有配对，从这里到文件末尾都没有读", "在这一格末尾补上英文双引号；格里的双引号要写两个")
			return 0, false, false
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
	column += utf8.RuneCountInString(g.text[begin:end])
	more = g.separator(c, &column)
	return column, more, true
}
