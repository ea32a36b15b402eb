package assess

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
)

// working writes down how a verdict came about, so that it can be repeated.
func (b *bench) working(f *finding, v *balance.Verdict) balance.Working {
	w := balance.Working{Rule: f.crit.Name + "。" + f.crit.Measured, Clause: b.clause(f.crit.Clause), Inputs: []balance.Input{}, Steps: []string{}}
	w.Threshold = b.threshold(f)
	switch m := f.more; {
	case m == nil:
		b.rowSteps(f, &w)
	case m.tally != nil:
		b.tallySteps(f, &w)
	case m.spread != nil:
		b.spreadSteps(m.spread, &w)
	case m.composite != nil:
		compositeSteps(m.composite, f.value, &w)
	case m.pooled != nil:
		b.poolSteps(f, &w)
	case m.sums != nil:
		sumSteps(f, m.sums, &w)
	case m.item != nil:
		p := m.item.Datum.Place
		w.Inputs = []balance.Input{{Name: nameOf(b, m.item.Indicator), Value: f.value, Unit: v.Unit, Place: &p}}
	case m.stated != nil:
		g := m.stated.Figure
		w.Inputs = []balance.Input{{Name: nameOf(b, g.Indicator), Value: g.Value, Unit: g.Unit, Figure: m.stated.Report + "#" + g.ID}}
	}
	if f.has && f.limit != nil && (f.more == nil || f.more.tally == nil) {
		w.Steps = append(w.Steps, b.holdStep(f))
	}
	if f.relaxed != nil && f.outcome == balance.MetTransition {
		w.Steps = append(w.Steps, f.relaxedStep())
	}
	w.Result = string(f.outcome)
	if v.Gap != nil {
		w.Result += "，" + v.Gap.Text
	}
	if f.more == nil && f.part.Rule == balance.RuleSchools && f.outcome == balance.NotMet && f.has && higher(f.limit.Op) {
		w.Result += "；是标准的" + short(100*f.value/f.want, 1) + "%"
		if reaches(f.value, f.limit.Op, f.want, f.part.Floor) {
			w.Result += "，不低于" + plain(100*f.part.Floor) + "%"
		} else {
			w.Result += "，不到" + plain(100*f.part.Floor) + "%"
		}
	}
	return w
}

func (b *bench) clause(clause string) string { return b.std.Number + "，" + clause }

// threshold says in words and signs what the limit is: 小学 ≥ 4.5 平方米/生.
func (b *bench) threshold(f *finding) string {
	if f.limit == nil {
		if len(f.crit.Limits) == 0 {
			return "没有限值"
		}
		return limitsByType(f.crit)
	}
	unit := f.crit.Unit
	if f.more != nil && f.more.proxy != nil {
		unit = b.rules.indicators[f.more.proxy.Indicator].Unit
	}
	t := sign[f.limit.Op] + " " + plain(f.want)
	if unit != "" {
		t += " " + unit
	}
	switch {
	case f.limit.ForEach > 0 && f.school == nil:
		t = fmt.Sprintf("每%s个班%s%s%s", plain(f.limit.ForEach), sign[f.limit.Op], plain(f.limit.Value), unit)
	case f.stage != "":
		t = string(f.stage) + " " + t
	case f.limit.Type != "":
		t = string(f.limit.Type) + " " + t
	}
	return t
}

// limitsByType writes limits that differ by type of school, one clause a limit.
func limitsByType(c *balance.Criterion) string {
	var order []string
	who := map[string][]string{}
	for _, l := range c.Limits {
		t := strings.TrimSpace(sign[l.Op] + " " + plain(l.Value) + " " + c.Unit)
		if l.ForEach > 0 {
			t = "每" + plain(l.ForEach) + "个班 " + t
		}
		if who[t] == nil {
			order = append(order, t)
		}
		who[t] = append(who[t], string(l.Stage)+string(l.Type))
	}
	for i, t := range order {
		order[i] = strings.Join(who[t], "、") + " " + t
	}
	return strings.Join(order, "；")
}

// holdStep writes the comparison itself.
func (b *bench) holdStep(f *finding) string {
	op := sign[f.limit.Op]
	if !passes(f.value, f.limit.Op, f.want, f.crit.Tolerance) {
		op = map[string]string{"≥": "<", ">": "≤", "≤": ">", "<": "≥", "=": "≠"}[op]
	}
	digits := max(f.ind.Decimals+2, decimals(f.want))
	return short(f.value, digits) + " " + op + " " + plain(f.want)
}

func nameOf(b *bench, id string) string {
	if i := b.rules.indicators[id]; i != nil {
		return i.Name
	}
	return id
}

// field names a column of the school table.
func (b *bench) field(id string) Field {
	if f, ok := b.in.Fields[id]; ok {
		return f
	}
	return Field{Header: id}
}

// input reads one column of a school as an input of a working.
func (b *bench) input(s *balance.School, id string) (balance.Input, bool) {
	d, ok := s.Values.Get(id)
	if !ok || !d.Known() {
		return balance.Input{}, false
	}
	f := b.field(id)
	return balance.Input{Name: f.Header, Value: d.Value, Unit: f.Unit, Place: &d.Place}, true
}
