// Package pagecheck reads a finished site the way a careful reader would:
// every link leads somewhere, every anchor exists, nothing is fetched from
// another host, each page has the parts that a page must have, and none weighs
// more than it may.
package pagecheck

import (
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"sort"
	"strings"
)

// A Fault is one thing wrong with one page.
type Fault struct {
	Page string // path inside the site
	What string
}

func (f Fault) String() string { return f.Page + ": " + f.What }

// Check reads every page below site, which is the site's root.
func Check(site fs.FS) ([]Fault, error) {
	c := checker{site: site, anchors: map[string]map[string]bool{}, weights: map[string]int{}}
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
		if err := c.weigh(p); err != nil {
			return nil, err
		}
	}
	sort.Slice(c.faults, func(i, j int) bool { return c.faults[i].String() < c.faults[j].String() })
	return c.faults, nil
}

type checker struct {
	site    fs.FS
	anchors map[string]map[string]bool
	weights map[string]int // of files already weighed
	faults  []Fault
}

func (c *checker) fault(p *page, format string, args ...any) {
	c.faults = append(c.faults, Fault{p.name, fmt.Sprintf(format, args...)})
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
