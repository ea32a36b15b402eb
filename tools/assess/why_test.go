package assess

import (
	"math"
	"strings"
	"testing"

	"junheng/tools/balance"
)

// uneven is a district of seven schools in which every way of computing gives
// another number.
func uneven() []balance.School {
	nine := row("7", balance.NineYear, "pupils_primary", 400, "pupils_junior", 600, "classes_primary", 10, "classes_junior", 14,
		"books", 40000, "class_max_primary", 44, "classes_over45_primary", 0, "classes_over55_primary", 0, "class_max_junior", 52, "classes_over50_junior", 3, "classes_over55_junior", 0)
	schools := []balance.School{
		at("1", "pupils_primary", 2100, "classes_primary", 40, "books", 21000, "class_max_primary", 58, "classes_over45_primary", 30, "classes_over55_primary", 6, "area_teaching", 9000),
		at("2", "pupils_primary", 2300, "classes_primary", 44, "books", 50000, "class_max_primary", 50, "classes_over45_primary", 9, "classes_over55_primary", 0, "area_teaching", 9000),
		at("3", "pupils_primary", 300, "books", 9000, "classes_over55_primary", 0),
		at("4", "pupils_primary", 60, "books", 300, "classes_over55_primary", 0),
		at("5", "pupils_primary", 30, "books", 1500, "classes_over55_primary", 0),
		at("6", "pupils_primary", 500, "books", 20000, "classes_over55_primary", 0),
		nine,
	}
	schools[0].Setting, schools[1].Setting, schools[2].Setting = "城区", "镇区", "城区"
	schools[3].Type, schools[4].Type = balance.TeachingSite, balance.TeachingSite
	schools[5].Organiser = "民办"
	return schools
}

// cvOf works a coefficient out by hand, from pupils and what each holds.
func cvOf(pairs ...[2]float64) float64 {
	var p, r, ss float64
	for _, x := range pairs {
		p, r = p+x[0], r+x[1]
	}
	for _, x := range pairs {
		d := x[1]/x[0] - r/p
		ss += x[0] / p * d * d
	}
	return math.Sqrt(ss) / (r / p)
}

// TestWhyTheyDiffer: each way in which bureaus are known to compute otherwise
// is named where it gives what was stated, and nothing is named where none does.
func TestWhyTheyDiffer(t *testing.T) {
	share := 400.0 / (400 + 1.1*600) // of the nine-year school's books for its primary section
	nine, one, two, three, private := [2]float64{400, 40000 * share}, [2]float64{2100, 21000}, [2]float64{2300, 50000}, [2]float64{300, 9000}, [2]float64{500, 20000}
	four, five := [2]float64{60, 300}, [2]float64{30, 1500}
	own := cvOf(one, two, three, private, nine)
	round := func(v float64) float64 { return math.Round(v*1000) / 1000 }
	for _, c := range []struct {
		indicator string
		stage     balance.Stage
		value     float64
		criterion string
		why       string
	}{
		{"cv_books_per_pupil", "小学", round(own), "basic.cv5", ""},
		{"cv_books_per_pupil", "小学", math.Floor(own*1000)/1000 + 0.001*math.Round(1-math.Mod(own*1000, 1)), "basic.cv5", "不到末位的一个单位"},
		{"cv_books_per_pupil", "小学", round(cvOf(one, two, three, four, five, private, nine)), "basic.cv5", "把全部教学点也算进来"},
		{"cv_books_per_pupil", "小学", round(cvOf(one, two, three, nine)), "basic.cv5", "不算民办和不由本县举办"},
		{"cv_books_per_pupil", "小学", round(cvOf(one, two, three, private, [2]float64{400, 40000})), "basic.cv5", "不折算"},
		{"cv_books_per_pupil", "小学", round(cvOf(one, three)), "basic.cv5", "只算城区学校"},
		{"cv_books_per_pupil", "小学", round(cvOf(one, two, three)), "basic.cv5", "只算城区和镇区"},
		{"cv_books_per_pupil", "小学", 0.123, "basic.cv5", "nothing"},
		{"class_size_over_45_count", "小学", 39, "quality.g05", ""},
		{"class_size_over_45_count", "小学", 6, "quality.g05", "56人及以上才算大班额"},
		{"class_size_over_45_count", "小学", 30, "quality.g05", "只算城区学校"},
		{"class_size_over_55_count", "小学", 6, "quality.count56", ""},
		{"class_size_over_55_count", "小学", 39, "quality.count56", "超过45人就算大班额"},
		{"school_size_over_limit_count", "", 2, "quality.g04", ""},
		{"school_size_over_limit_count", "", 0, "quality.g04", "以2,500人为界"},
	} {
		r := year(t, Input{Schools: uneven(), Items: []balance.Item{{Indicator: c.indicator, Stage: c.stage, Datum: balance.Datum{Value: c.value}}}})
		notes := 0
		for _, v := range r.Verdicts {
			if v.Criterion != c.criterion || v.Stage != c.stage || v.School != "" {
				continue
			}
			switch {
			case c.why == "" && strings.Contains(v.Note, "自报"), c.why == "nothing" && !strings.HasSuffix(v.Note, "相差0.368"):
				t.Errorf("%s %v: %q", c.indicator, c.value, v.Note)
			case c.why != "" && c.why != "nothing" && strings.Contains(v.Note, c.why):
				notes++
			}
		}
		if c.why != "" && c.why != "nothing" && notes != 2 {
			t.Errorf("%s %v: %d of two verdicts say %q", c.indicator, c.value, notes, c.why)
			for _, v := range r.Verdicts {
				if v.Criterion == c.criterion && v.School == "" {
					t.Logf("%s %s %q", v.Stage, v.Basis, v.Note)
				}
			}
		}
	}
}
