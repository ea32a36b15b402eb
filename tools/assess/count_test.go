package assess

import (
	"encoding/json"
	"strings"
	"testing"

	"junheng/tools/balance"
)

// TestOneWayOfCounting: the count of a part in words, in its working and in
// numbers is the same, by the items of the document: criteria and stages of
// one item count once.
func TestOneWayOfCounting(t *testing.T) {
	r := judgeSchools(t, at("1"), at("2", "backbone_primary", 1))
	want := map[string]int{"resource": 7, "cv": 7, "government": 15, "outcome": 9, "satisfaction": 1, "veto": 7}
	for _, c := range r.Completeness {
		if c.Part == "" {
			continue
		}
		if n, ok := want[c.Part]; ok && c.Standard == "quality-2017" && c.Total != n {
			t.Errorf("%s counts %d, want %d", c.Part, c.Total, n)
		}
		if len(c.Outcomes) != c.Total {
			t.Errorf("%s: %d outcomes of %d items", c.Part, len(c.Outcomes), c.Total)
		}
		v := find(t, r, c.Standard, c.Part, "", "", "")
		if v.Working.Steps[0] != c.Text {
			t.Errorf("%s: working says %q, count says %q", c.Part, v.Working.Steps[0], c.Text)
		}
		if c.Part == "resource" && (c.Sections == nil || c.Text != "2所学校（部）：达标1所，未达标1所") {
			t.Errorf("resource: %q", c.Text)
		}
	}
}

// TestCountOfWhatDecides: what is only scored or shown is not in the count of
// a standard that it does not decide.
func TestCountOfWhatDecides(t *testing.T) {
	items := []balance.Item{
		{Indicator: "basic_conditions", Judged: balance.Met},
		{Indicator: "basic_cv_primary", Datum: balance.Datum{Value: 0.3}},
	}
	_, standards := national(t)
	for _, s := range standards {
		if s.ID != "basic-2012" {
			continue
		}
		items = nil
		for _, c := range s.Criteria {
			switch {
			case c.Part == "items" || c.Part == "spread":
			case len(c.Limits) == 0:
				items = append(items, balance.Item{Indicator: c.Indicator, Judged: balance.Met})
			default:
				stage := balance.StageNone
				if len(c.Stages) > 0 {
					stage = c.Stages[0]
				}
				v := c.Limits[0].Value
				items = append(items, balance.Item{Indicator: c.Indicator, Stage: stage, Datum: balance.Datum{Value: v}})
			}
		}
		if got, want := Makeup(&s, 2023), "4项＝学校办学标准1项＋校际均衡状况1项＋政府推进工作1项＋公众满意度1项；八项差异系数、政府工作十七项（17项）只公布或只计分，不单独决定结论"; got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	for _, s := range year(t, Input{Items: items}).Standings {
		if s.Standard == "basic-2012" && (s.Outcome != balance.Met || s.Counts.Total != 4 || !strings.HasSuffix(s.Sentence, "达到基本均衡要求：4项全部达标。")) {
			t.Errorf("%s %+v %s", s.Outcome, s.Counts, s.Sentence)
		}
	}
}

// TestGapIsWhatItSays: the number of a gap is the one in its words, with the
// schools whose miss the rule excuses.
func TestGapIsWhatItSays(t *testing.T) {
	r := judgeSchools(t, at("1", "backbone_primary", 1), at("2", "backbone_primary", 6), at("3"))
	v := district(t, r, "quality.r2", balance.StagePrimary)
	if v.Outcome != balance.NotMet || v.Gap.Value != -2 || !strings.HasPrefix(v.Gap.Text, "3所中2所低于标准") {
		t.Errorf("%s %+v", v.Outcome, v.Gap)
	}
}

// TestVetoSaysWhetherItIsTouched: a part of 一票否决 has an outcome of its own,
// and only 未达标 reaches the whole.
func TestVetoSaysWhetherItIsTouched(t *testing.T) {
	for _, c := range []struct {
		item  *balance.Item
		want  balance.Outcome
		whole balance.Outcome
	}{
		{nil, balance.NotPublished, balance.Met},
		{&balance.Item{Indicator: "veto", Judged: balance.Met}, balance.Met, balance.Met},
		{&balance.Item{Indicator: "veto", Judged: balance.NotMet}, balance.NotMet, balance.NotMet},
	} {
		in := Input{District: balance.District{Division: balance.Division{Code: "990102", Name: "示例区"}}, Year: 2023}
		in.Indicators, in.Standards = small()
		in.Items = []balance.Item{{Indicator: "rate", Datum: balance.Datum{Value: 95}}, {Indicator: "judged", Judged: balance.Met}}
		if c.item != nil {
			in.Items = append(in.Items, *c.item)
		}
		r := Year(in)
		if v := find(t, r, "small", "veto", "", "", ""); v.Outcome != c.want || v.Note == "" {
			t.Errorf("veto: %s %q, want %s", v.Outcome, v.Note, c.want)
		}
		if s := r.Standings[0]; s.Outcome != c.whole || strings.Contains(s.Sentence, "触及否决") != (c.whole == balance.NotMet) {
			t.Errorf("whole: %s %s", s.Outcome, s.Sentence)
		}
	}
}

// TestFurthestIsByTheDistrictsValue: not the criterion that most schools miss,
// but the one whose mean lies furthest below its limit; where no mean lies
// below, the one that most schools miss, and it says so.
func TestFurthestIsByTheDistrictsValue(t *testing.T) {
	r := judgeSchools(t, at("1", "backbone_primary", 5, "pe_art_primary", 8), at("2", "backbone_primary", 6, "pe_art_primary", 8), at("3", "pe_art_primary", 8))
	s := standing(t, r)
	if s.Furthest.Criterion != "quality.r2" || s.Furthest.BySchools || s.Furthest.Text != "小学骨干教师，3所中2所低于标准，共差9人，平均为标准的70%" || !strings.Contains(s.Sentence, "差得最多的是") {
		t.Errorf("%+v %s", s.Furthest, s.Sentence)
	}
	r = judgeSchools(t, at("1", "backbone_primary", 8), at("2", "backbone_primary", 13), at("3"))
	s = standing(t, r)
	if s.Furthest == nil || !s.Furthest.BySchools || !strings.Contains(s.Sentence, "；未达标学校最多的是小学骨干教师，3所中1所低于标准，共差2人。") {
		t.Errorf("%+v %s", s.Furthest, s.Sentence)
	}
}

func standing(t *testing.T, r Result) Standing {
	t.Helper()
	for _, s := range r.Standings {
		if s.Standard == "quality-2017" && s.School == "" {
			return s
		}
	}
	t.Fatal("no standing")
	return Standing{}
}

func TestRound(t *testing.T) {
	for in, want := range map[string]string{
		`{"a":0.010000000000000009,"b":[1,-2.5]}`:     `{"a":0.01,"b":[1,-2.5]}`,
		`"0.010000000000000009 \" 1.000000000000001"`: `"0.010000000000000009 \" 1.000000000000001"`,
		`123456789012345`:       `123456789012345`,
		`0.33333333333333331`:   `0.333333333333`,
		`1.2345678901234567e-7`: `1.23456789012e-7`,
	} {
		got := string(Round([]byte(in)))
		if got != want || !json.Valid([]byte(got)) {
			t.Errorf("%s → %s, want %s", in, got, want)
		}
	}
}
