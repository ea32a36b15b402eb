package site

import (
	"encoding/csv"
	"strings"
	"testing"
)

// TestSheets reads every CSV back: a byte order mark, a header, rows of one
// length, where each row comes from, and no cell that a spreadsheet would run.
func TestSheets(t *testing.T) {
	d, n := demo(t, "990101", nil)
	seen := map[string]int{}
	for _, p := range View(d, n).Pages {
		for _, f := range p.Files {
			if !strings.HasSuffix(f.Name, ".csv") {
				continue
			}
			text, marked := strings.CutPrefix(f.Text, "\ufeff")
			rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
			if err != nil || !marked || len(rows) < 2 {
				t.Errorf("%s/%s: %v, mark %v, %d rows", p.Path, f.Name, err, marked, len(rows))
				continue
			}
			seen[f.Name]++
			for i, row := range rows[1:] {
				if row[0] != "990101" || row[len(row)-4] == "" || row[len(row)-2] == "" {
					t.Errorf("%s/%s row %d does not say where it comes from: %q", p.Path, f.Name, i+2, row)
				}
				for _, cell := range row {
					if cell != inert(cell) {
						t.Errorf("%s/%s row %d: %q would be run", p.Path, f.Name, i+2, cell)
					}
				}
			}
		}
	}
	for _, name := range []string{"verdicts.csv", "schools.csv", "figures.csv"} {
		if seen[name] == 0 {
			t.Errorf("no %s", name)
		}
	}
}

func TestInert(t *testing.T) {
	for cell, want := range map[string]string{"": "", "=1+1": "'=1+1", "+86": "+86", "-0.5": "-0.5", "-某某": "'-某某", "@某": "'@某", "某=某": "某=某"} {
		if got := inert(cell); got != want {
			t.Errorf("%q → %q, want %q", cell, got, want)
		}
	}
}
