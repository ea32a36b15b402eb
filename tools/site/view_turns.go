package site

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/trend"
)

var turnStates = map[trend.Turn]string{trend.Better: "better", trend.Worse: "worse"}

// turned is one standard in two years, part by part.
func (y *year) turned(s balance.Standard) Part {
	t := y.turnedTable(y.b.d.Name+s.Short, "标准")
	var silent []string
	unsure := 0
	for _, p := range s.Parts {
		g := TurnGroup{Name: p.Name + when(p.Rule == balance.RuleSchools, "（数为全区县平均，结论以各校为准）")}
		for _, r := range y.trend.Of("") {
			switch {
			case r.Standard != s.ID || r.Part != p.ID:
			case r.Turn == trend.Silent:
				silent = append(silent, y.turnName(r))
			default:
				g.Rows = append(g.Rows, y.turnRow(r))
				if !sure(r) {
					unsure++
				}
			}
		}
		if len(g.Rows) > 0 {
			t.Groups = append(t.Groups, g)
		}
	}
	if len(t.Groups) == 0 {
		return Part{}
	}
	part := Part{
		ID: s.ID, Title: s.Short, Form: "turns", Data: t, Gist: y.moved(s.ID, "", false),
		Links: []Link{{Name: term(y.before.Year.Year) + "逐条算法", Href: y.before.base() + s.ID + "/"}, {Name: term(y.Year.Year) + "逐条算法", Href: y.base() + s.ID + "/"}},
	}
	if unsure > 0 {
		part.Note = append(part.Note, fmt.Sprintf("另有%d项用到机读待核的数，标在旁边，没有计入。", unsure))
	}
	if len(silent) > 0 {
		part.Note = append(part.Note, fmt.Sprintf("两年都没有数的%d项：%s。", len(silent), strings.Join(silent, "、")))
	}
	return part
}

func (y *year) turnedTable(of, head string) Turned {
	return Turned{
		Caption: fmt.Sprintf("%s，%s与%s对照", of, term(y.before.Year.Year), term(y.Year.Year)),
		Head:    head, From: term(y.before.Year.Year), To: term(y.Year.Year), Last: "变化", Groups: []TurnGroup{},
	}
}

func (y *year) turnName(r trend.Row) string {
	c, _ := y.criterion(r.Standard, r.Criterion)
	return c.short(y.b.n) + when(r.Stage != "", "（"+string(r.Stage)+"）")
}

// turnRow words one row.
func (y *year) turnRow(r trend.Row) TurnRow {
	c, _ := y.criterion(r.Standard, r.Criterion)
	out := TurnRow{Name: y.turnName(r), Href: y.href(r.Standard, c.Criterion), Old: y.turnSide(c.Criterion, r.Old), New: y.turnSide(c.Criterion, r.New)}
	if t, ok := threshold(c.Criterion, r.Stage); ok && t.ForEach == 0 && t.Type == "" {
		out.Limit = "标准" + signs[t.Op] + shortest(t.Value) + unit(c.Unit)
	}
	out.Turn = TurnSays{State: turnStates[r.Turn], Word: string(r.Turn)}
	if r.Turn == trend.Same {
		out.Turn.State = "same"
	} else if out.Turn.State == "" {
		out.Turn.State = "apart"
	}
	if r.Delta != nil && r.Turn != trend.Same {
		out.Turn.Move = y.move(c.Criterion, r)
	}
	if r.Turn == trend.Moved {
		out.Turn.Word = map[bool]string{true: "增加", false: "减少"}[*r.Delta > 0]
	}
	for _, b := range r.Breaks {
		if says := breakSays(b); says != "" {
			out.Notes = append(out.Notes, Run{Text: when(len(out.Notes) > 0, "；") + says})
		}
	}
	return out
}

func (y *year) turnSide(c balance.Criterion, h trend.Held) TurnSide {
	var out TurnSide
	if h.Value != nil {
		out.Value = y.printedOf(c, balance.Verdict{Value: h.Value, Unit: h.Unit}) + unit(h.Unit)
		if h.Measure != "" {
			out.Value = h.Measure
		}
		out.Raw = unsaid(h)
	}
	if h.Outcome != "" && (h.Outcome != balance.OutOfScope || h.Value == nil) {
		out.Mark = mark(h.Outcome)
		out.Raw = unsaid(h)
	}
	return out
}

// move is by how much a value moved and where to: ↑0.3㎡/生, ↓1.2个百分点.
func (y *year) move(c balance.Criterion, r trend.Row) string {
	sign, d := "↑", *r.Delta
	if d < 0 {
		sign, d = "↓", -d
	}
	digits := shortest(round(d))
	if i, ok := y.b.n.Indicator(c.Indicator); ok && i.Unit == r.Unit {
		digits = number(d, i.Decimals)
	}
	if r.Unit == "%" {
		return sign + digits + "个百分点"
	}
	return sign + digits + unit(r.Unit)
}

// breakSays words why two values are not of the same thing.
func breakSays(b trend.Break) string {
	switch b.Kind {
	case trend.BreakStandard:
		return "标准换了文件：" + b.Old + "，改为" + b.New
	case trend.BreakMeaning:
		return "所用指标换了"
	case trend.BreakLimit:
		return "限值由" + b.Old + "改为" + b.New
	case trend.BreakBasis:
		return "前一年" + b.Old + "，后一年" + b.New
	case trend.BreakMeasure:
		return "两年公布的不是同一种数"
	case trend.BreakSchool:
		if b.Old == "" {
			return "新增的学校"
		}
		return "学校有合并、拆分或改变类型"
	}
	return "" // schools: said once for the whole page
}
