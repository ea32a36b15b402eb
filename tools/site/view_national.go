package site

import (
	"fmt"
	"sort"

	"junheng/tools/balance"
	"junheng/tools/record"
)

// DataFile is one national table, build/data/<Name>.json.
type DataFile struct {
	Name string
	Data NationalJSON
}

// NationalJSON is a national page, with the pages under it where it is a list.
type NationalJSON struct {
	Example bool     `json:"example"`
	View    PageView `json:"view"`
	Hero    *Hero    `json:"hero,omitempty"` // home only
	Pages   []Page   `json:"pages,omitempty"`
	Twin    string   `json:"twin"`
}

// Hero is what stands first on the home page.
type Hero struct {
	Name  string      `json:"name,omitempty"`
	Href  string      `json:"href,omitempty"`
	Rows  []LedgerRow `json:"rows,omitempty"`
	Finds []Link      `json:"finds"`
}

// nation is what the national pages are made from.
type nation struct {
	n         *record.National
	summaries []Summary // in code order
	example   bool
}

// National derives every page that is not one district's.
func National(n *record.National, summaries []Summary) []DataFile {
	c := &nation{n: n}
	for _, s := range summaries {
		if len(s.Years) > 0 { // a folder without a year has no page yet: 未公布, as its division says
			c.summaries = append(c.summaries, s)
		}
	}
	sort.Slice(c.summaries, func(i, j int) bool { return c.summaries[i].Code < c.summaries[j].Code })
	for _, d := range n.Divisions {
		c.example = c.example || d.Example()
	}
	files := []DataFile{
		{"corrections", c.correctionsPage()}, {"coverage", c.coverage()}, {"districts", c.districts()}, {"double_reduction", c.reduction()}, {"glossary", c.glossary()},
		{"home", c.home()}, {"indicators", c.indicators()}, {"standards", c.standards()},
	}
	for i := range files {
		if files[i].Data.View.Parts == nil {
			files[i].Data.View.Parts = []Part{} // templates count them
		}
		files[i].Data.Example, files[i].Data.View.Example = c.example, c.example
		for j := range files[i].Data.Pages {
			files[i].Data.Pages[j].View.Example = c.example
		}
	}
	return files
}

func (c *nation) home() NationalJSON {
	h := &Hero{Finds: []Link{}}
	for _, s := range c.summaries {
		h.Finds = append(h.Finds, Link{Name: s.Name, Href: "/districts/" + s.Code + "/"})
		if h.Rows == nil && s.Line != nil && len(s.Line.Stages) > 0 {
			h.Name, h.Href = s.Name+s.Line.Stages[0], s.LineHref
			for _, r := range s.Line.Rows {
				if len(r.Cells) > 0 && r.Cells[0].Track != "" && !r.Cells[0].Raw {
					first := r.Cells[0]
					first.Also = nil
					r.Cells, r.How = []Cell{first}, nil
					h.Rows = append(h.Rows, r)
				}
			}
		}
	}
	view := PageView{Lead: text(c.published()), Parts: []Part{c.glance(), c.publishing()}}
	return NationalJSON{View: view, Hero: h, Twin: twin(struct {
		Schema    string    `json:"schema"`
		Districts []Summary `json:"districts"`
	}{"junheng/home/1", slim(c.summaries)})}
}

// slim leaves out what only pages need.
func slim(in []Summary) []Summary {
	out := append([]Summary(nil), in...)
	for i := range out {
		out[i].Line, out[i].LineHref, out[i].Flow, out[i].Values = nil, "", nil, nil
	}
	return out
}

func (c *nation) published() string {
	n, reports := 0, 0
	for _, s := range c.summaries {
		if len(s.Years) > 0 {
			n++
		}
		for _, y := range s.Years {
			reports += y.Reports
		}
	}
	return fmt.Sprintf("应公布的%d个区县，%d个已有数据，共%d份报告。", len(c.n.Divisions), n, reports)
}

// glance is every district's standing under every standard.
func (c *nation) glance() Part {
	t := Table{Caption: "各区县在各项国家标准下的结论，最近一年；按代码排列，不排名", Head: []TableHead{{Text: "区县"}}}
	shown := c.national()
	for _, s := range shown {
		t.Head = append(t.Head, TableHead{Text: s.Short})
	}
	for _, d := range c.summaries {
		row := []TableCell{{Text: d.Name, Href: "/districts/" + d.Code + "/", Small: d.Code}}
		for _, s := range shown {
			cell := TableCell{Mark: mark(balance.NotPublished)}
			for _, st := range d.Standings {
				if (st.Standard == s.ID || c.base(st.Standard) == s.ID) && len(st.Marks) > 0 {
					cell.Mark, cell.Href = st.Marks[0].Mark, st.Href
				}
			}
			row = append(row, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return Part{
		ID: "glance", Title: "各区县现状", Form: "table", Data: t,
		Note:  []string{"各份标准分别判定，不合并成分数。点区县名看差多少、怎样算、出自哪一句。"},
		Links: []Link{{Name: "全部区县", Href: "/districts/"}, {Name: "标准原文要点", Href: "/standards/"}},
	}
}

// national are the standards that hold for everybody.
func (c *nation) national() []balance.Standard {
	var out []balance.Standard
	for _, s := range c.n.Standards {
		if s.Base == "" {
			out = append(out, s)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Issued < out[j].Issued })
	return out
}

func (c *nation) base(id string) string {
	s, _ := c.n.Standard(id)
	return s.Base
}

func (c *nation) districts() NationalJSON {
	var rows []Entry
	for _, s := range c.summaries {
		e := Entry{Name: s.Name, Href: "/districts/" + s.Code + "/", Small: s.Code + "　" + s.Parent, Sums: text(s.Lead)}
		for i, y := range s.Years {
			e.Text = append(e.Text, Run{Text: when(i > 0, "、")}, Run{Text: term(y.Year), Href: fmt.Sprintf("/districts/%s/%d/", s.Code, y.Year)})
		}
		rows = append(rows, e)
	}
	part := Part{ID: "list", Title: "全部区县", Form: "rows", Data: Entries{Rows: rows}, Note: []string{"按行政区划代码排列，不排名。"}}
	return NationalJSON{View: PageView{Lead: text(c.published()), Parts: []Part{part, c.glance()}}, Twin: twin(struct {
		Schema    string    `json:"schema"`
		Districts []Summary `json:"districts"`
	}{"junheng/districts/1", slim(c.summaries)})}
}
