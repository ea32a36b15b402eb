package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/change"
	"junheng/tools/district"
)

// builtTwin is what is read back from the machine twins of year, school and
// report pages (tools/site/view_twin.go).
type builtTwin struct {
	Schema   string `json:"schema"`
	District struct{ Name, Version string }
	Year     int
	Items    []balance.Item
	School   balance.School
	Report   balance.Report
	Figures  []balance.Figure
	Checks   []balance.Check
	Verdicts []balance.Verdict
}

// builtState reads a district back from a finished site.
func builtState(site fs.FS, code string) (st change.State, err error) {
	d := &district.District{}
	d.Code = code
	years := map[int]*district.Year{}
	pages := map[string][]byte{}
	err = fs.WalkDir(site, path.Join("districts", code), func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := fs.ReadFile(site, name)
		switch {
		case err != nil:
			return err
		case e.Name() == "index.html":
			pages[strings.TrimSuffix(name, "index.html")] = text
		case e.Name() == "index.json":
			var t builtTwin
			if err := json.Unmarshal(text, &t); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			d.Name, d.Hash = t.District.Name, t.District.Version
			if t.Year > 0 {
				if years[t.Year] == nil {
					years[t.Year] = &district.Year{Year: t.Year}
				}
				t.fill(years[t.Year])
			}
		}
		return nil
	})
	for _, y := range years {
		d.Years = append(d.Years, *y)
	}
	sort.Slice(d.Years, func(i, j int) bool { return d.Years[i].Year > d.Years[j].Year })
	st.District, st.Pages = d, map[string]string{}
	for address, text := range pages {
		st.Pages[address] = pageDigest(text, d.Hash)
	}
	return st, err
}

// fill puts what one page holds into its year. The district's pages and the
// working pages repeat what the year's page has.
func (t builtTwin) fill(y *district.Year) {
	kind := strings.Split(t.Schema+"//", "/")[1]
	switch kind {
	case "year":
		y.Items = t.Items
	case "school":
		y.Schools = append(y.Schools, t.School)
	case "report":
		y.Reports = append(y.Reports, district.Report{Report: t.Report, Figures: t.Figures, Checks: t.Checks})
	}
	if kind == "year" || kind == "school" {
		y.Assessed.Verdicts = append(y.Assessed.Verdicts, t.Verdicts...)
	}
}

// pageDigest tells what two pages show apart. Every page names the version of
// its folder; that alone is no change.
func pageDigest(text []byte, version string) string {
	for _, v := range []string{version, version[:min(12, len(version))]} {
		if v != "" {
			text = bytes.ReplaceAll(text, []byte(v), nil)
		}
	}
	return fmt.Sprintf("%x", sha256.Sum256(text))
}
