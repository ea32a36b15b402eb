package site

import (
	"fmt"
	"strings"

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
		Note: []string{"各份国家文件分别判定，不合并成分数。“自报”出自本区县的报告或汇总表，“推算”由本站按公布的原始数算出；两者都有时并列。"},
	}
}

func (y *year) partRow(s balance.Standard, p balance.Part) StackRow {
	row := StackRow{
		Sub: true, Name: p.Name, Href: y.base() + s.ID + "/#" + p.ID,
		Marks: y.marks(spot{standard: s.ID, part: p.ID}),
	}
	cs := criteriaOf(s, p.ID)
	if p.Rule == balance.RuleSchools {
		if met, of := y.passing(s.ID, p.ID); of > 0 {
			row.Text = text(fmt.Sprintf("%d所学校（部）中%d所合格。", of, met))
			return row
		}
	}
	if len(cs) == 1 {
		row.Text = y.value(s, cs[0])
		return row
	}
	for _, c := range cs {
		row.Tally = append(row.Tally, states[y.joined(s, c)])
	}
	row.Text = text(y.counts(s.ID, p.ID))
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

// counts says how many items of a standard, or criteria of a part, came to
// what: 31项：达标12，未达标17，无法判定2。
func (y *year) counts(standard, part string) string {
	for _, c := range y.Assessed.Completeness {
		if c.Standard == standard && c.Part == part {
			return counted(c.Counts)
		}
	}
	return ""
}

func counted(c assess.Counts) string {
	var parts []string
	for _, p := range []struct {
		n    int
		word balance.Outcome
	}{{c.Met, balance.Met}, {c.Transition, balance.MetTransition}, {c.NotMet, balance.NotMet}, {c.Undecidable, balance.Undecidable}, {c.NotPublished, balance.NotPublished}, {c.OutOfScope, balance.OutOfScope}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%s%d", p.word, p.n))
		}
	}
	return fmt.Sprintf("%d项：%s。", c.Total, strings.Join(parts, "，"))
}

// passing counts the schools whose verdict on a part is 达标.
func (y *year) passing(standard, part string) (met, of int) {
	for _, s := range y.Schools {
		for _, v := range y.verdicts[spot{standard, part, "", s.Code}] {
			switch v.Outcome {
			case balance.Met, balance.MetTransition:
				met++
				of++
			case balance.NotMet:
				of++
			}
		}
	}
	return met, of
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
