package figure

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"junheng/tools/balance"
	"junheng/tools/report"
)

// fact is a line of the development gold.
type fact struct {
	Article    int     `json:"article"`
	Doc        string  `json:"doc"`
	Raw        string  `json:"raw"`
	Value      float64 `json:"value"`
	Stage      string  `json:"stage"`
	Kind       string  `json:"kind"`
	KindAlt    any     `json:"kind_alt"`
	Comparator string  `json:"comparator"`
	Indicator  string  `json:"indicator"`
}

// TestSeeds reads the two documents the project began with. Their gold was made
// by hand and is not part of this repository.
func TestSeeds(t *testing.T) {
	const shared = "../../../shared"
	file, err := os.Open(filepath.Join(shared, "gold", "facts.jsonl"))
	if err != nil {
		t.Skip("the seed documents and their gold are not beside this repository")
	}
	defer file.Close()
	gold := map[string][]fact{}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var f fact
		if err := json.Unmarshal(lines.Bytes(), &f); err != nil {
			t.Fatal(err)
		}
		gold[f.Doc] = append(gold[f.Doc], f)
	}
	r := NewReader(national(t))
	for doc, facts := range gold {
		t.Run(doc, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(shared, "seeds", doc))
			if err != nil {
				t.Fatal(err)
			}
			rep, err := report.Read(doc, data)
			if err != nil {
				t.Fatal(err)
			}
			all, _ := r.Read(rep)
			checkPlaces(t, rep, all)
			annotated := map[int]bool{}
			for _, f := range facts {
				annotated[max(f.Article, 1)] = true
			}
			var figures []balance.Figure
			for _, f := range all {
				if annotated[f.Source.Article] {
					figures = append(figures, f)
				}
			}
			if len(figures) != len(facts) {
				t.Fatalf("%d figures, want %d", len(figures), len(facts))
			}
			for i, f := range figures {
				g := facts[i]
				if f.Raw != g.Raw || f.Value != g.Value || string(f.Comparator) != g.Comparator {
					t.Errorf("%s: %s = %v %s, want %s = %v %s", f.ID, f.Raw, f.Value, f.Comparator, g.Raw, g.Value, g.Comparator)
				}
				if g.Stage != "" && string(f.Stage) != g.Stage || g.KindAlt == nil && string(f.Kind) != g.Kind || g.Indicator != "" && f.Indicator != g.Indicator {
					t.Errorf("%s: %s is %s %s %s, want %s %s %s", f.ID, f.Source.Quote, f.Stage, f.Kind, f.Indicator, g.Stage, g.Kind, g.Indicator)
				}
			}
		})
	}
}
