package report

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// kindOfElement is what an id or class says of a box.
type kindOfElement int

const (
	ordinary kindOfElement = iota
	container
	noise
)

// classify judges an element by its tag, id, class and style.
func classify(tag atom.Atom, attrs string) (k kindOfElement) {
	switch tag {
	case atom.Nav, atom.Footer, atom.Aside:
		return noise
	}
	for attrs != "" {
		var name, value string
		switch name, value, attrs = nextAttribute(attrs); {
		case strings.EqualFold(name, "id"), strings.EqualFold(name, "class"):
			if tag == atom.Form {
				continue
			}
			for value != "" {
				var word string
				word, value, _ = strings.Cut(value, " ")
				word = strings.ToLower(word)
				if words.containers[word] {
					return container
				}
				if words.noise[word] {
					k = noise
				}
			}
		case strings.EqualFold(name, "hidden"), strings.EqualFold(name, "style") && concealed(value):
			k = noise
		}
	}
	return k
}

// concealed reports a style that hides text: text put in against copying.
func concealed(style string) bool {
	for i := range len(style) {
		var rest string
		switch style[i] | 0x20 {
		case 'd':
			rest = valueOf(style[i:], "display", "none")
		case 'v':
			rest = valueOf(style[i:], "visibility", "hidden")
		case 'f':
			if rest = valueOf(style[i:], "font-size", "0"); len(rest) > 0 && (rest[0] == '.' || rest[0]-'0' <= 9) {
				rest = ""
			}
		}
		if rest != "" {
			return true
		}
	}
	return false
}

// valueOf returns what follows "name:value" at the head of style, ";" when
// nothing does, and "" when style does not begin so.
func valueOf(style, name, value string) string {
	if len(style) <= len(name) || !strings.EqualFold(style[:len(name)], name) {
		return ""
	}
	style, found := strings.CutPrefix(strings.TrimLeft(style[len(name):], " "), ":")
	style = strings.TrimLeft(style, " ")
	if !found || len(style) < len(value) || !strings.EqualFold(style[:len(value)], value) {
		return ""
	}
	if style = style[len(value):]; style == "" {
		return ";"
	}
	return style
}

// isCard reports the information card (索引号, 发布机构 …) above an article.
func isCard(table *node) bool {
	text, n := cutTo(textOf(table), 400), 0
	for _, w := range words.Meta.Card {
		if strings.Contains(text, w) {
			n++
		}
	}
	return n >= 3
}

// isText reports elements that are a paragraph, not a box of paragraphs.
func isText(n *node) bool {
	return n.tag == atom.P || n.tag == atom.Span || n.tag == atom.Font || n.tag == atom.Li
}
