package record

import (
	"strings"
	"unicode/utf8"
)

// header reads [a.b] or [[a.b]] and returns the table that follows.
func (s *scanner) header() (*node, *flaw) {
	at := s.here()
	s.pos++
	repeated := s.next(0) == '['
	if repeated {
		s.pos++
	}
	keys, _, f := s.keys("]")
	if f != nil {
		return nil, f
	}
	if s.next(0) != ']' || repeated && s.next(1) != ']' {
		return nil, s.badHeader(repeated)
	}
	s.pos++
	if repeated {
		s.pos++
	}
	n := s.root
	for _, k := range keys[:len(keys)-1] {
		n = n.child(k, at).into()
	}
	n = n.child(keys[len(keys)-1], at)
	if !repeated {
		n = n.into()
		if n.header && !n.set {
			return nil, &flaw{at: at, what: "表头 [" + strings.Join(keys, ".") + "] 写了两次，前一次在第 " + itoa(n.value.line) + " 行",
				mend: "合并成一个；如果本来是多条，每条都用双层方括号 [[" + strings.Join(keys, ".") + "]]"}
		}
		n.header, n.key, n.value = true, at, at
		return n, nil
	}
	element := &node{key: at, value: at}
	n.list = append(n.list, element)
	return element, nil
}

// pair reads key = value into table n.
func (s *scanner) pair(n *node, nested int) *flaw {
	keys, spots, f := s.keys("=")
	if f != nil {
		return f
	}
	if s.next(0) != '=' {
		return s.noEquals()
	}
	s.pos++
	s.blank(false)
	for i, k := range keys {
		n = n.child(k, spots[i])
		if i < len(keys)-1 {
			n = n.into()
		}
	}
	if n.set || n.header || len(n.list) > 0 {
		return &flaw{at: spots[len(spots)-1], what: "“" + strings.Join(keys, ".") + "”写了两次，前一次在第 " + itoa(n.key.line) + " 行",
			mend: "删去一个；如果是另一条记录，先另起一行写它的 [[…]] 表头"}
	}
	n.set, n.value = true, s.here()
	return s.value(n, nested)
}

// keys reads a dotted key up to the sign that must follow it.
func (s *scanner) keys(before string) (keys []string, spots []spot, f *flaw) {
	for {
		s.blankInLine()
		at := s.here()
		var key string
		switch c := s.next(0); {
		case c == '"' || c == '\'':
			if key, f = s.quotedKey(); f != nil {
				return nil, nil, f
			}
		case bareKey(c):
			from := s.pos
			for bareKey(s.next(0)) {
				s.pos++
			}
			if s.pos < len(s.text) && s.peek() >= utf8.RuneSelf && !isSign(s.peek()) {
				s.pos = from
				return nil, nil, s.badKey(before)
			}
			key = s.text[from:s.pos]
		default:
			return nil, nil, s.badKey(before)
		}
		keys, spots = append(keys, key), append(spots, at)
		if len(keys) > maxKeys {
			return nil, nil, &flaw{at: at, what: "键名层数太多，超过 " + itoa(maxKeys) + " 层", mend: "检查这一行的句点是否误写", fatal: true}
		}
		s.blankInLine()
		if s.next(0) != '.' {
			return keys, spots, nil
		}
		s.pos++
	}
}

func (s *scanner) blankInLine() {
	for s.next(0) == ' ' || s.next(0) == '\t' {
		s.pos++
	}
}

func bareKey(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
}
