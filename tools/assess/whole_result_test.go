package assess

import (
	"bytes"
	"encoding/json"
	"math/rand"
	"strings"
	"testing"

	"junheng/tools/balance"
)

// spoil puts every reason for a missing value, and absent columns, into a district.
func spoil(r *rand.Rand, schools []balance.School) {
	for i := range schools {
		for _, f := range append(append([]perPupil{}, staff...), assets...) {
			for _, name := range []string{f.field, f.field + "_primary", f.field + "_junior"} {
				if _, ok := schools[i].Values.Get(name); ok && r.Intn(60) == 0 {
					schools[i].Values = schools[i].Values.With(name, balance.Lacking(balance.Missings[r.Intn(len(balance.Missings))]))
				}
			}
		}
		if r.Intn(40) == 0 {
			schools[i].Values = schools[i].Values.With("pupils_primary", balance.Lacking(balance.NotReported))
		}
	}
	if r.Intn(3) == 0 {
		for i := range schools {
			schools[i].Values = schools[i].Values.With(assets[r.Intn(len(assets))].field, balance.Absent)
		}
	}
}

// TestEveryResult holds what a reader may count on, over districts with gaps:
// each verdict with a value has its working, each open one names what is
// missing and who owes it, the same input gives the same bytes, and every
// criterion has a verdict for each stage.
func TestEveryResult(t *testing.T) {
	inds, standards := national(t)
	rules := New(inds, standards)
	r := rand.New(rand.NewSource(7))
	for range 300 {
		schools := randomDistrict(r, 30)
		spoil(r, schools)
		in := Input{District: balance.District{Division: balance.Division{Code: "990101", Name: "示例市"}}, Year: 2023, Schools: schools,
			Items: []balance.Item{
				{Indicator: "teacher_pay_ratio", Datum: balance.Datum{Value: 1.02}},
				{Indicator: "enrolment_disabled", Datum: balance.Datum{Missing: balance.Suppressed}},
				{Indicator: "homework_minutes", Stage: "小学", Datum: balance.Datum{Value: 61}},
			}}
		res := rules.Year(in)
		seen := map[string]bool{}
		for _, v := range res.Verdicts {
			at := v.Criterion + "/" + v.Part + "/" + v.School + "/" + string(v.Stage)
			if v.School == "" {
				seen[v.Criterion+"/"+string(v.Stage)] = true
			}
			if v.Value != nil && (v.Working == nil || len(v.Working.Inputs) == 0 || v.Working.Rule == "" || v.Working.Clause == "" || v.Working.Result == "") {
				t.Fatalf("%s has a value and no working: %+v", at, v.Working)
			}
			if v.Value != nil && v.Threshold != nil && len(v.Working.Steps) == 0 {
				t.Fatalf("%s has no steps", at)
			}
			open := v.Outcome == balance.Undecidable || v.Outcome == balance.NotPublished
			if v.Criterion != "" && open && len(v.Missing) == 0 {
				t.Fatalf("%s is %s and names nothing missing", at, v.Outcome)
			}
			for _, l := range v.Missing {
				if l.What == "" || l.Owner == "" {
					t.Fatalf("%s: %+v", at, l)
				}
			}
			if v.Outcome == balance.NotMet && v.Criterion != "" && v.Gap == nil {
				t.Fatalf("%s is not met and has no distance", at)
			}
		}
		for _, s := range res.Standards {
			for _, c := range s.Criteria {
				for _, stage := range stagesOf(&c) {
					if !seen[c.ID+"/"+string(stage)] {
						t.Fatalf("no verdict on %s %s", c.ID, stage)
					}
				}
			}
		}
		a, err := JSON(res)
		if err != nil {
			t.Fatal(err)
		}
		b, _ := JSON(rules.Year(in))
		if !bytes.Equal(a, b) {
			t.Fatal("the same input gave other bytes")
		}
	}
}

// TestJSONForm holds the names that scripts rely on.
func TestJSONForm(t *testing.T) {
	data, err := JSON(judgeSchools(t, at("1", "backbone_primary", 7)))
	if err != nil {
		t.Fatal(err)
	}
	var form struct {
		Schema   int
		District string
		Year     int
		Verdicts []map[string]json.RawMessage
	}
	if err := json.Unmarshal(data, &form); err != nil {
		t.Fatal(err)
	}
	if form.Schema != SchemaVersion || form.District != "990101" || form.Year != 2023 {
		t.Errorf("%+v", form)
	}
	for _, v := range form.Verdicts {
		if string(v["criterion"]) != `"quality.r2"` || v["school"] == nil {
			continue
		}
		for _, k := range []string{"standard", "criterion", "school", "stage", "verdict", "basis", "value", "threshold", "gap", "working"} {
			if v[k] == nil {
				t.Errorf("no %s", k)
			}
		}
		for _, k := range []string{"rule", "clause", "threshold", "inputs", "steps", "result"} {
			if !strings.Contains(string(v["working"]), `"`+k+`"`) {
				t.Errorf("working has no %s", k)
			}
		}
		return
	}
	t.Error("no verdict on quality.r2")
}
