package assess

import (
	"fmt"
	"math"
	"strings"

	"junheng/tools/balance"
)

// compare sets what was stated beside what was recomputed. Where they differ
// by more than the stated digits allow, both verdicts say so, with a reason
// where one fits.
func (b *bench) compare(s *stand, vs []balance.Verdict) {
	own, stated := &b.found[s.own], &b.found[s.stated]
	a, c, unit, digits := own.value, stated.value, own.ind.Unit, own.ind.Decimals
	switch {
	case !stated.has:
		return
	case stated.more.proxy != nil && own.more.tally != nil:
		p := b.rules.indicators[stated.more.proxy.Indicator]
		unit, digits = p.Unit, p.Decimals
		a = own.more.tally.like(unit)
	case !own.has:
		return
	}
	if math.Abs(a-c) <= slack(stated)+eps {
		return
	}
	digits = max(digits, decimals(c))
	note := fmt.Sprintf("自报%s%s，推算%s%s，相差%s", plain(c), unit, print(a, digits), unit, distance(math.Abs(a-c), unit, digits))
	if why := b.why(own, stated); why != "" {
		note += "；" + why
	}
	for _, v := range []*balance.Verdict{&vs[s.own], &vs[s.stated]} {
		v.Note = strings.Trim(v.Note+"；"+note, "；")
	}
}

// like is what a tally gives in the unit of a stated number: classes beyond the
// limit, the share of sections that reach it, or how many do not.
func (t *tally) like(unit string) float64 {
	below := float64(t.below())
	switch unit {
	case "个":
		return t.over
	case "%":
		return 100 * (1 - below/float64(t.all()))
	}
	return below
}

// compareBoth sets a count stated for 小学 and 初中 together beside the sections
// below the limit in the school table.
func (b *bench) compareBoth(s *stand, v *balance.Verdict) {
	f, below, judged := &b.found[s.stated], 0, 0
	for _, stage := range s.crit.Stages {
		if t := b.tallies[key{id: s.crit.ID, stage: stage}]; t != nil {
			below, judged = below+t.below(), judged+t.all()
		}
	}
	if judged == 0 || f.more.proxy == nil || v.Unit != "所" {
		return
	}
	note := fmt.Sprintf("按学校表推算%d所（部），相符", below)
	if d := math.Abs(float64(below) - f.value); d > 0 {
		note = fmt.Sprintf("自报%s所，推算%d所（部），相差%s", plain(f.value), below, plain(d))
	}
	v.Note = strings.Trim(v.Note+"；"+note, "；")
}

// slack is half of the last printed digit of a stated value.
func slack(f *finding) float64 {
	d := decimals(f.value)
	if s := f.more.stated; s != nil {
		if s.Figure.Approx {
			return math.Abs(f.value) * 0.05
		}
		raw := strings.NewReplacer("。", ".", "．", ".").Replace(s.Figure.Raw)
		_, frac, _ := strings.Cut(strings.TrimRight(raw, "%％万亿余多"), ".")
		d = max(d, len([]rune(frac)))
	}
	return 0.5 * math.Pow(10, -float64(d))
}

// why looks for another way of computing that gives the stated value.
func (b *bench) why(own, stated *finding) string {
	s := own.more.spread
	if s == nil || s.st != known {
		return ""
	}
	fits := func(v float64) bool { return math.Abs(v-stated.value) <= slack(stated)+eps }
	switch {
	case fits(s.unweighted(false)):
		return "自报的数与不按学生数加权的算法相符"
	case len(s.at) > 1 && fits(s.unweighted(true)):
		return "自报的数与不加权、除以n−1的算法相符"
	}
	all := balance.Part{ID: "every section"}
	if w := b.spread(s.Indicator, s.Stage, &all); w.st == known && fits(w.CV) {
		return "自报的数与把全部教学点也算进来的口径相符"
	}
	return ""
}
