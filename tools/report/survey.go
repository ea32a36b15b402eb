package report

import "golang.org/x/net/html/atom"

// stat is what one subtree holds.
type stat struct {
	han   int // Han characters outside links
	link  int // Han characters in links
	stops int // marks that end or divide sentences, outside links

	tables int // tables
	data   int // of these, tables of data
	rows   int // rows of the nearest table around
	wide   int // rows with two cells or more
	wider  int // rows with three cells or more
	cells  int
	long   int // cells with running text
}

func (s *stat) add(t stat) {
	s.han += t.han
	s.link += t.link
	s.stops += t.stops
	s.tables += t.tables
	s.data += t.data
	s.rows += t.rows
	s.wide += t.wide
	s.wider += t.wider
	s.cells += t.cells
	s.long += t.long
}

// surveyed is what one pass over a page learns about it.
type surveyed struct {
	named []*node // known containers of CMSs
	card  *node   // the information card above the article
}

// survey counts every element once, bottom up, and settles which are noise.
func survey(root *node) *surveyed {
	s := new(surveyed)
	s.measure(root)
	return s
}

func (s *surveyed) measure(n *node) (t stat) {
	for c := n.first; c != nil; c = c.next {
		if c.tag == 0 {
			t.text(c.text, c.link)
		} else {
			t.add(s.measure(c))
		}
	}
	switch n.tag {
	case atom.Td, atom.Th:
		if t.han+t.link > 120 && t.stops > 1 {
			t.long = 1
		} else {
			t.long = 0
		}
		t.cells, t.rows, t.wide, t.wider = 1, 0, 0, 0
	case atom.Tr:
		t.rows = 1
		if t.cells >= 2 {
			t.wide = 1
		}
		if t.cells >= 3 {
			t.wider = 1
		}
	case atom.Table:
		// Few cells of running text, or rows of three and more as in a ledger
		// of problems and measures: data. Otherwise the table only places things.
		data := t.tables == 0 && t.wide >= 2 && t.link <= t.han && (t.long*8 <= t.cells || t.wider >= 3 && t.wider == t.rows)
		if data && isCard(n) {
			n.kind = noise
			s.card = n
		} else if data {
			n.data = true
			t.data++
		}
		t.tables++
		t.rows, t.wide, t.wider, t.cells, t.long = 0, 0, 0, 0, 0
	}
	// A box may be called "hot" or be shown by a script and yet hold the article.
	if n.kind == noise && n != s.card && t.stops >= 40 && t.link*4 <= t.han {
		n.kind = ordinary
	}
	if n.kind == noise {
		return stat{}
	}
	if t.han >= 60 || t.data > 0 {
		n.stat = &t
		if n.kind == container {
			s.named = append(s.named, n)
		}
	}
	return t
}

// text counts one run of text.
func (t *stat) text(s string, link bool) {
	for i := 0; i < len(s); i++ {
		// Han characters and the signs of Chinese text are three bytes in UTF-8.
		switch c := s[i]; {
		case c >= 0xE4 && c <= 0xE9:
			if link {
				t.link++
			} else {
				t.han++
			}
			i += 2
		case link:
		case c == 0xE3 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] == 0x82,
			c == 0xEF && i+2 < len(s) && s[i+1] == 0xBC && (s[i+2] == 0x8C || s[i+2] == 0x9B || s[i+2] == 0x9A):
			t.stops++
			i += 2
		case c == ',' || c == ';':
			t.stops++
		}
	}
}

// article finds the element that holds the article: a known container with
// most of the prose, or the smallest element outside of which no sentences and
// no tables are left.
func (s *surveyed) article(root *node) *node {
	whole := stat{}
	if root.stat != nil {
		whole = *root.stat
	}
	var best *node
	for _, n := range s.named {
		if t := n.stat; t.stops*2 >= whole.stops && t.data == whole.data && (best == nil || t.han > best.stat.han) {
			best = n
		}
	}
	if best != nil {
		return best
	}
	for at, here := root, whole; ; here = *at.stat {
		into := (*node)(nil)
		for c := at.first; c != nil; c = c.next {
			t := c.stat
			if t == nil || c.kind == noise {
				continue
			}
			left := here.stops - t.stops
			if here.data == t.data && t.han*2 > here.han && left <= max(2, t.stops/50) {
				into = c
			}
		}
		if into == nil || into.data || isText(into) {
			return at
		}
		at = into
	}
}
