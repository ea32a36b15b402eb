package site

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// folderLink is a link or a form's address inside the site that ends in a
// folder, with or without a query and an anchor. Links with a scheme are others'.
var folderLink = regexp.MustCompile(`(\s(?:href|action)=")((?:[^":#?]*/)|\.{1,2})(\?[^"#]*)?(#[^"]*)?"`)

// digest of a script: browsers refuse a script from disk that has one.
var integrity = regexp.MustCompile(`\sintegrity="[^"]*"`)

// portable makes every link of a page name a file, because a site opened from
// disk has no server that would look for index.html, and lets its scripts run.
func portable(page []byte) []byte {
	page = integrity.ReplaceAll(page, nil)
	return folderLink.ReplaceAllFunc(page, func(m []byte) []byte {
		parts := folderLink.FindSubmatch(m)
		folder := strings.TrimSuffix(string(parts[2]), "/")
		return []byte(string(parts[1]) + folder + "/index.html" + string(parts[3]) + string(parts[4]) + `"`)
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
