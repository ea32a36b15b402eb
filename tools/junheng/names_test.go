package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"junheng/tools/site/sample"
)

// TestNamesAreFoundAfterEachBuild: a school's new name can be found, its old
// one no longer, the national files of the search change only with a name, and
// what is brought up to date is what a clean build makes.
func TestNamesAreFoundAfterEachBuild(t *testing.T) {
	t.Chdir(t.TempDir())
	spec := sample.Spec{Districts: 2, Schools: 3, Year: 2023, Seed: 1}
	if err := sample.Write("data", spec); err != nil {
		t.Fatal(err)
	}
	mustRun(t, "build")
	code := sample.Code(0)
	read := func(name string) string {
		t.Helper()
		data, err := os.ReadFile(filepath.Join("public", name))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	shard, national := filepath.Join("districts", code, "names", "names.js"), filepath.Join("names", "0.js")
	if pairs := read(national); !strings.Contains(pairs, code) || strings.Contains(pairs, "梧桐") {
		t.Fatalf("the national files do not lead to %s, or to a name that nobody has: %s", code, pairs)
	}
	before, err := os.Stat(filepath.Join("build", national))
	if err != nil {
		t.Fatal(err)
	}

	spec.Seed = 2 // other figures, the same names
	if err := sample.District("data", 0, spec); err != nil {
		t.Fatal(err)
	}
	mustRun(t, "build")
	after, err := os.Stat(filepath.Join("build", national))
	if err != nil || !after.ModTime().Equal(before.ModTime()) {
		t.Error("the national files of the search were written though no name changed")
	}

	table := filepath.Join("data", "districts", code, "2023", "schools.csv")
	data, err := os.ReadFile(table)
	if err != nil {
		t.Fatal(err)
	}
	line := strings.Split(string(data), "\n")[1]
	old := strings.Split(line, ",")[1]
	if err := os.WriteFile(table, []byte(strings.Replace(string(data), old, "梧桐小学", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	mustRun(t, "build")
	if names := read(shard); !strings.Contains(names, `"梧桐小学","wu tong xiao xue"`) || strings.Contains(names, `"`+old+`"`) {
		t.Error("the district's names are not those of its table")
	}
	if pairs := read(national); !strings.Contains(pairs, `"梧桐":"`+code+`"`) || !strings.Contains(pairs, `"wt"`) {
		t.Error("nothing leads to the new name")
	}
	sameAsClean(t, "a school's name changed")

	if err := os.RemoveAll(filepath.Join("data", "districts", code)); err != nil {
		t.Fatal(err)
	}
	mustRun(t, "build")
	if strings.Contains(read(national), code) || !strings.Contains(read(filepath.Join("names", "districts.js")), `"`+code+`"`) {
		t.Error("a district that is gone is still led to, or no longer named as expected to publish")
	}
	sameAsClean(t, "a district is gone")
}
