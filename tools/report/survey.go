package report

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

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

// surveyed is what one pass over a page learns about its elements. Only
// elements with some text are kept.
type surveyed struct {
	of      map[*html.Node]stat
	isData  map[*html.Node]bool // tables that hold data rather than a layout
	isNoise map[*html.Node]bool // menus, footers, sharing, hidden text
	named   []*html.Node        // known containers of CMSs
	card    *html.Node          // the information card above the article
}

// survey counts every element once, bottom up.
func survey(doc *html.Node) *surveyed {
	s := &surveyed{of: map[*html.Node]stat{}, isData: map[*html.Node]bool{}, isNoise: map[*html.Node]bool{}}
	s.measure(doc, false)
	return s
}

func (s *surveyed) measure(n *html.Node, link bool) (t stat) {
	if n.Type == html.TextNode {
		t.text(n.Data, link)
		return t
	}
	if skipped(n) {
		return t
	}
	link = link || isLink(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		t.add(s.measure(c, link))
	}
	if n.Type != html.ElementNode {
		return t
	}
	switch n.DataAtom {
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
			s.isNoise[n] = true
			s.card = n
		} else if data {
			s.isData[n] = true
			t.data++
		}
		t.tables++
		t.rows, t.wide, t.wider, t.cells, t.long = 0, 0, 0, 0, 0
	}
	name := s.classify(n)
	if name != container && hidden(n) {
		name = noise
	}
	// A box may be called "hot" or be shown by a script and yet hold the article.
	if s.isNoise[n] || name == noise && (t.stops < 40 || t.link*4 > t.han) {
		s.isNoise[n] = true
		return stat{}
	}
	if t.han >= 60 || t.data > 0 {
		s.of[n] = t
		if name == container {
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
func (s *surveyed) article(doc *html.Node) *html.Node {
	at := doc
	eachElement(doc, func(n *html.Node) bool {
		if n.DataAtom == atom.Body {
			at = n
		}
		return at == doc
	})
	whole := s.of[at]
	var best *html.Node
	for _, n := range s.named {
		if t := s.of[n]; t.stops*2 >= whole.stops && t.data == whole.data && (best == nil || t.han > s.of[best].han) {
			best = n
		}
	}
	if best != nil {
		return best
	}
	for {
		here, into := s.of[at], (*html.Node)(nil)
		for c := at.FirstChild; c != nil; c = c.NextSibling {
			t, ok := s.of[c]
			if !ok || s.isNoise[c] {
				continue
			}
			left := here.stops - t.stops
			if here.data == t.data && t.han*2 > here.han && left <= max(2, t.stops/50) {
				into = c
			}
		}
		if into == nil || s.isData[into] || isText(into) {
			return at
		}
		at = into
	}
}
