package audit

import (
	"fmt"
	"math"
	"strings"

	"junheng/tools/balance"
)

// repeats: one quantity stated twice. It is one quantity only when indicator,
// stage, scope and name agree and neither sentence speaks of change.
func (a *article) repeats() {
	first := map[string]*mention{}
	for _, m := range a.all {
		if m.Indicator == "" || !m.exact() || m.Kind != balance.Observed || m.depth > 0 || a.Sections[a.Paragraphs[m.paragraph].Section].Standard || strings.ContainsAny(m.Period, "_＿xX×") {
			continue
		}
		key := strings.Join([]string{m.Indicator, string(m.Stage), m.Scope, m.name(), kindOfUnit(m.Unit)}, "|")
		x, ok := first[key]
		if !ok {
			first[key] = m
			continue
		}
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

// sentence is the sentence a number stands in.
func (a *article) sentence(m *mention) string {
	text := a.texts[m.paragraph]
	from, to := m.start, m.end
	for from > 0 && !(text[from-1] == '。' && stops(text, from-1)) {
		from--
	}
	for to < len(text) && !(text[to] == '。' && stops(text, to)) {
		to++
	}
	return string(text[from:to])
}
