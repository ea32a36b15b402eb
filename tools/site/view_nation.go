package site

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// nation derives the national tables, by name, and the addresses of every page
// that is not one district's: those made from the tables and those that people
// wrote, content/*.md.
func (w *workshop) nation(names []string) (tables map[string]any, pages []string, err error) {
	files, err := w.nationFiles(names)
	if err != nil {
		return nil, nil, err
	}
	tables, pages = map[string]any{}, []string{""}
	for _, f := range files {
		tables[f.Name] = f.Data
		for _, p := range f.Data.Pages {
			pages = append(pages, f.Name+"/"+p.Path+"/")
		}
	}
	written := map[string]bool{}
	for _, tree := range []fs.FS{w.Files, os.DirFS(w.Work)} {
		err := eachFile(tree, "content", func(name string, _ []byte) error {
			page := strings.TrimSuffix(strings.TrimPrefix(name, "content/"), ".md")
			if page = strings.TrimSuffix(page, "_index"); strings.HasSuffix(name, ".md") && page != "" && !written[page] {
				written[page] = true
				pages = append(pages, strings.TrimSuffix(page, "/")+"/")
			}
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return tables, pages, nil
}

func (w *workshop) nationFiles(names []string) ([]DataFile, error) {
	all, _ := w.contributions()
	search := Search(all)
	if w.grouped != nil {
		regions, err := summaries[RegionSummary](w, names)
		return append(Nationwide(w.National, regions), search, Compare(w.National, all, nil)), err
	}
	districts, err := summaries[Summary](w, names)
	return append(National(w.National, districts), search, Compare(w.National, all, districts)), err
}

// summaries reads what the parts of the site left for the pages above them.
func summaries[T any](w *workshop, names []string) ([]T, error) {
	out := make([]T, len(names))
	for i, name := range names {
		data, err := os.ReadFile(w.at("summaries", name+".json"))
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(data, &out[i]); err != nil {
			return nil, fmt.Errorf("build/summaries/%s.json: %w", name, err)
		}
	}
	return out, nil
}
