package site

import (
	"os"
	"path/filepath"
	"testing"
)

// TestLostPageLinksFromTheHost holds where the links of 404.html lead.
func TestLostPageLinksFromTheHost(t *testing.T) {
	const page = `<link href="./css/a.css"><a href="./">首页</a><a href="./districts/">区县</a><a href="#main">正文</a><a href="https://other.example/x">别处</a><script src="./js/s.js"></script>`
	for _, c := range []struct{ origin, want string }{
		{"", page},
		{"https://example.gov.cn/", `<link href="/css/a.css"><a href="/">首页</a><a href="/districts/">区县</a><a href="#main">正文</a><a href="https://other.example/x">别处</a><script src="/js/s.js"></script>`},
		{"https://example.gov.cn/jyjh", `<link href="/jyjh/css/a.css"><a href="/jyjh/">首页</a><a href="/jyjh/districts/">区县</a><a href="#main">正文</a><a href="https://other.example/x">别处</a><script src="/jyjh/js/s.js"></script>`},
	} {
		out := t.TempDir()
		name := filepath.Join(out, "404.html")
		if err := os.WriteFile(name, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
		w := &workshop{Options: Options{Origin: c.origin}}
		if err := w.lost(out); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(name); string(got) != c.want {
			t.Errorf("%q: %s", c.origin, got)
		}
	}
}
