package record

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// hidden finds a character in s that cannot be seen: control, direction or
// zero width.
func hidden(s string) bool {
	for _, r := range s {
		if (r < 0x3000 || r >= 0xE000) && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
			return true
		}
	}
	return false
}

// unseen returns the first hidden character of s and which one it is, from 1;
// tabs and line ends may stand in a text.
func unseen(s string) (int, rune) {
	i := 0
	for _, r := range s {
		i++
		if r != '\n' && r != '\r' && r != '\t' && hidden(string(r)) {
			return i, r
		}
	}
	return 0, 0
}

// called names a character that cannot be seen, or looks like a space and is
// none; "" for any other.
func called(r rune) string {
	switch {
	case r == '\u3000':
		return "全角空格"
	case r == '\u00a0' || r == '\u202f':
		return "不间断空格"
	case r == '\u200b' || r == '\u2060' || r == '\ufeff':
		return "零宽空格"
	case r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r == '\u200e' || r == '\u200f':
		return "文字方向控制符"
	case r == ' ' || r == '\n' || r == '\r' || r == '\t' || !unicode.IsSpace(r) && !hidden(string(r)):
		return ""
	}
	return fmt.Sprintf("U+%04X", r)
}

// unseen puts in f's place that the line at hand has a character that cannot
// be seen: whatever else is said of the line, the clerk would not find it.
func (s *scanner) unseen(f *flaw, from int) {
	quotes := 0
	if f.fatal {
		return
	}
	for i, r := range s.text[from:s.eol()] {
		switch {
		case r == '"' || r == '\'':
			quotes++
		case quotes%2 == 0 && called(r) != "":
			f.at = s.spotAt(from + i)
			f.what, f.mend, f.word = "这里有看不见的字符（"+called(r)+"）", "把光标移到这里删去它；要空格的，用英文键盘打一个空格", ""
			return
		case quotes%2 == 0 && (r == '#' || r >= utf8.RuneSelf):
			return
		}
	}
}
