package assess

import (
	"math"

	"junheng/tools/balance"
)

// eps is how far two numbers may lie apart and still be one: what is left over
// by binary arithmetic, far below any printed digit.
const eps = 1e-9

func same(a, b float64) bool {
	return a == b || !math.IsInf(a, 0) && math.Abs(a-b) <= eps*max(1, math.Abs(a), math.Abs(b))
}

// limitFor returns the limit that a stage and type of school must keep: the
// most particular one given. nil where no limit is meant for it.
func limitFor(limits []balance.Threshold, stage balance.Stage, typ balance.SchoolType) *balance.Threshold {
	if i := limitAt(limits, stage, typ); i >= 0 {
		return &limits[i]
	}
	return nil
}

// limitAt is the place of that limit among the others; -1 where there is none.
func limitAt(limits []balance.Threshold, stage balance.Stage, typ balance.SchoolType) int {
	best, rank := -1, -1
	for i := range limits {
		l := &limits[i]
		if l.Stage != "" && l.Stage != stage || l.Type != "" && l.Type != typ {
			continue
		}
		r := 0
		if l.Stage != "" {
			r++
		}
		if l.Type != "" {
			r += 2
		}
		if r > rank {
			best, rank = i, r
		}
	}
	return best
}

// amount is what a limit asks of one school: its value, or for 每12个班 its
// value for each begun dozen.
func amount(l *balance.Threshold, per [][]number, at int) number {
	if l.ForEach == 0 {
		return number{v: l.Value}
	}
	var sum float64
	have := false
	for _, c := range per {
		switch n := c[at]; n.st {
		case known:
			sum, have = sum+n.v, true
		case unknown:
			return number{st: unknown}
		}
	}
	if !have {
		return number{st: unknown}
	}
	return number{v: l.Value * math.Ceil(sum/l.ForEach-eps)}
}

// passes holds a value against a limit. 以上 and 不超过 include the limit itself;
// below and above do not.
func passes(v float64, op balance.Comparator, limit, tolerance float64) bool {
	switch op {
	case balance.Ge:
		return v >= limit-tolerance || same(v, limit-tolerance)
	case balance.Le:
		return v <= limit+tolerance || same(v, limit+tolerance)
	case balance.Gt:
		return v > limit-tolerance && !same(v, limit-tolerance)
	case balance.Lt:
		return v < limit+tolerance && !same(v, limit+tolerance)
	case balance.Eq:
		return math.Abs(v-limit) <= tolerance || same(v, limit)
	}
	return false
}

// higher reports whether more is better under op.
func higher(op balance.Comparator) bool { return op == balance.Ge || op == balance.Gt }

// reaches reports whether v reaches the floor share of its limit: 85 % of a
// least value, or no more than limit ÷ 85 % of a greatest one.
func reaches(v float64, op balance.Comparator, limit, floor float64) bool {
	if higher(op) {
		return passes(v, balance.Ge, limit*floor, 0)
	}
	return passes(v, balance.Le, limit/floor, 0)
}

// round gives v as printed with so many decimals, halves away from zero.
func round(v float64, decimals int) float64 {
	p := math.Pow(10, float64(decimals))
	return math.Round(v*p+math.Copysign(eps, v)) / p
}

// shortfall is how far v is beyond its limit as a share of the limit, to find
// the furthest miss. It compares criteria of one subject, never two schools.
func shortfall(v float64, op balance.Comparator, limit float64) float64 {
	if limit == 0 {
		limit = 1
	}
	if higher(op) {
		return (limit - v) / math.Abs(limit)
	}
	return (v - limit) / math.Abs(limit)
}
