package assess

import (
	"fmt"
	"math"
	"strings"

	"junheng/tools/balance"
)

// gap words the distance of a finding to its limit.
func (b *bench) gap(f *finding) *balance.Gap {
	var g balance.Gap
	switch {
	case !decided(f.outcome):
		return nil
	case f.more != nil && f.more.tally != nil:
		g = b.tallyGap(f)
	case f.limit == nil:
		return nil
	case f.more != nil && f.more.proxy != nil:
		g = b.proxyGap(f)
	case f.over.st == known && f.over.v > 0:
		g = balance.Gap{Value: -f.over.v, Unit: "个", Text: fmt.Sprintf("%s个班超过%s人", print(f.over.v, 0), plain(f.want))}
	case !f.has:
		return nil
	default:
		g = gapOf(f.value, f.limit.Op, f.want, f.ind.Unit, f.ind.Decimals)
		if text := countedGap(f); text != "" {
			g.Text += "，" + text
		}
		if f.school != nil && f.ind.perHead && f.outcome == balance.NotMet {
			if _, text := needed(f, f.ind.Formula.Factor); text != "" {
				g.Text += "，" + text
			}
		}
	}
	return &g
}

// countedGap says how many a share lacks where the counts it was made from are
// known: 交流轮岗教师数还差3. It speaks only of one count that must grow.
func countedGap(f *finding) string {
	if f.more == nil || f.more.sums == nil || f.outcome != balance.NotMet || !higher(f.limit.Op) {
		return ""
	}
	s := f.more.sums
	top := -1
	for i, t := range s.terms {
		switch {
		case t.below:
		case top >= 0 || t.sign < 0:
			return ""
		default:
			top = i
		}
	}
	short := math.Ceil(f.want*s.den/s.formula.Factor - s.num - eps)
	if top < 0 || short <= 0 || s.formula.Factor != 100 {
		return ""
	}
	for _, t := range s.terms {
		if t.below && t.name == s.terms[top].name {
			return "" // what grows above the line grows below it
		}
	}
	return s.terms[top].name + "还差" + print(short, 0)
}

func (b *bench) proxyGap(f *finding) balance.Gap {
	ind := b.rules.indicators[f.more.proxy.Indicator]
	if f.more.proxy.Op != balance.Le || f.want != 0 {
		return gapOf(f.value, f.limit.Op, f.want, ind.Unit, ind.Decimals)
	}
	g := balance.Gap{Value: -f.value, Unit: ind.Unit, Text: print(f.value, ind.Decimals) + f.more.proxy.Text}
	if a := f.more.amount; a.st == known && a.v > 0 {
		unit := b.rules.indicators[f.more.proxy.Amount].Unit
		g.Text += "，共多" + print(a.v, 0) + unit
	}
	if f.value == 0 {
		g.Value, g.Text = 0, "没有"+strings.TrimLeft(f.more.proxy.Text, "所个")
	}
	return g
}

// tallyGap words how many schools miss a criterion and by how much in all.
func (b *bench) tallyGap(f *finding) balance.Gap {
	t := f.more.tally
	total := b.overall(f)
	switch {
	case t.counted && t.over > 0:
		return balance.Gap{Value: -t.over, Unit: "个", Text: fmt.Sprintf("%s个班超过%s人", print(t.over, 0), plain(f.want))}
	case t.notMet == 0 && t.excused == 0:
		return balance.Gap{Value: float64(t.all()), Unit: "所", Text: fmt.Sprintf("%d所全部达到", t.all())}
	case t.notMet == 0:
		return balance.Gap{Value: float64(t.met + t.relaxed), Unit: "所", Text: fmt.Sprintf("%d所中%d所达到，%d所略低但按规则可以", t.all(), t.met+t.relaxed, t.excused)}
	case f.ind.perHead:
		g := balance.Gap{Value: -float64(t.below()), Unit: "所", Text: fmt.Sprintf("%d所中%d所低于标准", t.all(), t.below())}
		if total > 0 {
			g.Text += "，共差" + inAll(total, head(f.ind.Unit))
		}
		return g
	case higher(t.b.found[t.rows[0]].limit.Op):
		return balance.Gap{Value: -total, Unit: f.ind.Unit, Text: fmt.Sprintf("%d所低于标准，共差%s%s", t.notMet, print(total, 0), f.ind.Unit)}
	}
	return balance.Gap{Value: -total, Unit: f.ind.Unit, Text: fmt.Sprintf("%d所超过上限，共多%s%s", t.notMet, print(total, 0), f.ind.Unit)}
}

// overall adds up what the schools that miss a criterion lack or have too much.
func (b *bench) overall(f *finding) float64 {
	var sum float64
	for s := range f.more.tally.judged() {
		switch {
		case s.outcome != balance.NotMet || !s.has:
		case f.ind.perHead:
			n, _ := needed(s, f.ind.Formula.Factor)
			sum += n
		default:
			sum += math.Abs(s.value - s.want)
		}
	}
	return sum
}
