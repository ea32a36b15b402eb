package site

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// assemble puts the site together in an empty folder: static files, national
// pages, districts. Rendered files are linked, not copied: nothing ever writes
// into a rendered folder once it is in place, so both names keep the same bytes.
func (w *workshop) assemble(out string) error {
	for _, tree := range []fs.FS{w.Files, os.DirFS(w.Work)} {
		if err := copyStatic(tree, out); err != nil {
			return err
		}
	}
	for _, name := range append([]string{nationalPages}, w.Codes...) {
		if err := linkTree(w.at("pages", name), out); err != nil {
			return err
		}
	}
	return nil
}

// linkTree links every file of from below to. A file that is there already (a
// stylesheet, which every job writes) is left.
func linkTree(from, to string) error {
	return filepath.WalkDir(from, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, name)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		if d.IsDir() {
			if err := os.Mkdir(target, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
				return err
			}
			return nil
		}
		err = os.Link(name, target)
		if err == nil || errors.Is(err, fs.ErrExist) {
			return nil
		}
		data, err := os.ReadFile(name) // another file system, or one without links
		if err != nil {
			return err
		}
		return os.WriteFile(target, data, 0o644)
	})
}

// copyStatic copies static/ of tree, if it has one. Hugo run as a library
// leaves static files alone.
func copyStatic(tree fs.FS, out string) error {
	return eachFile(tree, "static", func(name string, data []byte) error {
		target := filepath.Join(out, filepath.FromSlash(strings.TrimPrefix(name, "static/")))
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		return os.WriteFile(target, data, 0o644)
	})
}

// siteParts are the files and folders that pages are made with; national data
// are those of data/ outside districts/.
var (
	siteParts     = []string{"hugo.toml", "district.toml", "content", "layouts", "assets", "i18n"}
	nationalParts = []string{"divisions.toml", "indicators.toml", "columns.toml", "sources.toml", "standards"}
)

// hashSite digests every file that all pages depend on. A file of the working
// folder hides the embedded one of the same name.
func hashSite(o Options) (string, error) {
	sums := map[string][sha256.Size]byte{}
	note := func(name string, data []byte) error {
		sums[name] = sha256.Sum256(data)
		return nil
	}
	for _, tree := range []fs.FS{o.Files, os.DirFS(o.Work)} {
		for _, part := range siteParts {
			if err := eachFile(tree, part, note); err != nil {
				return "", err
			}
		}
	}
	for _, part := range nationalParts {
		if err := eachFile(o.Data, part, func(name string, data []byte) error { return note("data/"+name, data) }); err != nil {
			return "", err
		}
	}
	names := make([]string, 0, len(sums))
	for name := range sums {
		names = append(names, name)
	}
	sort.Strings(names)
	var parts []string
	for _, name := range names {
		parts = append(parts, fmt.Sprintf("%s %x", name, sums[name]))
	}
	return digest(parts...), nil
}

// eachFile hands on every file at or below root, in name order; a root that is
// not there has none. Hidden files are the editor's, not the site's.
func eachFile(tree fs.FS, root string, do func(name string, data []byte) error) error {
	return fs.WalkDir(tree, root, func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && name == root {
			return nil
		}
		if err != nil || d.IsDir() {
			return err
		}
		if strings.HasPrefix(d.Name(), ".") {
			return nil
		}
		data, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		return do(name, data)
	})
}
