package assess

import (
	"math"
	"strings"
	"testing"

	"junheng/tools/balance"
)

// handDistrict is one district of testdata/hand.toml.
type handDistrict struct {
	Name   string       `toml:"name"`
	Paper  string       `toml:"paper"`
	School []handSchool `toml:"school"`
	Item   []handItem   `toml:"item"`
	Want   []handWant   `toml:"want"`
}

type handSchool struct {
	Code   string             `toml:"code"`
	Type   balance.SchoolType `toml:"type"`
	Values map[string]any     `toml:"values"`
}

type handItem struct {
	Indicator string          `toml:"indicator"`
	Stage     balance.Stage   `toml:"stage"`
	Value     float64         `toml:"value"`
	Judged    balance.Outcome `toml:"judged"`
	Inputs    map[string]int  `toml:"inputs"`
}

type handWant struct {
	Standard, Part, Criterion, School string
	Stage                             balance.Stage
	Basis                             balance.Basis
	Verdict                           balance.Outcome
	Value                             *float64
	Gap, Note, Missing                string
}

// TestByHand holds districts that were worked out with a pencil: the papers are
// in the file.
func TestByHand(t *testing.T) {
	var doc struct {
		District []handDistrict `toml:"district"`
	}
	decode(t, "testdata/hand.toml", &doc)
	if len(doc.District) < 7 {
		t.Fatalf("%d districts", len(doc.District))
	}
	for _, d := range doc.District {
		in := Input{District: balance.District{Division: balance.Division{Code: "990102", Name: "示例区"}}}
		for _, s := range d.School {
			var pairs []any
			for id, v := range s.Values {
				switch x := v.(type) {
				case int64:
					v = float64(x)
				case string:
					v = balance.Missing(x)
				}
				pairs = append(pairs, id, v)
			}
			in.Schools = append(in.Schools, row(s.Code, s.Type, pairs...))
		}
		for _, it := range d.Item {
			in.Items = append(in.Items, balance.Item{Indicator: it.Indicator, Stage: it.Stage, Judged: it.Judged, Inputs: it.Inputs, Datum: balance.Datum{Value: it.Value}})
		}
		r := year(t, in)
		for _, w := range d.Want {
			held := 0
			for _, v := range r.Verdicts {
				if v.Criterion != w.Criterion || v.School != w.School || v.Stage != w.Stage || w.Basis != "" && v.Basis != w.Basis ||
					w.Criterion == "" && (v.Standard != w.Standard || v.Part != w.Part) {
					continue
				}
				held++
				gap, missing := "", ""
				if v.Gap != nil {
					gap = v.Gap.Text
				}
				for _, l := range v.Missing {
					missing += l.What + "：" + string(l.Reason) + "；"
				}
				if v.Outcome != w.Verdict || w.Gap != "" && gap != w.Gap || !strings.Contains(v.Note, w.Note) || !strings.Contains(missing, w.Missing) ||
					w.Value != nil && (v.Value == nil || math.Abs(*v.Value-*w.Value) > 6e-7) {
					got := math.NaN()
					if v.Value != nil {
						got = *v.Value
					}
					t.Errorf("%s: %+v: %s %.7f %q note %q missing %q", d.Name, w, v.Outcome, got, gap, v.Note, missing)
				}
				break
			}
			if held == 0 {
				t.Errorf("%s: no verdict on %+v", d.Name, w)
			}
		}
	}
}
