package record

import (
	"math"
	"strconv"
	"strings"

	"junheng/tools/balance"
)

// likely holds a number against what it can be at all: a count is whole, no
// sum reaches a trillion, a share is not written as a fraction and agrees with
// the counts given beside it.
func (r itemReader) likely(v float64, inputs map[string]int, ind balance.Indicator) {
	switch {
	case math.Abs(v) > maxNumber:
		r.fault("value", "“"+ind.Name+"”的数太大："+show(v)+ind.Unit, "核对数字和单位")
	case v != math.Trunc(v) && ind.Decimals == 0 && has(r.n.whole, ind.Unit):
		r.fault("value", "“"+ind.Name+"”以“"+ind.Unit+"”计，应当是整数，现在是 "+show(v), "按实际个数填整数")
	default:
		could, fits := shares(v, inputs, ind)
		switch {
		case len(could) > 0 && !fits:
			r.ps.Notice(r.file.valueAt(r.e, "value"), "“"+ind.Name+"”是 "+show(v)+ind.Unit+"，而由 inputs 里的数算出的是 "+strconv.FormatFloat(could[0], 'f', max(1, ind.Decimals), 64)+ind.Unit,
				"核对 value 和 inputs，改正写错的一个")
		case len(could) == 0 && ind.Unit == "%" && v > 0 && v < 1 && v*100 <= *orElse(ind.Max, 100):
			r.ps.Notice(r.file.valueAt(r.e, "value"), "“"+ind.Name+"”是 "+show(v)+"%，不到百分之一", "是不是 "+show(scale(v, 100))+"？百分数写成 96.2，不写 0.962；确实这样小的不用改")
		}
	}
}

// shares returns what the counts given with a value could make of it, the
// likeliest first, and whether one of them is the value as it was rounded. They
// are joined by the indicator's formulas where the names of the counts are
// those of one. Otherwise two counts make a share, or what one lacks of it; of
// more, or for other units, nothing is known.
func shares(v float64, inputs map[string]int, ind balance.Indicator) (could []float64, fits bool) {
	formulas := ind.Variants
	if ind.Formula != nil {
		formulas = append([]balance.Formula{*ind.Formula}, formulas...)
	}
	for _, f := range formulas {
		if got, ok := computed(f, inputs); ok {
			could = append(could, got)
		}
	}
	if len(could) == 0 && len(inputs) == 2 && ind.Unit == "%" {
		keys := sortedKeys(inputs)
		small, large := float64(inputs[keys[0]]), float64(inputs[keys[1]])
		if small > large {
			small, large = large, small
		}
		if small < 0 || large == 0 {
			return nil, false
		}
		could = []float64{100 * small / large, 100 - 100*small/large}
		if small > 0 {
			could = append(could, 100*large/small, 100*large/small-100)
		}
	}
	for _, c := range could {
		if math.Abs(c-v) < step(v)*1.000001 {
			return could, true
		}
	}
	return could, false
}

// computed is what formula f makes of the counts; false where one that it
// needs is not given, or it divides by nothing.
func computed(f balance.Formula, inputs map[string]int) (float64, bool) {
	if f.Split != balance.SplitItems {
		return 0, false
	}
	complete := true
	sum := func(names ...string) (total float64) {
		for _, name := range names {
			n, ok := inputs[name]
			complete = complete && ok
			total += float64(n)
		}
		return total
	}
	of := 1.0
	if f.Per != "" {
		of = sum(f.Per) + sum(f.PerPlus...) - sum(f.PerMinus...)
	}
	v := f.Factor * (sum(f.Plus...) - sum(f.Minus...)) / of
	return v, complete && of != 0
}

// step is one unit of the last place that v was written with: a value may have
// been rounded or cut off.
func step(v float64) float64 {
	_, decimals, _ := strings.Cut(show(v), ".")
	return math.Pow(10, -float64(len(decimals)))
}
