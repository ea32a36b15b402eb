package figure

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
	"junheng/tools/balance"
	"junheng/tools/report"
)

// national reads the indicators as the commands do.
func national(t testing.TB) []balance.Indicator {
	t.Helper()
	var f struct{ Indicator []balance.Indicator }
	text, err := os.ReadFile("../../data/indicators.toml")
	if err == nil {
		_, err = toml.Decode(string(text), &f)
	}
	if err != nil {
		t.Fatal(err)
	}
	return f.Indicator
}

// show writes a figure as the gold does: value and unit, then only what is not
// usual: comparator unless eq, stage, kind unless observed, indicator.
func show(f balance.Figure) string {
	s := f.Raw + " = " + fmt.Sprint(f.Value)
	if f.Value >= 1e6 {
		s = f.Raw + " = " + fmt.Sprintf("%.0f", f.Value)
	}
	if f.ValueMax != nil {
		s += ".." + fmt.Sprint(*f.ValueMax)
	}
	for _, part := range []string{f.Unit, string(f.Comparator), string(f.Stage), string(f.Kind), f.Indicator} {
		if part != "" && part != string(balance.Eq) && part != string(balance.Observed) {
			s += " " + part
		}
	}
	return s
}

// TestGold holds documents in other hands' styles against what a person reads
// in them. Each line of gold is one figure, in order.
func TestGold(t *testing.T) {
	r := NewReader(national(t))
	for _, doc := range documents {
		t.Run(doc.name, func(t *testing.T) {
			rep, err := report.Read(doc.file, []byte(doc.text))
			if err != nil {
				t.Fatal(err)
			}
			figures, _ := r.Read(rep)
			var got []string
			for _, f := range figures {
				got = append(got, show(f))
			}
			want := strings.Split(strings.TrimSpace(doc.gold), "\n")
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff + "\n" + strings.Join(got, "\n"))
			}
			checkPlaces(t, rep, figures)
		})
	}
}

// checkPlaces holds that every figure stands where its source says.
func checkPlaces(t *testing.T, rep *balance.Report, figures []balance.Figure) {
	t.Helper()
	seen := map[string]bool{}
	for _, f := range figures {
		s := f.Source
		p := rep.Articles[s.Article-1].Paragraphs[s.Paragraph-1]
		text := p.Text
		if s.Table > 0 {
			text = p.Table.Rows[s.Row-1][s.Column-1].Text
		}
		runes := []rune(text)
		if s.Start < 0 || s.End > len(runes) || string(runes[s.Start:s.End]) != s.Quote {
			t.Errorf("%s: quote %q is not at %d–%d", f.ID, s.Quote, s.Start, s.End)
			continue
		}
		quote := []rune(s.Quote)
		if end := f.RawStart + utf8.RuneCountInString(f.Raw); end > len(quote) || string(quote[f.RawStart:end]) != f.Raw {
			t.Errorf("%s: %q is not at %d of %q", f.ID, f.Raw, f.RawStart, s.Quote)
		}
		if seen[f.ID] {
			t.Errorf("%s twice", f.ID)
		}
		seen[f.ID] = true
	}
}
