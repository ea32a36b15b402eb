package site

import (
	"encoding/json"
	"strings"
	"testing"

	"junheng/tools/index"
	"junheng/tools/record"
)

// expected is every division as the search and the comparison see it, all of
// them published.
func expected(n *record.National) []index.Contribution {
	var out []index.Contribution
	for _, d := range n.Divisions {
		schools := 1
		if d.Code == "990105" || d.Code == "990106" {
			schools = -1 // as in the demonstration data
		}
		out = append(out, index.Contribution{District: index.District{Code: d.Code, Name: d.Name, Kind: d.Kind, Parent: d.Parent, Schools: schools}})
	}
	return out
}

// TestComparedValuesAreThoseOfTheLists: what the comparison reads of a district
// is what its summary holds, and each value leads to its working.
func TestComparedValuesAreThoseOfTheLists(t *testing.T) {
	d, n := demo(t, "990101", nil)
	view := View(d, n)
	var got comparedDistrict
	for _, f := range view.Pages[0].Files {
		if f.Name == "compare.js" {
			data := strings.TrimSuffix(strings.TrimPrefix(f.Text, "junheng.compared("), ")\n")
			if err := json.Unmarshal([]byte(data), &got); err != nil {
				t.Fatal(err)
			}
		}
	}
	count := 0
	for _, s := range got.Standards {
		for _, v := range s.Values {
			count++
			if v.Text == "" || v.Name == "" || !strings.HasPrefix(v.Href, "/districts/990101/") || !strings.Contains(v.Href, "#") {
				t.Errorf("%s: %+v does not say what it is or where it comes from", s.ID, v)
			}
		}
	}
	if count == 0 || count != len(view.Summary.Values) {
		t.Errorf("%d values to compare, %d in the summary", count, len(view.Summary.Values))
	}
}

// TestNoSchoolIsComparedWithoutABasis: a district that states no basis for
// publishing school by school gives the search and the comparison no school.
func TestNoSchoolIsComparedWithoutABasis(t *testing.T) {
	d, n := demo(t, "990101", nil)
	d.Release.SchoolRows = false
	view := View(d, n)
	for _, p := range view.Pages {
		for _, f := range p.Files {
			if strings.HasSuffix(f.Name, ".js") && strings.Contains(f.Text, "2199010101") {
				t.Errorf("%s/%s names a school", p.Path, f.Name)
			}
		}
	}
	if view.Find.Schools != 0 || len(view.Find.Pairs) != 0 {
		t.Errorf("the search leads to %d schools", view.Find.Schools)
	}
}

func TestLikeDistrictsStandInCodeOrder(t *testing.T) {
	_, n := demo(t, "990101", nil)
	var summaries []Summary
	for _, code := range []string{"990107", "990104"} {
		d, _ := demo(t, code, nil)
		summaries = append(summaries, View(d, n).Summary)
	}
	for _, p := range Compare(n, expected(n), summaries).Data.Pages {
		tables := 0
		for _, part := range p.View.Parts {
			if table, ok := part.Data.(Table); ok {
				tables++
				if len(table.Rows) != 2 || table.Rows[0][0].Small != "990104" || table.Rows[1][0].Small != "990107" {
					t.Errorf("%s: %s is not in code order", p.Path, part.ID)
				}
			}
		}
		if (p.Path == "xian") != (tables > 0) {
			t.Errorf("%s has %d tables of values", p.Path, tables)
		}
	}
}
