package assess

import (
	"fmt"
	"math"
	"slices"

	"junheng/tools/balance"
)

// another is another way in which a stated value may have been computed.
type another struct {
	says  string // what the words say of it: 自报的数与…相符
	keep  func(*section) bool
	plain bool // every school counts alike, whatever its pupils: population form
	n1    bool // and with n − 1
	whole bool // a school's shared assets are not split between its stages
	limit *balance.Threshold
}

// why looks for another way of computing that gives the stated value. Where
// none fits it says nothing: a guess is no reason.
func (b *bench) why(own, stated *finding, computed float64) string {
	fits := func(v float64, ok bool) bool {
		return ok && !math.IsNaN(v) && math.Abs(v-stated.value) <= slack(stated)+eps
	}
	if unit := math.Pow(10, -float64(printed(stated))); printed(stated) > 0 && math.Abs(computed-stated.value) < unit+eps {
		return "相差不到末位的一个单位，可能是截去尾数，或用舍入过的数再算"
	}
	for _, a := range b.ways(own, stated) {
		if fits(b.again(own, stated, &a)) {
			return "自报的数与" + a.says + "相符"
		}
	}
	if v, ok := b.byFormula(own, stated, fits); ok {
		return "自报的数与“" + v + "”的口径相符"
	}
	for _, factor := range []float64{100, 10000} {
		if computed != 0 && (fits(computed*factor, true) || fits(computed/factor, true)) {
			return fmt.Sprintf("正好相差%s倍，可能写错了单位", plain(factor))
		}
	}
	return ""
}

// ways lists the other ways that may have been used for a finding, the known
// mistakes first.
func (b *bench) ways(own, stated *finding) []another {
	in := func(s *section) bool { return counts(&own.part.Scope, s) }
	and := func(more func(*section) bool) func(*section) bool {
		return func(s *section) bool { return in(s) && more(s) }
	}
	setting := func(names ...string) func(*section) bool {
		return and(func(s *section) bool { return slices.Contains(names, s.school.Setting) })
	}
	list := []another{
		{says: "不按学生数加权的算法", keep: in, plain: true},
		{says: "不加权、除以n−1的算法", keep: in, plain: true, n1: true},
		{says: "把全部教学点也算进来的口径", keep: func(*section) bool { return true }},
		{says: "不算教学点的口径", keep: and(func(s *section) bool { return s.school.Type != balance.TeachingSite })},
		{says: "一贯制学校的共用资源不折算的口径", keep: in, whole: true},
	}
	for i := range b.std.Parts {
		if sc := &b.std.Parts[i].Scope; len(sc.Organisers) > 0 {
			list = append(list, another{says: "不算民办和不由本县举办的学校的口径", keep: and(func(s *section) bool { return !organised(sc, s.school) })})
		}
	}
	list = append(list, another{says: "只算城区学校的口径", keep: setting("城区")},
		another{says: "只算城区和镇区学校的口径", keep: setting("城区", "镇区")})
	for i := range own.crit.Limits {
		if l := &own.crit.Limits[i]; own.stage == "" || l.Stage == "" || l.Stage != own.stage {
			list = append(list, another{says: "对所有学校都以" + plain(l.Value) + own.crit.Unit + "为界的口径", keep: in, limit: l})
		}
	}
	return list
}

// again computes a finding's number in another way; false where that way makes
// no difference to this kind of number.
func (b *bench) again(own, stated *finding, a *another) (float64, bool) {
	m := own.more
	switch {
	case a.limit != nil:
		if stated.more.proxy == nil || m.tally == nil || m.tally.counted {
			return 0, false
		}
		return m.tally.like(b.unitOf(stated), a.keep, a.limit), true
	case m.spread != nil:
		return b.spreadAgain(m.spread.Indicator, own.stage, a)
	case m.composite != nil:
		var parts []float64
		for _, id := range own.ind.MeanOf {
			cv, ok := b.spreadAgain(b.rules.indicators[id].CVOf, own.stage, a)
			if !ok {
				return 0, false
			}
			parts = append(parts, cv)
		}
		return mean(parts), true
	case m.tally != nil && stated.more.proxy != nil:
		return m.tally.like(b.unitOf(stated), a.keep, nil), !a.plain && !a.whole
	case own.ind.perHead && !a.n1 || m.pooled != nil && !a.plain:
		return b.meanAgain(own.ind, own.stage, a)
	}
	return 0, false
}

// unitOf is the unit of a stated number, its proxy's where one decides.
func (b *bench) unitOf(stated *finding) string {
	if p := stated.more.proxy; p != nil {
		return b.rules.indicators[p.Indicator].Unit
	}
	return stated.ind.Unit
}
