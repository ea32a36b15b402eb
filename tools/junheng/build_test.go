package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"junheng"
	"junheng/tools/site/pagecheck"
)

// demoWork is a new working folder with a copy of the demonstration data.
func demoWork(t *testing.T) string {
	t.Helper()
	work := t.TempDir()
	if err := os.CopyFS(filepath.Join(work, "data"), os.DirFS("../../data")); err != nil {
		t.Fatal(err)
	}
	t.Chdir(work)
	return work
}

// fingerprint lists every file of a folder with the digest of its bytes.
func fingerprint(t *testing.T, dir string) string {
	t.Helper()
	var lines []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		lines = append(lines, fmt.Sprintf("%x %s", sha256.Sum256(data), name))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	sort.Strings(lines)
	return strings.Join(lines, "\n")
}

func TestDemonstrationSite(t *testing.T) {
	demoWork(t)
	mustRun(t, "check")
	mustRun(t, "build")
	faults, err := pagecheck.Check(os.DirFS("public"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Error(f)
	}
	first := fingerprint(t, "public")

	t.Run("every criterion has a value or a reason", func(t *testing.T) { everyCriterionIsShown(t, "public") })
	t.Run("a second build gives the same bytes", func(t *testing.T) {
		if mustRun(t, "build"); fingerprint(t, "public") != first {
			t.Error("the second build differs")
		}
	})
	t.Run("so does one elsewhere", func(t *testing.T) {
		elsewhere := filepath.Join(t.TempDir(), "out")
		if mustRun(t, "build", "--out", elsewhere); fingerprint(t, elsewhere) != first {
			t.Error("a build into another folder differs")
		}
	})
	t.Run("every page of an example says so", func(t *testing.T) {
		err := fs.WalkDir(os.DirFS("public"), "districts", func(name string, d fs.DirEntry, err error) error {
			if err == nil && filepath.Ext(name) == ".html" && !strings.Contains(pageText(t, os.DirFS("public"), name), "示例") {
				t.Errorf("%s does not say that it is an example", name)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
	t.Run("faulty data leaves the site as it was", func(t *testing.T) {
		victims, err := filepath.Glob("data/districts/*/*/summary.toml")
		if err != nil || len(victims) == 0 {
			t.Fatal("no summary.toml to spoil")
		}
		good, err := os.ReadFile(victims[0])
		if err != nil {
			t.Fatal(err)
		}
		defer os.WriteFile(victims[0], good, 0o644)
		write(t, victims[0], string(good)+"\n[[item]]\nindicator = \"nonsense\"\n")
		var out, errw bytes.Buffer
		if code := run([]string{"build"}, &out, &errw); code != exitData {
			t.Errorf("build ends with %d, want %d", code, exitData)
		}
		if !strings.Contains(errw.String(), filepath.ToSlash(victims[0])+":") {
			t.Errorf("the fault is not named by file: %s", &errw)
		}
		if fingerprint(t, "public") != first {
			t.Error("the site changed")
		}
	})
	t.Run("a killed build leaves the site as it was", func(t *testing.T) {
		began := time.Now()
		if err := exec.Command("junheng", "build").Run(); err != nil {
			t.Fatal(err)
		}
		whole := time.Since(began)
		for i := range 8 {
			cmd := exec.Command("junheng", "build")
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(whole * time.Duration(i+1) / 9)
			cmd.Process.Kill()
			cmd.Wait()
			if fingerprint(t, "public") != first {
				t.Fatalf("killed after %d ninths: the site changed", i+1)
			}
		}
		mustRun(t, "build")
		if fingerprint(t, "public") != first {
			t.Error("the build after the kills differs")
		}
	})
}

// TestIncrementalBuildEqualsCleanBuild changes the data step by step; after
// each step the site brought up to date is compared with one built anew.
func TestIncrementalBuildEqualsCleanBuild(t *testing.T) {
	demoWork(t)
	mustRun(t, "build")
	one := func(pattern string) string {
		t.Helper()
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("nothing matches %s", pattern)
		}
		return names[len(names)-1]
	}
	years := func() string { // the older of two years
		names, _ := filepath.Glob("data/districts/*/2022")
		if len(names) == 0 {
			t.Fatal("no district has two years")
		}
		return names[0]
	}
	for _, step := range []struct {
		name   string
		change func()
	}{
		{"nothing", func() {}},
		{"a district's licence", func() {
			name := one("data/districts/*/district.toml")
			data, _ := os.ReadFile(name)
			changed := strings.Replace(string(data), "CC BY 4.0", "CC0 1.0", 1)
			if changed == string(data) {
				t.Fatalf("%s names no licence to change", name)
			}
			write(t, name, changed)
		}},
		{"a report is removed", func() {
			name := one("data/districts/990104/2023/reports/*.html")
			os.Remove(name)
			os.Remove(strings.TrimSuffix(name, ".html") + ".toml")
		}},
		{"a school is removed", func() {
			name := one("data/districts/990103/2023/schools.csv")
			data, _ := os.ReadFile(name)
			rows := strings.SplitAfter(string(data), "\n")
			write(t, name, strings.Join(append(rows[:2:2], rows[3:]...), ""))
		}},
		{"a year is removed", func() { os.RemoveAll(years()) }},
		{"a district is removed", func() { os.RemoveAll("data/districts/990101") }},
		{"a layout of the working folder wins", func() {
			page, err := fs.ReadFile(junheng.Site, "layouts/_partials/colophon.html")
			if err != nil {
				t.Fatal(err)
			}
			write(t, "layouts/_partials/colophon.html", string(page)+"<p>本地版式</p>")
		}},
	} {
		step.change()
		mustRun(t, "build")
		sameAsClean(t, step.name)
	}
}

// sameAsClean compares public/ with a site built from nothing.
func sameAsClean(t *testing.T, after string) {
	t.Helper()
	got := fingerprint(t, "public")
	if err := os.RemoveAll("build"); err != nil {
		t.Fatal(err)
	}
	if mustRun(t, "build", "--out", "clean"); fingerprint(t, "clean") != got {
		t.Errorf("after %q the site brought up to date differs from a clean one", after)
	}
}
