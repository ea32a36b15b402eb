package site

import (
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// lostLink is an address in 404.html, which lies at the top of the site.
var lostLink = regexp.MustCompile(`(\s(?:href|src|action)=")(?:\./)?([^"#:]*")`)

// lost makes the links of 404.html begin at the host, for a server shows that
// page at whatever address was not found. Where the public address is not
// known, or the copy opens from disk, they stay as they are.
func (w *workshop) lost(out string) error {
	name := filepath.Join(out, "404.html")
	at, err := url.Parse(w.Origin)
	if w.Origin == "" || w.Portable || err != nil {
		return err
	}
	page, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	top := strings.TrimSuffix(at.Path, "/") + "/"
	page = lostLink.ReplaceAll(page, []byte("${1}"+strings.ReplaceAll(top, "$", "$$")+"${2}"))
	if err := os.Remove(name); err != nil { // it is a link to the rendered file
		return err
	}
	return os.WriteFile(name, page, 0o644)
}
