package assess

import (
	"testing"

	"junheng/tools/balance"
)

// TestStages: what a standard asks of 小学 and of 初中 is joined for each by the
// precedence of the whole; a miss of one does not touch the other.
func TestStages(t *testing.T) {
	junior := row("9", balance.Junior, "pupils_junior", 100, "qualified_junior", 6, "backbone_junior", 0)
	r := judgeSchools(t, at("1"), junior)
	got := map[balance.Stage]StageVerdict{}
	for _, s := range r.Stages {
		if s.Standard == "quality-2017" {
			got[s.Stage] = s
		}
	}
	// 小学: seven items met at the line, class size met, 就近入学 not published
	if p := got["小学"]; p.Outcome != balance.NotPublished || p.Text != "小学9项：达标8项，未公布1项" {
		t.Errorf("%+v", p)
	}
	// 初中: no backbone teacher fails whatever else is missing
	if j := got["初中"]; j.Outcome != balance.NotMet || j.Counts.Total != 10 {
		t.Errorf("%+v", j)
	}
	if w := find(t, r, "quality-2017", "", "", "", ""); w.Outcome != balance.NotMet {
		t.Errorf("whole %s", w.Outcome)
	}
}

// TestCountedGap: a share that falls short says how many are lacking where its
// counts are given.
func TestCountedGap(t *testing.T) {
	r := year(t, Input{Items: []balance.Item{
		{Indicator: "teacher_exchange_rate", Datum: balance.Datum{Value: 9.9}, Inputs: map[string]int{"eligible": 1005, "exchanged": 99}},
		{Indicator: "retention_junior_3y", Stage: "初中", Datum: balance.Datum{Value: 90}, Inputs: map[string]int{"graduating": 900, "entered": 1000, "in": 10, "died": 0, "out": 10}},
		{Indicator: "migrant_public_rate", Datum: balance.Datum{Value: 80}},
	}})
	for criterion, want := range map[string]string{
		"quality.g11a": "差0.1个百分点，交流轮岗教师数还差2", // a tenth of 1,005 is 100.5
		"quality.q1":   "差5个百分点，毕业班学生数还差50",
		"quality.g15b": "差5个百分点",
	} {
		stage := balance.StageNone
		if criterion == "quality.q1" {
			stage = "初中"
		}
		if v := district(t, r, criterion, stage); v.Gap == nil || v.Gap.Text != want {
			t.Errorf("%s: %+v, want %s", criterion, v.Gap, want)
		}
	}
}

// TestNamedByTheIndicator: a stage or the bureau's own schools are no part of
// the district where the indicator is of nothing else.
func TestNamedByTheIndicator(t *testing.T) {
	scope := func(s string) func(*balance.Figure) { return func(f *balance.Figure) { f.Scope = s } }
	r := year(t, Input{Stated: []Stated{
		stated("senior_places_share", "高中", 62, "%"),
		stated("nearby_enrolment_rate", "小学", 100, "%", scope("公办")),
		stated("nearby_enrolment_rate", "初中", 98.7, "%", scope("城区")),
		stated("migrant_public_rate", "义务教育", 80, "%", scope("公办学校")), // places bought elsewhere are not in it
		stated("afterschool_coverage", "小学", 100, "%"),
	}})
	for _, c := range []struct {
		criterion string
		stage     balance.Stage
		want      balance.Outcome
	}{
		{"quality.g14a", "", balance.Met}, {"quality.g13", "小学", balance.Met}, {"quality.g13", "初中", balance.NotPublished},
		{"quality.g15b", "", balance.NotPublished}, {"dr.afterschool_coverage", "", balance.NotPublished},
	} {
		if v := district(t, r, c.criterion, c.stage); v.Outcome != c.want {
			t.Errorf("%s %s: %s, want %s", c.criterion, c.stage, v.Outcome, c.want)
		}
	}
}
