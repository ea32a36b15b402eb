package assess

import (
	"strings"
	"testing"

	"junheng/tools/balance"
)

// TestAnyYearUnderAnyVersion: a year can be judged under a standard that was
// not in force, or under another region's override; the verdict says so.
func TestAnyYearUnderAnyVersion(t *testing.T) {
	inds, standards := national(t)
	rules := New(inds, standards)
	for _, c := range []struct {
		id, code string
		year     int
		want     balance.Outcome // of 小学综合差异系数 0.60
		limit    string
		inForce  bool
		note     string
	}{
		{"basic-2012", "990201", 2023, balance.Met, "小学 ≤ 0.65", true, ""}, // without its region's override
		{"basic-2012-9902", "990201", 2023, balance.NotMet, "小学 < 0.6", true, ""},
		{"basic-2012-9902", "990101", 2023, balance.NotMet, "小学 < 0.6", false, "代码以9902开头"},
		{"basic-2012-9902", "990201", 2013, balance.NotMet, "小学 < 0.6", false, "示例〔2016〕1号用于2016学年起，不是2013学年的现行标准"},
		{"basic-2012", "990101", 2010, balance.Met, "小学 ≤ 0.65", false, "教督〔2012〕3号用于2012学年起"},
	} {
		under, ok := rules.Under(c.id)
		if !ok {
			t.Fatalf("no %s", c.id)
		}
		r := under.Year(Input{District: balance.District{Division: balance.Division{Code: c.code}}, Year: c.year,
			Items: []balance.Item{{Indicator: "cv_primary", Stage: "小学", Datum: balance.Datum{Value: 0.60}}}})
		v := district(t, r, "basic.cv_primary", "小学")
		whole := find(t, r, "basic-2012", "", "", "", "")
		if v.Outcome != c.want || v.Working.Threshold != c.limit || len(r.Versions) != 1 || r.Versions[0].InForce != c.inForce ||
			!strings.Contains(whole.Note, c.note) || c.note == "" && whole.Note != "" {
			t.Errorf("%s in %s %d: %s, %s, %+v, %q", c.id, c.code, c.year, v.Outcome, v.Working.Threshold, r.Versions, whole.Note)
		}
	}
	if _, ok := rules.Under("none"); ok {
		t.Error("there is no such standard")
	}
	r := rules.Year(Input{District: balance.District{Division: balance.Division{Code: "990101"}}, Year: 2018})
	if len(r.Versions) != 2 || !r.Versions[0].InForce || r.Versions[1].Number != "教督〔2017〕6号" {
		t.Errorf("%+v", r.Versions)
	}
}
