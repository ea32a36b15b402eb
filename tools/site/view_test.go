package site

import (
	"encoding/json"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"junheng/tools/balance"
	"junheng/tools/district"
	"junheng/tools/record"
)

// demo reads a demonstration district; change may alter the files it is read from.
func demo(t *testing.T, code string, change func(fstest.MapFS)) (*district.District, *record.National) {
	t.Helper()
	tree := fstest.MapFS{}
	disk := os.DirFS("../../data")
	err := fs.WalkDir(disk, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(disk, name)
		tree[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(tree)
	}
	n, problems := record.ReadNational(tree)
	if problems.Faults() > 0 {
		t.Fatal(problems)
	}
	d := district.NewReader(n).Read(tree, code)
	if d.Problems.Faults() > 0 {
		t.Fatal(d.Problems)
	}
	return d, n
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestEveryLinkLeadsSomewhere follows each link of a district's pages and of
// the national pages to a page and, where it names one, to an anchor on it.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	anchors := map[string]map[string]bool{}
	add := func(path string, v PageView) {
		anchors[path] = map[string]bool{"": true, "main": true}
		for _, m := range regexp.MustCompile(`"id":"([^"]+)"`).FindAllStringSubmatch(asJSON(t, v), -1) {
			anchors[path][m[1]] = true
		}
	}
	pages := map[string]PageView{}
	var summaries []Summary
	var districts []*district.District
	var n *record.National
	for _, code := range []string{"990101", "990102", "990103", "990104", "990107"} {
		var d *district.District
		d, n = demo(t, code, nil)
		view := View(d, n)
		for _, p := range view.Pages {
			pages["/districts/"+p.Path+"/"] = p.View
			for _, f := range p.Files {
				anchors["/districts/"+p.Path+"/"+f.Name] = map[string]bool{"": true}
			}
		}
		districts, summaries = append(districts, d), append(summaries, view.Summary)
	}
	for _, f := range append(National(n, summaries), Search(expected(n)), Compare(n, expected(n), summaries)) {
		pages["/"+strings.ReplaceAll(f.Name, "_", "-")+"/"] = f.Data.View
		for _, p := range f.Data.Pages {
			pages["/"+f.Name+"/"+p.Path+"/"] = p.View
		}
		for _, file := range f.Data.Files {
			anchors["/"+f.Name+"/"+file.Name] = map[string]bool{"": true}
		}
	}
	for path, v := range pages {
		add(path, v)
	}
	for _, d := range districts {
		for _, y := range d.Years {
			for _, r := range y.Reports {
				for _, f := range r.Figures {
					if path := "/districts/" + d.Code + "/" + itoa(y.Year) + "/reports/" + r.Slug + "/"; !anchors[path][f.ID] {
						t.Errorf("%s has no place for figure %s, %q", path, f.ID, f.Source.Quote)
					}
				}
			}
		}
	}
	for path, v := range pages {
		for _, m := range regexp.MustCompile(`"(?:href|line_href)":"([^"]+)"`).FindAllStringSubmatch(asJSON(t, v), -1) {
			to, at, _ := strings.Cut(m[1], "#")
			to, _, _ = strings.Cut(to, "?")
			switch {
			case strings.HasPrefix(to, "http"), strings.HasPrefix(to, "mailto:"), to == "index.json", to == "/method/":
				continue
			case to == "":
				to = path
			}
			if anchors[to] == nil {
				t.Errorf("%s links to %s, which is no page", path, m[1])
			} else if !anchors[to][at] {
				t.Errorf("%s links to %s, and there is no such place", path, m[1])
			}
		}
	}
}

// TestNobodyHasPublished: with no district, or one without a year, every
// national page stands, every division is 未公布, and nothing leads to a page
// that is not there. Templates count lists, so none of theirs may be null.
func TestNobodyHasPublished(t *testing.T) {
	_, n := demo(t, "990101", nil)
	for name, summaries := range map[string][]Summary{"no folder": nil, "a folder without a year": {{Code: "990101", Name: "示例市"}}} {
		for _, f := range National(n, summaries) {
			all := asJSON(t, f.Data)
			for _, bad := range []string{`"parts":null`, `"finds":null`, `"lead":null`, `"href":"/districts/9`} {
				if strings.Contains(all, bad) {
					t.Errorf("%s: %s holds %s", name, f.Name, bad)
				}
			}
			if f.Name == "coverage" && strings.Count(asJSON(t, f.Data.View), `"word":"未公布"`) != len(n.Divisions) {
				t.Errorf("%s: not every division is 未公布", name)
			}
		}
	}
}

// TestPageAndTwinCountAlike: the count beside a part's verdict is word for word
// that of the part's working in the machine twin.
func TestPageAndTwinCountAlike(t *testing.T) {
	for _, code := range []string{"990101", "990102", "990103", "990104", "990107"} {
		d, n := demo(t, code, nil)
		y := newBuilder(d, n).years[0]
		page, compared := asJSON(t, newBuilder(d, n).districtPage(y).View), 0
		for _, v := range y.Assessed.Verdicts {
			if v.School != "" || v.Criterion != "" || v.Part == "" || y.complete(v.Standard, v.Part).Total < 2 || v.Outcome == balance.OutOfScope {
				continue
			}
			compared++
			if says := v.Working.Steps[0]; !strings.Contains(page, says) {
				t.Errorf("%s %s: the twin counts %q, the page does not", code, v.Part, says)
			}
		}
		if compared == 0 {
			t.Errorf("%s: nothing compared", code)
		}
	}
}

// TestTwinsAreTidy: no binary fractions, no Go names, one word for a unit.
func TestTwinsAreTidy(t *testing.T) {
	d, n := demo(t, "990101", nil)
	for _, p := range View(d, n).Pages {
		if bad := regexp.MustCompile(`[0-9]\.[0-9]{15,}|"[A-Z][A-Za-z]*":|"unit":"[^"]*㎡`).FindString(p.Twin); bad != "" {
			t.Errorf("%s has %s", p.Path, bad)
		}
	}
}

// TestFigureAndCriterionMeet holds the way from a criterion to the sentence its
// number came from, and back.
func TestFigureAndCriterionMeet(t *testing.T) {
	d, n := demo(t, "990101", nil)
	pages := map[string]string{}
	for _, p := range View(d, n).Pages {
		pages["/districts/"+p.Path+"/"] = asJSON(t, p.View)
	}
	b := newBuilder(d, n)
	met := 0
	for _, y := range b.years {
		for _, v := range y.Assessed.Verdicts {
			if v.Figure == "" || v.Criterion == "" || v.School != "" {
				continue
			}
			met++
			c, _ := y.criterion(v.Standard, v.Criterion)
			criterion, sentence := y.href(v.Standard, c.Criterion), y.figureHref(v.Figure)
			report, _, _ := strings.Cut(sentence, "#")
			working, _, _ := strings.Cut(criterion, "#")
			if !strings.Contains(pages[working], `"href":"`+sentence+`"`) {
				t.Errorf("%s does not lead to %s", criterion, sentence)
			}
			first := y.used[v.Figure][0].Href
			if !strings.Contains(pages[report], `"href":"`+first+`"`) {
				t.Errorf("%s does not lead to %s", sentence, first)
			}
		}
	}
	if met == 0 {
		t.Error("no verdict of the demonstration rests on a report's figure")
	}
}

// TestListsRestOnConfirmedFigures: a figure that nobody has confirmed may stand
// on its district's pages with 机读待核 beside it, and on no national page.
func TestListsRestOnConfirmedFigures(t *testing.T) {
	var summaries []Summary
	var n *record.National
	for _, code := range []string{"990101", "990102"} {
		var d *district.District
		d, n = demo(t, code, nil)
		view := View(d, n)
		if !strings.Contains(asJSON(t, view.Pages), `"raw":true`) {
			t.Errorf("%s has no unconfirmed figure; the demonstration should", code)
		}
		summaries = append(summaries, view.Summary)
	}
	for _, f := range National(n, summaries) {
		if f.Name != "components" && strings.Contains(asJSON(t, f.Data), `"raw":true`) { // what that one shows is made up
			t.Errorf("%s shows what nobody has confirmed", f.Name)
		}
	}
}

// TestNoRowsWithoutBasis: where no basis is stated, no page but the reports'
// own text names a school, and none has its code.
func TestNoRowsWithoutBasis(t *testing.T) {
	d, n := demo(t, "990101", func(tree fstest.MapFS) {
		f := tree["districts/990101/district.toml"]
		f.Data = []byte(strings.Replace(string(f.Data), "school_rows = true", "school_rows = false", 1))
	})
	if d.Release.SchoolRows {
		t.Fatal("the change to district.toml did not take")
	}
	for _, p := range View(d, n).Pages {
		all := asJSON(t, p.View) + p.Twin + asJSON(t, p.Files)
		for _, s := range d.Years[0].Schools {
			if p.Kind != "report" && p.Kind != "district" && p.Kind != "year" && strings.Contains(all, s.Name) {
				t.Errorf("%s names %s", p.Path, s.Name)
			}
			if strings.Contains(all, s.Code) {
				t.Errorf("%s has the code of %s", p.Path, s.Name)
			}
		}
		if p.Kind == "school" {
			t.Errorf("%s is a school's page", p.Path)
		}
	}
}

func TestSameBytesTwice(t *testing.T) {
	d, n := demo(t, "990101", nil)
	first := asJSON(t, View(d, n))
	for range 5 {
		if asJSON(t, View(d, n)) != first {
			t.Fatal("the same district gave two views")
		}
	}
}
