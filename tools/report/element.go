package report

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// kindOfElement is what an id or class says of a box.
type kindOfElement int

const (
	ordinary kindOfElement = iota
	container
	noise
)

// classify judges an element by its tag, id and class.
func (s *surveyed) classify(n *html.Node) (k kindOfElement) {
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Aside:
		return noise
	case atom.Body, atom.Html, atom.Form:
		return ordinary
	}
	for i := range n.Attr {
		if n.Attr[i].Key != "id" && n.Attr[i].Key != "class" {
			continue
		}
		for v := n.Attr[i].Val; v != ""; {
			var word string
			word, v, _ = strings.Cut(v, " ")
			switch words.boxes[strings.ToLower(word)] {
			case container:
				return container
			case noise:
				k = noise
			}
		}
	}
	return k
}

// skipped reports elements that hold nothing a reader sees as text.
func skipped(n *html.Node) bool {
	if n.Type == html.CommentNode {
		return true
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Iframe, atom.Select, atom.Option, atom.Button, atom.Textarea, atom.Input, atom.Svg, atom.Object, atom.Template, atom.Head, atom.Marquee:
		return true
	}
	return false
}

// isLink reports a link; <a name> only marks a place.
func isLink(n *html.Node) bool { return n.DataAtom == atom.A && attr(n, "href") != "" }

// hidden reports elements that are styled away: text put in against copying.
func hidden(n *html.Node) bool {
	for i := range n.Attr {
		switch n.Attr[i].Key {
		case "hidden":
			return true
		case "style":
			if v := n.Attr[i].Val; len(v) >= 10 && (declares(v, "display:none") >= 0 || declares(v, "visibility:hidden") >= 0 || zeroFont(v)) {
				return true
			}
		}
	}
	return false
}

func zeroFont(style string) bool {
	i := declares(style, "font-size:0")
	if i < 0 {
		return false
	}
	v := strings.TrimLeft(style[i:], " ")
	return v == "" || strings.IndexByte(";pPeE!", v[0]) >= 0
}

// declares finds what in a style, whatever its case and its spaces, and
// returns where it ends, or -1.
func declares(style, what string) int {
	for from := 0; from < len(style); from++ {
		if style[from]|0x20 != what[0] {
			continue
		}
		n, i := 1, from+1
		for ; i < len(style) && n < len(what); i++ {
			if c := style[i]; c == what[n] || c >= 'A' && c <= 'Z' && c|0x20 == what[n] {
				n++
			} else if c != ' ' {
				break
			}
		}
		if n == len(what) {
			return i
		}
	}
	return -1
}

// isCard reports the information card (索引号, 发布机构 …) above an article.
func isCard(table *html.Node) bool {
	text, n := cutTo(textOf(table), 400), 0
	for _, w := range words.Meta.Card {
		if strings.Contains(text, w) {
			n++
		}
	}
	return n >= 3
}

// isText reports elements that are a paragraph, not a box of paragraphs.
func isText(n *html.Node) bool {
	return n.DataAtom == atom.P || n.DataAtom == atom.Span || n.DataAtom == atom.Font || n.DataAtom == atom.Li
}
