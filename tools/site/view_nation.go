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
func (w *workshop) nation() (tables map[string]any, pages []string, err error) {
	summaries := make([]Summary, len(w.summaries))
	for i, raw := range w.summaries {
		if err := json.Unmarshal(raw, &summaries[i]); err != nil {
			return nil, nil, fmt.Errorf("区县摘要: %w", err)
		}
	}
	tables, pages = map[string]any{}, []string{""}
	for _, f := range National(w.National, summaries) {
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
