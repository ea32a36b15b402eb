package assess

import (
	"fmt"
	"math"
	"math/big"
	"math/rand"
	"os"
	"testing"

	"junheng/tools/balance"
)

// A second computation, written from the rules alone and sharing nothing with
// the first but the input: in 200-bit arithmetic, by other formulas, from the
// raw table.

// pupil weights of a stage by type of school
var weights = map[balance.SchoolType][3]float64{
	balance.Primary: {1, 0, 0}, balance.TeachingSite: {1, 0, 0}, balance.Junior: {0, 1, 0},
	balance.NineYear: {1, 1.1, 0}, balance.Complete: {0, 1, 1.2}, balance.TwelveYear: {1, 1.1, 1.32},
}

var stageNames = [3]string{"primary", "junior", "senior"}

func bf(v float64) *big.Float { return new(big.Float).SetPrec(200).SetFloat64(v) }

func add(a, b *big.Float) *big.Float { return new(big.Float).SetPrec(200).Add(a, b) }
func sub(a, b *big.Float) *big.Float { return new(big.Float).SetPrec(200).Sub(a, b) }
func mul(a, b *big.Float) *big.Float { return new(big.Float).SetPrec(200).Mul(a, b) }
func div(a, b *big.Float) *big.Float { return new(big.Float).SetPrec(200).Quo(a, b) }

// held is what a school has of something for a stage, after the split.
func held(s *balance.School, stage int, plus, minus []string, shared bool) *big.Float {
	sum := bf(0)
	for _, f := range plus {
		if !shared {
			f += "_" + stageNames[stage]
		}
		sum = add(sum, bf(at0(s, f)))
	}
	for _, f := range minus {
		sum = sub(sum, bf(at0(s, f)))
	}
	if !shared {
		return sum
	}
	w, all := weights[s.Type], bf(0)
	for i, name := range stageNames {
		if d, _ := s.Values.Get("pupils_" + name); d.Known() {
			all = add(all, mul(bf(w[i]), bf(d.Value)))
		}
	}
	return div(mul(sum, mul(bf(w[stage]), bf(at0(s, "pupils_"+stageNames[stage])))), all)
}

// second is the coefficient by S² = Σ R²÷P ÷ ΣP − X̄², and each section's value.
func second(schools []balance.School, stage int, plus, minus []string, shared bool, factor float64, points float64) (cv float64, values map[string]float64) {
	values = map[string]float64{}
	P, R, Q := bf(0), bf(0), bf(0)
	for i := range schools {
		s := &schools[i]
		p, _ := s.Values.Get("pupils_" + stageNames[stage])
		if weights[s.Type][stage] == 0 || !p.Known() || p.Value == 0 || s.Type == balance.TeachingSite && p.Value < points {
			continue
		}
		r := held(s, stage, plus, minus, shared)
		P, R, Q = add(P, bf(p.Value)), add(R, r), add(Q, div(mul(r, r), bf(p.Value)))
		values[s.Code], _ = div(mul(bf(factor), r), bf(p.Value)).Float64()
	}
	if P.Sign() == 0 || R.Sign() == 0 {
		return math.NaN(), values
	}
	m := div(R, P)
	variance := sub(div(Q, P), mul(m, m))
	if variance.Sign() < 0 {
		return 0, values
	}
	cv, _ = div(new(big.Float).SetPrec(200).Sqrt(variance), m).Float64()
	return cv, values
}

var seven = []struct {
	plus, minus []string
	shared      bool
	factor      float64
	limit       [2]float64
}{
	{[]string{"qualified"}, nil, false, 100, [2]float64{4.2, 5.3}},
	{[]string{"backbone"}, nil, false, 100, [2]float64{1, 1}},
	{[]string{"pe_art"}, nil, false, 100, [2]float64{.9, .9}},
	{[]string{"area_teaching"}, []string{"area_indoor_sports"}, true, 1, [2]float64{4.5, 5.8}},
	{[]string{"area_outdoor_sports", "area_indoor_sports"}, nil, true, 1, [2]float64{7.5, 10.2}},
	{[]string{"equipment_value"}, nil, true, 1, [2]float64{2000, 2500}},
	{[]string{"multimedia_rooms"}, nil, true, 100, [2]float64{2.3, 2.4}},
}

type perPupil struct {
	field string
	rate  float64 // about as much of it for each pupil
}

var staff = []perPupil{{"qualified", .05}, {"backbone", .012}, {"pe_art", .011}, {"teachers", .06}, {"mid_title", .03}, {"staff", .065}}

