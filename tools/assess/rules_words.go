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
			var os []balance.Outcome
			for j := range b.stands {
				if s := &b.stands[j]; s.part == f.part {
					os = append(os, s.pair.all)
				}
			}
			rule := f.part.Text
			vs[i].Working = &balance.Working{Rule: rule, Clause: b.clause(f.part.Clause), Inputs: []balance.Input{}, Steps: []string{tallyText(os)}, Result: string(f.outcome)}
			if f.part.Rule == balance.RuleInfo {
				vs[i].Note = "只公布，不计入结论"
			}
		default:
			w := &balance.Working{Rule: "各部分都达标才算达标；任何一部分未达标即为未达标；否则有无法判定的即为无法判定，有未公布的即为未公布",
				Clause: b.std.Number, Inputs: []balance.Input{}, Steps: []string{}, Result: string(f.outcome)}
			for j := i - 1; j >= 0 && b.found[j].part != nil && b.found[j].crit == nil && b.found[j].school == nil; j-- {
				if p := &b.found[j]; p.outcome != balance.OutOfScope {
					w.Steps = append([]string{p.part.Name + "：" + string(p.outcome)}, w.Steps...)
				}
			}
			vs[i].Working = w
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

// joined is the working of a verdict that joins the findings from..i.
func (b *bench) joined(rule, clause string, o balance.Outcome, i, from int, vs []balance.Verdict) *balance.Working {
	var os []balance.Outcome
	for j := from; j < i; j++ {
		if b.found[j].crit != nil && b.found[j].part.Rule != balance.RuleInfo {
			os = append(os, b.found[j].outcome)
			if !decided(o) {
				vs[i].Missing = append(vs[i].Missing, vs[j].Missing...)
			}
		}
	}
	w := &balance.Working{Rule: rule, Inputs: []balance.Input{}, Steps: []string{tallyText(os)}, Result: string(o)}
	if clause != "" {
		w.Clause = b.clause(clause)
	}
	return w
}

// tallyText counts outcomes in words: 7项：达标5项，未达标2项.
func tallyText(os []balance.Outcome) string {
	n := map[balance.Outcome]int{}
	for _, o := range os {
		n[o]++
	}
	var parts []string
	for _, o := range balance.Outcomes {
		if n[o] > 0 {
			parts = append(parts, fmt.Sprintf("%s%d项", o, n[o]))
		}
	}
	return fmt.Sprintf("%d项：%s", len(os), strings.Join(parts, "，"))
}
