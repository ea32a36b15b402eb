package site

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"junheng/tools/site/place"
)

// Replaceable reports whether a finished site may take the place of dir: it is
// not there, it is empty, or it is itself such a site, as its index.json says.
func Replaceable(dir string) bool {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return true
	}
	if err != nil {
		return false
	}
	data, err := os.ReadFile(filepath.Join(dir, "index.json"))
	var twin struct {
		Schema string `json:"schema"`
	}
	return err == nil && json.Unmarshal(data, &twin) == nil && strings.HasPrefix(twin.Schema, "junheng/")
}

// assemble brings a folder up to date part by part: the national pages with
// the static files, then each district and region. A part the folder holds already is left
// alone. Rendered files are linked, not copied: nothing ever writes into a
// rendered folder once it is in place, so both names keep the same bytes.
func (w *workshop) assemble(out string, held place.Parts) (place.Parts, error) {
	made := place.Parts{nationalPages: w.partKey(w.nationalKey), namesFolder: w.namesKey}
	for _, p := range w.parts {
		made[p.name] = w.partKey(p.key)
	}
	for code := range held {
		if made[code] != held[code] && code != nationalPages {
			if err := os.RemoveAll(filepath.Join(out, "districts", code)); err != nil {
				return nil, err
			}
		}
	}
	if made[nationalPages] != held[nationalPages] {
		if err := w.assembleNational(out, made); err != nil {
			return nil, err
		}
	}
	if made[nationalPages] != held[nationalPages] || made[namesFolder] != held[namesFolder] {
		if err := w.assembleNames(out); err != nil {
			return nil, err
		}
	}
	for _, p := range w.parts {
		if made[p.name] != held[p.name] {
			if err := w.link(p.name, out); err != nil {
				return nil, err
			}
		}
	}
	return made, nil
}

// partKey is what a folder notes of a part.
func (w *workshop) partKey(key string) string { return digest(key, fmt.Sprint(w.Portable)) }

// assembleNational replaces everything that is not one district's.
func (w *workshop) assembleNational(out string, made place.Parts) error {
	for _, dir := range []string{out, filepath.Join(out, "districts")} {
		entries, err := os.ReadDir(dir)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		for _, e := range entries {
			if _, district := made[e.Name()]; dir == out && e.Name() == "districts" || dir != out && district {
				continue
			}
			if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	for _, tree := range []fs.FS{w.Files, os.DirFS(w.Work)} {
		if err := copyStatic(tree, out); err != nil {
			return err
		}
	}
	if err := w.link(nationalPages, out); err != nil {
		return err
	}
	return w.lost(out)
}

// link puts the rendered pages of one part into the site.
func (w *workshop) link(part, out string) error {
	put := os.Link
	if w.Portable {
		put = copyPortable
	}
	return linkTree(w.at("pages", part), out, put)
}

// linkTree links every file of from below to. A file that is there already (a
// stylesheet, which every job writes) is left.
func linkTree(from, to string, put func(from, to string) error) error {
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
		err = put(name, target)
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
	staticParts   = []string{"static"}
	siteParts     = []string{"hugo.toml", "district.toml", "content", "layouts", "assets", "i18n"}
	nationalParts = []string{"divisions.toml", "indicators.toml", "columns.toml", "sources.toml", "standards"}
)

// hashFiles digests the parts of several trees. A file of a later tree hides
// one of the same name in an earlier.
func hashFiles(parts []string, trees ...fs.FS) (string, error) {
	sums := map[string]string{}
	for _, tree := range trees {
		for _, part := range parts {
			err := eachFile(tree, part, func(name string, data []byte) error {
				sums[name] = fmt.Sprintf("%s %x", name, sha256.Sum256(data))
				return nil
			})
			if err != nil {
				return "", err
			}
		}
	}
	lines := make([]string, 0, len(sums))
	for _, line := range sums {
		lines = append(lines, line)
	}
	sort.Strings(lines)
	return digest(lines...), nil
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
