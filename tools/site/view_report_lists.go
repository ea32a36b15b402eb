package site

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
)

// table is a table of a report with merged cells put together again.
func (rd *reading) table(a *balance.Article, p balance.Paragraph) *SourceTable {
	t := p.Table
	out := &SourceTable{Name: fmt.Sprintf("第%d篇表%d", a.Number, t.Number), Caption: t.Caption}
	if out.Caption == "" {
		out.Caption = fmt.Sprintf("原文表%d", t.Number)
	}
	at := map[[2]int][]*balance.Figure{}
	for _, f := range rd.figures[block(a.Number, p.Number)] {
		at[[2]int{f.Source.Row, f.Source.Column}] = append(at[[2]int{f.Source.Row, f.Source.Column}], f)
	}
	for i, row := range t.Rows {
		var cells []SourceCell
		for j, c := range row {
			here := [2]int{i + 1, j + 1}
			if c.Of != here && c.Of != [2]int{} {
				continue
			}
			cell := SourceCell{Header: c.Header, Runs: rd.cellRuns(c.Text, at[here])}
			cell.Rowspan, cell.Colspan = span(t, here)
			if c.Header {
				cell.Scope = scope(t, i, j)
			}
			cells = append(cells, cell)
		}
		if len(cells) > 0 {
			out.Rows = append(out.Rows, cells)
		}
	}
	return out
}

// cellRuns marks the figures of a cell, numeral and unit.
func (rd *reading) cellRuns(text string, figures []*balance.Figure) []Marked {
	runes := []rune(text)
	var in []*balance.Figure
	for _, f := range figures {
		c := *f
		c.Source.Table, c.Source.Start = 0, strings.Index(text, f.Raw)
		if c.Source.Start < 0 {
			c.Source.Start = len(text) // keeps its anchor
		}
		c.Source.Start = len([]rune(text[:c.Source.Start]))
		c.RawStart = 0
		in = append(in, &c)
	}
	return rd.mark(runes, 0, in)
}

// span counts the rows and columns a written cell covers; 0 for one.
func span(t *balance.Table, of [2]int) (rows, columns int) {
	for i := of[0] - 1; i < len(t.Rows) && of[1]-1 < len(t.Rows[i]) && t.Rows[i][of[1]-1].Of == of; i++ {
		rows++
	}
	for j := of[1] - 1; j < len(t.Rows[of[0]-1]) && t.Rows[of[0]-1][j].Of == of; j++ {
		columns++
	}
	if rows < 2 {
		rows = 0
	}
	if columns < 2 {
		columns = 0
	}
	return rows, columns
}

// scope is what a header cell names: its column when everything above it is
// header too and it is not the row's first, else its row.
func scope(t *balance.Table, i, j int) string {
	whole := true
	for _, c := range t.Rows[i] {
		whole = whole && c.Header
	}
	if whole {
		return "col"
	}
	return "row"
}

// checks lists every relation that was held against the text.
func (rd *reading) checks() Part {
	if len(rd.r.Checks) == 0 {
		return Part{}
	}
	var rows []Entry
	for _, holds := range []bool{false, true} {
		for _, c := range rd.r.Checks {
			if c.Holds != holds || beside(c) && plainly(c) {
				continue
			}
			e := rd.y.checkEntry(rd.r.Slug, c)
			e.ID, e.Href, e.Mark = c.ID, "", &Mark{"met", "相符"}
			if !holds {
				e.Mark = &Mark{"short", "待说明"}
			}
			for i, id := range c.Figures {
				if f, ok := rd.y.figures[rd.r.Slug+"#"+id]; ok {
					e.Text = append(e.Text, Run{Text: when(i == 0, "　出处：")}, Run{Text: f.Raw + unit(f.Unit), Href: "#" + id}, Run{Text: "　"})
				}
			}
			rows = append(rows, e)
		}
	}
	if e := rd.agreements(); len(e.Text) > 0 {
		rows = append(rows, e)
	}
	return Part{
		ID: "checks", Title: "全部核对", Form: "rows", Data: Entries{Rows: rows},
		Note: []string{"只写数与算式。待说明不是错误，单位可能有理由；单位的答复写在这里。"},
	}
}

// figureTable lists every figure with what it was read as.
func (rd *reading) figureTable() Part {
	if len(rd.r.Figures) == 0 {
		return Part{}
	}
	t := Table{
		Caption: "读出的全部数，按原文顺序",
		Head:    []TableHead{{Text: "原文"}, {Text: "读作", Num: true}, {Text: "性质"}, {Text: "指标"}, {Text: "用在"}, {Text: "核实"}},
	}
	for i := range rd.r.Figures {
		f := &rd.r.Figures[i]
		row := []TableCell{
			{Text: clip(f.Source.Quote, 24), Href: "#" + f.ID}, {Text: hedge(f.Comparator) + shortest(f.Value) + unit(f.Unit), Num: true},
			{Text: kinds[f.Kind]}, {Text: "—"}, {Text: "—"}, {Text: "已核"},
		}
		if ind, ok := rd.y.b.n.Indicator(f.Indicator); ok {
			row[3] = TableCell{Text: ind.Name, Href: indicatorHref(ind.ID)}
		}
		if used := rd.y.used[rd.r.Slug+"#"+f.ID]; len(used) > 0 {
			row[4] = TableCell{Text: used[0].Name, Href: used[0].Href}
		}
		row[5].Text = f.State()
		if stamp(f) != "" && f.Review.Decision != balance.Confirm {
			row[5].Href = "#reviewed"
		}
		t.Rows = append(t.Rows, row)
	}
	return Part{ID: "figures", Title: "读出的数", Form: "fold", Data: Fold{Summary: fmt.Sprintf("展开%d个数", len(t.Rows)), Table: t},
		Links: []Link{{Name: "读出的数（CSV）", Href: rd.y.base() + "reports/" + rd.r.Slug + "/figures.csv"}}}
}

func hedge(c balance.Comparator) string {
	switch c {
	case balance.Approx:
		return "约"
	case balance.Eq:
		return ""
	}
	return signs[c]
}

// original says where the document came from and how it was read.
func (rd *reading) original() Part {
	r := rd.r
	rows := []Entry{
		{Name: "原件", Text: text(fmt.Sprintf("%s，%s字节，按%s读取（%s）。sha256 %s", r.File[strings.LastIndex(r.File, "/")+1:], number(float64(r.Size), 0), strings.ToUpper(r.Encoding), r.Decided, r.SHA256))},
	}
	if r.URL != "" {
		rows = append(rows, Entry{Name: "原址", Text: text(r.URL)})
	}
	return Part{ID: "original", Title: "原件", Form: "rows", Data: Entries{Rows: rows}, Links: []Link{{Name: "本页数据（JSON）", Href: "index.json"}}}
}
