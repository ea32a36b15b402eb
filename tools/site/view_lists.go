package site

import (
	"junheng/tools/balance"
)

// criteria lists every criterion of a standard with its verdicts.
func (y *year) criteria(s balance.Standard) Part {
	st := Stack{Caption: y.b.d.Name + term(y.Year.Year) + s.Short + "逐条结论", Head: "标准", Middle: "结论", Last: "数与依据"}
	for _, p := range s.Parts {
		for _, c := range criteriaOf(s, p.ID) {
			st.Rows = append(st.Rows, y.criterionRow(s, p, c, false))
		}
	}
	return Part{
		ID: s.ID, Title: s.Short, Form: "stack", Data: st, Gist: text(y.counts(s.ID, "")),
		Note:  []string{s.Meaning, "《" + s.Document + "》，" + s.Number + "。"},
		Links: []Link{{Name: "逐条算法", Href: y.base() + s.ID + "/"}, {Name: "这份标准", Href: "/standards/" + s.ID + "/"}, {Name: "结论表（CSV）", Href: y.base() + "verdicts.csv"}},
	}
}

// criterionRow is one criterion in a list; with working, it opens its own.
func (y *year) criterionRow(s balance.Standard, p balance.Part, c balance.Criterion, working bool) StackRow {
	row := StackRow{ID: anchor(c.ID), Name: c.Name, Limit: p.Name, Href: y.href(s.ID, c)}
	if working {
		row.Limit, row.Href = limits(c), indicatorHref(c.Indicator)
	} else {
		row.ID = ""
	}
	verdicts := y.on(s.ID, c)
	stages, of := byStage(verdicts)
	for _, st := range stages {
		for i, v := range of[st] {
			m := StackMark{Mark: mark(v.Outcome), Basis: string(v.Basis), Raw: raw(v)}
			alone := v.Outcome == balance.OutOfScope && v.Value != nil // shown for its own sake
			if i == 0 {
				m.Stage = string(st)
			}
			if v.Gap != nil {
				m.Gap = unit(v.Gap.Text)
			}
			if !alone {
				row.Marks = append(row.Marks, m)
			}
			if v.Value != nil && (alone || len(of[st]) > 1) {
				row.Text = append(row.Text, Run{Text: string(v.Basis)})
			}
			row.Text = append(row.Text, y.says(c, v)...)
		}
		row.Text = append(row.Text, text(y.evidence(c, st))...)
	}
	if o := y.joined(s, c); len(row.Text) == 0 && c.Owner != "" && (o == balance.NotPublished || o == balance.Undecidable) {
		row.Text = text("应由" + c.Owner + "公布。")
	}
	if working {
		row.How = y.how(c, verdicts)
	}
	return row
}

// evidence is what the bureau gives as proof of its own item.
func (y *year) evidence(c balance.Criterion, stage balance.Stage) string {
	for _, it := range y.Items {
		if it.Indicator == c.Indicator && it.Stage == stage && it.Evidence != "" {
			return "佐证：" + it.Evidence + "。"
		}
	}
	return ""
}

// says is a verdict's value in words.
func (y *year) says(c balance.Criterion, v balance.Verdict) []Run {
	if v.Value == nil || c.Level == balance.LevelSchool && v.School == "" {
		return nil // of a criterion held school by school, the gap says how many
	}
	run := Run{Text: string(v.Stage) + y.printedOf(c, v) + unit(v.Unit)}
	if v.Measure != "" {
		run.Text = string(v.Stage) + v.Measure
	}
	if v.Figure != "" {
		run.Href = y.figureHref(v.Figure)
	}
	return append(append([]Run{run}, y.amended(v.Figure)...), Run{Text: "。"})
}

// items is the district's own table.
func (y *year) items() Part {
	if len(y.Items) == 0 {
		return Part{}
	}
	t := Table{
		Caption: y.b.d.Name + term(y.Year.Year) + "汇总数据，由" + y.b.d.Bureau.Name + "填报",
		Head:    []TableHead{{Text: "指标"}, {Text: "学段"}, {Text: "数值", Num: true}, {Text: "佐证"}},
	}
	for _, it := range y.Items {
		name, dec := it.Indicator, 2
		if i, ok := y.b.n.Indicator(it.Indicator); ok {
			name, dec = i.Name, i.Decimals
		}
		value := percent(it.Datum.Value, dec, it.Unit) + unit(it.Unit)
		switch {
		case it.Judged != "":
			value = string(it.Judged)
		case !it.Datum.Known():
			value = string(it.Datum.Missing)
		}
		t.Rows = append(t.Rows, []TableCell{
			{Text: name, Href: indicatorHref(it.Indicator), Small: it.Period}, {Text: string(it.Stage)}, {Text: value, Num: true}, {Text: it.Evidence},
		})
	}
	return Part{ID: "items", Title: "汇总数据", Form: "table", Data: t, Note: []string{"教育主管部门填报的全区县数据，原样列出。缺的写明原因，不留空，也不记作零。"}}
}
