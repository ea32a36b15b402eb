package assess

import (
	"strings"
	"testing"

	"junheng/tools/balance"
)

func stated(indicator string, stage balance.Stage, value float64, unit string, change ...func(*balance.Figure)) Stated {
	f := balance.Figure{ID: "a2-p1-f1", Raw: plain(value), Value: value, Unit: unit, Comparator: balance.Eq, Stage: stage, Scope: "全区",
		Kind: balance.Observed, Indicator: indicator}
	for _, c := range change {
		c(&f)
	}
	return Stated{Report: "summary", Figure: f}
}

func reviewed(f *balance.Figure) { f.Reviewed = true }

func year(t *testing.T, in Input) Result {
	t.Helper()
	in.Indicators, in.Standards = national(t)
	if in.Year == 0 {
		in.Year = 2023
	}
	if in.District.Code == "" {
		in.District.Division = balance.Division{Code: "990102", Name: "示例区"}
	}
	return Year(in)
}

// TestBorderDistrict is what the report of a border district states, and no
// table: what is said decides, marked as not yet reviewed, and nothing of it
// reaches the sentence.
func TestBorderDistrict(t *testing.T) {
	r := year(t, Input{Stated: []Stated{
		stated("cv_primary", "小学", .31, ""),
		stated("cv_junior", "初中", .24, ""),
		stated("area_teaching_per_pupil_not_met_count", "义务教育", 57, "所"),
		stated("school_size_over_limit_count", "义务教育", 5, "所"),
		stated("school_size_over_limit_excess", "义务教育", 5221, "人"),
		stated("class_size_over_45_count", "小学", 327, "个", func(f *balance.Figure) { f.Scope = "城区" }),
		stated("offcampus_academic_reduction_rate", "", 100, "%"),
		stated("retention_rate", "义务教育", 96.2, "%"),
	}})
	for _, c := range []struct {
		criterion string
		stage     balance.Stage
		want      balance.Outcome
		gap       string
	}{
		{"basic.cv_primary", "小学", balance.Met, "低0.340"},
		{"basic.cv_junior", "初中", balance.Met, "低0.310"},
		{"quality.r4", "义务教育", balance.NotMet, "57所学校低于标准"},
		{"quality.g04", "", balance.NotMet, "5所学校超过上限，共多5,221人"},
		{"quality.g05", "小学", balance.NotMet, "327个班超过45人"},
		{"quality.g05", "初中", balance.NotPublished, ""},
		{"dr.offcampus_rate", "", balance.OutOfScope, ""},
		{"quality.q1", "初中", balance.NotPublished, ""}, // nine-year retention is another thing
	} {
		v := district(t, r, c.criterion, c.stage)
		gap := ""
		if v.Gap != nil {
			gap = v.Gap.Text
		}
		if v.Outcome != c.want || gap != c.gap {
			t.Errorf("%s %s: %s %q, want %s %q", c.criterion, c.stage, v.Outcome, gap, c.want, c.gap)
		}
		if v.Value != nil && (v.Reviewed || v.Basis != balance.Stated || v.Figure != "summary#a2-p1-f1" || !strings.Contains(v.Note, "机读待核")) {
			t.Errorf("%s: reviewed %v, basis %s, figure %q, note %q", c.criterion, v.Reviewed, v.Basis, v.Figure, v.Note)
		}
	}
	if v := find(t, r, "quality-2017", "", "", "", ""); v.Outcome != balance.NotMet || v.Reviewed {
		t.Errorf("the standard: %s, reviewed %v", v.Outcome, v.Reviewed)
	}
	for _, s := range r.Standings {
		if s.Standard == "quality-2017" && (s.Outcome != balance.NotPublished || s.Furthest != nil ||
			s.Sentence != "2023学年，示例区对照优质均衡要求31项，都还没有公布；另有3项只有机读待核的数，未计入。") {
			t.Errorf("%s: %s %s", s.Standard, s.Outcome, s.Sentence)
		}
	}
}

// TestBounds: a figure that only bounds its quantity decides only where every
// quantity within the bound would.
func TestBounds(t *testing.T) {
	for _, c := range []struct {
		name  string
		cmp   balance.Comparator
		value float64
		max   float64
		want  balance.Outcome
	}{
		{"95以上", balance.Ge, 95, 0, balance.Met},
		{"90以上", balance.Ge, 90, 0, balance.Undecidable},
		{"超过95", balance.Gt, 95, 0, balance.Met},
		{"不足95", balance.Lt, 95, 0, balance.NotMet},
		{"95以内", balance.Le, 95, 0, balance.Undecidable},
		{"约95", balance.Approx, 95, 0, balance.Met},
		{"95-97", balance.Eq, 95, 97, balance.Met},
		{"94-97", balance.Eq, 94, 97, balance.Undecidable},
		{"92-94", balance.Eq, 92, 94, balance.NotMet},
	} {
		r := year(t, Input{Stated: []Stated{stated("retention_junior_3y", "初中", c.value, "%", func(f *balance.Figure) {
			f.Comparator = c.cmp
			if c.max > 0 {
				f.ValueMax = &c.max
			}
		})}})
		if v := district(t, r, "quality.q1", "初中"); v.Outcome != c.want {
			t.Errorf("%s: %s, want %s", c.name, v.Outcome, c.want)
		}
	}
	// the strict limit of monitoring, 低于0.15
	for value, want := range map[float64]balance.Outcome{0.149: balance.Met, 0.15: balance.NotMet} {
		r := year(t, Input{Items: []balance.Item{{Indicator: "quality_monitoring_between_school", Datum: balance.Datum{Value: value}}}})
		if v := district(t, r, "quality.q9b", ""); v.Outcome != want {
			t.Errorf("%v: %s, want %s", value, v.Outcome, want)
		}
	}
}

