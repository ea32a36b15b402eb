package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// blank reports white space of any width.
func blank(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\f', '\v', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200A
}

// unseen reports characters that a reader does not see and that may turn text
// round or hide it: bidi controls, zero-width signs, control characters.
func unseen(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7F && r < 0xA0, r == 0xAD, r == 0x34F, r == 0x61C, r == 0x180E, r == 0xFEFF:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F:
		return true
	}
	return r >= 0xFFF0 && r <= 0xFFFB || r >= 0xE0000 && r <= 0xE0FFF
}

// spaced reports signs that a space may stand between: latin words and numbers.
func spaced(r rune) bool {
	return r < 0x250 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// fold cleans a run of text: unseen characters go, white space goes, except for
// one space between two latin words or numbers. Everything else stays as it is.
func fold(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	last, gap := rune(0), false
	for _, r := range s {
		switch {
		case blank(r):
			gap = true
		case unseen(r):
		default:
			if gap && spaced(last) && spaced(r) {
				b.WriteByte(' ')
			}
			b.WriteRune(r)
			last, gap = r, false
		}
	}
	return b.String()
}

// plain reports whether fold would change nothing, for the common case.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c <= ' ', c == 0x7F, c == 0xC2, c == 0xCD, c == 0xD8, c == 0xE1, c == 0xEF && i+1 < len(s) && s[i+1] >= 0xBB && s[i+1] != 0xBC, c >= 0xF0:
			return false
		case c == 0xE2 && i+1 < len(s) && (s[i+1] == 0x80 && i+2 < len(s) && (s[i+2] < 0x90 || s[i+2] >= 0xA8) || s[i+1] == 0x81):
			return false
		case c == 0xE3 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] == 0x80:
			return false
		}
	}
	return true
}

// key is the form in which lines are compared with word lists: no white space,
// full-width ASCII folded to half-width, lower case.
func key(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case blank(r), unseen(r):
			continue
		case r >= 0xFF01 && r <= 0xFF5E:
			r -= 0xFEE0
		}
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// count is the number of code points.
func count(s string) int { return utf8.RuneCountInString(s) }

// cutTo returns at most n code points of s.
func cutTo(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// tailOf returns the last n code points of s.
func tailOf(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

func isHan(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF || r >= 0x20000 && r <= 0x3FFFF || r == '〇'
}

func hasHan(s string) bool { return strings.IndexFunc(s, isHan) >= 0 }
