package report

import (
	"errors"
	"strings"
)

// maxNodes bounds the tree a page may become; a page that is little else than
// tags is bounded sooner, for a node takes many times the bytes of its tag.
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

// fits reports whether the tree of text stays below maxNodes, judged from its
// tags alone, before anything is parsed: a node for every start tag, and one
// for every run of text.
func fits(text string) bool {
	nodes := 0
	for i := strings.IndexByte(text, '<'); i >= 0; {
		if i+1 < len(text) && letter(text[i+1]) {
			nodes++
		}
		if i > 0 && text[i-1] > ' ' && text[i-1] != '>' {
			nodes++
		}
		if nodes > maxNodes || nodes > 50_000+len(text)/4 {
			return false
		}
		next := strings.IndexByte(text[i+1:], '<')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return true
}

// readPage reads a web page.
func readPage(text string) (*page, error) {
	if !fits(text) {
		return nil, errNodes
	}
	p, t := new(page), parseTree(text)
	readMeta(p, t)
	s := survey(t.root)
	article := s.article(t.root)
	w := walker{}
	w.walk(article)
	w.flush()
	p.blocks = shown(w.out)
	if s.card != nil {
		readCard(p, s.card)
	}
	if p.title == "" {
		p.title = titleOf(t)
	}
	if p.publisher == "" || p.published == "" {
		readBylines(p, t.root, article)
	}
	return p, nil
}

// each calls f for n and every node in it until f returns false.
func each(n *node, f func(*node) bool) bool {
	if !f(n) {
		return false
	}
	for c := n.first; c != nil; c = c.next {
		if !each(c, f) {
			return false
		}
	}
	return true
}

// textOf is the cleaned text in n.
func textOf(n *node) string {
	var b strings.Builder
	each(n, func(n *node) bool {
		if n.tag == 0 {
			b.WriteString(n.text)
		}
		return true
	})
	return fold(b.String())
}
