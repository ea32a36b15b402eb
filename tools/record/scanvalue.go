package record

import (
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// value reads one value into n. nested counts the arrays and inline tables
// around it.
func (s *scanner) value(n *node, nested int) *flaw {
	if nested > maxNested {
		f := s.flaw("方括号、花括号套得太深，超过 "+itoa(maxNested)+" 层", "检查括号是否误写")
		f.fatal = true
		return f
	}
	switch s.next(0) {
	case '"', '\'':
		return s.str()
	case '[':
		return s.array(n, nested)
	case '{':
		return s.inline(n, nested)
	}
	return s.plain()
}

// str reads a string of any of the four kinds.
func (s *scanner) str() *flaw {
	at, from, quote := s.here(), s.pos, s.text[s.pos]
	if s.next(1) == quote && s.next(2) == quote {
		s.pos += 3
		return s.longString(at, quote)
	}
	for s.pos++; s.pos < len(s.text) && s.text[s.pos] != '\n'; s.pos++ {
		switch s.text[s.pos] {
		case quote:
			s.pos++
			return nil
		case '\\':
			if quote == '"' {
				if f := s.escape(); f != nil {
					return f
				}
			}
		}
	}
	s.pos = from
	return s.unclosed(quote)
}

// longString reads up to three closing quotes; up to two more belong to it.
func (s *scanner) longString(at spot, quote byte) *flaw {
	for s.pos < len(s.text) {
		switch c := s.text[s.pos]; {
		case c == '\n':
			s.newline()
		case c == '\\' && quote == '"':
			if f := s.escape(); f != nil {
				return f
			}
			if s.pos < len(s.text) && s.text[s.pos] != '\n' {
				s.pos++
			}
		case c == quote && s.next(1) == quote && s.next(2) == quote:
			s.pos += 3
			for range 2 {
				if s.next(0) == quote {
					s.pos++
				}
			}
			return nil
		default:
			s.pos++
		}
	}
	return &flaw{at: at, what: "三个引号开头的文字一直没有结束", mend: "在文字末尾补上三个引号"}
}

// escape checks what follows a backslash and stops on its last byte.
func (s *scanner) escape() *flaw {
	digits := 0
	switch c := s.next(1); c {
	case 'b', 't', 'n', 'f', 'r', 'e', '"', '\\', '\n', '\r', ' ', '\t':
	case 'x':
		digits = 2
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	default:
		return s.flaw("双引号里的反斜杠 \\ 有特殊含义，这里不能这样用", "路径里的反斜杠改成 /，或者写两个反斜杠 \\\\")
	}
	if s.next(1) == '\n' || s.next(1) == '\r' {
		return nil // a line ending backslash: the line end is read by the caller
	}
	if digits > 0 {
		for i := range digits {
			if !strings.ContainsRune("0123456789abcdefABCDEF", rune(s.next(2+i))) || s.next(2+i) == 0 {
				return s.flaw("\\x、\\u、\\U 后面要跟 2、4、8 位十六进制数", "改成要写的字本身，或写两个反斜杠 \\\\")
			}
		}
	}
	s.pos += 1 + digits
	return nil
}

// quotedKey reads a key in quotes and returns what it stands for.
func (s *scanner) quotedKey() (string, *flaw) {
	from := s.pos
	if f := s.str(); f != nil {
		return "", f
	}
	raw := s.text[from:s.pos]
	var v struct{ K string }
	if strings.HasPrefix(raw, `"""`) || strings.HasPrefix(raw, `'''`) {
		return raw, nil // no key to the decoder, which says so
	}
	if strings.Contains(raw, `\`) {
		if _, err := toml.Decode("K = "+raw, &v); err == nil {
			return v.K, nil
		}
	}
	return raw[1 : len(raw)-1], nil
}

// array reads [v, v, …] over any number of lines.
func (s *scanner) array(n *node, nested int) *flaw {
	at := s.here()
	s.pos++
	for {
		s.blank(true)
		if s.pos >= len(s.text) {
			return &flaw{at: at, what: "方括号 [ 没有配对的 ]", mend: "在列表末尾补上 ]"}
		}
		if s.text[s.pos] == ']' {
			s.pos++
			return nil
		}
		if s.looksLikePair() {
			return &flaw{at: at, what: "方括号 [ 没有配对的 ]", mend: "在列表末尾补上 ]"}
		}
		e := &node{key: s.here(), value: s.here(), set: true}
		n.list = append(n.list, e)
		if f := s.value(e, nested+1); f != nil {
			return f
		}
		s.blank(true)
		switch s.next(0) {
		case ',':
			s.pos++
		case ']':
		default:
			if s.pos >= len(s.text) || s.looksLikePair() {
				return &flaw{at: at, what: "方括号 [ 没有配对的 ]", mend: "在列表末尾补上 ]"}
			}
			return s.badSeparator("]")
		}
	}
}

// inline reads {k = v, …}.
func (s *scanner) inline(n *node, nested int) *flaw {
	at := s.here()
	s.pos++
	for {
		s.blank(true)
		switch {
		case s.pos >= len(s.text):
			return &flaw{at: at, what: "花括号 { 没有配对的 }", mend: "在末尾补上 }"}
		case s.text[s.pos] == '}':
			s.pos++
			return nil
		}
		if f := s.pair(n, nested+1); f != nil {
			return f
		}
		s.blank(true)
		switch s.next(0) {
		case ',':
			s.pos++
		case '}':
		default:
			if s.pos >= len(s.text) {
				return &flaw{at: at, what: "花括号 { 没有配对的 }", mend: "在末尾补上 }"}
			}
			return s.badSeparator("}")
		}
	}
}

// plain reads a number, a date or true and false; whether it is right is for
// the decoder to say.
func (s *scanner) plain() *flaw {
	from := s.pos
	for s.pos < len(s.text) && plainByte(s.text[s.pos]) {
		s.pos++
	}
	word := s.text[from:s.pos]
	if len(word) == 10 && word[4] == '-' && s.next(0) == ' ' && s.next(1) >= '0' && s.next(1) <= '9' {
		for s.pos++; s.pos < len(s.text) && plainByte(s.text[s.pos]); s.pos++ {
		}
	}
	if word != "" && (strings.ContainsRune("+-0123456789", rune(word[0])) || word == "true" || word == "false" || word == "inf" || word == "nan") &&
		(s.pos >= len(s.text) || strings.ContainsRune(" \t\r\n,]}#", s.peek())) {
		return nil
	}
	s.pos = from
	return s.badValue()
}

func plainByte(c byte) bool { return bareKey(c) || c == '+' || c == '.' || c == ':' }

// looksLikePair reports whether a new “key = value” begins at this line's
// start: inside a list, that is a list that was not closed.
func (s *scanner) looksLikePair() bool {
	if strings.TrimSpace(s.text[s.start:s.pos]) != "" {
		return false
	}
	i := s.pos
	for i < len(s.text) && bareKey(s.text[i]) {
		i++
	}
	if i == s.pos {
		return false
	}
	for i < len(s.text) && (s.text[i] == ' ' || s.text[i] == '\t') {
		i++
	}
	r, _ := utf8.DecodeRuneInString(s.text[i:])
	return r == '=' || r == '＝'
}
