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
	maxFlaws  = 100      // slips told at once
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
			if len(s.flaws) == maxFlaws {
				f = &flaw{at: f.at, what: "错误太多，从这里起没有检查", mend: "先改正前面的，再检查一次；整个文件都不对的，照示例重写", fatal: true}
			}
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
			at := s.here()
			s.root.comments = append(s.root.comments, comment{at, s.text[s.pos:s.eol()]})
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

// lineEnd requires that nothing but a comment follows on the line.
func (s *scanner) lineEnd() *flaw {
	s.blank(false)
	if s.pos >= len(s.text) || s.text[s.pos] == '\n' {
		return nil
	}
	return s.trailing()
}

// recover notes f and moves to where reading can go on: the next line, or
// after a list that is open the next line that begins something.
func (s *scanner) recover(f *flaw, begin int, header bool) {
	f.first, f.header = begin, header
	s.unseen(f, max(begin, s.start))
	if !s.looksLikePair() || s.pos == begin {
		open := s.start > begin || strings.Count(s.text[begin:s.eol()], "[")+strings.Count(s.text[begin:s.eol()], "{") >
			strings.Count(s.text[begin:s.eol()], "]")+strings.Count(s.text[begin:s.eol()], "}")
		for s.pos = s.eol(); s.pos < len(s.text); s.pos = s.eol() {
			s.newline()
			if !open || s.begins() {
				break
			}
		}
	}
	f.last = s.pos
	s.flaws = append(s.flaws, *f)
}

// begins reports whether the line at pos looks like a header or key = value.
func (s *scanner) begins() bool {
	line := s.rest()
	if strings.HasPrefix(line, "[") {
		return strings.Contains(line, "]") && !strings.ContainsAny(line, "\"',“”，")
	}
	i := strings.IndexAny(line, "=＝")
	return i > 0 && !strings.ContainsAny(line[:i], "\"',{}[]“”，")
}
