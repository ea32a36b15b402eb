package site

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
)

// standards is the list of standards and a page for each.
func (c *nation) standards() NationalJSON {
	out := NationalJSON{View: PageView{Lead: text("国家用来衡量区县义务教育的标准，逐条写明限值、条款和我们有多大把握。")}}
	var rows []Entry
	for _, s := range c.n.Standards {
		rows = append(rows, Entry{Name: s.Short, Href: "/standards/" + s.ID + "/", Small: s.Number, Sums: text("《" + s.Document + "》"),
			Text: text(s.Meaning + fmt.Sprintf("共%d条。", len(s.Criteria)))})
		out.Pages = append(out.Pages, c.standardPage(s))
	}
	out.View.Parts = []Part{{ID: "list", Title: "各项标准", Form: "rows", Data: Entries{Rows: rows}}, c.glance()}
	out.Twin = twin(struct {
		Schema    string             `json:"schema"`
		Standards []balance.Standard `json:"standards"`
	}{"junheng/standards/1", c.n.Standards})
	return out
}

func (c *nation) standardPage(s balance.Standard) Page {
	view := PageView{
		Crumbs: []Link{{Name: "标准", Href: "/standards/"}}, Heading: s.Name, Lead: text(s.Meaning),
		Meta: []Run{{Text: "《" + s.Document + "》"}, {Text: s.Number}, {Text: "印发：" + day(s.Issued)}, {Text: sureSays(s.Sure)}},
	}
	if b, ok := c.n.Standard(s.Base); ok {
		view.Meta = append(view.Meta, Run{Text: "以" + b.Short + "为基础，只改所列条目", Href: "/standards/" + b.ID + "/"})
	}
	parts := s.Parts
	if len(parts) == 0 {
		parts = []balance.Part{{ID: "", Name: "所改条目"}}
	}
	for _, p := range parts {
		st := Stack{Caption: s.Short + p.Name, Head: "条目", Middle: "限值", Last: "是什么意思，怎么知道的"}
		for _, cr := range s.Criteria {
			if p.ID != "" && cr.Part != p.ID {
				continue
			}
			row := StackRow{ID: anchor(cr.ID), Name: cr.Name, Limit: cr.Clause, Href: indicatorHref(cr.Indicator), Marks: limited(cr)}
			for _, says := range []string{
				when(cr.Plain != "", "这是什么意思："+cr.Plain), when(cr.Measured != "", "怎么知道的："+cr.Measured+"。"),
				when(cr.Owner != "", "应由"+cr.Owner+"公布。") + when(cr.Transitional != "", "过渡口径："+cr.Transitional+"。") + sureSays(cr.Sure),
			} {
				if says != "" {
					row.Lines = append(row.Lines, text(says))
				}
			}
			st.Rows = append(st.Rows, row)
		}
		if len(st.Rows) == 0 {
			continue
		}
		id := p.ID
		if id == "" {
			id = "changes"
		}
		part := Part{ID: id, Title: strings.ReplaceAll(p.Name, "·", "："), Form: "stack", Data: st}
		if p.Text != "" {
			part.Note = []string{p.Text + "。"}
		}
		view.Parts = append(view.Parts, part)
	}
	return Page{
		Path: s.ID, Kind: "standard", Title: s.Name, Description: s.Name + "（" + s.Number + "）：" + s.Meaning, View: view,
		Twin: twin(struct {
			Schema   string           `json:"schema"`
			Standard balance.Standard `json:"standard"`
		}{"junheng/standard/1", s}),
	}
}
