package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"junheng/tools/site/pagecheck"
	"junheng/tools/site/sample"
)

// TestManyDistrictsAreListedByRegion builds more districts than one page lists:
// national pages lead to regions, a change to one district leaves the other
// regions alone, and with fewer districts the lists come back.
func TestManyDistrictsAreListedByRegion(t *testing.T) {
	t.Chdir(t.TempDir())
	const n = 62 // two regions
	spec := sample.Spec{Districts: n, Schools: 2, Year: 2023, Seed: 1}
	if err := sample.Write("data", spec); err != nil {
		t.Fatal(err)
	}
	mustRun(t, "build")
	public := os.DirFS("public")
	faults, err := pagecheck.Check(public)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		t.Error(f)
	}
	first, last := sample.Code(0), sample.Code(n-1)
	for _, page := range []string{"index.html", "districts/index.html", "coverage/index.html", "double-reduction/index.html"} {
		if text := pageText(t, public, page); !strings.Contains(text, "样例省样例01市") || strings.Contains(text, "样例"+last[2:]+"县") {
			t.Errorf("%s does not list regions in place of districts", page)
		}
	}
	if text := pageText(t, public, "districts/"+last[:4]+"/index.html"); !strings.Contains(text, "样例"+last[2:]+"县") || strings.Contains(text, "样例"+first[2:]+"县") {
		t.Error("a region's page lists other districts than its own")
	}
	if text := pageText(t, public, "indicators/backbone_per_100/index.html"); !strings.Contains(text, "未达标") {
		t.Error("an indicator's page does not count the districts on each side of the line")
	}

	away := filepath.Join("public", "districts", first[:4], "index.html")
	before, err := os.Stat(away)
	if err != nil {
		t.Fatal(err)
	}
	spec.Seed = 2
	if err := sample.District("data", n-1, spec); err != nil {
		t.Fatal(err)
	}
	mustRun(t, "build")
	if after, err := os.Stat(away); err != nil || !os.SameFile(before, after) {
		t.Error("the page of a region none of whose districts changed was made anew")
	}
	sameAsClean(t, "a district changed")

	few := spec
	few.Districts = 3
	if err := os.RemoveAll("data"); err != nil {
		t.Fatal(err)
	}
	if err := sample.Write("data", few); err != nil {
		t.Fatal(err)
	}
	mustRun(t, "build")
	if _, err := os.Stat(filepath.Join("public", "districts", first[:4])); !os.IsNotExist(err) {
		t.Error("with few districts a region's page is left over")
	}
	sameAsClean(t, "few districts are left")
}