var assets = []perPupil{{"area_teaching", 6}, {"area_indoor_sports", .5}, {"area_outdoor_sports", 9}, {"equipment_value", 2600},
	{"multimedia_rooms", .028}, {"computers", .1}, {"books", 25}, {"music_rooms", .002}, {"art_rooms", .002}}

// randomDistrict makes up to max schools of every type.
func randomDistrict(r *rand.Rand, most int) []balance.School {
	types := []balance.SchoolType{balance.Primary, balance.Primary, balance.TeachingSite, balance.Junior, balance.NineYear, balance.Complete, balance.TwelveYear}
	schools := make([]balance.School, 1+r.Intn(most))
	for i := range schools {
		typ := types[r.Intn(len(types))]
		s, values := row(fmt.Sprintf("%010d", i), typ), map[string]balance.Datum{}
		all := 0.0
		for j, name := range stageNames {
			if weights[typ][j] == 0 {
				values["pupils_"+name] = balance.Datum{Missing: balance.NotApplicable}
				continue
			}
			n := float64(r.Intn(2500))
			if typ == balance.TeachingSite {
				n = float64(r.Intn(120))
			}
			all += n
			values["pupils_"+name] = balance.Datum{Value: n}
			values["classes_"+name] = balance.Datum{Value: math.Ceil(n / 45)}
			values["class_max_"+name] = balance.Datum{Value: float64(30 + r.Intn(30))}
			for _, f := range staff {
				values[f.field+"_"+name] = balance.Datum{Value: math.Round(n * f.rate * (.6 + r.Float64()))}
			}
		}
		for _, f := range assets {
			values[f.field] = balance.Datum{Value: math.Round(all * f.rate * (.6 + r.Float64()))}
		}
		s.Values = balance.ValuesOf(values)
		schools[i] = s
	}
	return schools
}

// TestSecondComputation holds the first against the second on random districts:
// 10,000 here, 100,000 with JUNHENG_LONG=1.
func TestSecondComputation(t *testing.T) {
	inds, standards := national(t)
	rules := New(inds, standards)
	n := 10000
	if testing.Short() {
		n = 500
	}
	if os.Getenv("JUNHENG_LONG") != "" {
		n = 100000
	}
	r := rand.New(rand.NewSource(20231115))
	coefficients, sections := 0, 0
	for d := range n {
		schools := randomDistrict(r, 12)
		applied := Applied(standards, "990101", 2023)
		for i := range applied {
			if applied[i].ID != "quality-2017" {
				continue
			}
			in := Input{Year: 2023, Schools: schools}
			b := rules.judge(&in, &applied[i], new([]*table))
			got := map[string]*finding{}
			for j := range b.found {
				f := &b.found[j]
				id := ""
				if f.crit != nil {
					id = f.crit.ID
				}
				code := ""
				if f.school != nil {
					code = f.school.Code
				}
				if f.sec != nil || f.school == nil && f.crit != nil {
					got[id+"/"+code+"/"+string(f.stage)] = f
				}
			}
			for stage, name := range []string{"小学", "初中"} {
				met, low := map[string]int{}, map[string]bool{}
				for k, c := range seven {
					cv, values := second(schools, stage, c.plus, c.minus, c.shared, c.factor, 50)
					f := got[fmt.Sprintf("quality.cv%d//%s", k+1, name)]
					if math.IsNaN(cv) == f.has || f.has && !close12(cv, f.value) {
						t.Fatalf("district %d, coefficient %d %s: %v, second %v", d, k+1, name, f.value, cv)
					}
					coefficients++
					for code, v := range values {
						g := got[fmt.Sprintf("quality.r%d/%s/%s", k+1, code, name)]
						if g == nil || !close12(g.value, v) || (g.outcome == balance.Met) != (v >= c.limit[stage]-1e-9*c.limit[stage]) {
							t.Fatalf("district %d, %s indicator %d %s: %+v, second %v", d, code, k+1, name, g, v)
						}
						switch {
						case v >= c.limit[stage]*(1-1e-9):
							met[code]++
						case v < .85*c.limit[stage]*(1-1e-9):
							low[code] = true
						}
						sections++
					}
				}
				for code := range met {
					want := balance.NotMet
					if met[code] >= 6 && !low[code] {
						want = balance.Met
					}
					if g := got["/"+code+"/"+name]; g.outcome != want {
						t.Fatalf("district %d, %s %s: %s, second %s", d, code, name, g.outcome, want)
					}
				}
			}
		}
	}
	t.Logf("%d districts: %d coefficients and %d values agree to 1e-12", n, coefficients, sections)
}
