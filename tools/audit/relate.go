package audit

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
)

// inclusive: a total that says it holds one more kind (中小学(含教学点)164所)
// against the counts stated without it (学校81所, 教学点100个).
func (a *article) inclusive() {
	for _, rule := range words.Inclusive {
		for _, t := range a.all {
			if kindOfUnit(t.Unit) != rule.Unit || !t.exact() || t.Kind != balance.Observed {
				continue
			}
			if near := a.nearBefore(t); !holdsAny(near, rule.Says) || !holdsAny(near, rule.Whole) {
				continue
			}
			base := a.stated(rule.Unit, t, func(m *mention) bool {
				return holdsAny(a.nearBefore(m), rule.Base) && !holdsAny(a.nearBefore(m), rule.Says)
			})
			other := a.stated(rule.Unit, t, func(m *mention) bool { return m.name() == rule.Other })
			if base == nil || other == nil || base.Value == t.Value {
				continue
			}
			c := balance.Check{
				Relation: balance.RelationSum, Class: balance.ClassConsistency, Stated: t.Value, Computed: base.Value + other.Value,
				Formula: figure(base.Value) + " + " + figure(other.Value) + " = " + figure(t.Value),
			}
			c.Holds = c.Computed == c.Stated
			if !c.Holds {
				// Newly built schools may be counted or not.
				if extra := a.stated(rule.Unit, t, func(m *mention) bool { return strings.Contains(m.before, "新建") && m.Value < 10 }); extra != nil && c.Computed+extra.Value == c.Stated {
					continue
				}
				if n := a.stated(rule.Unit, t, func(m *mention) bool { return m.name() == rule.Narrower }); n != nil && n.Value+other.Value == t.Value {
					c.Note = fmt.Sprintf("只计%s和%s则相符：%s + %s = %s", rule.Narrower, rule.Other, figure(n.Value), figure(other.Value), figure(t.Value))
				}
			}
			c.Text = sayDifference("“"+a.quote(t)+"”", fmt.Sprintf("前文%s%s与%s%s之和", rule.Base[0], amount(base.Value, base.Unit), rule.Other, amount(other.Value, other.Unit)), c, rule.Unit)
			a.add(c, t, base, other)
		}
	}
}

// stated is the first present and exact figure of the article that counts in
// unit, other than not, and is what is wanted.
func (a *article) stated(unit string, not *mention, wanted func(*mention) bool) *mention {
	for _, m := range a.all {
		if m != not && kindOfUnit(m.Unit) == unit && m.exact() && m.Kind == balance.Observed && wanted(m) {
			return m
		}
	}
	return nil
}

// within: 专任教师 cannot be more than 教职工.
func (a *article) within() {
	for _, rule := range words.Within {
		for _, x := range a.all {
			if kindOfUnit(x.Unit) != kindOfUnit(rule.Unit) || x.Kind != balance.Observed || !holdsAny(x.before, rule.Less) && !holdsAny(x.after, rule.Less) || !x.exact() || !endsAny(x.name(), rule.Less) {
				continue
			}
			y := a.stated(kindOfUnit(rule.Unit), x, func(m *mention) bool {
				return namesAll(m.name(), rule.More) && m.Stage == x.Stage && m.Scope == x.Scope && near(m, x)
			})
			if y == nil {
				continue
			}
			c := balance.Check{
				Relation: balance.RelationPart, Class: balance.ClassConsistency, Stated: x.Value, Computed: y.Value, Holds: x.Value <= y.Value,
				Formula: figure(x.Value) + " ≤ " + figure(y.Value),
			}
			if c.Holds && x.paragraph == y.paragraph && x.sentence == y.sentence {
				continue // said so: 其中
			}
			if rule.HardToBelieve {
				c.Class = balance.ClassPlausibility
			}
			c.Text = fmt.Sprintf("“%s”不大于“%s”，相符。", a.quote(x), a.quote(y))
			if !c.Holds {
				c.Text = fmt.Sprintf("“%s”大于“%s”，待说明。", a.quote(x), a.quote(y))
			}
			a.add(c, x, y)
		}
	}
}

// near reports figures that stand together: in one paragraph and its neighbour.
func near(x, y *mention) bool { return x.paragraph-y.paragraph <= 1 && y.paragraph-x.paragraph <= 1 }

// namesAll reports a name that ends in one of list with nothing but a stage or
// a part of the territory before it: 小学专任教师, but not 音体美专任教师.
func namesAll(name string, list []string) bool {
	for _, w := range list {
		rest, ok := strings.CutSuffix(name, w)
		if !ok {
			continue
		}
		if f, _, left := divides(rest); rest == "" || f != nil && !f.Sure && left == "" {
			return true
		}
	}
	return false
}

func endsAny(s string, list []string) bool {
	for _, w := range list {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// ranges: a rate beyond 100 %.
func (a *article) ranges() {
	for k := range len(a.all) + len(a.cells) {
		var m *mention
		says := ""
		if k < len(a.all) {
			m = a.all[k]
			says = m.before
		} else {
			m = a.cells[k-len(a.all)]
			says = m.Subject
		}
		if m.Unit != "%" || m.Value <= 100 || !m.exact() || m.Kind != balance.Observed || !holdsAny(says, words.Rates) || holdsAny(says, words.Beyond) {
			continue
		}
		c := balance.Check{Relation: balance.RelationRange, Class: balance.ClassConsistency, Stated: m.Value, Computed: 100, Formula: "0 ≤ " + figure(m.Value) + " ≤ 100"}
		c.Text = fmt.Sprintf("“%s”超过100%%，待说明。", a.quote(m))
		a.add(c, m)
	}
}

// limits: a figure and the limit the text sets beside it (0.31，小于0.60的标准).
// One that is missed is no fault of the data.
func (a *article) limits() {
	for _, ms := range a.lines {
		for k := 1; k < len(ms); k++ {
			x, l := ms[k-1], ms[k]
			if l.Kind != balance.Limit || x.Kind == balance.Limit || x.Unit != l.Unit || x.sentence != l.sentence || !x.exact() || clauses(a.between(x, l)) > 1 {
				continue
			}
			sign, holds := "", false
			switch l.Comparator {
			case balance.Lt:
				sign, holds = "<", x.Value < l.Value
			case balance.Le:
				sign, holds = "≤", x.Value <= l.Value
			case balance.Gt:
				sign, holds = ">", x.Value > l.Value
			case balance.Ge:
				sign, holds = "≥", x.Value >= l.Value
			default:
				continue
			}
			c := balance.Check{
				Relation: balance.RelationLimit, Class: balance.ClassCompliance, Stated: x.Value, Computed: l.Value, Holds: holds,
				Formula: fmt.Sprintf("%s %s %s", figure(x.Value), sign, figure(l.Value)),
			}
			c.Text = fmt.Sprintf("“%s”达到文中所引标准。", a.quote(x))
			if !holds {
				c.Text = fmt.Sprintf("“%s”未达到文中所引标准%s。", a.quote(x), amount(l.Value, l.Unit))
			}
			a.add(c, x, l)
		}
	}
}
