package site

import (
	"encoding/csv"
	"strings"
	"testing"

	"junheng/tools/trend"
)

// pageOf finds one page of a district by its path.
func pageOf(t *testing.T, pages []Page, path string) Page {
	t.Helper()
	for _, p := range pages {
		if p.Path == path {
			return p
		}
	}
	t.Fatalf("there is no page %s", path)
	return Page{}
}

// TestTwoYearsSideBySide: a school under a new code keeps its series, one that
// took in another does not, and both pages say so.
func TestTwoYearsSideBySide(t *testing.T) {
	d, n := demo(t, "990107", nil)
	pages := View(d, n).Pages
	change := pageOf(t, pages, "990107/2023/change")
	all := asJSON(t, change.View)
	for _, want := range []string{"换码，更名", "/districts/990107/schools/2199070119/", "24所学校两年都在", "个百分点", `"state":"better"`} {
		if !strings.Contains(all, want) {
			t.Errorf("the change page has no %s", want)
		}
	}
	for _, p := range []string{"990107", "990107/2023"} {
		if !strings.Contains(asJSON(t, pageOf(t, pages, p).View), "/districts/990107/2023/change/") {
			t.Errorf("%s does not lead to the change page", p)
		}
	}
	if moved := asJSON(t, pageOf(t, pages, "990107/schools/2199070118").View); !strings.Contains(moved, `"state":"better"`) || !strings.Contains(moved, "上年") {
		t.Error("under its new code the school lost its series")
	}
	if !strings.Contains(asJSON(t, pageOf(t, pages, "990107/schools/2199070119").View), "/districts/990107/schools/2199070118/") {
		t.Error("the old code's page does not lead to the new one")
	}
	for _, p := range pages {
		if p.Path == "990107/2022/change" {
			t.Error("the first year has nothing to stand beside")
		}
	}

	d, n = demo(t, "990101", nil)
	pages = View(d, n).Pages
	merged := asJSON(t, pageOf(t, pages, "990101/schools/2199010120").View)
	if !strings.Contains(merged, "合并") || !strings.Contains(merged, "不能直接相比") || strings.Contains(merged, "上年3") {
		t.Error("a school that took in another is compared all the same")
	}
}

// TestChangeSheet: the table for spreadsheets has a line for each row of the
// twin, and every line as many fields as its header.
func TestChangeSheet(t *testing.T) {
	d, n := demo(t, "990101", nil)
	y := newBuilder(d, n).years[0]
	page := y.changePage()
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(page.Files[0].Text, "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 1+len(y.trend.Rows) || len(y.trend.Rows) < 200 {
		t.Errorf("%d lines for %d rows", len(rows)-1, len(y.trend.Rows))
	}
	n2 := trend.Count(y.trend.Rows)
	for _, turn := range []trend.Turn{trend.Better, trend.Worse, trend.Same, trend.Apart, trend.Lacking} {
		if n2[turn] == 0 {
			t.Errorf("no row of the demonstration is %s", turn)
		}
	}
}
