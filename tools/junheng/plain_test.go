//go:build long

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"junheng/tools/site/hugo"
)

// TestPlainHugoShowsTheSamePages builds build/ with the binary and then the
// site with the ordinary hugo command, on a tree laid out like the repository.
func TestPlainHugoShowsTheSamePages(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	install := exec.Command("go", "install", "github.com/gohugoio/hugo@v"+hugo.Version)
	install.Env = append(os.Environ(), "GOBIN="+bin, "GOFLAGS=")
	if out, err := install.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	work := demoWork(t)
	for _, part := range []string{"content", "layouts", "assets", "i18n", "static"} {
		if err := os.CopyFS(part, os.DirFS(filepath.Join(root, part))); err != nil {
			t.Fatal(err)
		}
	}
	config, err := os.ReadFile(filepath.Join(root, "hugo.toml"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, "hugo.toml", string(config))
	mustRun(t, "build")
	plain := exec.Command(filepath.Join(bin, "hugo"), "--destination", filepath.Join(work, "plain"), "--cacheDir", t.TempDir())
	plain.Env = append(os.Environ(), "HOME="+t.TempDir())
	if out, err := plain.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	ours, theirs := strings.Split(fingerprint(t, "public"), "\n"), strings.Split(fingerprint(t, "plain"), "\n")
	seen := map[string]bool{}
	for _, l := range theirs {
		seen[l] = true
	}
	for _, l := range ours {
		if !seen[l] {
			t.Errorf("plain Hugo does not give %s", l)
		}
		delete(seen, l)
	}
	for l := range seen {
		t.Errorf("only plain Hugo gives %s", l)
	}
}
