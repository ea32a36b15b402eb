package assess

import (
	"math"
	"strings"
	"testing"

	"junheng/tools/balance"
)

// at is a primary school of 1,000 pupils that stands exactly on every line of
// the quality standard; pairs change it.
func at(code string, pairs ...any) balance.School {
	base := []any{"pupils_primary", 1000, "pupils_junior", balance.NotApplicable, "classes_primary", 24, "classes_junior", balance.NotApplicable,
		"qualified_primary", 42, "backbone_primary", 10, "pe_art_primary", 9,
		"area_teaching", 5500, "area_indoor_sports", 1000, "area_outdoor_sports", 6500, "equipment_value", 2000000,
		"multimedia_rooms", 23, "music_rooms", 2, "art_rooms", 2, "music_room_area", 96, "art_room_area", 90,
		"class_max_primary", 45, "classes_over45_primary", 0}
	return row(code, balance.Primary, append(base, pairs...)...)
}

func judgeSchools(t *testing.T, schools ...balance.School) Result {
	t.Helper()
	inds, standards := national(t)
	return Year(Input{District: balance.District{Division: balance.Division{Code: "990101", Name: "示例市"}},
		Year: 2023, Schools: schools, Indicators: inds, Standards: standards})
}

// find returns the first verdict that is exactly on this.
func find(t *testing.T, r Result, standard, part, criterion, school string, stage balance.Stage) balance.Verdict {
	t.Helper()
	for _, v := range r.Verdicts {
		if v.Standard == standard && (part == "" && criterion != "" || v.Part == part) && v.Criterion == criterion && v.School == school && v.Stage == stage {
			return v
		}
	}
	t.Fatalf("no verdict on %s %s %s %s %s", standard, part, criterion, school, stage)
	return balance.Verdict{}
}

// TestSchoolRules walks a school along the lines of the quality standard.
func TestSchoolRules(t *testing.T) {
	const na, nr = balance.NotApplicable, balance.NotReported
	met, not, open := balance.Met, balance.NotMet, balance.Undecidable
	for _, c := range []struct {
		name      string
		change    []any
		criterion string
		stage     balance.Stage
		want      balance.Outcome // of the criterion
		gap       string
		six       balance.Outcome // of six of seven
	}{
		{"on the line", nil, "quality.r1", "小学", met, "正好在标准上", met},
		{"one teacher below: one of seven, above 85 %", []any{"qualified_primary", 41}, "quality.r1", "小学", not, "差0.1人/百生，还差1人", met},
		{"exactly 85 % of the line", []any{"area_outdoor_sports", 5375}, "quality.r5", "小学", not, "差1.13平方米/生，共差1,125平方米", met},
		{"just under 85 %", []any{"area_outdoor_sports", 5374}, "quality.r5", "小学", not, "差1.13平方米/生，共差1,126平方米", not},
		{"two of seven, both above 85 %", []any{"qualified_primary", 41, "multimedia_rooms", 22}, "quality.r7", "小学", not, "差0.1间/百生，还差1间", not},
		{"the gym belongs to sports, not to teaching", []any{"area_indoor_sports", 1100}, "quality.r4", "小学", not, "差0.1平方米/生，共差100平方米", met},
		{"backbone teachers: three more", []any{"backbone_primary", 7}, "quality.r2", "小学", not, "差0.3人/百生，还差3人", not},
		{"equipment in 元", []any{"equipment_value", 1900000}, "quality.r6", "小学", not, "差100元/生，共差10万元", met},
		{"one input not reported", []any{"backbone_primary", nr}, "quality.r2", "小学", open, "", open},
		{"one input not reported, another miss too low", []any{"backbone_primary", nr, "pe_art_primary", 7}, "quality.r3", "小学", not, "差0.2人/百生，还差2人", not},
		{"one not reported, one tolerable miss", []any{"backbone_primary", nr, "pe_art_primary", 8}, "quality.r2", "小学", open, "", open},
		{"no gym is no gap", []any{"area_indoor_sports", na, "area_outdoor_sports", 7500}, "quality.r5", "小学", met, "正好在标准上", met},
		{"more gym than rooms cannot be", []any{"area_indoor_sports", 6000}, "quality.r4", "小学", open, "", open},
		{"25 classes need three music rooms", []any{"classes_primary", 25}, "quality.g03a", "", not, "差1间", met},
		{"12 classes need one", []any{"classes_primary", 12, "music_rooms", 1}, "quality.g03a", "", met, "正好在标准上", met},
		{"two classes above 45", []any{"class_max_primary", 47, "classes_over45_primary", 2}, "quality.g05", "小学", not, "2个班超过45人", met},
		{"a class count decides where the largest is not reported", []any{"class_max_primary", nr}, "quality.g05", "小学", met, "", met},
		{"45 is not above 45", nil, "quality.g05", "小学", met, "正好在标准上", met},
		{"2000 is not above 2000", []any{"pupils_primary", 2000}, "quality.g04", "", met, "正好在标准上", not},
		{"2001 is", []any{"pupils_primary", 2001}, "quality.g04", "", not, "多1人", not},
		{"95 square metres of music room", []any{"music_room_area", 95}, "quality.g03c", "", not, "差1平方米", met},
	} {
		r := judgeSchools(t, at("1", c.change...))
		v := find(t, r, "quality-2017", "", c.criterion, "1", c.stage)
		gap := ""
		if v.Gap != nil {
			gap = v.Gap.Text
		}
		six := find(t, r, "quality-2017", "resource", "", "1", "小学")
		if v.Outcome != c.want || gap != c.gap || six.Outcome != c.six {
			t.Errorf("%s: %s %q, six of seven %s; want %s %q, %s", c.name, v.Outcome, gap, six.Outcome, c.want, c.gap, c.six)
		}
	}
}

