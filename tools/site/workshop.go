package site

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"

	"junheng/tools/site/place"
)

// A workshop is one build under way. Below build/ it keeps
//
//	districts/<code>.json  what the pages of a district or a region show
//	summaries/<code>.json  what it leaves for the pages above it
//	data/*.json            what the national pages show
//	pages/<code>, pages/national   the rendered pages, each folder made whole
//	finds/<code>.json      the names that a district's schools are found by
//	names/*.js             the national files of the search
//	notes/<code>.json      what each was made of, written last
type workshop struct {
	Options
	base        string // digest of what every page is made of
	cache       string
	release     func() // the lock on build/
	parts       []part // the districts in code order, then the regions
	grouped     []region
	nationalKey string
	namesKey    string
}

// A part of the site is built by itself; key says what it is made of.
type part struct {
	name, key string
	found     found
}

func newWorkshop(o Options) (*workshop, error) {
	w := &workshop{Options: o, release: func() {}}
	if err := os.MkdirAll(w.at(), 0o755); err != nil {
		return nil, err
	}
	release, err := place.Lock(w.at(".lock"))
	if err != nil {
		return nil, err
	}
	w.release = release
	if err := w.prepare(); err != nil {
		w.close()
		return nil, err
	}
	return w, nil
}

// prepare digests what all pages share and makes the cache.
func (w *workshop) prepare() error {
	o := w.Options
	work := os.DirFS(o.Work)
	site, err := hashFiles(siteParts, o.Files, work)
	if err != nil {
		return err
	}
	static, err := hashFiles(staticParts, o.Files, work)
	if err != nil {
		return err
	}
	data, err := hashFiles(nationalParts, o.Data)
	if err != nil {
		return err
	}
	w.base = digest(o.Program, o.Origin, site, data)
	w.nationalKey = digest(w.base, static)
	w.cache, err = os.MkdirTemp("", "junheng-cache-")
	return err
}

func (w *workshop) close() {
	if w.cache != "" {
		os.RemoveAll(w.cache)
	}
	w.release()
}

// recall reads the note the last build left about code, if its pages are there.
func (w *workshop) recall(code string) (note, bool) {
	data, err := os.ReadFile(w.at("notes", code+".json"))
	if err != nil {
		return note{}, false
	}
	var n note
	if json.Unmarshal(data, &n) != nil {
		return note{}, false
	}
	needed := []string{w.at("pages", code)}
	switch {
	case code == namesFolder:
		needed = []string{w.at(namesFolder, "districts.js")}
	case code != nationalPages:
		needed = append(needed, w.at("districts", code+".json"), w.at("summaries", code+".json"))
	}
	if len(code) == codeDigits {
		needed = append(needed, w.at("finds", code+".json"))
	}
	for _, path := range needed {
		if _, err := os.Stat(path); err != nil {
			return note{}, false
		}
	}
	return n, true
}

// nationalPages names the national build among the districts' codes.
const nationalPages = "national"

// national makes the pages that draw on every district's summary, or, where
// there are regions, on theirs.
func (w *workshop) national(result *Result) error {
	names, keys := []string{}, []string{w.nationalKey, w.namesKey}
	for _, p := range w.parts {
		if w.grouped == nil || len(p.name) < codeDigits {
			names, keys = append(names, p.name), append(keys, p.name, p.key)
		}
	}
	w.nationalKey = digest(keys...)
	if old, ok := w.recall(nationalPages); ok && old.Key == w.nationalKey {
		result.Pages += len(old.Pages)
		return nil
	}
	files, pages, err := w.nation(names)
	if err != nil {
		return err
	}
	n := note{Key: w.nationalKey, Pages: pages}
	result.Pages += len(pages)
	for name, value := range files {
		if err := w.writeJSON("data/"+name+".json", value); err != nil {
			return err
		}
	}
	if err := w.pages(nationalPages, "none", n.Pages); err != nil {
		return fmt.Errorf("全国页面: %w", err)
	}
	return w.writeJSON("notes/"+nationalPages+".json", n)
}

// pages renders one job into an empty folder, compares the pages expected with
// the pages written, because Hugo drops and replaces pages without an error,
// and puts the folder in place. The note is removed first and written last, so
// that a kill in between is seen.
func (w *workshop) pages(name, job string, want []string) error {
	if err := os.Remove(w.at("notes", name+".json")); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	fresh, cache := w.at("pages", "."+name), filepath.Join(w.cache, name)
	if err := os.RemoveAll(fresh); err != nil {
		return err
	}
	for _, dir := range []string{fresh, cache} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return err
		}
	}
	if err := w.Render(Job{District: job, Out: fresh, Cache: cache}); err != nil {
		return err
	}
	got, err := addresses(os.DirFS(fresh))
	if err != nil {
		return err
	}
	if err := compare(want, got); err != nil {
		return err
	}
	if err := os.RemoveAll(w.at("pages", name)); err != nil {
		return err
	}
	return os.Rename(fresh, w.at("pages", name))
}

// forget removes what belongs to districts and regions that are no longer there.
func (w *workshop) forget() error {
	keep := map[string]bool{nationalPages: true, namesFolder: true}
	for _, p := range w.parts {
		keep[p.name] = true
	}
	for _, dir := range []string{"districts", "summaries", "finds", "notes", "pages"} {
		entries, err := os.ReadDir(w.at(dir))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		for _, e := range entries {
			if !keep[strings.TrimSuffix(e.Name(), ".json")] {
				if err := os.RemoveAll(w.at(dir, e.Name())); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// addresses lists the pages of a folder: "districts/990101/"; the root is "".
func addresses(public fs.FS) ([]string, error) {
	var out []string
	err := fs.WalkDir(public, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && d.Name() == "index.html" {
			out = append(out, strings.TrimPrefix(path.Dir(name)+"/", "./"))
		}
		return err
	})
	sort.Strings(out)
	return out, err
}

// compare names every page that is missing and every one that is too many.
func compare(want, got []string) error {
	have, due := map[string]bool{}, map[string]bool{}
	for _, p := range got {
		have[p] = true
	}
	var errs []error
	for _, p := range want {
		if due[p] {
			errs = append(errs, fmt.Errorf("有两页要用同一个地址 /%s", p))
		}
		due[p] = true
		if !have[p] {
			errs = append(errs, fmt.Errorf("应有的页面没有生成：/%s", p))
		}
	}
	for _, p := range got {
		if !due[p] {
			errs = append(errs, fmt.Errorf("生成了不该有的页面：/%s", p))
		}
	}
	return errors.Join(errs...)
}
