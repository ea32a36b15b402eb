package audit

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"junheng/tools/balance"
)

// repeats: one quantity stated twice. It is one quantity only when indicator,
// stage, scope and name agree and neither sentence speaks of change.
func (a *article) repeats() {
	type what struct {
		indicator, scope, unit string
		stage                  balance.Stage
	}
	first := map[what][]*mention{} // each with another name
	for _, m := range a.all {
		if m.Indicator == "" || !m.exact() || m.Kind != balance.Observed || m.depth > 0 || a.Sections[a.Paragraphs[m.paragraph].Section].Standard || strings.ContainsAny(m.Period, "_＿xX×") {
			continue
		}
		key := what{m.Indicator, m.Scope, kindOfUnit(m.Unit), m.Stage}
		k := slices.IndexFunc(first[key], func(x *mention) bool { return x.name() == m.name() })
		if k < 0 {
			first[key] = append(first[key], m)
			continue
		}
		x := first[key][k]
		if x.paragraph == m.paragraph || x.Period != m.Period || holdsAny(a.sentence(x), words.Change) || holdsAny(a.sentence(m), words.Change) {
			continue
		}
		c := balance.Check{
			Relation: balance.RelationRepeat, Class: balance.ClassConsistency, Stated: m.Value, Computed: x.Value, Tolerance: round(x.slack + m.slack),
			Formula: figure(m.Value) + " = " + figure(x.Value),
		}
		c.Holds = math.Abs(x.Value-m.Value) <= x.slack+m.slack
		if !c.Holds && a.explained(x, m) {
			continue
		}
		c.Text = sayDifference("“"+a.quote(m)+"”", "前文“"+a.quote(x)+"”", c, m.Unit)
		if !c.Holds {
			c.Text = fmt.Sprintf("“%s”与前文“%s”不一致，待说明。", a.quote(m), a.quote(x))
		}
		a.add(c, m, x)
	}
}

// explained reports whether two counts differ by what the article also states:
// teaching sites, newly built schools.
func (a *article) explained(x, y *mention) bool {
	d := math.Abs(x.Value - y.Value)
	for _, m := range a.all {
		if kindOfUnit(m.Unit) == kindOfUnit(x.Unit) && m.Value == d {
			return true
		}
	}
	return false
}