// TestMissingIsNamed: what is missing is named by column, with its reason and
// who owes it; an absent column is 未公布, a blank reason is not.
func TestMissingIsNamed(t *testing.T) {
	s := at("1", "backbone_primary", balance.NotReported)
	s.Values = s.Values.With("equipment_value", balance.Absent)
	r := judgeSchools(t, s)
	v := find(t, r, "quality-2017", "", "quality.r2", "1", "小学")
	if len(v.Missing) != 1 || v.Missing[0] != (balance.Lack{What: "backbone_primary", Reason: balance.NotReported, Owner: "区县教育行政部门"}) {
		t.Errorf("missing %+v", v.Missing)
	}
	if v := find(t, r, "quality-2017", "", "quality.r6", "", "小学"); v.Outcome != balance.NotPublished || v.Missing[0].Reason != "" {
		t.Errorf("a column that is not there: %s %+v", v.Outcome, v.Missing)
	}
	if v := find(t, r, "quality-2017", "", "quality.cv2", "", "小学"); v.Outcome != balance.Undecidable || v.Value != nil || len(v.Missing) != 1 {
		t.Errorf("a coefficient with a gap: %s %v %+v", v.Outcome, v.Value, v.Missing)
	}
}

// TestScope: 教学点 below fifty pupils are not counted among the seven, of fifty
// are; special schools never; a school without junior pupils has no junior row.
func TestScope(t *testing.T) {
	point := func(code string, n int) balance.School {
		s := at(code, "pupils_primary", n)
		s.Type = balance.TeachingSite
		return s
	}
	special := at("4")
	special.Type = balance.SpecialNeeds
	r := judgeSchools(t, at("1"), point("2", 49), point("3", 50), special)
	rows := 0
	for _, s := range r.Spreads {
		if s.Criterion == "quality.cv1" {
			rows = len(s.Rows)
		}
	}
	if rows != 2 {
		t.Errorf("%d sections counted, want the school and the 教学点 of fifty", rows)
	}
	for _, v := range r.Verdicts {
		if v.Stage == "初中" && v.Standard == "quality-2017" && v.Part == "resource" && v.Outcome != balance.OutOfScope {
			t.Errorf("junior verdict %s %s without a junior school", v.Criterion, v.Outcome)
		}
	}
}

// TestExcused: a district meets a criterion that one school misses where the
// six-of-seven rule lets that school pass; the part agrees with its criteria.
func TestExcused(t *testing.T) {
	r := judgeSchools(t, at("1"), at("2", "pe_art_primary", 8))
	v := district(t, r, "quality.r3", "小学")
	if v.Outcome != balance.Met || v.Gap.Text != "2所中1所达到，1所略低但按规则可以" {
		t.Errorf("%s %+v", v.Outcome, v.Gap)
	}
	if p := find(t, r, "quality-2017", "resource", "", "", ""); p.Outcome != balance.Met {
		t.Errorf("part %s", p.Outcome)
	}
	r = judgeSchools(t, at("1"), at("2", "pe_art_primary", 7))
	v = district(t, r, "quality.r3", "小学")
	if v.Outcome != balance.NotMet || v.Gap.Text != "2所中1所低于标准，共差2人" {
		t.Errorf("%s %+v", v.Outcome, v.Gap)
	}
	if p := find(t, r, "quality-2017", "resource", "", "", ""); p.Outcome != balance.NotMet {
		t.Errorf("part %s", p.Outcome)
	}
}

