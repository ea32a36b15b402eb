package audit

import (
	"fmt"
	"math"
	"strings"

	"junheng/tools/balance"
)

// shares relates a count and the share it is said to have of its whole.
func (a *article) shares() {
	for _, ms := range a.lines {
		for k, p := range ms {
			if p.Unit != "%" || k == 0 || !holdsAny(p.before, words.Share) || !p.exact() {
				continue
			}
			x := ms[k-1]
			if x.Unit == "%" || x.sentence != p.sentence || x.bracket != p.bracket && p.bracket < 0 || !x.exact() || clauses(a.between(x, p)) > 1 {
				continue
			}
			if whole := a.baseOf(ms[:k-1], x); whole != nil && whole.exact() && whole.Value > 0 {
				a.share(whole, x, p)
			}
		}
		a.sharesOfSchools(ms)
	}
}

func clauses(text string) (n int) {
	for _, r := range text {
		if strings.ContainsRune("，,；;", r) {
			n++
		}
	}
	return n
}

// baseOf is the whole of x where the text says 其中 between them, or gives x
// in the bracket after it.
func (a *article) baseOf(ms []*mention, x *mention) *mention {
	for k := len(ms) - 1; k >= 0; k-- {
		m := ms[k]
		if m.sentence != x.sentence {
			return nil
		}
		if kindOfUnit(m.Unit) != kindOfUnit(x.Unit) || m.Value < x.Value || m.counts() != x.counts() {
			continue
		}
		if between := a.between(m, x); holdsAny(between, words.Part) {
			return m
		}
	}
	return nil
}

// percent is the tolerance of a printed percentage: its last digit, for both
// rounding and cutting are in use.
func percent(p *mention) float64 { return 2*p.slack + 1e-9 }

func (a *article) share(whole, x, p *mention) {
	got := x.Value / whole.Value * 100
	fits := func(base float64) bool { return base > 0 && math.Abs(x.Value/base*100-p.Value) <= percent(p) }
	if !fits(whole.Value) {
		for _, m := range a.all { // another base that fits is what was meant
			if m != x && kindOfUnit(m.Unit) == kindOfUnit(x.Unit) && m.Value >= x.Value && fits(m.Value) {
				a.addShare(m, x, p, x.Value/m.Value*100, "按文中另一基数计算")
				return
			}
		}
	}
	a.addShare(whole, x, p, got, "")
}

func (a *article) addShare(whole, x, p *mention, got float64, note string) {
	c := balance.Check{
		Relation: balance.RelationShare, Class: balance.ClassConsistency, Stated: p.Value, Computed: got, Tolerance: round(percent(p)), Note: note,
		Formula: fmt.Sprintf("%s ÷ %s × 100 = %s", figure(x.Value), figure(whole.Value), figure(p.Value)),
	}
	c.Holds = math.Abs(got-p.Value) <= percent(p)
	if !c.Holds && (got > 3*p.Value || got < p.Value/3) {
		return // another base was meant
	}
	c.Computed = math.Round(got*100) / 100
	c.Text = sayDifference("“"+a.quote(p)+"”", fmt.Sprintf("按%s和%s推算的比例", amount(x.Value, x.Unit), amount(whole.Value, whole.Unit)), c, "%")
	a.add(c, p, x, whole)
}

// sharesOfSchools: 小学、初中分别只有1所学校达标，占比2.8%、14.3%. The base is the
// number of schools of the stage, with or without those of several stages and
// the teaching sites; only when no such base fits is there a question.
func (a *article) sharesOfSchools(ms []*mention) {
	for k, p := range ms {
		if p.Unit != "%" || k == 0 || ms[k-1].Unit == "%" || !holdsAny(p.before, words.Share) {
			continue
		}
		var counts, shares []*mention
		for j := k - 1; j >= 0 && kindOfUnit(ms[j].Unit) == "所" && ms[j].sentence == p.sentence && ms[j].start == ms[k-1].start; j-- {
			counts = append([]*mention{ms[j]}, counts...)
		}
		for j := k; j < len(ms) && ms[j].Unit == "%" && ms[j].sentence == p.sentence; j++ {
			shares = append(shares, ms[j])
		}
		if len(counts) == 0 || len(counts) != len(shares) || !holdsAny(counts[0].before+counts[0].after, words.Reaching) {
			continue
		}
		for i, x := range counts {
			if x.Stage == balance.StagePrimary || x.Stage == balance.StageJunior {
				a.shareOfSchools(x, shares[i])
			}
		}
	}
}

func (a *article) shareOfSchools(x, p *mention) {
	if !x.exact() || !p.exact() || x.Value == 0 {
		return
	}
	var base *mention
	var others []float64
	for _, m := range a.all {
		if m.Kind != balance.Observed || kindOfUnit(m.Unit) != "所" || !m.exact() || m.start == x.start && m.paragraph == x.paragraph {
			continue
		}
		switch name := m.name(); {
		case name == string(x.Stage) && base == nil:
			base = m
		case name == "教学点" || strings.Contains(name, "一贯制"):
			others = append(others, m.Value)
		case m.Value >= x.Value && strings.Contains(name, "学校"):
			if math.Abs(x.Value/m.Value*100-p.Value) <= percent(p) {
				return // a share of all schools
			}
		}
	}
	if base == nil {
		return
	}
	for set := 0; set < 1<<min(len(others), 6); set++ {
		sum := base.Value
		for i, v := range others[:min(len(others), 6)] {
			if set&(1<<i) != 0 {
				sum += v
			}
		}
		if math.Abs(x.Value/sum*100-p.Value) <= percent(p) {
			if set == 0 {
				a.addShare(base, x, p, x.Value/sum*100, "")
			}
			return
		}
	}
	a.addShare(base, x, p, x.Value/base.Value*100, fmt.Sprintf("按所列比例反推，基数约为%s所", figure(math.Round(x.Value/p.Value*100))))
}

// complements: 女教师占85.1%、男教师占14.9%.
func (a *article) complements() {
	for _, ms := range a.lines {
		for k := 1; k < len(ms); k++ {
			x, y := ms[k-1], ms[k]
			if x.Unit != "%" || y.Unit != "%" || x.sentence != y.sentence || x.ValueMax != nil || y.ValueMax != nil {
				continue
			}
			if !(sex(x) == "男" && sex(y) == "女" || sex(x) == "女" && sex(y) == "男") || !strings.Contains(x.before, "占") || !strings.Contains(y.before, "占") {
				continue
			}
			c := balance.Check{Relation: balance.RelationSum, Class: balance.ClassConsistency, Stated: 100, Computed: x.Value + y.Value, Tolerance: round(percent(x) + percent(y)), Formula: figure(x.Value) + " + " + figure(y.Value) + " = 100"}
			c.Holds = math.Abs(c.Computed-100) <= c.Tolerance
			if !c.Holds && !(x.exact() && y.exact()) {
				continue
			}
			c.Text = sayDifference("男、女所占比例应合计100%", "所列两项之和", c, "%")
			a.add(c, x, y)
		}
	}
}

func sex(m *mention) string {
	man, woman := strings.Contains(m.before, "男"), strings.Contains(m.before, "女")
	switch {
	case man && !woman:
		return "男"
	case woman && !man:
		return "女"
	}
	return ""
}
