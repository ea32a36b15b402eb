package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"junheng/tools/site/pagecheck"
)

// seeds is where the two real documents lie, outside the repository.
const seeds = "../../../shared/seeds"

const (
	schoolSeed  = "000_0d6e12aa69a33c23.txt" // one school's report, cut short
	bureausSeed = "004_b39c115984c8ff20.txt" // a city, a border district, a township, a zone
)

func needSeeds(t *testing.T) string {
	t.Helper()
	dir, err := filepath.Abs(seeds)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the real documents of ../shared/seeds are not beside this checkout")
	}
	return dir
}

// TestRealDocumentsBecomeFigures reads the seeds the way `extract` does and
// looks for what a person found in them.
func TestRealDocumentsBecomeFigures(t *testing.T) {
	dir := needSeeds(t)
	var out, errw bytes.Buffer
	if code := run([]string{"extract", "--data", "../../data", filepath.Join(dir, bureausSeed)}, &out, &errw); code != exitDone {
		t.Fatalf("extract ends with %d: %s", code, &errw)
	}
	type line struct {
		Article                                                     int
		Raw, Quote, Unit, Comparator, Stage, Scope, Kind, Indicator string
		Value                                                       float64
	}
	var lines []line
	for _, l := range bytes.Split(bytes.TrimSpace(out.Bytes()), []byte("\n")) {
		var f line
		if err := json.Unmarshal(l, &f); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, f)
	}
	for _, want := range []line{
		{Article: 1, Raw: "38", Value: 38, Unit: "所", Indicator: "schools_total", Kind: "observed"},
		{Article: 1, Raw: "36000", Value: 36000, Unit: "人", Indicator: "pupils_total", Kind: "observed"},
		{Article: 1, Raw: "2。8%", Value: 2.8, Unit: "%", Kind: "observed"},
		{Article: 1, Raw: "1。6万", Value: 16000, Unit: "个", Indicator: "new_places_needed", Kind: "forecast"},
		{Article: 2, Raw: "0。31", Value: 0.31, Indicator: "cv_primary", Kind: "observed"},
		{Article: 2, Raw: "0。24", Value: 0.24, Indicator: "cv_junior", Kind: "observed"},
		{Article: 2, Raw: "0。60", Value: 0.60, Indicator: "cv_primary_standard", Kind: "standard"},
		{Article: 2, Raw: "0。50", Value: 0.50, Indicator: "cv_junior_standard", Kind: "standard"},
		{Article: 2, Raw: "96。2%", Value: 96.2, Unit: "%", Indicator: "retention_rate", Kind: "observed"},
		{Article: 2, Raw: "6", Value: 6, Unit: "所", Indicator: "offcampus_academic_closed", Kind: "observed"},
		{Article: 2, Raw: "100%", Value: 100, Unit: "%", Indicator: "offcampus_academic_reduction_rate", Kind: "observed"},
		{Article: 2, Raw: "2237", Value: 2237, Unit: "人", Indicator: "school_size", Scope: "区一小", Kind: "observed"},
		{Article: 2, Raw: "3749", Value: 3749, Unit: "人", Indicator: "school_size", Kind: "observed"},
		{Article: 2, Raw: "2557", Value: 2557, Unit: "人", Indicator: "school_size", Kind: "observed"},
		{Article: 2, Raw: "3031", Value: 3031, Unit: "人", Indicator: "school_size", Kind: "observed"},
		{Article: 2, Raw: "3470", Value: 3470, Unit: "人", Indicator: "school_size", Stage: "初中", Kind: "observed"},
		{Article: 2, Raw: "5221", Value: 5221, Unit: "人", Indicator: "school_size_over_limit_excess", Kind: "observed"},
		{Article: 4, Raw: "20。23亿", Value: 2.023e9, Unit: "元", Kind: "observed"},
	} {
		found := slices.ContainsFunc(lines, func(f line) bool {
			same := func(a, b string) bool { return b == "" || a == b }
			return f.Article == want.Article && f.Raw == want.Raw && f.Value == want.Value && f.Kind == want.Kind && f.Unit == want.Unit &&
				same(f.Indicator, want.Indicator) && same(f.Stage, want.Stage) && same(f.Scope, want.Scope)
		})
		if !found {
			t.Errorf("not among the figures: %+v", want)
			for _, f := range lines {
				if f.Article == want.Article && f.Raw == want.Raw {
					t.Logf("  read instead: %+v", f)
				}
			}
		}
	}
}

