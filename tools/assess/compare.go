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
		a = own.more.tally.like(unit, nil, nil)
	case !own.has:
		return
	}
	if math.Abs(a-c) <= slack(stated)+eps {
		return
	}
	digits = max(digits, decimals(c))
	note := fmt.Sprintf("自报%s%s，推算%s%s，相差%s", plain(c), unit, print(a, digits), unit, distance(math.Abs(a-c), unit, digits))
	if why := b.why(own, stated, a); why != "" {
		note += "；" + why
	}
	for _, v := range []*balance.Verdict{&vs[s.own], &vs[s.stated]} {
		v.Note = strings.Trim(v.Note+"；"+note, "；")
	}
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
	if s := f.more.stated; s != nil && s.Figure.Approx {
		return math.Abs(f.value) * 0.05
	}
	return 0.5 * math.Pow(10, -float64(printed(f)))
}

// printed is how many decimals a stated value is printed with.
func printed(f *finding) int {
	d := decimals(f.value)
	if s := f.more.stated; s != nil {
		raw := strings.NewReplacer("。", ".", "．", ".").Replace(s.Figure.Raw)
		_, frac, _ := strings.Cut(strings.TrimRight(raw, "%％万亿余多"), ".")
		d = max(d, len([]rune(frac)))
	}
	return d
}
