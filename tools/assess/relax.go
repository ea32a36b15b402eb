package assess

import (
	"fmt"

	"junheng/tools/balance"
)

// relax looks for the 过渡口径 under which a miss passes. One that the school
// claims decides; one that it does not claim, or that had run out by the year,
// is only kept for a note.
func (b *bench) relax(f *finding) {
	var ended *balance.Relaxation
	for i := range f.crit.Relaxed {
		r := &f.crit.Relaxed[i]
		v, limit, claimed := f.eased(r)
		if limit == nil || !passes(v, limit.Op, limit.Value, f.crit.Tolerance) {
			continue
		}
		switch {
		case !r.Effective.Holds(b.in.Year):
			if claimed && ended == nil {
				ended = r
			}
		case claimed:
			f.relaxed, f.outcome = r, balance.MetTransition
			return
		case f.relaxed == nil:
			f.relaxed = r
		}
	}
	if f.relaxed == nil {
		f.relaxed = ended
	}
}

// eased is the value and the limit of a finding under r, and whether the school
// claims r. There is no limit where r is not meant for the school.
func (f *finding) eased(r *balance.Relaxation) (v float64, limit *balance.Threshold, claimed bool) {
	if r.PupilFrom > 0 || r.PupilTo > 0 {
		p := f.per
		if !f.ind.perHead || p < float64(r.PupilFrom) || r.PupilTo > 0 && p > float64(r.PupilTo) {
			return 0, nil, false
		}
	}
	v, limit = f.value, f.limit
	if r.Limits != nil {
		limit = limitFor(r.Limits, f.stage, f.school.Type)
	}
	if r.Claim != "" {
		n := read(f.school, r.Claim)
		claimed = n.st == known && n.v == 1
	}
	if extra := f.besides(r); extra > 0 {
		v, claimed = f.ind.Formula.Factor*(f.raw+extra)/f.per, true
	}
	return v, limit, claimed
}

// besides is what the section has of what r lets count besides.
func (f *finding) besides(r *balance.Relaxation) (sum float64) {
	if len(r.Plus) == 0 || f.sec == nil || !f.ind.perHead {
		return 0
	}
	for _, field := range r.Plus {
		n := read(f.school, f.ind.fieldFor(field, f.stage))
		if n.st == known {
			sum += n.v
		}
	}
	if f.ind.Formula.Split == balance.SplitAsset {
		sum *= f.sec.share.v
	}
	return sum
}

// relaxedNote says under which 过渡口径 a finding passes or could have passed.
func (b *bench) relaxedNote(f *finding) string {
	r := f.relaxed
	switch {
	case f.outcome == balance.MetTransition:
		return "按过渡口径：" + r.When
	case !r.Effective.Holds(b.in.Year):
		return fmt.Sprintf("数据表声明适用过渡口径（%s），但它只用于%s，这一学年没有采用", r.When, years(r.Effective))
	}
	return "如果符合过渡口径（" + r.When + "）则算达到；数据表没有这样声明"
}

// relaxedStep is the arithmetic under a 过渡口径.
func (f *finding) relaxedStep() string {
	v, limit, _ := f.eased(f.relaxed)
	step := "按过渡口径："
	if extra := f.besides(f.relaxed); extra > 0 {
		times := ""
		if f.ind.Formula.Factor != 1 {
			times = " × " + plain(f.ind.Formula.Factor)
		}
		step += fmt.Sprintf("(%s + %s)%s ÷ %s = ", short(f.raw, 2), short(extra, 2), times, plain(f.per))
	}
	return step + short(v, max(f.ind.Decimals+2, decimals(limit.Value))) + " " + sign[limit.Op] + " " + plain(limit.Value)
}

// years words when something holds: 2019至2022学年.
func years(y balance.Years) string {
	switch {
	case y.To == 0:
		return fmt.Sprintf("%d学年起", y.From)
	case y.From == 0:
		return fmt.Sprintf("%d学年及以前", y.To)
	}
	return fmt.Sprintf("%d至%d学年", y.From, y.To)
}
