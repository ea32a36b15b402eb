package assess

import (
	"strings"
	"testing"

	"junheng/tools/balance"
)

// small is a standard of one number, one judgement, one veto and one thing
// that is only shown.
func small() ([]balance.Indicator, []balance.Standard) {
	inds := []balance.Indicator{
		{ID: "rate", Name: "某某比例", Unit: "%", Decimals: 1, Level: balance.LevelDistrict},
		{ID: "judged", Name: "某某工作", Level: balance.LevelDistrict, Judged: true},
		{ID: "veto", Name: "没有某某情形", Level: balance.LevelDistrict, Judged: true},
		{ID: "shown", Name: "某某数", Unit: "所", Level: balance.LevelDistrict},
	}
	limit := []balance.Threshold{{Op: balance.Ge, Value: 95}}
	std := balance.Standard{ID: "small", Short: "示例标准", Number: "示例〔2020〕1号",
		Parts: []balance.Part{{ID: "all", Name: "全部", Rule: balance.RuleAll}, {ID: "veto", Name: "否决", Rule: balance.RuleVeto}, {ID: "info", Name: "只公布", Rule: balance.RuleInfo}},
		Criteria: []balance.Criterion{
			{ID: "c1", Part: "all", Indicator: "rate", Limits: limit, Unit: "%", Item: "1", Owner: "教育局"},
			{ID: "c2", Part: "all", Indicator: "judged", Item: "2", Owner: "教育局"},
			{ID: "c3", Part: "veto", Indicator: "veto"},
			{ID: "c4", Part: "info", Indicator: "shown", Unit: "所", Limits: []balance.Threshold{{Op: balance.Le, Value: 0}}},
		}}
	return inds, []balance.Standard{std}
}

// TestPrecedence: any 未达标, else any 无法判定, else any 未公布, else 达标; a
// veto fails the whole, what is only shown never does.
func TestPrecedence(t *testing.T) {
	number := func(v float64) *balance.Item { return &balance.Item{Indicator: "rate", Datum: balance.Datum{Value: v}} }
	gap := func(m balance.Missing) *balance.Item {
		return &balance.Item{Indicator: "rate", Datum: balance.Datum{Missing: m}}
	}
	judged := func(id string, o balance.Outcome) *balance.Item { return &balance.Item{Indicator: id, Judged: o} }
	shown := &balance.Item{Indicator: "shown", Datum: balance.Datum{Value: 9}}
	for _, c := range []struct {
		name  string
		items []*balance.Item
		want  balance.Outcome
		says  string
	}{
		{"nothing", nil, balance.NotPublished, "示例区对照示例标准要求2项，都还没有公布。"},
		{"all met", []*balance.Item{number(95), judged("judged", balance.Met)}, balance.Met, "达到示例标准要求：2项全部达标。"},
		{"one met, one not published", []*balance.Item{number(95)}, balance.NotPublished, "对照示例标准要求2项：达标1项，未公布1项。"},
		{"one met, one not reported", []*balance.Item{gap(balance.NotReported), judged("judged", balance.Met)}, balance.Undecidable, "达标1项，无法判定1项。"},
		{"not reported beats not published", []*balance.Item{gap(balance.Suppressed)}, balance.Undecidable, "无法判定1项，未公布1项。"},
		{"not met beats everything", []*balance.Item{number(94.9), judged("judged", "")}, balance.NotMet, "没有达到示例标准要求：2项中未达标1项"},
		{"not applicable does not count", []*balance.Item{gap(balance.NotApplicable), judged("judged", balance.Met)}, balance.Met, "达标1项，不适用1项。"},
		{"a veto", []*balance.Item{number(95), judged("judged", balance.Met), judged("veto", balance.NotMet)}, balance.NotMet, "没有达到"},
		{"no veto", []*balance.Item{number(95), judged("judged", balance.Met), judged("veto", balance.Met)}, balance.Met, "达到"},
		{"only shown", []*balance.Item{number(95), judged("judged", balance.Met), shown}, balance.Met, "达到"},
	} {
		in := Input{District: balance.District{Division: balance.Division{Code: "990102", Name: "示例区"}}, Year: 2023}
		in.Indicators, in.Standards = small()
		for _, it := range c.items {
			in.Items = append(in.Items, *it)
		}
		r := Year(in)
		v := r.Verdicts[len(r.Verdicts)-1]
		if v.Outcome != c.want || v.Criterion != "" || v.Part != "" {
			t.Errorf("%s: %s %+v", c.name, v.Outcome, v)
		}
		if s := r.Standings[0]; s.Outcome != c.want || !strings.Contains(s.Sentence, c.says) {
			t.Errorf("%s: %s %s", c.name, s.Outcome, s.Sentence)
		}
	}
}

// TestFurthest names the miss that is largest against its limit.
func TestFurthest(t *testing.T) {
	r := year(t, Input{Items: []balance.Item{
		{Indicator: "retention_junior_3y", Stage: "初中", Datum: balance.Datum{Value: 94}},
		{Indicator: "teacher_exchange_rate", Datum: balance.Datum{Value: 4}},
		{Indicator: "quality_g01_layout", Judged: balance.NotMet},
	}})
	for _, s := range r.Standings {
		if s.Standard == "quality-2017" && (s.Furthest.Criterion != "quality.g11a" ||
			!strings.HasSuffix(s.Sentence, "31项中未达标3项，未公布28项，社会认可度未公布；差得最多的是教师交流轮岗比例，差6个百分点，为标准的40%。")) {
			t.Errorf("%+v %s", s.Furthest, s.Sentence)
		}
	}
}

// TestEveryCriterionIsThere: with nothing at all, every criterion of every
// standard in force has a verdict for each stage, and says what is missing and
// who owes it.
func TestEveryCriterionIsThere(t *testing.T) {
	r := year(t, Input{})
	if len(r.Standards) != 3 {
		t.Fatalf("%d standards in force", len(r.Standards))
	}
	for _, s := range r.Standards {
		for _, c := range s.Criteria {
			for _, stage := range stagesOf(&c) {
				v := district(t, r, c.ID, stage)
				if v.Outcome != balance.NotPublished || len(v.Missing) == 0 || v.Missing[0].Owner == "" || v.Missing[0].What == "" {
					t.Errorf("%s %s: %s %+v", c.ID, stage, v.Outcome, v.Missing)
				}
			}
		}
		for _, p := range s.Parts {
			find(t, r, s.ID, p.ID, "", "", "")
		}
	}
	if len(r.Lacks) == 0 {
		t.Error("nothing is listed as missing")
	}
}

// TestCompleteness adds up.
func TestCompleteness(t *testing.T) {
	r := judgeSchools(t, at("1"), at("2", "backbone_primary", 1))
	for _, c := range r.Completeness {
		if n := c.Met + c.Transition + c.NotMet + c.Undecidable + c.NotPublished + c.OutOfScope; n != c.Total {
			t.Errorf("%s %s: %d of %d", c.Standard, c.Part, n, c.Total)
		}
		if c.Standard == "quality-2017" && c.Part == "" && c.Total != 31 {
			t.Errorf("%d items", c.Total)
		}
	}
}
