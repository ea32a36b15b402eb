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
