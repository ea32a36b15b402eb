package site

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/trend"
)

// crossed is what turned from met to not met or back.
func (y *year) crossed() Part {
	t := y.turnedTable(y.b.d.Name+"结论变了的条目", "条目")
	up, down := 0, 0
	for _, s := range y.standards {
		g := TurnGroup{Name: s.Short}
		for _, r := range y.trend.Of("") {
			if r.Standard != s.ID || r.Old.Outcome == r.New.Outcome || !ruled(r.Old.Outcome) || !ruled(r.New.Outcome) || r.Turn == trend.Apart || !sure(r) {
				continue
			}
			g.Rows = append(g.Rows, y.turnRow(r))
			if r.New.Outcome == balance.NotMet {
				down++
			} else {
				up++
			}
		}
		if len(g.Rows) > 0 {
			t.Groups = append(t.Groups, g)
		}
	}
	if len(t.Groups) == 0 {
		return Part{}
	}
	var says []string
	if up > 0 {
		says = append(says, fmt.Sprintf("%d项由未达标转为达标", up))
	}
	if down > 0 {
		says = append(says, fmt.Sprintf("%d项由达标转为未达标", down))
	}
	return Part{ID: "crossed", Title: "结论变了的", Form: "turns", Data: t, Gist: text(strings.Join(says, "，") + "。")}
}

func ruled(o balance.Outcome) bool {
	return o == balance.Met || o == balance.NotMet || o == balance.MetTransition
}

// breaks are the rules that changed between the years.
func (y *year) breaks() Part {
	var rows []Entry
	for _, r := range y.trend.Rules {
		e := Entry{Name: r.Standard, Href: "/standards/" + r.Standard + "/"}
		for _, s := range append(y.standards, y.before.standards...) {
			if s.ID == r.Standard {
				e.Name = s.Short
			}
		}
		switch {
		case r.Old == "":
			e.Text = text("这一年起才有：" + r.New + "，前一年没有可对照的结论。")
		case r.New == "":
			e.Text = text("这一年不再适用：" + r.Old + "。")
		default:
			e.Text = text("前一年按" + r.Old + "，这一年按" + r.New + "。")
		}
		rows = append(rows, e)
	}
	for _, f := range y.trend.Rows {
		for _, b := range f.Breaks {
			if f.School == "" && (b.Kind == trend.BreakLimit || b.Kind == trend.BreakMeaning) {
				rows = append(rows, Entry{Name: y.turnName(f), Text: text(breakSays(b) + "。")})
			}
		}
	}
	if len(rows) == 0 {
		return Part{}
	}
	return Part{ID: "rules", Title: "标准的变化", Form: "rows", Data: Entries{Rows: rows}, Note: []string{"标准或限值变了，同一个数也会有不同的结论。"}}
}

// fates are the schools that are not the same in both years.
func (y *year) fates() Part {
	n := map[trend.FateKind]int{}
	var rows []Entry
	for _, f := range y.trend.Fates {
		var kinds []string
		for _, k := range f.Kinds {
			n[k]++
			kinds = append(kinds, string(k))
		}
		rows = append(rows, Entry{Name: strings.Join(kinds, "，"), Text: y.fateSays(f)})
	}
	if len(rows) == 0 {
		return Part{}
	}
	var says []string
	for _, k := range []trend.FateKind{trend.Opened, trend.Closed, trend.Merged, trend.Parted, trend.Regrouped, trend.Recoded, trend.Renamed, trend.Retyped} {
		if n[k] > 0 {
			says = append(says, fmt.Sprintf("%s%d处", k, n[k]))
		}
	}
	part := Part{
		ID: "schools", Title: "学校的变化", Form: "rows", Data: Entries{Rows: rows},
		Gist: text(fmt.Sprintf("%d所学校两年都在；%s。", y.trend.Matched, strings.Join(says, "，"))),
		Note: []string{"更名、换码的仍是同一所学校，数可以接着比。合并、拆分、改变办学类型的，这所学校的数不比较；全区县由学校表推算的数，两年所含的学校不完全相同。", "换码、合并、拆分以学校表“原标识码”一栏为准。"},
	}
	if !y.b.d.Release.SchoolRows {
		part.Form, part.Data = "rows", Entries{Rows: []Entry{{Name: "只公布汇总", Text: text("没有写明公开依据，不逐校列出。")}}}
	}
	return part
}

// fateSays says from which schools which became.
func (y *year) fateSays(f trend.Fate) []Run {
	out := y.schoolRuns(f.Old)
	if len(f.Old) > 0 && len(f.New) > 0 {
		out = append(out, Run{Text: " → "})
	}
	out = append(out, y.schoolRuns(f.New)...)
	if len(f.New) == 0 {
		out = append(out, Run{Text: "；学校表没有写明去向，可能停办、撤并或改由别处管理"})
	}
	return append(out, Run{Text: "。"})
}

func (y *year) schoolRuns(list []trend.School) []Run {
	var out []Run
	for i, s := range list {
		out = append(out, Run{Text: when(i > 0, "、")}, Run{Text: s.Name + "（" + s.Code + "）", Href: y.b.schoolHref(s.Code)})
	}
	return out
}
