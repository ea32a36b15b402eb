package hugo

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

const tinyConfig = `baseURL = "/"
relativeURLs = true
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
[params]
district = ""
[[module.mounts]]
source = "content"
target = "content"
[[module.mounts]]
source = "layouts"
target = "layouts"
`

func tiny() fstest.MapFS {
	return fstest.MapFS{
		"hugo.toml":         {Data: []byte(tinyConfig)},
		"district.toml":     {Data: []byte("title = \"one district\"\n")},
		"content/_index.md": {Data: []byte("---\ntitle: 首页\n---\n")},
		"layouts/home.html": {Data: []byte("embedded {{ site.Params.district }}")},
	}
}

func build(t *testing.T, site fs.FS, work string) (out string, log bytes.Buffer, err error) {
	t.Helper()
	out = t.TempDir()
	_, err = Build(Run{Site: site, Work: work, Out: out, Cache: t.TempDir(), District: "990101", Log: &log})
	return out, log, err
}

func TestEmbeddedFilesAreEnough(t *testing.T) {
	t.Setenv("HUGO_PARAMS_DISTRICT", "999999")
	out, log, err := build(t, tiny(), t.TempDir())
	if err != nil {
		t.Fatalf("%v\n%s", err, log.String())
	}
	if got := read(t, out, "index.html"); got != "embedded 990101" {
		t.Errorf("index.html is %q; the caller's environment must not leak in", got)
	}
}

func TestWorkingFolderWins(t *testing.T) {
	work := t.TempDir()
	if err := os.Mkdir(filepath.Join(work, "layouts"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(work, "layouts/home.html"), []byte("working"), 0o644); err != nil {
		t.Fatal(err)
	}
	out, log, err := build(t, tiny(), work)
	if err != nil {
		t.Fatalf("%v\n%s", err, log.String())
	}
	if got := read(t, out, "index.html"); got != "working" {
		t.Errorf("index.html is %q, want the working folder's", got)
	}
	left, _ := os.ReadDir(work)
	if len(left) != 1 {
		t.Errorf("Hugo left files in the working folder: %v", left)
	}
}

func TestTemplateFaultsAndWarningsFail(t *testing.T) {
	for name, layout := range map[string]string{
		"fault":   `{{ errorf "no such district" }}`,
		"warning": `{{ warnf "odd" }}`,
		"syntax":  `{{ if }}`,
	} {
		site := tiny()
		site["layouts/home.html"] = &fstest.MapFile{Data: []byte(layout)}
		if _, log, err := build(t, site, t.TempDir()); err == nil {
			t.Errorf("%s: built without an error; log %q", name, log.String())
		}
	}
}

// TestVersionIsTheOneInGoMod keeps the printed version true.
func TestVersionIsTheOneInGoMod(t *testing.T) {
	if mod := read(t, "../../..", "go.mod"); !strings.Contains(mod, "github.com/gohugoio/hugo v"+Version+"\n") {
		t.Errorf("go.mod does not pin Hugo v%s", Version)
	}
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestGovernmentTags builds two pages of a government's site with the partial
// that writes its tags: a column, and a page that somebody published.
func TestGovernmentTags(t *testing.T) {
	partial, err := os.ReadFile("../../../layouts/_partials/government.html")
	if err != nil {
		t.Fatal(err)
	}
	site := tiny()
	tags := `{{ with site.Params.government }}{{ partial "government.html" (dict "site" . "page" $) }}{{ end }}`
	site["hugo.toml"].Data = append(site["hugo.toml"].Data,
		"\n[params.government]\nname = '示例市人民政府'\ndomain = 'www.990101.example'\ncode = '9901010001'\n"...)
	for name, text := range map[string]string{
		"layouts/_partials/government.html": string(partial), "layouts/home.html": tags, "layouts/page.html": tags,
		"content/report.md": "---\ntitle: 示例市总结\nview: {owner: {name: 示例市, updated: '2024-03-01', bureau: {name: 示例市教育局}}}\n---\n",
	} {
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
	out, log, err := build(t, site, t.TempDir())
	if err != nil {
		t.Fatalf("%v\n%s", err, log.String())
	}
	home, page := read(t, out, "index.html"), read(t, out, "report/index.html")
	for _, tag := range []string{"SiteName\" content=\"示例市人民政府", "SiteDomain\" content=\"www.990101.example", "SiteIDCode\" content=\"9901010001"} {
		if !strings.Contains(home, tag) || !strings.Contains(page, tag) {
			t.Errorf("a page has no %s", tag)
		}
	}
	if !strings.Contains(home, `ColumnName" content="one district"`) || strings.Contains(home, "PubDate") {
		t.Errorf("home: %s", home)
	}
	for _, tag := range []string{"ArticleTitle\" content=\"示例市总结", "PubDate\" content=\"2024-03-01", "ContentSource\" content=\"示例市教育局"} {
		if !strings.Contains(page, tag) {
			t.Errorf("the page has no %s: %s", tag, page)
		}
	}
}
