package main

import (
	"bufio"
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"unicode"

	"github.com/mattn/go-runewidth"
)

// A printer writes one result a line: JSON for programs, a table for people.
type printer struct {
	w    *bufio.Writer
	json *json.Encoder
	rows [][]string // table only; the first is the header
}

func newPrinter(w io.Writer, format string, header []string) (*printer, error) {
	p := &printer{w: bufio.NewWriter(w)}
	switch format {
	case "json":
		p.json = json.NewEncoder(p.w)
		p.json.SetEscapeHTML(false)
	case "table":
		p.rows = [][]string{header}
	default:
		return nil, usageError("--format 只能是 json 或 table")
	}
	return p, nil
}

func (p *printer) line(v any, row []string) {
	if p.json != nil {
		p.json.Encode(v) // a write error comes back from Flush
		return
	}
	for i := range row {
		row[i] = strings.Map(printable, row[i])
	}
	p.rows = append(p.rows, row)
}

// cells counts as terminals do by default: a sign of no fixed width, as “ and
// ≥, takes one cell wherever the program runs.
var cells = &runewidth.Condition{}

// printable keeps a row on its line, and a terminal from taking text of a
// document for a command.
func printable(r rune) rune {
	if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
		return ' '
	}
	return r
}

// close writes what is left. In tables a Chinese character is two cells wide;
// the last column is not padded.
func (p *printer) close() error {
	width := map[int]int{}
	for _, row := range p.rows {
		for i, cell := range row {
			width[i] = max(width[i], cells.StringWidth(cell))
		}
	}
	for _, row := range p.rows {
		for i, cell := range row {
			if i == len(row)-1 {
				p.w.WriteString(cell)
				break
			}
			p.w.WriteString(cell + strings.Repeat(" ", width[i]-cells.StringWidth(cell)+2))
		}
		p.w.WriteByte('\n')
	}
	return p.w.Flush()
}

// number prints v with no more digits than it has.
func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