// TestNotUsed: plans, limits, part of the district, another unit or stage are
// not the present state of the whole.
func TestNotUsed(t *testing.T) {
	for name, change := range map[string]func(*balance.Figure){
		"a target":            func(f *balance.Figure) { f.Kind = balance.Target },
		"a cited limit":       func(f *balance.Figure) { f.Kind = balance.Limit },
		"城区 only":             func(f *balance.Figure) { f.Scope = "城区" },
		"people, no share":    func(f *balance.Figure) { f.Unit = "人" },
		"primary, not junior": func(f *balance.Figure) { f.Stage = "小学" },
	} {
		r := year(t, Input{Stated: []Stated{stated("retention_junior_3y", "初中", 99, "%", change)}})
		if v := district(t, r, "quality.q1", "初中"); v.Outcome != balance.NotPublished {
			t.Errorf("%s: %s", name, v.Outcome)
		}
	}
}

// TestStatedBesideRecomputed: both verdicts are there, and a difference says by
// how much and, where one fits, why.
func TestStatedBesideRecomputed(t *testing.T) {
	in := Input{Items: []balance.Item{{Indicator: "cv_books_per_pupil", Stage: "小学", Datum: balance.Datum{Value: 0.49}}}}
	for i, p := range []int{45, 37, 89, 76, 55} {
		in.Schools = append(in.Schools, row(string(rune('1'+i)), balance.Primary, "pupils_primary", p, "books", []int{279, 137, 935, 160, 402}[i]))
	}
	r := year(t, in)
	var both []balance.Verdict
	for _, v := range r.Verdicts {
		if v.Criterion == "basic.cv5" && v.Stage == "小学" {
			both = append(both, v)
		}
	}
	if len(both) != 2 || both[0].Basis != balance.Recomputed || both[1].Basis != balance.Stated {
		t.Fatalf("%d verdicts", len(both))
	}
	if want := "自报0.49，推算0.515，相差0.025；自报的数与不按学生数加权的算法相符"; !strings.Contains(both[1].Note, want) {
		t.Errorf("note %q", both[1].Note)
	}
}

// TestStatedMean: the mean of a district does not decide what every school must
// reach, unless it is lower than any school is allowed to be.
func TestStatedMean(t *testing.T) {
	for mean, want := range map[float64]balance.Outcome{5.1: balance.Undecidable, 4.0: balance.Undecidable, 3.5: balance.NotMet} {
		r := year(t, Input{Stated: []Stated{stated("area_teaching_per_pupil", "小学", mean, "平方米", reviewed)}})
		if v := district(t, r, "quality.r4", "小学"); v.Outcome != want || !v.Reviewed {
			t.Errorf("mean %v: %s, want %s", mean, v.Outcome, want)
		}
	}
}

// TestStatedShare: the share of schools that reach a limit is set beside the
// share in the school table, not beside a count.
func TestStatedShare(t *testing.T) {
	r := year(t, Input{Schools: []balance.School{at("1"), at("2", "pe_art_primary", 5), at("3", "pe_art_primary", 5), at("4", "pe_art_primary", 5)},
		Stated: []Stated{stated("teachers_pe_art_per_100_schools_met_rate", "小学", 2.8, "%")}})
	v := district(t, r, "quality.r3", "小学")
	if !strings.Contains(v.Note, "自报2.8%，推算25.0%，相差22.2个百分点") {
		t.Errorf("note %q", v.Note)
	}
}

