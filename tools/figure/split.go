package figure

import (
	"sort"
	"unicode/utf8"

	"junheng/tools/numeral"
)

// brk is a sign that ends something, at bytes start to end.
type brk struct {
	start, end int
	sort       breakSort
	last, next [fullStop + 1]int32 // the nearest break of at least each sort, this one included; -1 for none
}

type breakSort uint8

const (
	listMark breakSort = iota // 、
	opening                   // （
	closing                   // ）
	colon
	comma
	semicolon
	fullStop
)

// cut lists the breaks of text outside its quantities, where 。 may be a point.
func cut(found []brk, text string, qs []numeral.Quantity) []brk {
	k := 0
	for i := 0; i < len(text); {
		for k < len(qs) && qs[k].To <= i {
			k++
		}
		if k < len(qs) && i >= qs[k].From && qs[k].Style != numeral.Roman {
			i = qs[k].To
			continue
		}
		c := text[i]
		if c < 0x80 {
			switch c {
			case '(':
				found = append(found, brk{start: i, end: i + 1, sort: opening})
			case ')':
				found = append(found, brk{start: i, end: i + 1, sort: closing})
			case ':':
				found = append(found, brk{start: i, end: i + 1, sort: colon})
			case ',':
				found = append(found, brk{start: i, end: i + 1, sort: comma})
			case ';':
				found = append(found, brk{start: i, end: i + 1, sort: semicolon})
			case '!', '?', '\n':
				found = append(found, brk{start: i, end: i + 1, sort: fullStop})
			}
			i++
			continue
		}
		if c != 0xe3 && c != 0xef {
			_, n := utf8.DecodeRuneInString(text[i:])
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch r {
		case '、':
			found = append(found, brk{start: i, end: i + n, sort: listMark})
		case '（':
			found = append(found, brk{start: i, end: i + n, sort: opening})
		case '）':
			found = append(found, brk{start: i, end: i + n, sort: closing})
		case '：', '】': // 【招生入学】小学…
			found = append(found, brk{start: i, end: i + n, sort: colon})
		case '，':
			found = append(found, brk{start: i, end: i + n, sort: comma})
		case '；':
			found = append(found, brk{start: i, end: i + n, sort: semicolon})
		case '。', '！', '？':
			found = append(found, brk{start: i, end: i + n, sort: fullStop})
		}
		i += n
	}
	link(found)
	return found
}

// link fills in the neighbours of breaks, so that none is searched for twice.
func link(breaks []brk) {
	at := [fullStop + 1]int32{-1, -1, -1, -1, -1, -1, -1}
	for k := range breaks {
		for t := listMark; t <= breaks[k].sort; t++ {
			at[t] = int32(k)
		}
		breaks[k].last = at
	}
	at = [fullStop + 1]int32{-1, -1, -1, -1, -1, -1, -1}
	for k := len(breaks) - 1; k >= 0; k-- {
		for t := listMark; t <= breaks[k].sort; t++ {
			at[t] = int32(k)
		}
		breaks[k].next = at
	}
}

// first returns the index of the first break that starts at i or later.
func (w *walker) first(i int) int {
	return sort.Search(len(w.breaks), func(k int) bool { return w.breaks[k].start >= i })
}

// from returns where the piece that holds i begins: behind the last break of
// least sort before i.
func (w *walker) from(i int, least breakSort) int {
	if k := w.first(i) - 1; k >= 0 {
		if k := w.breaks[k].last[least]; k >= 0 {
			return w.breaks[k].end
		}
	}
	return 0
}

// to returns where the piece that holds i ends.
func (w *walker) to(i int, least breakSort) int {
	if k := w.first(i); k < len(w.breaks) {
		if k := w.breaks[k].next[least]; k >= 0 {
			return w.breaks[k].start
		}
	}
	return len(w.text)
}

// cursor turns byte offsets into code points without counting from the start
// each time; offsets may go back a little.
type cursor struct{ byte, rune int }

func (c *cursor) points(text string, i int) int {
	if i >= c.byte {
		c.rune += utf8.RuneCountInString(text[c.byte:i])
	} else {
		c.rune -= utf8.RuneCountInString(text[i:c.byte])
	}
	c.byte = i
	return c.rune
}

// near cuts text[from:to] to at most width bytes on each side of at, on
// character boundaries.
func near(text string, from, to, at, width int) (int, int) {
	if at-from > width {
		for from = at - width; from < at && !utf8.RuneStart(text[from]); from++ {
		}
	}
	if to-at > width {
		for to = at + width; to > at && to < len(text) && !utf8.RuneStart(text[to]); to-- {
		}
	}
	return from, to
}

type span struct{ start, end int }

// parted reports whether a break of least sort lies in [from, to).
func (w *walker) parted(from, to int, least breakSort) bool {
	return from < to && w.to(from, least) < to
}
