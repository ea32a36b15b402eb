package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"junheng/tools/index"
)

// Find is what a district adds to the search of the whole site. The list of
// pairs is kept apart from the summary: it changes only when a name does.
type Find struct {
	Schools int      // that can be found; -1 where the district has no page
	Pairs   []string // index.Pairs
}

// found is what a note says of a district's Find.
type found struct {
	Schools int    `json:"schools"`
	Hash    string `json:"hash"` // of the pairs
}

// namesFolder is where the national files of the search stand, below build/ and
// in the finished site; Hugo serves them from there as static files. It also
// names them among the parts of a site.
const namesFolder = "names"

// keepFind writes what a district adds to the search.
func (w *workshop) keepFind(code string, f Find) (found, error) {
	data, err := json.Marshal(f.Pairs)
	if err != nil {
		return found{}, err
	}
	return found{f.Schools, digest(string(data))}, w.writeJSON("finds/"+code+".json", f.Pairs)
}

// contributions are every division that is expected to publish, without the
// pairs of its schools, and what the search of the whole site rests on.
func (w *workshop) contributions() ([]index.Contribution, string) {
	of := map[string]found{}
	for _, p := range w.parts {
		of[p.name] = p.found
	}
	keys := []string{w.base}
	var out []index.Contribution
	for _, d := range w.National.Divisions {
		c := index.Contribution{District: index.District{Code: d.Code, Name: d.Name, Kind: d.Kind, Parent: d.Parent, Schools: -1}}
		if f, ok := of[d.Code]; ok {
			c.Schools = f.Schools
		}
		keys = append(keys, d.Code, fmt.Sprint(c.Schools), of[d.Code].Hash)
		out = append(out, c)
	}
	return out, digest(keys...)
}

// search brings the national files of the search up to date. They are made anew
// only when a name somewhere changed.
func (w *workshop) search() error {
	all, key := w.contributions()
	w.namesKey = key
	if old, ok := w.recall(namesFolder); ok && old.Key == key {
		return nil
	}
	for i, c := range all {
		if c.Schools > 0 {
			data, err := os.ReadFile(w.at("finds", c.Code+".json"))
			if err != nil {
				return err
			}
			if err := json.Unmarshal(data, &all[i].Pairs); err != nil {
				return fmt.Errorf("build/finds/%s.json: %w", c.Code, err)
			}
		}
	}
	if err := os.RemoveAll(w.at("notes", namesFolder+".json")); err != nil {
		return err
	}
	files := index.National(all)
	if err := w.tidy(namesFolder, files); err != nil {
		return err
	}
	for name, data := range files {
		path := w.at(namesFolder, name)
		if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
			continue
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return err
		}
	}
	return w.writeJSON("notes/"+namesFolder+".json", note{Key: key})
}

// tidy makes a folder below build/ and removes from it what is not among files.
func (w *workshop) tidy(folder string, files map[string][]byte) error {
	if err := os.MkdirAll(w.at(folder), 0o755); err != nil {
		return err
	}
	entries, err := os.ReadDir(w.at(folder))
	if err != nil {
		return err
	}
	for _, e := range entries {
		if _, ok := files[e.Name()]; !ok {
			if err := os.Remove(w.at(folder, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// assembleNames replaces the national files of the search in the site.
func (w *workshop) assembleNames(out string) error {
	if err := os.RemoveAll(filepath.Join(out, namesFolder)); err != nil {
		return err
	}
	return eachFile(os.DirFS(w.at()), namesFolder, func(name string, data []byte) error {
		target := filepath.Join(out, filepath.FromSlash(name))
		if err := os.Mkdir(filepath.Dir(target), 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
		return os.WriteFile(target, data, 0o644)
	})
}
