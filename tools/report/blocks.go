package report

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// walker turns a tree into blocks in reading order.
type walker struct {
	*surveyed

	every   bool       // looking for bylines: keep menus and the like,
	article *html.Node // leave the article out

	buf   []byte // the paragraph being gathered, not yet cleaned
	links int    // of it, bytes in links
	bold  int    // of it, bytes in bold
	rank  int
	pre   bool
	soft  bool // a line break ended the paragraph before
	out   []block
}

// flush ends the paragraph being gathered.
func (w *walker) flush() {
	if w.every && len(w.buf) > 900 { // too long for a byline
		w.buf = w.buf[:0]
	}
	if len(w.buf) > 0 {
		if text := fold(string(w.buf)); text != "" {
			rank := w.rank
			if rank == 0 && w.bold*10 >= len(w.buf)*9 {
				rank = 7
			}
			w.out = append(w.out, block{text: text, rank: rank, links: count(text) * w.links / len(w.buf), soft: w.soft, inset: inset(w.buf)})
			w.soft = false
		}
		w.buf = w.buf[:0]
	}
	w.links, w.bold = 0, 0
}

func (w *walker) walk(n *html.Node) { w.visit(n, false, false) }

func (w *walker) visit(n *html.Node, link, bold bool) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data, link, bold)
		return
	case html.ElementNode:
		if skipped(n) || w.isNoise[n] && !w.every || n == w.article {
			return
		}
	case html.CommentNode:
		return
	}
	box := isBox(n.DataAtom)
	if box {
		w.flush()
		w.soft = false
	}
	switch n.DataAtom {
	case atom.Br:
		n := len(w.out)
		w.flush()
		w.soft = len(w.out) > n
		return
	case atom.Hr:
		w.flush()
		w.soft = false
		return
	case atom.A:
		link = link || isLink(n)
	case atom.B, atom.Strong:
		bold = true
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		defer func(r int) { w.rank = r }(w.rank)
		w.rank = int(n.Data[1] - '0')
	case atom.Pre:
		defer func(p bool) { w.pre = p }(w.pre)
		w.pre = true
	case atom.Table:
		if w.isData[n] && !w.every {
			if t := readTable(n, w.surveyed); t != nil {
				w.out = append(w.out, block{table: t})
				return
			}
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.visit(c, link, bold)
	}
	if box {
		w.flush()
		w.soft = false
	}
}

// text gathers one run of text.
func (w *walker) text(s string, link, bold bool) {
	if w.pre && strings.Contains(s, "\n") {
		for i, line := range strings.Split(s, "\n") {
			if i > 0 {
				n := len(w.out)
				w.flush()
				w.soft = len(w.out) > n
			}
			w.buf = append(w.buf, line...)
		}
		return
	}
	w.buf = append(w.buf, s...)
	if link {
		w.links += len(s)
	}
	if bold || strings.TrimSpace(s) == "" {
		w.bold += len(s)
	}
}

// isBox reports the elements that begin and end a paragraph.
func isBox(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Header, atom.Main, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd,
		atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Pre, atom.Blockquote, atom.Center, atom.Form, atom.Fieldset, atom.Figure, atom.Figcaption, atom.Address, atom.Body, atom.Nav, atom.Footer, atom.Aside, atom.Details, atom.Summary:
		return true
	}
	return false
}

// shown reads blocks again in which tags or entities show as text, as in pages
// that were escaped once too often.
func shown(in []block) []block {
	var out []block
	for i, b := range in {
		if b.table != nil || !showsTags(b.text) {
			if out != nil {
				out = append(out, b)
			}
			continue
		}
		if out == nil {
			out = append(make([]block, 0, len(in)+16), in[:i]...)
		}
		out = append(out, inner(b.text)...)
	}
	if out == nil {
		return in
	}
	return out
}

// inner reads text that holds tags or entities as a piece of a page.
func inner(text string) []block {
	if !fits(text) {
		return []block{{text: fold(text)}}
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return []block{{text: fold(text)}}
	}
	w := walker{surveyed: survey(doc)}
	w.walk(doc)
	w.flush()
	return w.out
}

// showsTags reports whether text shows tags of HTML or its entities.
func showsTags(text string) bool {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '<':
			rest := strings.TrimPrefix(text[i+1:], "/")
			if name := tagName(rest); shownTags[name] {
				return true
			}
		case '&':
			if end := strings.IndexByte(text[i:min(len(text), i+12)], ';'); end > 2 && html.UnescapeString(text[i:i+end+1]) != text[i:i+end+1] {
				return true
			}
		}
	}
	return false
}

var shownTags = set([]string{"br", "p", "div", "span", "font", "b", "strong", "table", "tr", "td", "th", "tbody", "li", "ul", "ol", "a", "img", "h1", "h2", "h3", "h4", "u", "i", "em", "center", "sup", "sub", "o", "st1", "script", "style"})
