package balance

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Problem 问题 is one thing wrong with a file, said so that a clerk can mend it.
type Problem struct {
	Place  Place  `json:"place"`
	What   string `json:"what"`             // what is wrong, in Chinese, without a full stop
	Mend   string `json:"mend"`             // how to mend it
	Notice bool   `json:"notice,omitempty"` // worth saying, but does not stop a build
}

// String prints file:line:column or file!sheet!cell, what is wrong and how to
// mend it.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.Place.String())
	if p.Notice {
		b.WriteString(": 提示: ")
	} else {
		b.WriteString(": ")
	}
	b.WriteString(p.What)
	if p.Mend != "" {
		b.WriteString("。" + p.Mend)
	}
	return b.String()
}

// String prints p the way editors and people can follow.
func (p Place) String() string {
	switch {
	case p.Cell != "":
		return fmt.Sprintf("%s!%s!%s", p.File, p.Sheet, p.Cell)
	case p.Sheet != "":
		return fmt.Sprintf("%s!%s", p.File, p.Sheet)
	case p.Line > 0 && p.Column > 0:
		return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
	case p.Line > 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return p.File
}

// Problems 问题 is every fault and notice found in one go.
type Problems []Problem

// Fault adds something that must be mended before publishing.
func (ps *Problems) Fault(at Place, what, mend string) {
	*ps = append(*ps, Problem{Place: at, What: what, Mend: mend})
}

// Notice adds something worth knowing that stops nothing.
func (ps *Problems) Notice(at Place, what, mend string) {
	*ps = append(*ps, Problem{Place: at, What: what, Mend: mend, Notice: true})
}

// Faults counts what must be mended.
func (ps Problems) Faults() int {
	n := 0
	for _, p := range ps {
		if !p.Notice {
			n++
		}
	}
	return n
}

// Sort orders problems by file, line and column, or sheet, row and column, so
// that output is stable and follows the file.
func (ps Problems) Sort() {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		p, q := a.Place, b.Place
		first := cmp.Or(strings.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Column, q.Column), strings.Compare(p.Sheet, q.Sheet))
		if first != 0 || p.Cell == q.Cell {
			return first
		}
		pc, pr := p.letters()
		qc, qr := q.letters()
		return cmp.Or(cmp.Compare(len(pr), len(qr)), strings.Compare(pr, qr), cmp.Compare(len(pc), len(qc)), strings.Compare(pc, qc))
	})
}

// letters splits the name of a cell: B7 is column B, row 7.
func (p Place) letters() (column, row string) {
	row = strings.TrimLeft(p.Cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	return p.Cell[:len(p.Cell)-len(row)], row
}
