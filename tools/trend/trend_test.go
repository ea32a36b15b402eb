package trend

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"junheng/tools/assess"
	"junheng/tools/balance"
)

func school(code, name string, t balance.SchoolType, former ...string) balance.School {
	return balance.School{Code: code, Name: name, Type: t, FormerCodes: former}
}

// told writes fates in short: 合并 1+2→1.
func toldFates(c Comparison) string {
	var out []string
	for _, f := range c.Fates {
		var kinds, old, new []string
		for _, k := range f.Kinds {
			kinds = append(kinds, string(k))
		}
		for _, s := range f.Old {
			old = append(old, s.Code)
		}
		for _, s := range f.New {
			new = append(new, s.Code)
		}
		out = append(out, strings.Join(kinds, "、")+" "+strings.Join(old, "+")+"→"+strings.Join(new, "+"))
	}
	return strings.Join(out, "；")
}

func TestFates(t *testing.T) {
	p, j := balance.Primary, balance.Junior
	for _, c := range []struct {
		name     string
		old, new []balance.School
		want     string
		former   map[string]string // of the later year's schools; "" where the series breaks
	}{
		{"nothing happened", []balance.School{school("1", "甲", p)}, []balance.School{school("1", "甲", p)}, "", map[string]string{"1": "1"}},
		{"another name", []balance.School{school("1", "甲", p)}, []balance.School{school("1", "乙", p)}, "更名 1→1", map[string]string{"1": "1"}},
		{"another code", []balance.School{school("1", "甲", p)}, []balance.School{school("2", "甲", p, "1")}, "换码 1→2", map[string]string{"2": "1"}},
		{"another code and name", []balance.School{school("1", "甲", p)}, []balance.School{school("2", "乙", p, "1")}, "换码、更名 1→2", map[string]string{"2": "1"}},
		{"another type", []balance.School{school("1", "甲", p)}, []balance.School{school("1", "甲", j)}, "改变办学类型 1→1", map[string]string{"1": ""}},
		{"one joins another", []balance.School{school("1", "甲", p), school("2", "乙", p)}, []balance.School{school("1", "甲", p, "2")}, "合并 1+2→1", map[string]string{"1": ""}},
		{"two become a third", []balance.School{school("1", "甲", p), school("2", "乙", p)}, []balance.School{school("3", "丙", p, "2", "1")}, "合并 1+2→3", map[string]string{"3": ""}},
		{"one is split off", []balance.School{school("1", "甲", p)}, []balance.School{school("1", "甲", p), school("2", "乙", p, "1")}, "拆分 1→1+2", map[string]string{"1": "", "2": ""}},
		{"one becomes two others", []balance.School{school("1", "甲", p)}, []balance.School{school("2", "乙", p, "1"), school("3", "丙", p, "1")}, "拆分 1→2+3", map[string]string{"2": "", "3": ""}},
		{"two become two", []balance.School{school("1", "甲", p), school("2", "乙", p)}, []balance.School{school("3", "丙", p, "1", "2"), school("2", "乙", p)}, "重组 1+2→2+3", map[string]string{"2": "", "3": ""}},
		{"closed", []balance.School{school("1", "甲", p), school("2", "乙", p)}, []balance.School{school("1", "甲", p)}, "不再列入 2→", map[string]string{"1": "1"}},
		{"opened", nil, []balance.School{school("1", "甲", p)}, "新增 →1", map[string]string{"1": ""}},
		{"older history", []balance.School{school("2", "甲", p)}, []balance.School{school("2", "甲", p, "1")}, "", map[string]string{"2": "2"}},
	} {
		got := Compare(Side{Year: 2022, Schools: c.old, Result: &assess.Result{}}, Side{Year: 2023, Schools: c.new, Result: &assess.Result{}}, nil)
		if toldFates(got) != c.want {
			t.Errorf("%s: %s, want %s", c.name, toldFates(got), c.want)
		}
		for code, want := range c.former {
			if former, ok := got.Former(code); former != want || ok != (want != "") {
				t.Errorf("%s: %s was %q, want %q", c.name, code, former, want)
			}
		}
	}
}

// TestFatesKeepEverySchool: whatever codes are claimed, every school of either
// year stands in exactly one group, and the order of rows changes nothing.
func TestFatesKeepEverySchool(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		code := rapid.IntRange(0, 9)
		draw := func(label string) (out []balance.School) {
			for _, c := range rapid.SliceOfNDistinct(code, 0, 8, func(i int) int { return i }).Draw(t, label) {
				s := school(fmt.Sprint(c), "校", balance.Primary)
				for _, f := range rapid.SliceOfN(code, 0, 3).Draw(t, "former") {
					s.FormerCodes = append(s.FormerCodes, fmt.Sprint(f))
				}
				out = append(out, s)
			}
			return out
		}
		old, new := draw("old"), draw("new")
		c := &Comparison{}
		c.follow(old, new)
		seen := c.Matched * 2
		for _, f := range c.Fates {
			if len(f.Kinds) == 0 {
				t.Fatalf("a fate without a kind: %+v", f)
			}
			seen += len(f.Old) + len(f.New)
			if len(f.Old) == 1 && len(f.New) == 1 {
				seen -= 2 // counted among the matched
			}
		}
		if seen != len(old)+len(new) {
			t.Fatalf("%d schools told of, %d given: %s", seen, len(old)+len(new), toldFates(*c))
		}
		d := &Comparison{}
		for i, j := 0, len(new)-1; i < j; i, j = i+1, j-1 {
			new[i], new[j] = new[j], new[i]
		}
		d.follow(old, new)
		if diff := cmp.Diff(c.Fates, d.Fates); diff != "" {
			t.Fatal(diff)
		}
	})
}

