package audit

import (
	"math"
	"slices"
	"strings"

	"junheng/tools/balance"
)

// sum relates a whole to parts: 1 when they add up, 0 when they do not, -1 when
// there is nothing to say. It questions a sum only when the parts divide the
// whole completely and no other reading fits. after is one more number that
// may belong to the parts.
func (a *article) sum(whole *mention, parts []*mention, after *mention) int {
	if i := slices.IndexFunc(parts, averaged); i >= 0 {
		parts = parts[:i]
	}
	if len(parts) < 2 || averaged(whole) || !whole.exact() || slices.ContainsFunc(parts, func(p *mention) bool { return p.Value == 0 }) {
		return -1
	}
	for n := len(parts); n >= 2; n-- {
		if exactAll(parts[:n]) && addsUp(whole, parts[:n]) {
			a.addSum(whole, parts[:n], "")
			return 1
		}
	}
	// The longest run of parts that are named alike.
	n := len(parts)
	for n >= 2 && !complete(whole, parts[:n]) {
		n--
	}
	if n < 2 || !exactAll(parts[:n]) || !sameKind(append([]*mention{whole}, parts[:n]...)) {
		return 0
	}
	parts = parts[:n]
	// A "whole" smaller than one of its parts is no whole.
	if slices.ContainsFunc(parts, func(p *mention) bool { return p.Value > whole.Value }) {
		return 0
	}
	if t := total(parts); t > 2*whole.Value || t < whole.Value/2 {
		return 0 // they count something else
	}
	if total(parts) < whole.Value && !a.leavesNothingOut(whole, parts) {
		return 0
	}
	if after != nil && after.exact() && kindOfUnit(after.Unit) == kindOfUnit(whole.Unit) && addsUp(whole, append(append([]*mention(nil), parts...), after)) {
		a.addSum(whole, append(append([]*mention(nil), parts...), after), "连同括号后的一项计算")
		return 1
	}
	if some := fewer(whole, parts); some != nil {
		a.addSum(whole, some, "有的分项已包含在其他分项里")
		return 1
	}
	a.addSum(whole, parts, "")
	return 1
}

// averaged reports a figure that is one for many, which is no part of a whole.
func averaged(m *mention) bool { return holdsAny(m.before, words.Averages) }

// leavesNothingOut reports whether parts that fall short of their whole were
// meant to be all of it.
func (a *article) leavesNothingOut(whole *mention, parts []*mention) bool {
	f, _, _ := divides(parts[0].name())
	if f.Sure {
		return true
	}
	text, named := a.Paragraphs[whole.paragraph].Text, ""
	for _, p := range parts {
		named += p.name() + " "
	}
	for _, w := range f.More { // the whole may hold what is spoken of elsewhere
		if strings.Contains(text, w) && !strings.Contains(named, w) {
			return false
		}
	}
	if holdsAny(whole.before, words.Wider) {
		return false
	}
	inBracket := parts[0].depth > whole.depth && !holdsAny(a.between(whole, parts[0]), words.Part)
	return len(f.Said) > 0 && (inBracket || holdsAny(text, f.Said))
}

// fewer looks for parts that add up when one that lies within another is left
// out: 小学64所(含教学点), 教学点100个.
func fewer(whole *mention, parts []*mention) []*mention {
	for i := range parts {
		some := append(append([]*mention(nil), parts[:i]...), parts[i+1:]...)
		if len(some) >= 2 && addsUp(whole, some) && complete(whole, some) {
			return some
		}
	}
	return nil
}

func total(ms []*mention) (v float64) {
	for _, m := range ms {
		v += m.Value
	}
	return v
}

func tolerance(whole *mention, parts []*mention) float64 {
	t := whole.slack
	for _, p := range parts {
		t += p.slack
	}
	return t
}

func addsUp(whole *mention, parts []*mention) bool {
	return math.Abs(total(parts)-whole.Value) <= tolerance(whole, parts)+1e-9*math.Abs(whole.Value)
}

func exactAll(ms []*mention) bool {
	for _, m := range ms {
		if !m.exact() {
			return false
		}
	}
	return true
}

func sameKind(ms []*mention) bool {
	for _, m := range ms {
		if m.Kind != ms[0].Kind {
			return false
		}
	}
	return true
}

func (a *article) addSum(whole *mention, parts []*mention, note string) {
	c := balance.Check{Relation: balance.RelationSum, Class: balance.ClassConsistency, Stated: whole.Value, Computed: total(parts), Tolerance: round(tolerance(whole, parts)), Note: note}
	c.Holds = addsUp(whole, parts)
	var terms []string
	for _, p := range parts {
		terms = append(terms, figure(p.Value))
	}
	c.Formula = strings.Join(terms, " + ") + " = " + figure(whole.Value)
	c.Text = sayDifference("“"+a.quote(whole)+"”", "所列分项之和", c, whole.Unit)
	a.add(c, append([]*mention{whole}, parts...)...)
}
