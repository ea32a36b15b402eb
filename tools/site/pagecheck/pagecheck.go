// Package pagecheck reads a finished site the way a careful reader would:
// every link leads somewhere, every anchor exists, nothing is fetched from
// another host, and each page has the parts that a page must have.
package pagecheck

import (
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"sort"
	"strings"

	"golang.org/x/net/html"
)

// A Fault is one thing wrong with one page.
type Fault struct {
	Page string // path inside the site
	What string
}

func (f Fault) String() string { return f.Page + ": " + f.What }

// Check reads every page below site, which is the site's root.
func Check(site fs.FS) ([]Fault, error) {
	c := checker{site: site, anchors: map[string]map[string]bool{}}
	var pages []*page
	err := fs.WalkDir(site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".html" {
			return err
		}
		p, err := c.read(name)
		if err != nil {
			return err
		}
		pages = append(pages, p)
		c.anchors[name] = p.ids
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, p := range pages {
		c.parts(p)
		for _, l := range p.links {
			c.link(p, l)
		}
	}
	sort.Slice(c.faults, func(i, j int) bool { return c.faults[i].String() < c.faults[j].String() })
	return c.faults, nil
}

type checker struct {
	site    fs.FS
	anchors map[string]map[string]bool
	faults  []Fault
}

func (c *checker) fault(p *page, format string, args ...any) {
	c.faults = append(c.faults, Fault{p.name, fmt.Sprintf(format, args...)})
}

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

// parts checks what every page must have.
func (c *checker) parts(p *page) {
	if p.lang == "" {
		c.fault(p, "html 没有 lang")
	}
	if p.titles != 1 {
		c.fault(p, "有 %d 个 title", p.titles)
	}
	if p.h1s != 1 {
		c.fault(p, "有 %d 个 h1", p.h1s)
	}
	if !p.csp {
		c.fault(p, "没有内容安全策略")
	}
	for _, id := range p.twice {
		c.fault(p, "id %q 出现不止一次", id)
	}
	for _, what := range p.inline {
		c.fault(p, "内容安全策略会拦下内嵌的 %s", what)
	}
	for i := 1; i < len(p.levels); i++ {
		if p.levels[i] > p.levels[i-1]+1 {
			c.fault(p, "标题从 h%d 跳到 h%d", p.levels[i-1], p.levels[i])
		}
	}
}

// link checks that l leads to a file of the site, and to an anchor in it.
func (c *checker) link(p *page, l link) {
	u, err := url.Parse(l.to)
	if err != nil {
		c.fault(p, "链接 %q 写错了", l.to)
		return
	}
	switch {
	case u.Scheme == "mailto" || u.Scheme == "tel":
		return
	case u.Scheme == "data" && l.fetch:
		return
	case u.Scheme != "" || u.Host != "":
		if !l.widely {
			c.fault(p, "向别的主机请求 %q", l.to)
		} else if u.Scheme != "https" && u.Scheme != "http" {
			c.fault(p, "链接 %q 的协议不可用", l.to)
		}
		return
	case strings.HasPrefix(u.Path, "/"):
		c.fault(p, "链接 %q 以 / 开头，放在子目录下会断", l.to)
		return
	}
	target := p.name
	if u.Path != "" {
		target = path.Join(path.Dir(p.name), u.Path)
		if strings.HasSuffix(u.Path, "/") || path.Ext(target) == "" {
			if !strings.HasSuffix(u.Path, "/") && u.Path != "." && u.Path != ".." {
				c.fault(p, "链接 %q 指向目录却没有以 / 结尾", l.to)
			}
			target = path.Join(target, "index.html")
		}
	}
	if strings.HasPrefix(target, "../") {
		c.fault(p, "链接 %q 走出了网站", l.to)
		return
	}
	if _, err := fs.Stat(c.site, target); err != nil {
		c.fault(p, "链接 %q 落空", l.to)
		return
	}
	if ids, ok := c.anchors[target]; ok && u.Fragment != "" && !ids[u.Fragment] {
		c.fault(p, "链接 %q 的锚点不存在", l.to)
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
