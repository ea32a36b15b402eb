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
			word = strings.ToLower(word)
			if words.containers[word] {
				return container
			}
			if words.noise[word] {
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
			v := n.Attr[i].Val
			if len(v) < 10 {
				continue
			}
			v = strings.ToLower(strings.ReplaceAll(v, " ", ""))
			if strings.Contains(v, "display:none") || strings.Contains(v, "visibility:hidden") || zeroFont(v) {
				return true
			}
		}
	}
	return false
}

func zeroFont(style string) bool {
	_, v, ok := strings.Cut(style, "font-size:0")
	return ok && (v == "" || v[0] == ';' || v[0] == 'p' || v[0] == 'e' || v[0] == '!')
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
