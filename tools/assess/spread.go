package assess

import (
	"math"
	"sort"

	"junheng/tools/balance"
)

// Spread 校际差异 is a coefficient of variation with all that it was made of.
//
//	x = factor × R ÷ P for each section, X̄ = factor × ΣR ÷ ΣP
//	S² = Σ (P ÷ ΣP)(x − X̄)², CV = S ÷ X̄
//
// Weighted by pupils, with the pooled mean and the population form; the mean of
// school means and n−1 are the two known mistakes.
type Spread struct {
	Standard  string        `json:"standard"`
	Criterion string        `json:"criterion,omitempty"`
	Indicator string        `json:"indicator"` // whose spread it is
	Stage     balance.Stage `json:"stage"`
	Pupils    float64       `json:"pupils"`   // ΣP
	Raw       float64       `json:"raw"`      // ΣR
	Mean      float64       `json:"mean"`     // X̄
	Variance  float64       `json:"variance"` // S²
	CV        float64       `json:"cv"`
	Rows      []Row         `json:"rows"`

	factor float64
	st     state
	table  *table
	col    []cell
	at     []int // which of col count
}

// Row is one section's part in a Spread.
type Row struct {
	School string  `json:"school"` // School.Code
	Name   string  `json:"name"`
	Pupils float64 `json:"pupils"`
	Raw    float64 `json:"raw"`
	Value  float64 `json:"value"`
	Part   float64 `json:"part"` // (P ÷ ΣP)(x − X̄)²
}

// measure computes the sums. Without pupils or with a mean of nothing there is
// no coefficient: it is not computable, never 0.
func (s *Spread) measure() {
	for _, i := range s.at {
		s.Pupils += s.col[i].per
		s.Raw += s.col[i].raw
	}
	if s.Pupils == 0 || s.Raw == 0 {
		s.st = unknown
		return
	}
	s.Mean = s.factor * s.Raw / s.Pupils
	for _, i := range s.at {
		s.Variance += s.part(&s.col[i])
	}
	s.CV = math.Sqrt(s.Variance) / s.Mean
}

// part is what one section adds to the variance.
func (s *Spread) part(c *cell) float64 {
	d := s.factor*c.raw/c.per - s.Mean
	return c.per / s.Pupils * d * d
}

// fill writes the rows out, with the names of their schools.
func (s *Spread) fill() {
	if s.Rows != nil || s.st != known {
		return
	}
	s.Rows = make([]Row, 0, len(s.at))
	for _, i := range s.at {
		c, school := &s.col[i], s.table.secs[i].school
		s.Rows = append(s.Rows, Row{school.Code, school.Name, c.per, c.raw, s.factor * c.raw / c.per, s.part(c)})
	}
}

// unweighted is the coefficient of school values without weights, which some
// systems compute by mistake: population form, or with n−1.
func (s *Spread) unweighted(sample bool) float64 {
	n := float64(len(s.at))
	var mean, ss float64
	for _, i := range s.at {
		mean += s.factor * s.col[i].raw / s.col[i].per / n
	}
	for _, i := range s.at {
		d := s.factor*s.col[i].raw/s.col[i].per - mean
		ss += d * d
	}
	if sample {
		n--
	}
	return math.Sqrt(ss/n) / mean
}

// Largest returns the n rows that add most to the variance, largest first;
// equal ones by code.
func (s *Spread) Largest(n int) []Row {
	rows := append([]Row(nil), s.Rows...)
	sort.SliceStable(rows, func(i, j int) bool {
		if rows[i].Part != rows[j].Part {
			return rows[i].Part > rows[j].Part
		}
		return rows[i].School < rows[j].School
	})
	return rows[:min(n, len(rows))]
}

// mean is the plain arithmetic mean, which is how the composite 综合差异系数
// is made.
func mean(parts []float64) float64 {
	var sum float64
	for _, p := range parts {
		sum += p
	}
	return sum / float64(len(parts))
}
