package site

import (
	"fmt"

	"junheng/tools/balance"
)

// reduction is /double-reduction/: every district beside every other in code
// order, matter by matter, then what became of each one's institutions.
func (c *nation) reduction() NationalJSON {
	view := PageView{Lead: text("各区县双减情况：先写基数和去向，再写比率；没有公布的写明没有公布。")}
	if c.regions != nil {
		view.Parts = []Part{c.regionReductions()}
	}
	for _, s := range c.national() {
		if reduces(s) && len(c.summaries) > 0 {
			view.Aside = []string{"按行政区划代码排列，不排名。只列公布过并核实的数；机读待核的数只在区县自己的页面上。"}
			view.Parts = append(view.Parts, c.reductionTables(s)...)
		}
	}
	for _, s := range c.summaries {
		if s.Flow == nil {
			continue
		}
		p := Part{ID: "d" + s.Code, Title: s.Name, Form: "double-reduction", Data: Reduction{Flow: []Flow{*s.Flow}}, Under: true}
		if href := c.reductionHref(s); href != "" {
			p.Links = []Link{{Name: s.Name + "双减各项", Href: href}}
		}
		view.Parts = append(view.Parts, p)
	}
	return NationalJSON{View: view, Twin: c.twin("junheng/double-reduction/1")}
}

// reductionHref is the page of a district's newest year on 双减; empty where
// the standard did not hold.
func (c *nation) reductionHref(s Summary) string {
	for _, st := range s.Standings {
		if std, ok := c.n.Standard(st.Standard); ok && reduces(std) {
			return fmt.Sprintf("/districts/%s/%d/double-reduction/", s.Code, s.Years[0].Year)
		}
	}
	return ""
}

// reductionTables are a table for each part of the standard that has numbers,
// the one on institutions last, since the pictures follow it.
func (c *nation) reductionTables(s balance.Standard) (out []Part) {
	var last []Part
	for _, p := range s.Parts {
		cs := criteriaOf(s, p.ID)
		part := c.reductionTable(s, p, cs)
		if counts(cs, remaining) {
			last = append(last, part)
			continue
		}
		if part.Form != "" {
			out = append(out, part)
		}
	}
	return join(out, last...)
}

// reductionTable is the districts against the criteria of one part, a column
// for each criterion and stage.
func (c *nation) reductionTable(s balance.Standard, p balance.Part, cs []balance.Criterion) Part {
	type column struct {
		indicator string
		stage     balance.Stage
	}
	var columns []column
	m := Matrix{Caption: "各区县" + s.Short + "：" + p.Name + "，最近一年；按代码排列", Head: []TableHead{{Text: "区县"}}}
	for _, cr := range cs {
		i, ok := c.n.Indicator(cr.Indicator)
		if !ok || i.Judged {
			continue
		}
		stages := cr.Stages
		if len(stages) == 0 {
			stages = []balance.Stage{balance.StageNone}
		}
		for _, st := range stages {
			columns = append(columns, column{cr.Indicator, st})
			m.Head = append(m.Head, TableHead{Text: criterion{cr}.short(c.n) + when(st != "", "（"+string(st)+"）")})
		}
	}
	if len(columns) == 0 {
		return Part{}
	}
	for _, d := range c.summaries {
		row := MatrixRow{Name: d.Name, Href: c.reductionHref(d), Small: d.Code}
		for _, col := range columns {
			cell := TableCell{Mark: mark(balance.NotPublished)}
			for _, v := range d.Values {
				if v.Indicator == col.indicator && v.Stage == col.stage && v.Standard == s.ID {
					i, _ := c.n.Indicator(v.Indicator)
					cell = TableCell{Text: v.Text + unit(i.Unit), Mark: v.Mark}
				}
			}
			row.Cells = append(row.Cells, cell)
		}
		m.Rows = append(m.Rows, row)
	}
	return Part{ID: p.ID, Title: p.Name, Form: "matrix", Data: m, Note: []string{p.Text + "。", "横线是没有公布。"}}
}