// sides makes two years of one criterion.
func sides(c balance.Criterion, old, new []balance.Verdict) (Side, Side) {
	std := balance.Standard{ID: "s", Number: "文号", Criteria: []balance.Criterion{c}}
	side := func(year int, vs []balance.Verdict) Side {
		for i := range vs {
			vs[i].Standard, vs[i].Criterion = "s", c.ID
		}
		return Side{Year: year, Result: &assess.Result{Standards: []balance.Standard{std}, Verdicts: vs}}
	}
	return side(2022, old), side(2023, new)
}

func num(basis balance.Basis, o balance.Outcome, v float64, unit, measure string) balance.Verdict {
	return balance.Verdict{Basis: basis, Outcome: o, Value: &v, Unit: unit, Measure: measure}
}

func TestTurns(t *testing.T) {
	more := balance.Criterion{ID: "c", Indicator: "i", Limits: []balance.Threshold{{Op: balance.Ge, Value: 4.5}}}
	less := balance.Criterion{ID: "c", Indicator: "i", Limits: []balance.Threshold{{Op: balance.Le, Value: .5}}}
	none := balance.Criterion{ID: "c", Indicator: "i"}
	own, said := balance.Recomputed, balance.Stated
	fewer := num(said, balance.NotMet, 327, "个", "327个班超过45人")
	fewer.Threshold = &balance.Threshold{Op: balance.Le, Value: 0}
	fewest := num(said, balance.NotMet, 300, "个", "300个班超过45人")
	fewest.Threshold = fewer.Threshold
	for _, c := range []struct {
		name     string
		crit     balance.Criterion
		old, new []balance.Verdict
		turn     Turn
		delta    float64
		broken   BreakKind
	}{
		{"more is better", more, []balance.Verdict{num(own, balance.NotMet, 4, "m", "")}, []balance.Verdict{num(own, balance.Met, 5, "m", "")}, Better, 1, ""},
		{"less is worse", more, []balance.Verdict{num(own, balance.Met, 5, "m", "")}, []balance.Verdict{num(own, balance.NotMet, 4, "m", "")}, Worse, -1, ""},
		{"less is better where less is asked", less, []balance.Verdict{num(own, balance.NotMet, .6, "m", "")}, []balance.Verdict{num(own, balance.Met, .4, "m", "")}, Better, -.2, ""},
		{"what prints the same is the same", more, []balance.Verdict{num(own, balance.NotMet, 4.001, "m", "")}, []balance.Verdict{num(own, balance.NotMet, 4.004, "m", "")}, Same, .003, ""},
		{"no better side", none, []balance.Verdict{num(said, balance.OutOfScope, 4, "m", "")}, []balance.Verdict{num(said, balance.OutOfScope, 9, "m", "")}, Moved, 5, ""},
		{"a coefficient is better smaller", balance.Criterion{ID: "c", Indicator: "cv"}, []balance.Verdict{num(own, balance.OutOfScope, .4, "", "")}, []balance.Verdict{num(own, balance.OutOfScope, .3, "", "")}, Better, -.1, ""},
		{"the same basis is chosen", more, []balance.Verdict{num(said, balance.Met, 5, "m", "")}, []balance.Verdict{num(own, balance.NotMet, 4, "m", ""), num(said, balance.Met, 5, "m", "")}, Same, 0, ""},
		{"another basis", more, []balance.Verdict{num(said, balance.Met, 5, "m", "")}, []balance.Verdict{num(own, balance.NotMet, 4, "m", "")}, Apart, 0, BreakBasis},
		{"another unit", more, []balance.Verdict{num(own, balance.Met, 5, "m", "")}, []balance.Verdict{num(own, balance.Met, 5, "cm", "")}, Apart, 0, BreakMeasure},
		{"another number decides", more, []balance.Verdict{num(own, balance.Met, 5, "m", "")}, []balance.Verdict{num(own, balance.Met, 5, "m", "5所学校不足")}, Apart, 0, BreakMeasure},
		{"by the limit of the number that decides", more, []balance.Verdict{fewer}, []balance.Verdict{fewest}, Better, -27, ""},
		{"a judgement turns", none, []balance.Verdict{{Basis: said, Outcome: balance.NotMet}}, []balance.Verdict{{Basis: said, Outcome: balance.Met}}, Better, 0, ""},
		{"a judgement stays", none, []balance.Verdict{{Basis: said, Outcome: balance.Met}}, []balance.Verdict{{Basis: said, Outcome: balance.Met}}, Same, 0, ""},
		{"one year says nothing", more, []balance.Verdict{{Outcome: balance.NotPublished}}, []balance.Verdict{num(own, balance.Met, 5, "m", "")}, Lacking, 0, ""},
		{"neither does", more, []balance.Verdict{{Outcome: balance.NotPublished}}, []balance.Verdict{{Outcome: balance.Undecidable}}, Silent, 0, ""},
	} {
		old, new := sides(c.crit, c.old, c.new)
		got := Compare(old, new, []balance.Indicator{{ID: "i", Unit: "m", Decimals: 2}, {ID: "cv", Decimals: 3, CVOf: "i"}})
		if len(got.Rows) != 1 {
			t.Errorf("%s: %d rows", c.name, len(got.Rows))
			continue
		}
		r := got.Rows[0]
		delta := 0.0
		if r.Delta != nil {
			delta = *r.Delta
		}
		if r.Turn != c.turn || delta-c.delta > 1e-9 || c.delta-delta > 1e-9 {
			t.Errorf("%s: %s by %v, want %s by %v", c.name, r.Turn, delta, c.turn, c.delta)
		}
		broken := BreakKind("")
		if len(r.Breaks) > 0 {
			broken = r.Breaks[0].Kind
		}
		if broken != c.broken {
			t.Errorf("%s: break %q, want %q", c.name, broken, c.broken)
		}
	}
}