// TestInputsOfAnItem: a share is computed from the counts given with it, by
// every formula in use.
func TestInputsOfAnItem(t *testing.T) {
	r := year(t, Input{Items: []balance.Item{
		{Indicator: "teacher_exchange_rate", Datum: balance.Datum{Value: 10.1}, Inputs: map[string]int{"eligible": 1000, "exchanged": 99}},
		{Indicator: "retention_junior_3y", Datum: balance.Datum{Value: 95},
			Inputs: map[string]int{"graduating": 950, "entered": 1000, "in": 10, "died": 0, "out": 10}},
		{Indicator: "offcampus_academic_baseline", Datum: balance.Datum{Value: 7}},
		{Indicator: "offcampus_academic_institutions", Datum: balance.Datum{Value: 3}},
		{Indicator: "offcampus_academic_nonprofit", Datum: balance.Datum{Value: 3}},
	}})
	v := district(t, r, "quality.g11a", "")
	if v.Outcome != balance.NotMet || v.Working.Steps[0] != "99 × 100 ÷ 1,000 = 9.9" || !strings.Contains(v.Note, "自报10.1%，推算9.9%") {
		t.Errorf("%s %v %q", v.Outcome, v.Working.Steps, v.Note)
	}
	v = district(t, r, "quality.q1", "初中")
	if v.Outcome != balance.Met || v.Working.Steps[0] != "950 × 100 ÷ (1000 + 10 − 0 − 10) = 95" && v.Working.Steps[0] != "950 × 100 ÷ (1,000 + 10 − 0 − 10) = 95" {
		t.Errorf("%s %v", v.Outcome, v.Working.Steps)
	}
	v = district(t, r, "dr.offcampus_rate", "")
	near(t, "压减率", *v.Value, 400.0/7, 1e-12)
	if !strings.Contains(v.Note, "营转非不算在营：100%") {
		t.Errorf("note %q", v.Note)
	}
}

// TestOverride: a region's own limit takes the place of the national one, there
// and from its year on, and nowhere else.
func TestOverride(t *testing.T) {
	item := []balance.Item{{Indicator: "cv_primary", Stage: "小学", Datum: balance.Datum{Value: 0.60}}}
	for _, c := range []struct {
		code string
		year int
		want balance.Outcome
		text string
	}{
		{"990101", 2023, balance.Met, "小学 ≤ 0.65"},
		{"990201", 2023, balance.NotMet, "小学 < 0.6"},
		{"990201", 2015, balance.Met, "小学 ≤ 0.65"},
	} {
		r := year(t, Input{District: balance.District{Division: balance.Division{Code: c.code}}, Year: c.year, Items: item})
		v := district(t, r, "basic.cv_primary", "小学")
		if v.Outcome != c.want || v.Working.Threshold != c.text || v.Standard != "basic-2012" {
			t.Errorf("%s %d: %s %s", c.code, c.year, v.Outcome, v.Working.Threshold)
		}
	}
	for _, s := range year(t, Input{Year: 2016}).Standards {
		if s.ID != "basic-2012" {
			t.Errorf("%s in force in 2016", s.ID)
		}
	}
}

func TestWholeDistrict(t *testing.T) {
	for _, c := range []struct {
		kind, scope string
		want        bool
	}{
		{"市辖区", "全区", true}, {"市辖区", "我区", true}, {"市辖区", "本区", true}, {"市辖区", "__区", true}, {"市辖区", "", true},
		{"市辖区", "全市", false}, {"县级市", "全市", true}, {"县级市", "我市", true}, {"自治县", "全县", true}, {"旗", "全旗", true},
		{"市辖区", "全乡", false}, {"县", "全省", false}, {"县级市", "市城区", false}, {"市辖区", "城区", false}, {"县", "区一小", false},
		{"功能区", "示范区", true},
	} {
		in := &Input{District: balance.District{Division: balance.Division{Name: "例", Kind: c.kind}}}
		if got := wholeDistrict(in, c.scope); got != c.want {
			t.Errorf("in a %s, %q: %v, want %v", c.kind, c.scope, got, c.want)
		}
	}
}

// TestProvincialConditions is a province whose schools are judged by three of
// its own conditions, of which one may fail at no less than 60 % of its limit.
func TestProvincialConditions(t *testing.T) {
	inds, standards := national(t)
	condition := func(id, indicator string, limit float64) balance.Criterion {
		return balance.Criterion{ID: id, Part: "conditions", Indicator: indicator, Level: balance.LevelSchool, Stages: []balance.Stage{"小学"},
			Limits: []balance.Threshold{{Op: balance.Ge, Value: limit}}, Owner: "教育局"}
	}
	standards = append(standards, balance.Standard{ID: "example", Base: "basic-2012", Region: "9903", Number: "示例〔2014〕1号",
		Parts:    []balance.Part{{ID: "conditions", Rule: balance.RuleSchools, Pass: 2, Floor: 0.6}},
		Criteria: []balance.Criterion{condition("a", "books_per_pupil", 20), condition("b", "computers_per_100", 10), condition("c", "pe_art_per_100", 0.5)}})
	for _, c := range []struct {
		books, computers int
		want             balance.Outcome
	}{{2000, 10, balance.Met}, {1200, 10, balance.Met}, {1199, 10, balance.NotMet}, {1900, 9, balance.NotMet}} {
		r := Year(Input{District: balance.District{Division: balance.Division{Code: "990301"}}, Year: 2023, Indicators: inds, Standards: standards,
			Schools: []balance.School{row("1", balance.Primary, "pupils_primary", 100, "books", c.books, "computers", c.computers, "pe_art_primary", 1)}})
		if v := find(t, r, "basic-2012", "conditions", "", "", ""); v.Outcome != c.want {
			t.Errorf("%d books, %d computers: %s, want %s", c.books, c.computers, v.Outcome, c.want)
		}
	}
}
