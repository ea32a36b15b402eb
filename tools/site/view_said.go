package site

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
)

// open is what does not add up in the published reports.
func (y *year) open() Part {
	var rows []Entry
	held := 0
	for _, r := range y.Reports {
		for _, c := range r.Checks {
			if !y.speaks(r.Report, c.Article) {
				continue
			}
			if c.Holds {
				held++
				continue
			}
			rows = append(rows, y.checkEntry(r.Slug, c))
		}
	}
	if held+len(rows) == 0 {
		return Part{}
	}
	gist := fmt.Sprintf("核对%d处数字关系，%d处相符", held+len(rows), held)
	if len(rows) > 0 {
		gist += fmt.Sprintf("，%d处待说明", len(rows))
	}
	return Part{
		ID: "checks", Title: "报告中待说明之处", Form: "rows", Data: Entries{Rows: rows}, Gist: text(gist + "。"),
		Note: []string{"这里只列数字与算式。不相符不等于有误，常因口径或范围不同；单位的答复写在旁边。机器读出的数未经人工确认前，均标“机读待核”。"},
	}
}

func (y *year) checkEntry(slug string, c balance.Check) Entry {
	e := Entry{Raw: !c.Holds && y.unread(slug, c), Name: relations[c.Relation], Href: y.base() + "reports/" + slug + "/#" + c.ID, Answer: c.Answer}
	e.Sums = []Run{{Text: c.Formula}}
	if c.Difference != 0 {
		e.Sums = append(e.Sums, Run{Text: "，相差"}, Run{Text: shortest(round(abs(c.Difference))), Strong: true})
	}
	e.Text = text(strings.TrimSpace(c.Text + when(c.Note != "", "　"+c.Note)))
	if beside(c) && c.Relation == balance.RelationRepeat {
		e.Name = "报告之间"
	}
	for _, in := range c.Inputs {
		if in.Figure != "" {
			e.Text = append(e.Text, Run{Text: "　"}, Run{Text: "看那一份报告", Href: y.figureHref(in.Figure)})
		}
	}
	return e
}

// unread reports whether a check rests on a figure that nobody has confirmed.
func (y *year) unread(slug string, c balance.Check) bool {
	ids := make([]string, 0, len(c.Figures))
	for _, id := range c.Figures {
		ids = append(ids, slug+"#"+id)
	}
	for _, in := range c.Inputs {
		ids = append(ids, in.Figure)
	}
	for _, id := range ids {
		if f, ok := y.figures[id]; ok && !f.Reviewed {
			return true
		}
	}
	return false
}

var relations = map[balance.Relation]string{
	balance.RelationSum: "分项与合计", balance.RelationShare: "占比与基数", balance.RelationExcess: "超出上限之和",
	balance.RelationRepeat: "前后不一", balance.RelationRange: "取值范围", balance.RelationPaste: "文字重复",
	balance.RelationPart: "部分与全体", balance.RelationRecord: "报告与数据表", balance.RelationLimit: "所引标准",
	balance.RelationCount: "列举与个数",
}

// speaks reports whether an article of a report speaks for the district.
func (y *year) speaks(r balance.Report, article int) bool {
	for _, a := range r.Articles {
		if a.Number == article {
			return a.SpeaksFor == balance.SpeaksForDistrict
		}
	}
	return false
}

func abs(v float64) float64 {
	if v < 0 {
		return -v
	}
	return v
}
