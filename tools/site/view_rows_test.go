package site

import (
	"encoding/csv"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"junheng/tools/balance"
)

// table reads a page's CSV file: its rows by header.
func table(t *testing.T, files []File, name string) (out []map[string]string) {
	t.Helper()
	for _, f := range files {
		if f.Name != name {
			continue
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(f.Text, "\ufeff"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows[1:] {
			m := map[string]string{}
			for i, h := range rows[0] {
				m[h] = r[i]
			}
			out = append(out, m)
		}
	}
	if out == nil {
		t.Fatalf("there is no %s", name)
	}
	return out
}

// TestRowsGiveTheVerdictAgain repeats every coefficient of the demonstration
// from the published table alone, in the way the table itself writes down.
func TestRowsGiveTheVerdictAgain(t *testing.T) {
	for _, code := range []string{"990101", "990102", "990107"} {
		d, n := demo(t, code, nil)
		y := newBuilder(d, n).years[0]
		repeated := 0
		for _, s := range y.standards {
			files := y.rowFiles(s)
			if files == nil {
				continue
			}
			type sums struct{ p, r, factor, s2 float64 }
			rows := table(t, files, "spreads.csv")
			all := map[[2]string]*sums{}
			num := func(m map[string]string, h string) float64 { v, _ := strconv.ParseFloat(m[h], 64); return v }
			at := func(m map[string]string) *sums {
				k := [2]string{m["条目编号"], m["学段"]}
				if all[k] == nil {
					all[k] = &sums{}
				}
				return all[k]
			}
			for _, m := range rows {
				if m["计入"] == "是" {
					c := at(m)
					c.p += num(m, "在校生P")
					c.r += num(m, "计入R")
					c.factor = num(m, "x的倍数")
				} else if m["不计入的原因"] == "" {
					t.Errorf("%s %s is not counted and nobody says why", m["条目编号"], m["学校"])
				}
			}
			for _, m := range rows {
				if m["计入"] == "是" {
					c := at(m)
					x, mean := c.factor*num(m, "计入R")/num(m, "在校生P"), c.factor*c.r/c.p
					c.s2 += num(m, "在校生P") / c.p * (x - mean) * (x - mean)
				}
			}
			for _, sp := range y.Assessed.Spreads {
				if sp.Standard != s.ID {
					continue
				}
				repeated++
				c := all[[2]string{sp.Criterion, string(sp.Stage)}]
				if cv := math.Sqrt(c.s2) / (c.factor * c.r / c.p); math.Abs(cv-sp.CV) > 1e-9 {
					t.Errorf("%s %s %s: %v from the table, %v in the verdict", code, sp.Criterion, sp.Stage, cv, sp.CV)
				}
			}
		}
		if repeated == 0 {
			t.Errorf("%s: no coefficient was repeated", code)
		}
	}
}

// TestEverySchoolIsInTheRows: a school stands in the table of every coefficient
// of its stages, counted or with the reason why not.
func TestEverySchoolIsInTheRows(t *testing.T) {
	d, n := demo(t, "990101", nil)
	y := newBuilder(d, n).years[0]
	reasons := map[string]bool{}
	for _, s := range y.standards {
		files := y.rowFiles(s)
		if files == nil {
			continue
		}
		listed := map[[3]string]bool{}
		for _, m := range table(t, files, "spreads.csv") {
			listed[[3]string{m["条目编号"], m["学段"], m["学校标识码"]}] = true
			reasons[m["不计入的原因"]] = true
		}
		for _, sp := range y.Assessed.Spreads {
			for _, sc := range y.Schools {
				if sp.Standard == s.ID && slices.Contains(sc.Type.Stages(), sp.Stage) && !listed[[3]string{sp.Criterion, string(sp.Stage), sc.Code}] {
					t.Errorf("%s %s leaves out %s without a word", sp.Criterion, sp.Stage, sc.Name)
				}
			}
		}
		var all rowsJSON
		if err := json.Unmarshal([]byte(files[0].Text), &all); err != nil || files[0].Name != "rows.json" {
			t.Fatal(files[0].Name, err)
		}
		for _, sh := range all.Sheets {
			for _, l := range sh.Lines {
				if len(l) != len(sh.Columns) {
					t.Fatalf("%s: %d values in %d columns", sh.Criterion, len(l), len(sh.Columns))
				}
			}
		}
	}
	if !reasons["教学点在校生不足50人"] {
		t.Errorf("no site of fewer than 50 pupils is left out; reasons: %v", reasons)
	}
}

// TestNoRowFilesWithoutBasis: the tables name schools one by one.
func TestNoRowFilesWithoutBasis(t *testing.T) {
	d, n := demo(t, "990101", func(tree fstest.MapFS) {
		f := tree["districts/990101/district.toml"]
		f.Data = []byte(strings.Replace(string(f.Data), "school_rows = true", "school_rows = false", 1))
	})
	y := newBuilder(d, n).years[0]
	for _, s := range y.standards {
		if files := y.rowFiles(s); files != nil {
			t.Errorf("%s has %s", s.ID, files[0].Name)
		}
	}
	if y.rowsPart(balance.Standard{}, nil).Form == "" {
		t.Error("nobody says why there is no table")
	}
}
