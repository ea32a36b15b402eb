package assess

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"junheng/tools/balance"
)

func draw(t *rapid.T) (pupils, raw []float64) {
	for range rapid.IntRange(1, 40).Draw(t, "schools") {
		pupils = append(pupils, float64(rapid.IntRange(1, 5000).Draw(t, "pupils")))
		raw = append(raw, float64(rapid.IntRange(1, 100000).Draw(t, "raw")))
	}
	return pupils, raw
}

func close12(a, b float64) bool { return math.Abs(a-b) <= 1e-12*max(1, math.Abs(a)) }

// TestScaleInvariance: per pupil or per hundred a coefficient is the same; so
// it is if every school is there twice.
func TestScaleInvariance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, r := draw(t)
		one, hundred := spreadOf(1, p, r), spreadOf(100, p, r)
		twice := spreadOf(1, append(p, p...), append(r, r...))
		if !close12(one.CV, hundred.CV) || !close12(one.CV, twice.CV) {
			t.Fatalf("%v, per hundred %v, twice %v", one.CV, hundred.CV, twice.CV)
		}
	})
}

// TestEqualSchools: where every pupil has the same, there is no difference.
func TestEqualSchools(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, r := draw(t)
		for i := range p {
			r[i] = 3 * p[i]
		}
		if s := spreadOf(1, p, r); s.CV > 1e-12 {
			t.Fatalf("equal schools differ by %v", s.CV)
		}
	})
}

// TestSplitSumsToWhole: the sections of a school share all of its assets, and
// a junior pupil counts 1.1 times a primary pupil.
func TestSplitSumsToWhole(t *testing.T) {
	inds, standards := national(t)
	rules := New(inds, standards)
	area := rules.indicators["area_teaching_total_per_pupil"]
	rapid.Check(t, func(t *rapid.T) {
		total := float64(rapid.IntRange(1, 1000000).Draw(t, "area"))
		schools := []balance.School{row("1", balance.NineYear,
			"pupils_primary", rapid.IntRange(1, 4000).Draw(t, "primary"),
			"pupils_junior", rapid.IntRange(1, 4000).Draw(t, "junior"), "area_teaching", total)}
		for _, std := range standards {
			if std.Base != "" || len(std.Splits) == 0 {
				continue
			}
			cells := tableFor(schools, std.Splits, new([]*table)).column(area)
			p, j := cells[0], cells[1]
			if !close12(p.raw+j.raw, total) {
				t.Fatalf("%v + %v is not %v", p.raw, j.raw, total)
			}
			if !close12(j.v, 1.1*p.v) {
				t.Fatalf("junior %v is not 1.1 times primary %v", j.v, p.v)
			}
		}
	})
}

// TestFlipIsNoticed: a verdict is never that of the rounded number without a
// note that says so.
func TestFlipIsNoticed(t *testing.T) {
	inds, standards := national(t)
	rules := New(inds, standards)
	rapid.Check(t, func(t *rapid.T) {
		r := rules.Year(Input{Year: 2023, Schools: []balance.School{row("1", balance.Primary,
			"pupils_primary", rapid.IntRange(900, 1100).Draw(t, "pupils"),
			"qualified_primary", rapid.IntRange(40, 44).Draw(t, "teachers"))}})
		for _, v := range r.Verdicts {
			if v.Criterion != "quality.r1" || v.School == "" {
				continue
			}
			printed := passes(round(*v.Value, 2), balance.Ge, 4.2, 0)
			if printed != (v.Outcome == balance.Met) && v.Note == "" {
				t.Fatalf("%v is %s without a note", *v.Value, v.Outcome)
			}
		}
	})
}
