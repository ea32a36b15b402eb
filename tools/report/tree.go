package report

import (
	"golang.org/x/net/html/atom"
)

// node is an element or a run of text of a page. Inline elements have no node
// unless they are hidden or named: what a run of text needs to know of them it
// says itself.
type node struct {
	tag  atom.Atom // 0 for a run of text
	kind kindOfElement
	link bool   // a run of text in a link
	bold bool   // a run of text in bold
	data bool   // a table that holds data rather than a layout
	text string // a run of text; of an element, its attributes as written
	stat *stat  // of elements with some text

	parent, first, last, next, before *node
}

// tree is a page taken apart as a browser does, as far as a reader of its text
// can tell. Unlike a browser it opens nothing twice, so that it is never larger
// than the page.
type tree struct {
	root  *node
	metas []string // attributes of its <meta> elements
	links []string // of its <link> elements
	title string   // its <title>

	slab    []node
	stack   []opened
	mute    int  // 1 + the place in stack of an element that shows no text; 0 for none
	head    bool // before the first element or text of the body
	style   style
	paras   int // <p> that are open
	formats int // formatting elements that have nodes and are open
}

// style is what formatting elements say of the text that follows.
type style struct {
	link        bool
	bold, floor int // <b> that are open; of these, outside the cell
}

// opened is an element that is not yet closed.
type opened struct {
	tag   atom.Atom
	node  *node // its own or that of the element around it
	style style // of the text around a cell
}

// maxOpen bounds how deep elements nest; deeper ones stand beside each other.
const maxOpen = 512

func (t *tree) top() *opened { return &t.stack[len(t.stack)-1] }

// insert adds a node where the text now stands; what stands in a table but in
// no cell goes before the table.
func (t *tree) insert(tag atom.Atom, text string) *node {
	if len(t.slab) == 0 {
		t.slab = make([]node, 256)
	}
	n := &t.slab[0]
	t.slab = t.slab[1:]
	*n = node{tag: tag, text: text, parent: t.top().node}
	p := n.parent
	if of[p.tag]&rows != 0 && of[tag]&(rows|cell) == 0 {
		for p.tag != atom.Table && p.parent != nil {
			p = p.parent
		}
		if table := p; table.parent != nil {
			n.parent, n.next, n.before, table.before = table.parent, table, table.before, n
			if n.before != nil {
				n.before.next = n
			} else {
				n.parent.first = n
			}
			return n
		}
	}
	if n.before = p.last; p.last == nil {
		p.first = n
	} else {
		p.last.next = n
	}
	p.last = n
	return n
}

// push opens an element. n is nil where it has no node.
func (t *tree) push(tag atom.Atom, n *node) {
	if len(t.stack) >= maxOpen {
		return
	}
	if n == nil {
		n = t.top().node
	}
	t.stack = append(t.stack, opened{tag, n, t.style})
	switch {
	case tag == atom.P:
		t.paras++
	case of[tag]&format != 0:
		t.formats++
	case of[tag]&cell != 0:
		t.style.floor = t.style.bold
	}
}

// pop closes elements until n are open.
func (t *tree) pop(n int) {
	for len(t.stack) > n {
		o := t.top()
		switch {
		case o.tag == atom.P:
			t.paras--
		case of[o.tag]&format != 0:
			t.formats--
		case of[o.tag]&cell != 0:
			t.style = o.style
		}
		t.stack = t.stack[:len(t.stack)-1]
	}
	if t.mute > n {
		t.mute = 0
	}
}

// find returns the place in the stack of the innermost element that wanted
// accepts, or 0: none is open, or one that stops accepts lies between.
func (t *tree) find(wanted func(atom.Atom) bool, stops trait) int {
	for k := len(t.stack) - 1; k > 0; k-- {
		switch tag := t.stack[k].tag; {
		case wanted(tag):
			return k
		case of[tag]&stops != 0:
			return 0
		}
	}
	return 0
}

func (t *tree) findTag(tag atom.Atom, stops trait) int {
	return t.find(func(a atom.Atom) bool { return a == tag }, stops)
}

// closeP closes the paragraph that is open, if any.
func (t *tree) closeP() {
	if t.paras > 0 {
		if k := t.findTag(atom.P, scope); k > 0 {
			t.pop(k)
		}
	}
}

// trait is what the parser knows of an element.
type trait uint16

const (
	box     trait = 1 << iota // begins and ends a paragraph, and closes <p>
	special                   // no end tag of an inline element reaches out of it
	scope                     // nor any other
	rows                      // a table, or what groups its cells
	cell                      // holds the text of a table
	format                    // stays in force until it is closed
	void                      // has no content
	raw                       // holds no tags
	mute                      // shows no text
	headline
)

// of gives the traits of elements.
var of = func() map[atom.Atom]trait {
	m := map[atom.Atom]trait{}
	for t, list := range map[trait][]atom.Atom{
		box | special: {atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Center, atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dd, atom.Dt, atom.Fieldset,
			atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.Header, atom.Hgroup, atom.Li, atom.Listing, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Ul},
		box | special | headline:     {atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6},
		box | special | rows | scope: {atom.Table},
		special | rows:               {atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr},
		special | cell | scope:       {atom.Td, atom.Th, atom.Caption},
		format:                       {atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U},
		void:                         {atom.Area, atom.Base, atom.Br, atom.Col, atom.Colgroup, atom.Embed, atom.Frame, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr, atom.Basefont, atom.Bgsound},
		raw:                          {atom.Script, atom.Style, atom.Title, atom.Textarea, atom.Noscript, atom.Iframe, atom.Noframes, atom.Noembed},
		mute:                         {atom.Select, atom.Option, atom.Svg},
		mute | special | scope:       {atom.Button, atom.Object, atom.Template, atom.Marquee, atom.Applet},
	} {
		for _, a := range list {
			m[a] |= t
		}
	}
	return m
}()
