package site

import (
	"junheng/tools/assess"
	"junheng/tools/balance"
)

// standings is the table of standards, with their parts.
func (y *year) standings(parts bool) Part {
	st := Stack{Caption: y.b.d.Name + term(y.Year.Year) + "在各项国家标准下的结论", Head: "标准", Middle: "结论", Last: "依据"}
	for _, s := range y.standards {
		row := StackRow{
			Name: s.Short, Limit: s.Number, Href: y.base() + s.ID + "/",
			Marks: y.marks(spot{standard: s.ID}), Text: text(y.counts(s.ID, "")),
		}
		if parts {
			row.Lines = [][]Run{text(assess.Makeup(&s, y.Year.Year) + "。")}
		}
		st.Rows = append(st.Rows, row)
		if !parts {
			continue
		}
		for _, p := range s.Parts {
			if p.Rule == balance.RuleInfo {
				continue
			}
			st.Rows = append(st.Rows, y.partRow(s, p))
		}
	}
	return Part{
		ID: "standards", Title: "各项标准", Form: "stack", Data: st,
		Note: []string{"各份国家文件分别判定，不合并成分数。“自报”出自本区县的报告或汇总表，“推算”由本站按公布的原始数算出；两者都有时并列。", "项按文件的编号计：一项含几条或分学段的合为一项，最差的一条决定；资源配置按学校（部）计。"},
	}
}

func (y *year) partRow(s balance.Standard, p balance.Part) StackRow {
	row := StackRow{
		Sub: true, Name: p.Name, Href: y.base() + s.ID + "/#" + p.ID,
		Marks: y.marks(spot{standard: s.ID, part: p.ID}),
	}
	cs := criteriaOf(s, p.ID)
	count := y.complete(s.ID, p.ID)
	if count.Total == 1 && p.Rule == balance.RuleAll { // what it came to says more than that it is one
		for _, c := range cs {
			row.Text = append(row.Text, y.value(s, c)...)
		}
		return row
	}
	if count.Sections == nil {
		for _, o := range count.Outcomes {
			row.Tally = append(row.Tally, states[o])
		}
	}
	row.Text = text(y.counts(s.ID, p.ID))
	for _, v := range y.verdicts[spot{standard: s.ID, part: p.ID}] {
		if p.Rule == balance.RuleVeto && v.Note != "" {
			row.Text = append(row.Text, Run{Text: v.Note + "。"})
		}
	}
	return row
}

// value is what one criterion came to, in words: its numbers, or what is missing.
func (y *year) value(s balance.Standard, c balance.Criterion) []Run {
	var out []Run
	stages, of := byStage(y.on(s.ID, c))
	for _, st := range stages {
		v := of[st][0]
		out = append(out, y.says(c, v)...)
		if v.Value == nil && len(v.Missing) > 0 {
			out = append(out, Run{Text: lack(v.Missing[0]) + "。"})
		}
	}
	return out
}

// joined is a criterion's outcome over its stages: the worst that is decided,
// else what keeps it from being decided.
func (y *year) joined(s balance.Standard, c balance.Criterion) balance.Outcome {
	_, of := byStage(y.on(s.ID, c))
	for _, o := range []balance.Outcome{balance.NotMet, balance.Undecidable, balance.NotPublished, balance.MetTransition, balance.Met} {
		for _, vs := range of {
			if vs[0].Outcome == o {
				return o
			}
		}
	}
	return balance.OutOfScope
}

// counts says what the items of a standard or part came to: 15项：达标11项，
// 未达标4项。 It is worded where it is counted, for the JSON form too.
func (y *year) counts(standard, part string) string {
	if c := y.complete(standard, part); c.Total > 0 {
		return c.Text + "。"
	}
	return ""
}

func (y *year) complete(standard, part string) assess.Completeness {
	for _, c := range y.Assessed.Completeness {
		if c.Standard == standard && c.Part == part {
			return c
		}
	}
	return assess.Completeness{}
}

// marks are the verdicts on a place, one for each basis and stage.
func (y *year) marks(at spot) []StackMark {
	var out []StackMark
	for _, v := range y.verdicts[at] {
		out = append(out, StackMark{Mark: mark(v.Outcome), Stage: string(v.Stage), Basis: string(v.Basis), Raw: raw(v)})
	}
	if len(out) == 0 {
		out = append(out, StackMark{Mark: mark(balance.NotPublished)})
	}
	return out
}
