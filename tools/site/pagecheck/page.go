package pagecheck

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
)

// page is what one document holds that can be checked.
type page struct {
	name        string
	ids         map[string]bool
	twice       []string
	links       []link
	titles, h1s int
	lang        string
	csp         bool
	inline      []string
	levels      []int // of headings, in order
}

type link struct {
	to     string
	fetch  bool // loaded with the page rather than followed
	widely bool // may leave the site: an ordinary link a reader chooses to follow
}

func (c *checker) read(name string) (*page, error) {
	f, err := c.site.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	root, err := html.Parse(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	p := &page{name: name, ids: map[string]bool{}}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			p.element(n)
		}
	}
	return p, nil
}

func (p *page) element(n *html.Node) {
	for _, a := range n.Attr {
		switch {
		case a.Key == "id":
			if p.ids[a.Val] {
				p.twice = append(p.twice, a.Val)
			}
			p.ids[a.Val] = true
		case a.Key == "style", strings.HasPrefix(a.Key, "on"):
			p.inline = append(p.inline, n.Data+" "+a.Key)
		}
	}
	switch n.Data {
	case "html":
		p.lang = attr(n, "lang")
	case "title":
		if n.Parent.Data == "head" && text(n) != "" {
			p.titles++
		}
	case "h1", "h2", "h3", "h4", "h5", "h6":
		level := int(n.Data[1] - '0')
		p.levels = append(p.levels, level)
		if level == 1 {
			p.h1s++
		}
	case "meta":
		p.csp = p.csp || strings.EqualFold(attr(n, "http-equiv"), "content-security-policy")
	case "style":
		p.inline = append(p.inline, "style")
	case "a", "area":
		p.add(n, "href", false, true)
	case "link":
		rel := attr(n, "rel")
		p.add(n, "href", rel == "stylesheet" || strings.Contains(rel, "icon") || strings.Contains(rel, "load"), rel == "canonical")
	case "script", "img", "source", "iframe", "audio", "video", "embed":
		p.add(n, "src", true, false)
	case "use", "image":
		p.add(n, "href", true, false)
	case "form":
		p.add(n, "action", false, false)
	}
}

func (p *page) add(n *html.Node, key string, fetch, widely bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			p.links = append(p.links, link{a.Val, fetch, widely})
		}
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.TrimSpace(b.String())
}