// TestRulesBreak: a limit or a document that changed is named, a standard that
// held in one year only has no rows.
func TestRulesBreak(t *testing.T) {
	c := balance.Criterion{ID: "c", Indicator: "i", Limits: []balance.Threshold{{Op: balance.Le, Value: .65}}}
	old, new := sides(c, []balance.Verdict{num(balance.Recomputed, balance.Met, .6, "", "")}, []balance.Verdict{num(balance.Recomputed, balance.NotMet, .6, "", "")})
	s := &new.Result.Standards[0]
	s.Number = "省文号"
	s.Criteria = []balance.Criterion{c}
	s.Criteria[0].Limits = []balance.Threshold{{Op: balance.Le, Value: .55}}
	new.Result.Standards = append(new.Result.Standards, balance.Standard{ID: "later", Number: "新文号", Criteria: []balance.Criterion{c}})
	got := Compare(old, new, nil)
	if diff := cmp.Diff([]Rule{{"s", "文号", "省文号"}, {"later", "", "新文号"}}, got.Rules); diff != "" {
		t.Error(diff)
	}
	want := []Break{{Kind: BreakStandard, Old: "文号", New: "省文号"}, {Kind: BreakLimit, Old: "≤0.65", New: "≤0.55"}}
	if len(got.Rows) != 1 || got.Rows[0].Turn != Same {
		t.Fatalf("rows %+v", got.Rows)
	}
	if diff := cmp.Diff(want, got.Rows[0].Breaks); diff != "" {
		t.Error(diff)
	}
}

// TestSchoolsFollowTheirCode: a school under a new code keeps its series, one
// that took in another does not, and then the district's sums say so.
func TestSchoolsFollowTheirCode(t *testing.T) {
	c := balance.Criterion{ID: "c", Indicator: "i", Level: balance.LevelSchool, Limits: []balance.Threshold{{Op: balance.Ge, Value: 4}}}
	row := func(code string, v float64) balance.Verdict {
		out := num(balance.Recomputed, balance.Met, v, "m", "")
		out.School = code
		return out
	}
	old, new := sides(c, []balance.Verdict{row("1", 5), row("2", 6), row("3", 7), row("", 6)}, []balance.Verdict{row("9", 5.5), row("2", 6), row("", 6)})
	old.Schools = []balance.School{school("1", "甲", balance.Primary), school("2", "乙", balance.Primary), school("3", "丙", balance.Primary)}
	new.Schools = []balance.School{school("9", "甲", balance.Primary, "1"), school("2", "乙", balance.Primary, "3")}
	got := Compare(old, new, []balance.Indicator{{ID: "i", Unit: "m", Decimals: 1, Formula: &balance.Formula{Split: balance.SplitAsset}}})
	if r := got.Of("9"); len(r) != 1 || r[0].Turn != Better || *r[0].Delta != .5 {
		t.Errorf("under a new code: %+v", r)
	}
	if r := got.Of("2"); len(r) != 1 || r[0].Turn != Apart || r[0].Delta != nil {
		t.Errorf("merged: %+v", r)
	}
	if r := got.Of(""); len(r) != 1 || len(r[0].Breaks) != 1 || r[0].Breaks[0].Kind != BreakSchools {
		t.Errorf("the district: %+v", r)
	}
}
