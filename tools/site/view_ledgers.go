package site

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
)

// ledgers are the parts whose criteria are numbers held school by school, or
// spreads among schools: those that the line was made for.
func (y *year) ledgers() []Part {
	var out []Part
	for _, s := range y.standards {
		for _, p := range s.Parts {
			cs := criteriaOf(s, p.ID)
			switch {
			case p.Rule == balance.RuleSchools:
				out = append(out, y.ledger(s, p, cs, false))
			case p.Rule == balance.RuleAll && spreads(y, cs):
				out = append(out, y.ledger(s, p, cs, false))
			}
		}
	}
	return out
}

func spreads(y *year, cs []balance.Criterion) bool {
	for _, c := range cs {
		i, ok := y.b.n.Indicator(c.Indicator)
		if !ok || i.CVOf == "" {
			return false
		}
	}
	return len(cs) > 1
}

func criteriaOf(s balance.Standard, part string) []balance.Criterion {
	var out []balance.Criterion
	for _, c := range s.Criteria {
		if c.Part == part {
			out = append(out, c)
		}
	}
	return out
}

// ledger lays the criteria of one part against the line, a column a stage.
func (y *year) ledger(s balance.Standard, p balance.Part, cs []balance.Criterion, working bool) Part {
	stages := stagesOf(cs)
	l := Ledger{
		Caption: fmt.Sprintf("%s%s%s，%s", y.b.d.Name, s.Short, p.Name, season(y.Year.Year)),
		Head:    "指标与标准", Ends: ends(cs), Rows: []LedgerRow{},
	}
	for _, st := range stages {
		l.Stages = append(l.Stages, stageName(st))
	}
	for _, c := range cs {
		row := LedgerRow{ID: anchor(c.ID), Name: criterion{c}.short(y.b.n), Href: indicatorHref(c.Indicator), Limit: "标准" + limits(c)}
		_, of := byStage(y.on(s.ID, c))
		var all []balance.Verdict
		for _, st := range stages {
			if p.Rule == balance.RuleSchools {
				row.Cells = append(row.Cells, y.meanCell(s.ID, c, st))
			} else {
				row.Cells = append(row.Cells, y.cell(s.ID, c, of[st]))
			}
			all = append(all, of[st]...)
		}
		if working {
			row.How = y.how(c, all)
		} else {
			for i := range row.Cells {
				row.Cells[i].Basis = ""
			}
		}
		l.Rows = append(l.Rows, row)
	}
	part := Part{
		ID: p.ID, Title: strings.ReplaceAll(p.Name, "·", "："), Form: "ledger", Data: l,
		Note:  []string{"竖线是达标线，右边总是更好。" + endsSay(cs), p.Text + "。"},
		Links: []Link{{Name: "逐条算法", Href: y.base() + s.ID + "/#" + p.ID}},
	}
	if p.Rule == balance.RuleSchools {
		part.Note = append(part.Note, "点为全区县平均，细线为各校所在；判定以各校为准。")
	}
	part.Gist = y.ledgerGist(l)
	return part
}

// ledgerGist counts, stage by stage, what stands right and left of the line.
func (y *year) ledgerGist(l Ledger) []Run {
	var says []string
	for i, stage := range l.Stages {
		right, left, other := 0, 0, 0
		for _, r := range l.Rows {
			switch c := r.Cells[i]; {
			case c.Mark == nil:
			case c.Mark.State == "met" || c.Mark.State == "transit":
				right++
			case c.Mark.State == "short":
				left++
			default:
				other++
			}
		}
		s := fmt.Sprintf("%s%d项在线右、%d项在线左", stage, right, left)
		if other > 0 {
			s += fmt.Sprintf("，%d项没有数", other)
		}
		says = append(says, s)
	}
	return text(strings.Join(says, "；") + "。")
}

func stagesOf(cs []balance.Criterion) []balance.Stage {
	var out []balance.Stage
	for _, st := range append([]balance.Stage{balance.StageNone}, balance.Stages...) {
		for _, c := range cs {
			if holds(c, st) {
				out = append(out, st)
				break
			}
		}
	}
	return out
}

func holds(c balance.Criterion, st balance.Stage) bool {
	if len(c.Stages) == 0 {
		return st == balance.StageNone
	}
	for _, s := range c.Stages {
		if s == st {
			return true
		}
	}
	return false
}

func stageName(s balance.Stage) string {
	if s == balance.StageNone {
		return "数值"
	}
	return string(s)
}

// ends name the ends of the track: the left is always the worse one.
func ends(cs []balance.Criterion) []string {
	if lower(cs) {
		return []string{"一倍半", "达标线", "一半"}
	}
	return []string{"一半", "达标线", "一倍半"}
}

func endsSay(cs []balance.Criterion) string {
	if lower(cs) {
		return "系数越小越好，所以图已反向：左端为上限的一倍半，右端为一半。"
	}
	return "各项按自己的标准折算：左端为标准的一半，右端为一倍半。"
}

func lower(cs []balance.Criterion) bool {
	for _, c := range cs {
		for _, t := range c.Limits {
			return t.Op == balance.Le || t.Op == balance.Lt
		}
	}
	return false
}
