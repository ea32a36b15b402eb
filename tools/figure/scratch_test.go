package figure

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/BurntSushi/toml"
	"junheng/tools/balance"
	"junheng/tools/report"
)

func TestDump(t *testing.T) {
	in, out := os.Getenv("DUMP_IN"), os.Getenv("DUMP_OUT")
	if in == "" {
		t.Skip()
	}
	var f struct{ Indicator []balance.Indicator }
	if _, err := toml.DecodeFile("../../data/indicators.toml", &f); err != nil {
		t.Fatal(err)
	}
	data, _ := os.ReadFile(in)
	rep, err := report.Read(filepath.Base(in), data)
	if err != nil {
		t.Fatal(err)
	}
	o, _ := os.Create(out)
	figs, said := NewReader(f.Indicator).Read(rep)
	enc := json.NewEncoder(o)
	enc.SetEscapeHTML(false)
	for _, g := range figs {
		enc.Encode(LineOf(g))
	}
	if os.Getenv("DUMP_SAID") != "" {
		for _, s := range said {
			t.Log(s.Kind, s.Text, s.Due, s.Indicator)
		}
	}
	for _, a := range rep.Articles {
		t.Log(a.Number, a.Title, a.Level, len(a.Sections), len(a.Paragraphs))
	}
}
