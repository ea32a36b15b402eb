package assess

import (
	"math"

	"junheng/tools/balance"
)

// cellsOf are an indicator's values for the sections of a stage that another
// way keeps; false where one of them is not known.
func (b *bench) cellsOf(ind *indicator, stage balance.Stage, a *another) ([]cell, bool) {
	var out []cell
	col := b.column(ind)
	for i := range b.secs {
		sec := &b.secs[i]
		if sec.stage != stage || !a.keep(sec) {
			continue
		}
		c := col[i]
		if c.st != known {
			return nil, false
		}
		if a.whole && ind.Formula.Split == balance.SplitAsset {
			c.raw /= sec.share.v
		}
		out = append(out, c)
	}
	return out, len(out) > 0
}

// spreadAgain is a coefficient computed in another way.
func (b *bench) spreadAgain(of string, stage balance.Stage, a *another) (float64, bool) {
	ind := b.rules.indicators[of]
	if ind == nil || !ind.fromRows() {
		return 0, false
	}
	cells, ok := b.cellsOf(ind, stage, a)
	if !ok {
		return 0, false
	}
	s := Spread{factor: ind.Formula.Factor, col: cells, at: make([]int, len(cells))}
	for i := range s.at {
		s.at[i] = i
	}
	s.measure()
	switch {
	case s.st != known || a.n1 && len(cells) < 2:
		return 0, false
	case a.plain:
		return s.unweighted(a.n1), true
	}
	return s.CV, true
}

// meanAgain is a district's value computed in another way: with plain, the mean
// of the schools' own values.
func (b *bench) meanAgain(ind *indicator, stage balance.Stage, a *another) (float64, bool) {
	cells, ok := b.cellsOf(ind, stage, a)
	if !ok {
		return 0, false
	}
	var raw, per, sum float64
	for _, c := range cells {
		raw, per, sum = raw+c.raw, per+c.per, sum+ind.Formula.Factor*c.raw/c.per
	}
	switch {
	case ind.Formula.Per == "":
		return ind.Formula.Factor * raw, !a.plain
	case a.plain:
		return sum / float64(len(cells)), true
	}
	return ind.Formula.Factor * raw / per, true
}

// like is what a tally gives in the unit of a stated number: classes beyond the
// limit, the share of sections that reach it, or how many do not; of those that
// keep holds, and against another limit where one is given.
func (t *tally) like(unit string, keep func(*section) bool, limit *balance.Threshold) float64 {
	var over, below, all float64
	for f := range t.judged() {
		sec := f.sec
		if sec == nil {
			sec = &section{school: f.school, stage: f.stage, pupils: number{st: unknown}}
		}
		if keep != nil && !keep(sec) {
			continue
		}
		all++
		missed := f.outcome == balance.NotMet
		if limit != nil && f.has {
			missed = !passes(f.value, limit.Op, limit.Value, f.crit.Tolerance)
		}
		if missed {
			below++
		}
		if f.over.st == known {
			over += f.over.v
		}
	}
	switch {
	case unit == "个":
		return over
	case unit == "%" && all == 0:
		return math.NaN()
	case unit == "%":
		return 100 * (1 - below/all)
	}
	return below
}

// byFormula tries the other formulas in use for the number that is stated, and
// names the one that gives it.
func (b *bench) byFormula(own, stated *finding, fits func(float64, bool) bool) (string, bool) {
	if s := own.more.sums; s != nil {
		for _, v := range s.variants {
			if fits(v.value, true) {
				return v.formula.Name, true
			}
		}
	}
	id := own.ind.ID
	if p := stated.more.proxy; p != nil {
		id = p.Indicator
	}
	ind := b.rules.indicators[id]
	for i := range ind.Variants {
		v := newIndicator(&balance.Indicator{ID: id, Formula: &ind.Variants[i]})
		if !v.fromRows() || own.more.sums != nil {
			continue
		}
		in := another{keep: func(s *section) bool { return counts(&own.part.Scope, s) }}
		if fits(b.meanAgain(v, own.stage, &in)) {
			return ind.Variants[i].Name, true
		}
	}
	return "", false
}
