package assess

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
)

// explainRules writes the working of every verdict that joins others: a section
// by six of seven, a school, a part, the standard.
func (b *bench) explainRules(vs []balance.Verdict) {
	schoolFrom := 0
	for i := range b.found {
		f := &b.found[i]
		if f.crit != nil {
			continue
		}
		switch {
		case f.sec != nil:
			b.explainSection(i, vs)
		case f.school != nil:
			vs[i].Working = b.joined("对学校的各项要求都达到", "", f.outcome, i, schoolFrom, vs)
			schoolFrom = i + 1
		case f.part != nil:
			vs[i].Working = &balance.Working{Rule: f.part.Text, Clause: b.clause(f.part.Clause), Inputs: []balance.Input{},
				Steps: []string{b.complete(f.part).Text}, Result: string(f.outcome)}
			vs[i].Note = partNote(f.part.Rule, f.outcome)
		default:
			w := &balance.Working{Rule: "决定结论的各部分都达标才算达标；任何一部分未达标即为未达标；否则有无法判定的即为无法判定，有未公布的即为未公布。" + Makeup(b.std, b.in.Year),
				Clause: b.std.Number, Inputs: []balance.Input{}, Steps: []string{}, Result: string(f.outcome)}
			for j := i - 1; j >= 0 && b.found[j].part != nil && b.found[j].crit == nil && b.found[j].school == nil; j-- {
				if p := &b.found[j]; p.part.Rule != balance.RuleInfo {
					w.Steps = append([]string{p.part.Name + "：" + string(p.outcome)}, w.Steps...)
				}
			}
			vs[i].Working, vs[i].Note = w, b.notInForce()
		}
		if !f.reviewed {
			vs[i].Note = strings.Trim(vs[i].Note+"；其中有机读待核的数", "；")
		}
	}
}

// explainSection writes how many of a section's criteria are met and how far
// the rest are from their floor.
func (b *bench) explainSection(i int, vs []balance.Verdict) {
	f := &b.found[i]
	from := i
	for from > 0 && b.found[from-1].sec == f.sec && b.found[from-1].part == f.part {
		from--
	}
	w := b.joined(f.part.Text, f.part.Clause, f.outcome, i, from, vs)
	for j := from; j < i; j++ {
		m := &b.found[j]
		if m.outcome != balance.NotMet || !m.has {
			continue
		}
		verb := "不到"
		if reaches(m.value, m.limit.Op, m.want, f.part.Floor) {
			verb = "不低于"
		}
		w.Steps = append(w.Steps, fmt.Sprintf("%s：%s，是标准的%s%%，%s%s%%", m.ind.Name, vs[j].Gap.Text,
			short(100*m.value/m.want, 1), verb, plain(100*f.part.Floor)))
	}
	vs[i].Working = w
}

// partNote says what a part's outcome does to the whole.
func partNote(rule balance.PartRule, o balance.Outcome) string {
	switch {
	case rule == balance.RuleInfo:
		return "只公布，不决定结论"
	case rule != balance.RuleVeto:
		return ""
	case o == balance.Met:
		return "没有触及其中任何一种情形"
	case o == balance.NotMet:
		return "触及其中的情形，整份标准即为未达标"
	}
	return "这些情形没有公布齐；在有材料表明触及以前，不影响整体结论"
}

// rowItems counts the verdicts from..i on one school or section by item, as
// everything is counted; what is only shown or not asked of it is left out.
func (b *bench) rowItems(from, i int) Counts {
	var t items
	for j := from; j < i; j++ {
		if f := &b.found[j]; f.crit != nil && f.part.Rule != balance.RuleInfo && f.outcome != balance.OutOfScope {
			t.add(itemOf(f.crit), pair{f.outcome, f.outcome}, f.section == balance.Met || f.section == balance.MetTransition)
		}
	}
	c, _ := t.counts()
	return c
}

// joined is the working of a verdict that joins the findings from..i.
func (b *bench) joined(rule, clause string, o balance.Outcome, i, from int, vs []balance.Verdict) *balance.Working {
	n := b.rowItems(from, i)
	for j := from; j < i; j++ {
		if b.found[j].crit != nil && b.found[j].part.Rule != balance.RuleInfo {
			if !decided(o) {
				vs[i].Missing = append(vs[i].Missing, vs[j].Missing...)
			}
		}
	}
	w := &balance.Working{Rule: rule, Inputs: []balance.Input{}, Steps: []string{n.String()}, Result: string(o)}
	if clause != "" {
		w.Clause = b.clause(clause)
	}
	return w
}
