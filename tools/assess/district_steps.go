package assess

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
)

// tallySteps writes how a verdict on the district follows from its schools.
func (b *bench) tallySteps(f *finding, w *balance.Working) {
	t := f.more.tally
	w.Inputs = append(w.Inputs, balance.Input{Name: "参加判定的学校（部）", Value: float64(t.all()), Unit: "所", Count: t.all()})
	line := []string{fmt.Sprintf("达到%d", t.met+t.relaxed), fmt.Sprintf("未达到%d", t.notMet)}
	if t.excused > 0 {
		line = append(line, fmt.Sprintf("略低但按规则可以%d", t.excused))
	}
	if t.undecided+t.unpublished > 0 {
		line = append(line, fmt.Sprintf("不能判定%d", t.undecided+t.unpublished))
	}
	w.Steps = append(w.Steps, fmt.Sprintf("%d = ", t.all())+strings.Join(line, " + "))
	if f.ind.perHead && f.has {
		w.Inputs = append(w.Inputs, balance.Input{Name: "合计", Value: t.raw, Unit: head(f.ind.Unit), Count: t.all()},
			balance.Input{Name: "在校生合计", Value: t.per, Unit: "人", Count: t.all()})
		times := ""
		if f.ind.Formula.Factor != 1 {
			times = " × " + plain(f.ind.Formula.Factor)
		}
		w.Steps = append(w.Steps, fmt.Sprintf("合计平均 = %s%s ÷ %s = %s", short(t.raw, 2), times, plain(t.per), short(f.value, f.ind.Decimals+2)))
	}
	if t.counted && t.over > 0 {
		w.Steps = append(w.Steps, fmt.Sprintf("各校超过%s人的班数相加 = %s", plain(f.want), print(t.over, 0)))
	}
	if f.ind.perHead || t.notMet == 0 || t.counted && t.over > 0 {
		return
	}
	var parts []string
	for s := range t.judged() {
		if s.outcome != balance.NotMet || !s.has {
			continue
		}
		w.Inputs = append(w.Inputs, balance.Input{Name: b.nameSchool(s.school), Value: s.value, Unit: f.ind.Unit, Place: &s.school.Place})
		hi, lo := s.value, s.want
		if higher(s.limit.Op) {
			hi, lo = lo, hi
		}
		parts = append(parts, fmt.Sprintf("(%s − %s)", plain(hi), plain(lo)))
	}
	w.Steps = append(w.Steps, strings.Join(parts, " + ")+" = "+print(b.overall(f), 0))
}

// nameSchool names a school in a working about the district only where the
// district has a basis for publishing school by school.
func (b *bench) nameSchool(s *balance.School) string {
	if r := b.in.District.Release; r.SchoolRows && r.Basis != "" {
		return s.Name
	}
	return "一所学校（校名不公开）"
}

// spreadSteps writes a coefficient: the sums and its five largest parts.
func (b *bench) spreadSteps(s *Spread, w *balance.Working) {
	ind := b.rules.indicators[s.Indicator]
	s.fill()
	n := len(s.Rows)
	w.Inputs = []balance.Input{
		{Name: "ΣP 在校生合计", Value: s.Pupils, Unit: "人", Count: n},
		{Name: "ΣR " + head(ind.Unit) + "合计", Value: s.Raw, Unit: head(ind.Unit), Count: n},
	}
	times := ""
	if s.factor != 1 {
		times = " × " + plain(s.factor)
	}
	w.Steps = []string{
		fmt.Sprintf("X̄ = ΣR%s ÷ ΣP = %s%s ÷ %s = %s", times, short(s.Raw, 2), times, plain(s.Pupils), short(s.Mean, 6)),
		fmt.Sprintf("S² = Σ (Pᵢ ÷ ΣP)(xᵢ − X̄)²，%d行相加 = %s", n, short(s.Variance, 6)),
	}
	for _, r := range s.Largest(5) {
		if s.Variance == 0 {
			break
		}
		w.Steps = append(w.Steps, fmt.Sprintf("其中%s：(%s ÷ %s) × (%s − %s)² = %s，占%s%%", b.nameSchool(&balance.School{Name: r.Name}),
			plain(r.Pupils), plain(s.Pupils), short(r.Value, 4), short(s.Mean, 4), short(r.Part, 6), short(100*r.Part/s.Variance, 1)))
	}
	w.Steps = append(w.Steps, fmt.Sprintf("CV = √S² ÷ X̄ = √%s ÷ %s = %s", short(s.Variance, 6), short(s.Mean, 6), short(s.CV, 6)))
}

func compositeSteps(parts []partOf, v float64, w *balance.Working) {
	var terms []string
	for _, p := range parts {
		w.Inputs = append(w.Inputs, balance.Input{Name: p.name, Value: p.cv})
		terms = append(terms, short(p.cv, 4))
	}
	w.Steps = []string{fmt.Sprintf("(%s) ÷ %d = %s", strings.Join(terms, " + "), len(parts), short(v, 5))}
}

func (b *bench) poolSteps(f *finding, w *balance.Working) {
	p := f.more.pooled
	w.Inputs = []balance.Input{{Name: f.ind.Name, Value: p.raw, Count: p.rows}}
	if f.ind.Formula.Per == "" {
		w.Steps = append(w.Steps, fmt.Sprintf("%d行相加 = %s", p.rows, plain(f.value)))
		return
	}
	times := ""
	if f.ind.Formula.Factor != 1 {
		times = " × " + plain(f.ind.Formula.Factor)
	}
	w.Inputs = []balance.Input{{Name: "分子合计", Value: p.raw, Count: p.rows}, {Name: "分母合计", Value: p.per, Count: p.rows}}
	w.Steps = append(w.Steps, fmt.Sprintf("%s%s ÷ %s = %s", plain(p.raw), times, plain(p.per), short(f.value, f.ind.Decimals+2)))
}

func sumSteps(f *finding, s *sums, w *balance.Working) {
	var top, bottom []string
	seen := map[string]bool{}
	for _, t := range s.terms {
		if !seen[t.name] {
			seen[t.name] = true
			w.Inputs = append(w.Inputs, balance.Input{Name: t.name, Value: t.value, Place: t.place})
		}
		line := &top
		if t.below {
			line = &bottom
		}
		if t.sign < 0 {
			*line = append(*line, "−")
		} else if len(*line) > 0 {
			*line = append(*line, "+")
		}
		*line = append(*line, plain(t.value))
	}
	join := func(parts []string) string {
		if len(parts) > 1 {
			return "(" + strings.Join(parts, " ") + ")"
		}
		return strings.Join(parts, "")
	}
	times := ""
	if s.formula.Factor != 1 {
		times = " × " + plain(s.formula.Factor)
	}
	w.Steps = append(w.Steps, fmt.Sprintf("%s%s ÷ %s = %s", join(top), times, join(bottom), short(s.value, f.ind.Decimals+2)))
}
