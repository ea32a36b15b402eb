package report

import (
	"errors"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxNodes bounds the tree a page may become; a page that is little else than
// tags is bounded sooner, for a node takes some 40 times the bytes of its tag.
const maxNodes = 1_000_000

var errNodes = errors.New("网页的标签太多，不像一篇文章。请在浏览器中打开，只保存正文部分后重新提交")

// isPage reports whether text is to be parsed as HTML as a whole: it says that
// it is a page, or most of its lines are tags of blocks. Otherwise it is a
// text that merely shows tags.
func isPage(text string) bool {
	tags, lines := 0, 1
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n':
			lines++
		case '<':
			switch tagName(strings.TrimPrefix(text[i+1:], "!")) {
			case "doctype", "html", "head", "body", "title", "meta":
				if i < 4096 {
					return true
				}
			case "p", "div", "tr", "td", "table":
				tags++
			}
		}
	}
	return tags >= 2 && tags*2 >= lines
}

// tagName reads the name of a start tag from what follows its "<".
func tagName(s string) string {
	n := 0
	for n < len(s) && n < 12 && (s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z' || n > 0 && s[n] >= '0' && s[n] <= '9') {
		n++
	}
	if n == len(s) || strings.IndexByte(" \t\r\n/>", s[n]) < 0 {
		return ""
	}
	return strings.ToLower(s[:n])
}

// formatting elements are opened again in every block that follows when they
// are not closed, so a short page can become a huge tree.
func formatting(name string) bool {
	switch name {
	case "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u":
		return true
	}
	return false
}

// fits reports whether the tree of text stays below maxNodes, judged from its
// tags alone, before anything is parsed.
func fits(text string) bool {
	nodes, open := 0, 0
	for i := strings.IndexByte(text, '<'); i >= 0; {
		rest := text[i+1:]
		if strings.HasPrefix(rest, "/") {
			switch name := tagName(rest[1:]); {
			case formatting(name):
				open = max(0, open-1)
			case name == "p" || name == "br": // become elements where nothing is open
				nodes++
			}
		} else if name := tagName(rest); name != "" {
			nodes += 2 + open
			if formatting(name) {
				open++
			}
		}
		if nodes > maxNodes || nodes > 50_000+len(text)/5 {
			return false
		}
		next := strings.IndexByte(rest, '<')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return true
}

// parse parses a page. One with elements nested too deep for the parser, from
// tags that were never closed, is tried again without its inline tags.
func parse(text string) (*html.Node, error) {
	if !fits(text) {
		return nil, errNodes
	}
	doc, err := html.Parse(strings.NewReader(text))
	if err == nil {
		return doc, nil
	}
	if doc, err = html.Parse(strings.NewReader(withoutInline(text))); err != nil {
		return nil, errors.New("网页的标签嵌套过深，解析不了。请在浏览器中打开，全选复制正文到记事本，存为 .txt 后重新提交")
	}
	return doc, nil
}

// withoutInline drops the tags of inline elements and keeps their text.
func withoutInline(text string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return b.String()
		}
		if kind == html.StartTagToken || kind == html.EndTagToken {
			raw := string(z.Raw())
			name, _ := z.TagName()
			if formatting(string(name)) || string(name) == "span" {
				continue
			}
			b.WriteString(raw)
			continue
		}
		b.Write(z.Raw())
	}
}

// readPage reads a web page.
func readPage(text string) (*page, error) {
	doc, err := parse(text)
	if err != nil {
		return nil, err
	}
	p, said := new(page), goquery.NewDocumentFromNode(doc)
	readMeta(p, said)
	s := survey(doc)
	article := s.article(doc)
	w := walker{surveyed: s}
	w.walk(article)
	w.flush()
	p.blocks = shown(w.out)
	if s.card != nil {
		readCard(p, said.FindNodes(s.card))
	}
	if p.title == "" {
		p.title = titleOf(said)
	}
	if p.publisher == "" || p.published == "" {
		readBylines(p, doc, article, s)
	}
	return p, nil
}

// attr returns the value of an attribute, or "".
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// eachElement calls f for n and every element in it until f returns false.
func eachElement(n *html.Node, f func(*html.Node) bool) bool {
	if n.Type == html.ElementNode && !f(n) {
		return false
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if !eachElement(c, f) {
			return false
		}
	}
	return true
}

// textOf is the cleaned text in n, without scripts and styles.
func textOf(n *html.Node) string {
	var b strings.Builder
	var add func(*html.Node)
	add = func(n *html.Node) {
		switch n.Type {
		case html.TextNode:
			b.WriteString(n.Data)
		case html.ElementNode:
			if n.DataAtom == atom.Script || n.DataAtom == atom.Style {
				return
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			add(c)
		}
	}
	add(n)
	return fold(b.String())
}
