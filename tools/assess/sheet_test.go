package assess

import (
	"encoding/json"
	"math"
	"math/rand"
	"strings"
	"testing"

	"junheng/tools/balance"
)

// TestSheetRepeatsTheVerdict works every coefficient and composite of random
// districts out again from the lines of its sheet alone, by the printed formula.
func TestSheetRepeatsTheVerdict(t *testing.T) {
	inds, standards := national(t)
	rules := New(inds, standards)
	r := rand.New(rand.NewSource(3))
	coefficients, composites, limits := 0, 0, 0
	for range 20 {
		schools := randomDistrict(r, 30)
		res := rules.Year(Input{Year: 2023, Schools: schools})
		for i := range res.Verdicts {
			v := &res.Verdicts[i]
			if v.School != "" || v.Criterion == "" || v.Value == nil {
				continue
			}
			s, ok := res.Sheet(v.Standard, v.Criterion, v.Stage, inds, schools)
			if !ok {
				continue
			}
			var p, raw, q, sum float64
			met := 0
			for _, l := range s.Lines {
				if n, ok := l["pupils"].(float64); ok {
					x, _ := l["value"].(float64)
					p, raw, q = p+n, raw+l["raw"].(float64), q+n*x*x
				}
				x, _ := l["value"].(float64)
				sum += x
				if l["verdict"] == string(balance.Met) {
					met++
				}
				if whole, ok := l["whole"].(float64); ok && !close12(whole*l["share"].(float64), l["raw"].(float64)) {
					t.Fatalf("%s: share %v of %v is not %v", s.Criterion, l["share"], whole, l["raw"])
				}
			}
			switch {
			case s.Sums != nil:
				coefficients++
				m := s.Sums.Mean
				if cv := math.Sqrt(max(0, q/p-m*m)) / m; math.Abs(cv-*v.Value) > 1e-6 || !close12(p, s.Sums.Pupils) || !close12(raw, s.Sums.Raw) {
					t.Fatalf("%s %s: %v from the lines, verdict %v", s.Criterion, s.Stage, cv, *v.Value)
				}
			case len(s.Columns) == len(compositeColumns):
				composites++
				if mean := sum / float64(len(s.Lines)); !close12(mean, *v.Value) {
					t.Fatalf("%s: mean %v, verdict %v", s.Criterion, mean, *v.Value)
				}
			default:
				limits++
				if v.Outcome == balance.Met && met == 0 {
					t.Fatalf("%s: met by no line", s.Criterion)
				}
			}
		}
	}
	if coefficients < 100 || composites < 10 || limits < 20 {
		t.Errorf("only %d coefficients, %d composites, %d limits", coefficients, composites, limits)
	}
}

// TestSheetForms: the CSV rows and the JSON form hold the same lines, every
// line only what a column names, and a nine-year school both its whole and its
// share.
func TestSheetForms(t *testing.T) {
	inds, _ := national(t)
	schools := []balance.School{at("1"), row("2", balance.NineYear, "pupils_primary", 166, "pupils_junior", 210, "books", 23226)}
	schools[0].Values = schools[0].Values.With("books", balance.Number(20000))
	res := judgeSchools(t, schools...)
	s, ok := res.Sheet("basic-2012", "basic.cv5", "小学", inds, schools)
	if !ok {
		t.Fatal("no sheet")
	}
	rows := s.Records()
	if len(rows) != 3 || rows[0][4] != "全校共有（册）" || rows[2][0] != "2" || rows[2][4] != "23226" || rows[2][3] != "166" || !strings.HasPrefix(rows[2][7], "58.5037") {
		t.Errorf("%q", rows)
	}
	keys := map[string]bool{}
	for _, c := range s.Columns {
		keys[c.Key] = true
	}
	for _, l := range s.Lines {
		for k := range l {
			if !keys[k] {
				t.Errorf("line has %q, which no column names", k)
			}
		}
	}
	data, err := s.JSON()
	var form struct {
		Schema  int
		Formula string
		Sums    Sums
		Lines   []map[string]any
	}
	if err != nil || json.Unmarshal(data, &form) != nil || form.Schema != SchemaVersion || len(form.Lines) != 2 || form.Sums.Pupils != 1166 {
		t.Errorf("%v %s", err, data)
	}
	if s, ok := res.Sheet("quality-2017", "quality.g04", "", inds, schools); !ok || len(s.Lines) != 2 || s.Lines[1]["limit"] != "≤2,500" || s.Lines[1]["name"] != "示例校2" {
		t.Errorf("%+v", s)
	}
	if _, ok := res.Sheet("quality-2017", "quality.g01", "", inds, schools); ok {
		t.Error("a judgement has no sheet")
	}
}
