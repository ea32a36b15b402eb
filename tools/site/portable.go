package site

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// folderLink is a link inside the site that ends in a folder, with or without
// an anchor. Links with a scheme or a query are others'.
var folderLink = regexp.MustCompile(`(\shref=")((?:[^":#?]*/)|\.{1,2})(#[^"]*)?"`)

// portable makes every link of a page name a file, because a site opened from
// disk has no server that would look for index.html.
func portable(page []byte) []byte {
	return folderLink.ReplaceAllFunc(page, func(m []byte) []byte {
		parts := folderLink.FindSubmatch(m)
		folder := strings.TrimSuffix(string(parts[2]), "/")
		return []byte(string(parts[1]) + folder + "/index.html" + string(parts[3]) + `"`)
	})
}

// copyPortable copies one rendered file, pages with links that name files.
func copyPortable(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if filepath.Ext(from) == ".html" {
		data = portable(data)
	}
	return os.WriteFile(to, data, 0o644)
}
