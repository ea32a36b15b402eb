package pagecheck

import (
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"strings"
)

// What a page may weigh, compressed: a reader on a slow phone pays for it.
const (
	maxHTML     = 25 << 10 // of the pages most readers open
	maxLoad     = 80 << 10 // page, style, scripts and pictures together
	maxScript   = 10 << 10 // all scripts; a page works without them
	maxRequests = 8
)

// light are the pages that maxHTML holds for: a district's, a school's, an
// indicator's.
var light = regexp.MustCompile(`^(districts/\d{6}|districts/\d{6}/schools/\d{10}|indicators/[a-z0-9_]+)/index\.html$`)

// weigh checks what a reader has to load before the page is there.
func (c *checker) weigh(p *page) error {
	html, err := c.weight(p.name)
	if err != nil {
		return err
	}
	if light.MatchString(p.name) && html > maxHTML {
		c.fault(p, "网页压缩后 %d 字节，超过 %d", html, maxHTML)
	}
	load, script, requests := html, 0, 1
	seen := map[string]bool{}
	for _, l := range p.links {
		u, err := url.Parse(l.to)
		if err != nil || !l.fetch || u.Scheme != "" || u.Host != "" || u.Path == "" {
			continue // told elsewhere
		}
		name := path.Join(path.Dir(p.name), u.Path)
		if seen[name] {
			continue
		}
		seen[name] = true
		size, err := c.weight(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		requests++
		load += size
		if strings.HasSuffix(name, ".js") {
			script += size
		}
	}
	if load > maxLoad {
		c.fault(p, "首次打开要下载 %d 字节，超过 %d", load, maxLoad)
	}
	if script > maxScript {
		c.fault(p, "脚本压缩后 %d 字节，超过 %d", script, maxScript)
	}
	if requests > maxRequests {
		c.fault(p, "首次打开要请求 %d 次，超过 %d", requests, maxRequests)
	}
	return nil
}

// weight is a file's size as a server sends it, compressed.
func (c *checker) weight(name string) (int, error) {
	if n, ok := c.weights[name]; ok {
		return n, nil
	}
	f, err := c.site.Open(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	var n counter
	w := gzip.NewWriter(&n)
	if _, err := io.Copy(w, f); err != nil {
		return 0, err
	}
	if err := w.Close(); err != nil {
		return 0, err
	}
	c.weights[name] = int(n)
	return int(n), nil
}

// counter counts what is written to it.
type counter int

func (n *counter) Write(b []byte) (int, error) {
	*n += counter(len(b))
	return len(b), nil
}