// TestRealDocumentsBecomePages brings the seeds in with `add`, one folder for
// each body they speak for, and builds with the embedded site and no change to
// code.
func TestRealDocumentsBecomePages(t *testing.T) {
	dir := needSeeds(t)
	work := t.TempDir()
	t.Chdir(work)
	write(t, "data/divisions.toml", `
[[division]]
code = "990201"
name = "例一市"
level = "district"
kind = "县级市"
parent = "例省"
[[division]]
code = "990202"
name = "例二区"
level = "district"
kind = "市辖区"
parent = "例省"
[[division]]
code = "990203"
name = "例三区"
level = "district"
kind = "功能区"
parent = "例省"
[[division]]
code = "990204"
name = "例四县"
level = "district"
kind = "县"
parent = "例省"
`)
	for _, add := range [][]string{
		{"990201", bureausSeed, "1=district"},
		{"990202", bureausSeed, "2=district"},
		{"990203", bureausSeed, "4=district"},
		{"990204", bureausSeed, "3=township"},
		{"990204", schoolSeed, "1=school"},
	} {
		mustRun(t, "add", "--speaks-for", add[2], add[0], "2023", filepath.Join(dir, add[1]))
	}
	mustRun(t, "check")
	mustRun(t, "build")
	public := os.DirFS("public")

	faults, err := pagecheck.Check(public)
	if err != nil || len(faults) > 0 {
		t.Errorf("pages at fault: %v %v", err, faults)
	}
	bureaus := pageText(t, public, "districts/990202/2023/reports/004-b39c115984c8ff20/index.html")
	for _, n := range []string{"第一篇", "第二篇", "第三篇", "第四篇"} {
		if !strings.Contains(bureaus, n) {
			t.Errorf("the report page has no article %s", n)
		}
	}
	school := pageText(t, public, "districts/990204/2023/reports/000-0d6e12aa69a33c23/index.html")
	if !strings.Contains(school, "不完整") {
		t.Error("the truncated report is not marked as such")
	}
	for _, rubbish := range []string{"lianshan857", "13123380146", "¥3", "文档下载", "版权归属", "1/17", "U-3797", "2588221", "网友", "&ldquo;", "<br>"} {
		if strings.Contains(school+bureaus, rubbish) {
			t.Errorf("boilerplate reached the page: %q", rubbish)
		}
	}
	if district := pageText(t, public, "districts/990202/2023/index.html"); !strings.Contains(district, "0.31") {
		t.Error("the district's own coefficient is not on its page")
	}
	// what only another bureau's article says stays on the report's own page
	strangers := map[string][]string{
		"990201": {"57754", "57,754", "5221", "5,221", "20.23亿", "59325", "59,325"},
		"990202": {"57754", "57,754", "36000", "36,000", "20.23亿", "27094", "27,094"},
		"990203": {"36000", "36,000", "5221", "5,221", "59325", "59,325"},
		"990204": {"36000", "36,000", "5221", "5,221", "57754", "57,754"},
	}
	err = fs.WalkDir(public, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.Contains(name, "/reports/") || filepath.Ext(name) != ".html" && filepath.Ext(name) != ".json" {
			return err
		}
		code, text := "", pageText(t, public, name)
		if parts := strings.Split(name, "/"); len(parts) > 2 && parts[0] == "districts" {
			code = parts[1]
		}
		for _, number := range strangers[code] {
			if strings.Contains(text, number) {
				t.Errorf("%s shows %s, which no article that speaks for %s says", name, number, code)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func mustRun(t *testing.T, args ...string) string {
	t.Helper()
	var out, errw bytes.Buffer
	if code := run(args, &out, &errw); code != exitDone {
		t.Fatalf("junheng %s ends with %d:\n%s", strings.Join(args, " "), code, &errw)
	}
	return out.String()
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// pageText is what a reader sees of a page, or the whole of another file.
func pageText(t *testing.T, public fs.FS, name string) string {
	t.Helper()
	data, err := fs.ReadFile(public, name)
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Ext(name) != ".html" {
		return string(data)
	}
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}
