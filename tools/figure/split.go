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
				found = append(found, brk{i, i + 1, opening})
			case ')':
				found = append(found, brk{i, i + 1, closing})
			case ':':
				found = append(found, brk{i, i + 1, colon})
			case ',':
				found = append(found, brk{i, i + 1, comma})
			case ';':
				found = append(found, brk{i, i + 1, semicolon})
			case '!', '?', '\n':
				found = append(found, brk{i, i + 1, fullStop})
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
			found = append(found, brk{i, i + n, listMark})
		case '（':
			found = append(found, brk{i, i + n, opening})
		case '）':
			found = append(found, brk{i, i + n, closing})
		case '：':
			found = append(found, brk{i, i + n, colon})
		case '，':
			found = append(found, brk{i, i + n, comma})
		case '；':
			found = append(found, brk{i, i + n, semicolon})
		case '。', '！', '？':
			found = append(found, brk{i, i + n, fullStop})
		}
		i += n
	}
	return found
}

// from returns where the piece that holds i begins: behind the last break of
// least sort before i.
func (w *walker) from(i int, least breakSort) int {
	k := sort.Search(len(w.breaks), func(k int) bool { return w.breaks[k].start >= i })
	for k--; k >= 0; k-- {
		if w.breaks[k].sort >= least {
			return w.breaks[k].end
		}
	}
	return 0
}

// to returns where the piece that holds i ends.
func (w *walker) to(i int, least breakSort) int {
	k := sort.Search(len(w.breaks), func(k int) bool { return w.breaks[k].start >= i })
	for ; k < len(w.breaks); k++ {
		if w.breaks[k].sort >= least {
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
