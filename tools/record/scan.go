package record

import (
	"strings"
	"unicode/utf8"
)

// Limits before anything is decoded: the decoder needs memory in the square of
// a dotted key's depth, and a person writes nothing near these.
const (
	maxTOML   = 1 << 20  // bytes of a file
	maxLine   = 64 << 10 // bytes of a line
	maxKeys   = 8        // parts of a dotted key
	maxNested = 16       // arrays and inline tables inside each other
)

// flaw is one thing wrong with the writing of a TOML text.
type flaw struct {
	at         spot
	what, mend string
	word       string // a key that is not English, for a suggestion
	first      int    // bytes from here
	last       int    // to here cannot be used
	fatal      bool   // the text must not reach the decoder
	header     bool   // it hit a [table] header: what follows belongs nowhere
}

// scanner walks a TOML text once, noting the place of every key. It follows
// the decoder's grammar where the text is right and knows the usual slips of a
// Chinese keyboard where it is not; after a slip it goes on at the next line.
type scanner struct {
	text  string
	pos   int
	line  int // current line, from 1
	start int // where the current line begins
	seen  int // column counted up to here: bytes …
	count int // … and characters
	root  *node
	flaws []flaw
}

// scanTOML returns the tree of keys and what is wrong with the writing.
func scanTOML(text string) (*node, []flaw) {
	s := &scanner{text: text, line: 1, root: &node{key: spot{1, 1}, value: spot{1, 1}}}
	cur := s.root
	for {
		s.blank(true)
		if s.pos >= len(s.text) || s.fatal() {
			return s.root, s.flaws
		}
		begin, header := s.pos, s.text[s.pos] == '['
		var f *flaw
		if header {
			var next *node
			if next, f = s.header(); f == nil {
				cur = next
			}
		} else {
			f = s.pair(cur, 0)
		}
		if f == nil {
			f = s.lineEnd()
		}
		if f != nil {
			s.recover(f, begin, header)
			if header { // what follows belongs to a table that has no name
				cur = &node{key: s.here(), value: s.here()}
			}
		}
	}
}

func (s *scanner) fatal() bool {
	return len(s.flaws) > 0 && s.flaws[len(s.flaws)-1].fatal
}

// here returns the place of pos, counting each line once.
func (s *scanner) here() spot { return s.spotAt(s.pos) }

func (s *scanner) spotAt(pos int) spot {
	if pos < s.seen || s.seen < s.start {
		s.seen, s.count = s.start, 0
	}
	s.count += utf8.RuneCountInString(s.text[s.seen:pos])
	s.seen = pos
	return spot{s.line, s.count + 1}
}

// newline moves over a line feed.
func (s *scanner) newline() {
	s.pos++
	s.line++
	s.start = s.pos
}

// blank moves over white space and comments, over line ends too if lines.
func (s *scanner) blank(lines bool) {
	for s.pos < len(s.text) {
		switch c := s.text[s.pos]; {
		case c == ' ' || c == '\t' || c == '\r' && s.next(1) == '\n':
			s.pos++
		case c == '\n' && lines:
			s.newline()
		case c == '#':
			s.pos = s.eol()
		default:
			return
		}
	}
}

// eol returns where the current line ends.
func (s *scanner) eol() int {
	if i := strings.IndexByte(s.text[s.pos:], '\n'); i >= 0 {
		return s.pos + i
	}
	return len(s.text)
}

// next returns the byte n places on, 0 at the end.
func (s *scanner) next(n int) byte {
	if s.pos+n < len(s.text) {
		return s.text[s.pos+n]
	}
	return 0
}

func (s *scanner) peek() rune {
	r, _ := utf8.DecodeRuneInString(s.text[s.pos:])
	return r
}

func (s *scanner) flaw(what, mend string) *flaw {
	return &flaw{at: s.here(), what: what, mend: mend}
}

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

// lineEnd requires that nothing but a comment follows on the line.
func (s *scanner) lineEnd() *flaw {
	s.blank(false)
	if s.pos >= len(s.text) || s.text[s.pos] == '\n' {
		return nil
	}
	return s.trailing()
}
