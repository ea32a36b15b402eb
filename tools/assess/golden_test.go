package assess

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"strconv"
	"testing"

	"junheng/tools/balance"
)

// row makes a school from a type and pairs of field and value; a value that is
// a balance.Missing is the reason why there is none.
func row(code string, typ balance.SchoolType, pairs ...any) balance.School {
	s, values := balance.School{Code: code, Name: "示例校" + code, Type: typ}, map[string]balance.Datum{}
	for i := 0; i < len(pairs); i += 2 {
		var d balance.Datum
		switch v := pairs[i+1].(type) {
		case int:
			d.Value = float64(v)
		case float64:
			d.Value = v
		case balance.Missing:
			d.Missing = v
		}
		values[pairs[i].(string)] = d
	}
	s.Values = balance.ValuesOf(values)
	return s
}

// at0 is the number in a school's field; 0 where there is none.
func at0(s *balance.School, field string) float64 {
	d, _ := s.Values.Get(field)
	return d.Value
}

func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if math.IsNaN(got) || math.Abs(got-want) > tolerance {
		t.Errorf("%s: %.9f, want %.9f", what, got, want)
	}
}

// spreadOf measures sections of so many pupils that hold so much.
func spreadOf(factor float64, pupils, raw []float64) Spread {
	s := Spread{factor: factor}
	for i := range pupils {
		s.col = append(s.col, cell{raw: raw[i], per: pupils[i]})
		s.at = append(s.at, i)
	}
	s.measure()
	return s
}

// TestWeightedCoefficient is the published worked example of five schools and
// their books; without weights it gives other, wrong numbers.
func TestWeightedCoefficient(t *testing.T) {
	s := spreadOf(1, []float64{45, 37, 89, 76, 55}, []float64{279, 137, 935, 160, 402})
	near(t, "ΣP", s.Pupils, 302, 0)
	near(t, "ΣR", s.Raw, 1913, 0)
	near(t, "X̄", s.Mean, 6.334437, 5e-7)
	near(t, "S²", s.Variance, 10.652787, 5e-7)
	near(t, "CV", s.CV, 0.515257, 5e-7)
	near(t, "unweighted, population", s.unweighted(false), 0.488771, 5e-7)
	near(t, "unweighted, sample", s.unweighted(true), 0.546462, 5e-7)
	// (89 ÷ 302) × (10.506 − 6.334)² = 5.128 is the largest part
	s.table = &table{secs: make([]section, 5)}
	for i := range s.table.secs {
		s.table.secs[i].school = &balance.School{}
	}
	s.fill()
	if top := s.Largest(1)[0]; top.Raw != 935 {
		t.Errorf("largest part is %v", top)
	}
}

// TestWeightedCoefficientOfADistrict runs the same example through a district.
func TestWeightedCoefficientOfADistrict(t *testing.T) {
	inds, standards := national(t)
	var in Input
	in.Indicators, in.Standards, in.Year = inds, standards, 2023
	for i, p := range []int{45, 37, 89, 76, 55} {
		in.Schools = append(in.Schools, row(fmt.Sprint(i), balance.Primary, "pupils_primary", p, "books", []int{279, 137, 935, 160, 402}[i]))
	}
	for _, v := range Year(in).Verdicts {
		if v.Criterion == "basic.cv5" && v.Stage == balance.StagePrimary {
			near(t, "CV", *v.Value, 0.515257, 5e-7)
			return
		}
	}
	t.Error("no verdict on basic.cv5")
}

// TestNotComputable: without pupils, or where nobody has any, there is no
// coefficient; it is not 0.
func TestNotComputable(t *testing.T) {
	for name, s := range map[string]Spread{
		"no schools":   spreadOf(1, nil, nil),
		"nothing held": spreadOf(1, []float64{10, 20}, []float64{0, 0}),
	} {
		if s.st == known {
			t.Errorf("%s: CV %v", name, s.CV)
		}
	}
}

// TestComposite holds the composites that 23 published county rows print: the
// plain mean of their eight coefficients, within what three printed digits of
// each allow.
func TestComposite(t *testing.T) {
	f, err := os.Open("testdata/composites.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil || len(rows) != 24 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, row := range rows[1:] {
		var parts []float64
		for _, cell := range row[3:] {
			v, err := strconv.ParseFloat(cell, 64)
			if err != nil {
				t.Fatal(err)
			}
			parts = append(parts, v)
		}
		near(t, row[1]+row[2], mean(parts[:8]), parts[8], 0.001)
	}
}

