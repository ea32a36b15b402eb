package assess

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
)

// explain puts what was found into words and adds it to the result.
func (b *bench) explain(res *Result) {
	at := len(res.Verdicts)
	for i := range b.found {
		res.Verdicts = append(res.Verdicts, b.verdict(&b.found[i]))
	}
	vs := res.Verdicts[at:]
	for i := range b.stands {
		s := &b.stands[i]
		if s.own >= 0 && s.stated >= 0 {
			b.compare(s, vs)
		}
		if s.stage == balance.StageBoth && s.stated >= 0 {
			b.compareBoth(s, &vs[s.stated])
		}
	}
	b.explainRules(vs)
	b.tables(res)
	b.count(res, vs)
	b.stageVerdicts(res)
	b.standings(res, vs)
}

// verdict words one finding.
func (b *bench) verdict(f *finding) balance.Verdict {
	v := balance.Verdict{Standard: b.std.ID, Stage: f.stage, Outcome: f.outcome, Basis: f.basis, Reviewed: f.reviewed}
	if f.part != nil {
		v.Part = f.part.ID
	}
	if f.school != nil {
		v.School = f.school.Code
	}
	if f.crit == nil {
		return v
	}
	v.Criterion, v.Unit = f.crit.ID, f.ind.Unit
	if f.more != nil && f.more.proxy != nil {
		v.Unit = b.rules.indicators[f.more.proxy.Indicator].Unit
	}
	if f.has {
		value := f.value
		v.Value = &value
		if f.more != nil && f.more.proxy != nil {
			v.Measure = print(f.value, max(decimals(f.value), b.rules.indicators[f.more.proxy.Indicator].Decimals)) + f.more.proxy.Text
		}
	}
	if f.limit != nil {
		l := *f.limit
		l.Value = f.want
		v.Threshold = &l
	}
	v.Gap = b.gap(f)
	v.Missing = b.lacks(f)
	b.notes(f, &v)
	if f.has || v.Gap != nil {
		w := b.working(f, &v)
		v.Working = &w
	}
	if f.more != nil && f.more.stated != nil {
		v.Figure = f.more.stated.Report + "#" + f.more.stated.Figure.ID
	}
	return v
}

// notes says what a reader must know beside the verdict.
func (b *bench) notes(f *finding, v *balance.Verdict) {
	var notes []string
	if f.has && f.limit != nil && f.want != 0 && (f.more == nil || f.more.tally == nil) && decided(f.outcome) {
		r := round(f.value, f.ind.Decimals)
		if passes(r, f.limit.Op, f.want, f.crit.Tolerance) != passes(f.value, f.limit.Op, f.want, f.crit.Tolerance) {
			notes = append(notes, fmt.Sprintf("按%d位小数印出来是%s，看上去结论相反；结论按没有舍入的%s作出", f.ind.Decimals, print(f.value, f.ind.Decimals), short(f.value, 8)))
		}
	}
	if f.relaxed != nil {
		notes = append(notes, b.relaxedNote(f))
	}
	if f.school != nil && f.has && f.limit != nil && f.over.st == known && (f.over.v > 0) == passes(f.value, f.limit.Op, f.want, 0) {
		notes = append(notes, "最大班额与超过上限的班数不一致，请核对")
	}
	if f.more != nil {
		if len(f.crit.Limits) == 0 && f.has {
			notes = append(notes, "这一项没有限值，只公布，不判定")
		}
		if f.meanOnly() && !decided(f.outcome) {
			notes = append(notes, "这是合起来的平均数，判定以各校为准")
		}
		if t := f.more.tally; t != nil && f.has && f.ind.perHead && f.limit != nil &&
			t.notMet > 0 && passes(f.value, f.limit.Op, f.want, f.crit.Tolerance) {
			notes = append(notes, "合起来平均达到，但判定以各校为准")
		}
		if len(f.more.others) > 0 {
			notes = append(notes, "报告中另有（机读待核）："+strings.Join(f.more.others, "、"))
		}
		if s := f.more.sums; s != nil {
			notes = append(notes, b.variantNotes(f, s)...)
		}
	}
	if !f.reviewed {
		notes = append(notes, "机读待核")
	}
	v.Note = strings.Join(notes, "；")
}

// variantNotes names the other formulas in use where they give another number.
func (b *bench) variantNotes(f *finding, s *sums) (notes []string) {
	for _, v := range s.variants {
		if same(v.value, s.value) {
			continue
		}
		note := v.formula.Name + "：" + short(v.value, f.ind.Decimals) + f.ind.Unit
		if f.limit != nil && passes(v.value, f.limit.Op, f.want, f.crit.Tolerance) != (f.outcome == balance.Met) {
			note += "，结论不同"
		}
		notes = append(notes, note)
	}
	return notes
}
