package site

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/trend"
)

// schoolChange is one school in two years; where it was merged, split or is
// new, that is said in place of numbers.
func (y *year) schoolChange(s balance.School) Part {
	if y.trend == nil {
		return Part{}
	}
	part := Part{ID: "change", Title: "与上年相比", Links: []Link{{Name: "全区县两年对照", Href: y.base() + "change/"}}}
	f, changed := y.trend.FateOf(s.Code)
	if changed {
		part.Gist = append(text(fmt.Sprintf("%s：", kindsSay(f))), y.fateSays(f)...)
	}
	if _, same := y.trend.Former(s.Code); !same {
		part.Form, part.Data = "rows", Entries{Rows: []Entry{{Name: "不作比较", Text: text("两年不是同一所学校的数，不能直接相比。")}}}
		return part
	}
	t := y.turnedTable(s.Name, "指标")
	for _, std := range y.standards {
		g := TurnGroup{Name: std.Short}
		for _, r := range y.trend.Of(s.Code) {
			if r.Standard == std.ID && r.Turn != trend.Silent {
				row := y.turnRow(r)
				row.Href = when(r.New.Outcome != "", "#"+anchor(r.Criterion))
				g.Rows = append(g.Rows, row)
			}
		}
		if len(g.Rows) > 0 {
			t.Groups = append(t.Groups, g)
			part.Gist = append(part.Gist, y.moved(std.ID, s.Code, false)...)
		}
	}
	if len(t.Groups) == 0 {
		return Part{}
	}
	part.Form, part.Data = "turns", t
	return part
}

func kindsSay(f trend.Fate) string {
	var out []string
	for _, k := range f.Kinds {
		out = append(out, string(k))
	}
	return strings.Join(out, "，")
}

// gone says what became of a school that is in no later year.
func (y *year) gone(s balance.School) Part {
	if y.later == nil {
		return Part{}
	}
	f, ok := y.later.trend.FateOf(s.Code)
	if !ok {
		return Part{}
	}
	return Part{
		ID: "fate", Title: "后来", Form: "rows", Note: []string{"本页是" + term(y.Year.Year) + "的数，是这个标识码最后一年的数。"},
		Data: Entries{Rows: []Entry{{Name: term(y.later.Year.Year), Small: kindsSay(f), Text: y.fateSays(f)}}},
	}
}
