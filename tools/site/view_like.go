package site

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/index"
	"junheng/tools/record"
)

// Compare is /compare/ and a page for each kind of division: like districts in
// code order, for a reader without scripts. summaries is nil where the
// districts are too many to list their values.
func Compare(n *record.National, all []index.Contribution, summaries []Summary) DataFile {
	out := NationalJSON{View: PageView{
		Lead:  text("把二至四个区县，或同一类型的二至四所学校，放在一起看。"),
		Aside: []string{"按代码排列，不排名，不合并成分数。只列已核实的值；每个值连到它的算法和出处。"},
		Seek:  &Seek{Label: "加入一个区县或一所学校"},
	}}
	var kinds []string
	of := map[string][]index.Contribution{}
	for _, d := range all {
		if of[d.Kind] == nil {
			kinds = append(kinds, d.Kind)
		}
		of[d.Kind] = append(of[d.Kind], d)
		out.Example = out.Example || balance.Division{Code: d.Code}.Example()
	}
	var rows []Entry
	for _, k := range kinds {
		page := likePage(n, k, of[k], summaries)
		page.View.Example = out.Example
		out.Pages = append(out.Pages, page)
		rows = append(rows, Entry{Name: k, Href: "/compare/" + page.Path + "/", Text: text(strings.TrimPrefix(plain(page.View.Lead), k))})
	}
	out.View.Parts = []Part{{ID: "kinds", Title: "同类区县", Form: "rows", Data: Entries{Rows: rows}, Note: []string{"按行政区划的类型分列，每一类里按代码排列。"}}}
	out.View.Example = out.Example
	out.Twin = twin(searchTwin{"junheng/compare/1", rowsOf(all)})
	return DataFile{"compare", out}
}

// likePage is /compare/<kind>/, the kind in pinyin.
func likePage(n *record.National, kind string, all []index.Contribution, summaries []Summary) Page {
	own := map[string]bool{}
	published := 0
	list := Part{ID: "list", Title: kind, Note: []string{"按行政区划代码排列，不排名。"}}
	var rows []NameRow
	for _, d := range all {
		own[d.Code] = true
		row := NameRow{Name: d.Name, Says: text(d.Code + "，" + d.Parent + "，尚未公布")}
		if d.Schools >= 0 {
			published++
			row.Href, row.Says = "/districts/"+d.Code+"/", text(d.Code+"，"+d.Parent)
		}
		rows = append(rows, row)
	}
	list.Form, list.Data = "letters", Letters{Letters: []Letter{{Names: rows}}}
	view := PageView{
		Crumbs: []Link{{Name: "比较", Href: "/compare/"}},
		Lead:   text(fmt.Sprintf("%s%d个，%d个已公布。", kind, len(all), published)),
		Parts:  []Part{list},
	}
	var like []Summary
	for _, s := range summaries {
		if own[s.Code] {
			like = append(like, s)
		}
	}
	if c := newNation(n, like); len(c.summaries) > 1 {
		view.Parts = append(view.Parts, c.likeTables()...)
	}
	return Page{
		Path: strings.Join(strings.Fields(index.Pinyin(kind)), "-"), Kind: "like", Title: "同类区县：" + kind, Description: plain(view.Lead), View: view,
		Twin: twin(searchTwin{"junheng/like/1", rowsOf(all)}),
	}
}

// likeTables are the districts' confirmed values: a table for each standard and
// stage, a column for each indicator, a row for each district.
func (c *nation) likeTables() []Part {
	var out []Part
	for _, std := range c.national() {
		for _, st := range append([]balance.Stage{balance.StageNone}, balance.Stages...) {
			t := Table{Caption: std.Short + string(st) + "，各区县最近一年已核实的值；按代码排列，不排名", Head: []TableHead{{Text: "区县"}}}
			var columns []string
			for _, cr := range std.Criteria {
				i, ok := c.n.Indicator(cr.Indicator)
				if !ok || !c.anyValue(std.ID, cr.Indicator, st) {
					continue
				}
				columns = append(columns, cr.Indicator)
				name := criterion{cr}.short(c.n)
				t.Head = append(t.Head, TableHead{Text: name + when(i.Unit != "", "（"+unit(i.Unit)+"）"), Href: indicatorHref(cr.Indicator), Num: true})
			}
			for _, d := range c.summaries {
				row := []TableCell{{Text: d.Name, Href: "/districts/" + d.Code + "/", Small: d.Code}}
				for _, id := range columns {
					cell := TableCell{Text: "无已核实的值", Num: true}
					if v, ok := c.valueOf(d, std.ID, id, st); ok {
						cell = TableCell{Text: v.Text, Href: v.Href, Mark: v.Mark, Num: true}
					}
					row = append(row, cell)
				}
				t.Rows = append(t.Rows, row)
			}
			if len(columns) == 0 {
				continue
			}
			part := Part{ID: std.ID, Title: std.Short, Form: "table", Data: t}
			if st != balance.StageNone {
				part.ID += "-" + strings.Join(strings.Fields(index.Pinyin(string(st))), "")
				part.Title += "：" + string(st)
			}
			if len(out) == 0 {
				part.Note = []string{"点数看怎样算、出自哪里；点栏名看这个指标的意思和各区县的分布。"}
			}
			out = append(out, part)
		}
	}
	return out
}

func (c *nation) anyValue(standard, indicator string, st balance.Stage) bool {
	for _, d := range c.summaries {
		if _, ok := c.valueOf(d, standard, indicator, st); ok {
			return true
		}
	}
	return false
}

// valueOf is a district's value under a standard, or under one made from it.
func (c *nation) valueOf(d Summary, standard, indicator string, st balance.Stage) (SummaryValue, bool) {
	for _, v := range d.Values {
		if v.Indicator == indicator && v.Stage == st && (v.Standard == standard || c.base(v.Standard) == standard) {
			return v, true
		}
	}
	return SummaryValue{}, false
}