// TestCountBesideRows sets a stated count of schools below a limit, for both
// stages together, beside what the school table gives.
func TestCountBesideRows(t *testing.T) {
	for n, want := range map[float64]string{1: "按学校表推算1所（部），相符", 3: "自报3所，推算1所（部），相差2"} {
		r := year(t, Input{Schools: []balance.School{at("1"), at("2", "area_teaching", 5000)},
			Items: []balance.Item{{Indicator: "area_teaching_per_pupil_not_met_count", Stage: balance.StageBoth, Datum: balance.Datum{Value: n}}}})
		if v := district(t, r, "quality.r4", balance.StageBoth); v.Note != want {
			t.Errorf("%v: %q, want %q", n, v.Note, want)
		}
	}
}

// TestBands: the limits of 45 and 50 and the national 56 are two criteria.
func TestBands(t *testing.T) {
	r := judgeSchools(t, at("1", "class_max_primary", 55, "classes_over45_primary", 3, "classes_over55_primary", 0))
	if v := district(t, r, "quality.g05", "小学"); v.Outcome != balance.NotMet || v.Gap.Text != "3个班超过45人" {
		t.Errorf("45: %s %+v", v.Outcome, v.Gap)
	}
	if v := district(t, r, "quality.band56", "小学"); v.Outcome != balance.Met || *v.Value != 0 {
		t.Errorf("56: %s", v.Outcome)
	}
}

// TestHandComputed is a district of three primary schools worked out by hand.
//
//	pupils 200, 300, 500; PE and arts teachers 2, 3, 4 → 1, 1, 0.8 per hundred
//	X̄ = 9 × 100 ÷ 1000 = 0.9, S² = 0.2·0.01 + 0.3·0.01 + 0.5·0.01 = 0.01
//	CV = 0.1 ÷ 0.9 = 0.1111…
func TestHandComputed(t *testing.T) {
	school := func(code string, n, teachers int) balance.School {
		return row(code, balance.Primary, "pupils_primary", n, "pe_art_primary", teachers)
	}
	r := judgeSchools(t, school("1", 200, 2), school("2", 300, 3), school("3", 500, 4))
	v := district(t, r, "quality.cv3", "小学")
	near(t, "CV", *v.Value, 1.0/9, 1e-15)
	if v.Outcome != balance.Met || v.Gap.Text != "低0.389" {
		t.Errorf("%s %+v", v.Outcome, v.Gap)
	}
	if steps := strings.Join(v.Working.Steps, "\n"); !strings.Contains(steps, "9 × 100 ÷ 1,000 = 0.9") || !strings.Contains(steps, "占50%") {
		t.Errorf("steps:\n%s", steps)
	}
	v = district(t, r, "quality.r3", "小学")
	near(t, "mean", *v.Value, 0.9, 1e-15)
	if v.Outcome != balance.Undecidable && v.Outcome != balance.NotPublished { // the other six are not published
		t.Errorf("one school misses, its rule is open: %s", v.Outcome)
	}
}

// TestPasses holds each comparison on, just above and just below its limit.
func TestPasses(t *testing.T) {
	below, above := math.Nextafter(0.5, 0)-1e-6, 0.5+1e-6
	for _, c := range []struct {
		op             balance.Comparator
		below, on, up  bool
		tolerance, off float64
	}{
		{balance.Ge, false, true, true, 0, 0}, {balance.Gt, false, false, true, 0, 0},
		{balance.Le, true, true, false, 0, 0}, {balance.Lt, true, false, false, 0, 0}, {balance.Eq, false, true, false, 0, 0},
		{balance.Le, true, true, true, 0.01, 0}, {balance.Ge, true, true, true, 0.01, 0},
	} {
		if passes(below, c.op, .5, c.tolerance) != c.below || passes(.5, c.op, .5, c.tolerance) != c.on || passes(above, c.op, .5, c.tolerance) != c.up {
			t.Errorf("%s with tolerance %v", c.op, c.tolerance)
		}
	}
	if !passes(0.1+0.2, balance.Le, 0.3, 0) || passes(0.1+0.2, balance.Lt, 0.3, 0) || passes(0.15, balance.Lt, 0.15, 0) {
		t.Error("what binary arithmetic leaves over must not decide")
	}
}
