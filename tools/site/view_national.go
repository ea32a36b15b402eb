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
	Files   []File   `json:"files,omitempty"` // written beside the page
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
	summaries []Summary       // in code order
	regions   []RegionSummary // in place of summaries, where these are too many to list
	example   bool
	valued    map[string][]districtValue
}

// newNation keeps the districts that have a year: a folder without one has no
// page yet, and is 未公布, as its division says.
func newNation(n *record.National, summaries []Summary) *nation {
	c := &nation{n: n}
	for _, s := range summaries {
		if len(s.Years) > 0 {
			c.summaries = append(c.summaries, s)
		}
	}
	sort.Slice(c.summaries, func(i, j int) bool { return c.summaries[i].Code < c.summaries[j].Code })
	for _, d := range n.Divisions {
		c.example = c.example || d.Example()
	}
	return c
}

// National derives every page that is not one district's.
func National(n *record.National, summaries []Summary) []DataFile {
	return newNation(n, summaries).files()
}

// Nationwide is National where the districts are too many to list: its pages
// list regions.
func Nationwide(n *record.National, regions []RegionSummary) []DataFile {
	c := newNation(n, nil)
	c.regions = regions
	return c.files()
}

func (c *nation) files() []DataFile {
	files := []DataFile{
		{"components", c.components()}, {"corrections", c.correctionsPage()}, {"coverage", c.coverage()}, {"districts", c.districts()}, {"double_reduction", c.reduction()}, {"glossary", c.glossary()},
		{"home", c.home()}, {"indicators", c.indicators()}, {"publish", c.publish()}, {"standards", c.standards()},
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
	return NationalJSON{View: PageView{Lead: text(c.published()), Parts: []Part{c.glance(), c.publishing()}}, Hero: c.hero(), Twin: c.twin("junheng/home/1")}
}

// twin is the machine form of a list of districts, or of regions.
func (c *nation) twin(schema string) string {
	if c.regions != nil {
		return c.regionTwin(schema)
	}
	return twin(struct {
		Schema    string    `json:"schema"`
		Districts []Summary `json:"districts"`
	}{schema, slim(c.summaries)})
}

// hero is the first district's line, and where to look for the others.
func (c *nation) hero() *Hero {
	if c.regions != nil {
		return c.regionHero()
	}
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
	return h
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
	n, reports := len(c.summaries), 0
	for _, r := range c.regions {
		n, reports = n+r.Published, reports+r.Reports
	}
	for _, s := range c.summaries {
		for _, y := range s.Years {
			reports += y.Reports
		}
	}
	return fmt.Sprintf("应公布的%d个区县，%d个已有数据，共%d份报告。", len(c.n.Divisions), n, reports)
}

// glance is every district's standing under every standard.
func (c *nation) glance() Part {
	if c.regions != nil {
		return c.regionGlance()
	}
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
	view := PageView{Lead: text(c.published()), Parts: []Part{c.glance()}}
	if c.regions == nil {
		view.Parts = []Part{c.list(), c.glance()}
	}
	return NationalJSON{View: view, Twin: c.twin("junheng/districts/1")}
}

// list is every district with its first sentence and its years.
func (c *nation) list() Part {
	var rows []Entry
	for _, s := range c.summaries {
		e := Entry{Name: s.Name, Href: "/districts/" + s.Code + "/", Small: s.Code + "　" + s.Parent, Sums: text(s.Lead)}
		for i, y := range s.Years {
			e.Text = append(e.Text, Run{Text: when(i > 0, "、")}, Run{Text: term(y.Year), Href: fmt.Sprintf("/districts/%s/%d/", s.Code, y.Year)})
		}
		rows = append(rows, e)
	}
	return Part{ID: "list", Title: "全部区县", Form: "rows", Data: Entries{Rows: rows}, Note: []string{"按行政区划代码排列，不排名。"}}
}
