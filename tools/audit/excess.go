package audit

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
)

// school is one named school of a list, which may be given in two figures.
type school struct {
	name  string
	parts []*mention
}

func (s school) pupils() float64 { return total(s.parts) }

// excess: 区一小2237人、二小3749人…共超出5221人, measured against the limits that
// the heading or the sentence states.
func (a *article) excess() {
	for i, ms := range a.lines {
		for k, e := range ms {
			if !holdsAny(e.before, words.Excess.Says) || !e.exact() {
				continue
			}
			var list []*mention
			for _, m := range ms[:k] {
				if m.bracket == e.bracket && m.Unit == e.Unit && m.exact() && m.Kind != balance.Limit && m.name() != "" {
					list = append(list, m)
				}
			}
			plain, long := a.limitsFor(i, e.Unit)
			if len(list) < 2 || plain == nil {
				continue
			}
			schools := schoolsOf(list)
			a.count(ms[:k], schools, list)
			a.excessOf(e, list, schools, plain, long)
		}
	}
}

// limitsFor finds the limits that hold for paragraph i: stated in it, or in the
// paragraphs of its section; one for schools of several stages apart.
func (a *article) limitsFor(i int, unit string) (plain, long *mention) {
	for j := i; j >= 0 && a.Paragraphs[j].Section == a.Paragraphs[i].Section; j-- {
		for _, m := range a.lines[j] {
			if m.Unit != unit || m.Comparator != balance.Le && m.Comparator != balance.Lt {
				continue
			}
			if holdsAny(a.clause(m), words.Excess.Long) {
				if long == nil {
					long = m
				}
			} else if plain == nil {
				plain = m
			}
		}
	}
	return plain, long
}

// schoolsOf joins figures of one school: 市三中初中部3470人，小学部677人.
func schoolsOf(list []*mention) (out []school) {
	for _, m := range list {
		name, part := m.name(), false
		for _, p := range words.Excess.Parts {
			if owner, ok := strings.CutSuffix(name, p); ok {
				name, part = owner, true
				break
			}
		}
		if n := len(out); part && n > 0 && (name == "" || name == out[n-1].name) {
			out[n-1].parts = append(out[n-1].parts, m)
			continue
		}
		out = append(out, school{name, []*mention{m}})
	}
	return out
}

// count: 有五间学校不达标, and the schools named after it.
func (a *article) count(ms []*mention, schools []school, list []*mention) {
	for k := len(ms) - 1; k >= 0; k-- {
		m := ms[k]
		if m.start >= list[0].start || kindOfUnit(m.Unit) != "所" {
			continue
		}
		c := balance.Check{Relation: balance.RelationCount, Class: balance.ClassConsistency, Stated: m.Value, Computed: float64(len(schools)), Formula: fmt.Sprintf("列举%d所 = %s", len(schools), figure(m.Value))}
		if c.Holds = c.Stated == c.Computed; !c.Holds && !m.exact() {
			return
		}
		c.Text = sayDifference("“"+a.quote(m)+"”", "所列学校数", c, "所")
		a.add(c, append([]*mention{m}, list...)...)
		return
	}
}

// excessOf tries the ways of measuring the excess and keeps the first that
// gives what is stated; where none does, the first of all.
func (a *article) excessOf(e *mention, list []*mention, schools []school, plain, long *mention) {
	split := make([]school, 0, len(list))
	for _, m := range list {
		split = append(split, school{m.name(), []*mention{m}})
	}
	type reading struct {
		schools []school
		joined  *mention // the limit for schools given in several figures
		note    string
	}
	readings := []reading{{schools, plain, ""}}
	if len(schools) < len(list) {
		readings = []reading{{schools, plain, "每校按同一上限计算"}, {split, plain, "各学部分别计算"}}
		if long != nil {
			readings = append([]reading{{schools, long, "各学部合计为一校，按一贯制学校的上限计算"}}, readings...)
		}
	}
	best := readings[0]
	for _, r := range readings {
		if sum, _ := over(r.schools, plain.Value, r.joined.Value); sum == e.Value {
			best = r
			break
		}
	}
	sum, terms := over(best.schools, plain.Value, best.joined.Value)
	c := balance.Check{Relation: balance.RelationExcess, Class: balance.ClassConsistency, Stated: e.Value, Computed: sum, Holds: sum == e.Value, Formula: terms + " = " + figure(e.Value), Note: best.note}
	c.Text = sayDifference("“"+a.quote(e)+"”", "逐校超出上限之和", c, e.Unit)
	a.add(c, append([]*mention{e}, list...)...)
}

// over sums what the schools have beyond their limit, with the arithmetic.
func over(schools []school, plain, joined float64) (sum float64, terms string) {
	var out []string
	for _, s := range schools {
		limit := plain
		if len(s.parts) > 1 {
			limit = joined
		}
		if s.pupils() <= limit {
			continue
		}
		sum += s.pupils() - limit
		var parts []string
		for _, p := range s.parts {
			parts = append(parts, figure(p.Value))
		}
		out = append(out, fmt.Sprintf("(%s-%s)", strings.Join(parts, "+"), figure(limit)))
	}
	return sum, strings.Join(out, " + ")
}