// TestSplit is the published example of a nine-year school's books.
func TestSplit(t *testing.T) {
	inds, standards := national(t)
	rules := New(inds, standards)
	var splits []balance.AssetSplit
	for _, s := range standards {
		if s.ID == "basic-2012" {
			splits = s.Splits
		}
	}
	schools := []balance.School{row("1", balance.NineYear, "pupils_primary", 166, "pupils_junior", 210, "books", 23226)}
	tab := tableFor(schools, splits, new([]*table))
	secs := tab.secs
	if len(secs) != 2 {
		t.Fatalf("%d sections", len(secs))
	}
	books := rules.indicators["books_per_pupil"]
	p, j := tab.column(books)[0], tab.column(books)[1]
	near(t, "primary total", p.raw, 9711.627, 5e-4)
	near(t, "junior total", j.raw, 13514.373, 5e-4)
	near(t, "primary per pupil", p.v, 58.503778, 5e-7)
	near(t, "junior per pupil", j.v, 64.354156, 5e-7)
}

// TestShares holds the three published share formulas.
func TestShares(t *testing.T) {
	_, standards := national(t)
	for _, c := range []struct {
		typ     balance.SchoolType
		a, b, c int
		stage   balance.Stage
		want    float64
	}{
		{balance.NineYear, 300, 200, 0, balance.StagePrimary, 300 / (300 + 1.1*200)},
		{balance.NineYear, 300, 200, 0, balance.StageJunior, 1.1 * 200 / (300 + 1.1*200)},
		{balance.Complete, 0, 400, 600, balance.StageJunior, 400 / (400 + 1.2*600)},
		{balance.TwelveYear, 300, 200, 100, balance.StagePrimary, 300 / (300 + 1.1*200 + 1.32*100)},
		{balance.TwelveYear, 300, 200, 100, balance.StageJunior, 1.1 * 200 / (300 + 1.1*200 + 1.32*100)},
		{balance.Primary, 300, 0, 0, balance.StagePrimary, 1},
		{balance.Primary, 300, 30, 0, balance.StagePrimary, 300 / (300 + 1.1*30)}, // 附设班
		{balance.Junior, 30, 300, 0, balance.StageJunior, 1.1 * 300 / (30 + 1.1*300)},
	} {
		s := row("1", c.typ, "pupils_primary", c.a, "pupils_junior", c.b, "pupils_senior", c.c)
		for _, std := range standards {
			if std.ID != "quality-2017" {
				continue
			}
			if got := share(&s, c.stage, std.Splits); got.st != known {
				t.Errorf("%s %s: no share", c.typ, c.stage)
			} else {
				near(t, string(c.typ+" ")+string(c.stage), got.v, c.want, 1e-15)
			}
		}
	}
}

// TestOversize is the district of five oversize schools with 5,221 pupils over,
// which holds only if the nine-year school is measured against 2,500.
func TestOversize(t *testing.T) {
	inds, standards := national(t)
	in := Input{Year: 2023, Indicators: inds, Standards: standards}
	for i, n := range []int{2237, 3749, 2557, 3031, 2000} {
		in.Schools = append(in.Schools, row(fmt.Sprint(i), balance.Primary, "pupils_primary", n, "pupils_junior", balance.NotApplicable))
	}
	in.Schools = append(in.Schools, row("9", balance.NineYear, "pupils_primary", 677, "pupils_junior", 3470))
	v := district(t, Year(in), "quality.g04", "")
	if v.Outcome != balance.NotMet || v.Gap.Value != -5221 || v.Gap.Text != "5所超过上限，共多5,221人" {
		t.Errorf("%s %+v", v.Outcome, v.Gap)
	}
	want := "(2,237 − 2,000) + (3,749 − 2,000) + (2,557 − 2,000) + (3,031 − 2,000) + (4,147 − 2,500) = 5,221"
	if got := v.Working.Steps[len(v.Working.Steps)-1]; got != want {
		t.Errorf("step %q, want %q", got, want)
	}
}

// district finds the first verdict on a criterion for the district.
func district(t *testing.T, r Result, criterion string, stage balance.Stage) balance.Verdict {
	t.Helper()
	for _, v := range r.Verdicts {
		if v.School == "" && v.Criterion == criterion && v.Stage == stage {
			return v
		}
	}
	t.Fatalf("no verdict on %s %s", criterion, stage)
	return balance.Verdict{}
}
