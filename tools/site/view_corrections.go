package site

import (
	"fmt"
	"sort"

	"junheng/tools/balance"
)

// SummaryCorrection is a correction as the national page lists it.
type SummaryCorrection struct {
	balance.Correction
	ID   string `json:"id"`   // anchor on /corrections/
	Href string `json:"href"` // the page, if the site still has it
}

// corrections are all of a district's, in the order of its files; pages are the
// addresses the district has.
func (b *builder) corrections(pages map[string]bool) (out []SummaryCorrection) {
	for _, y := range b.years {
		for i, c := range y.Corrections {
			s := SummaryCorrection{Correction: c, ID: fmt.Sprintf("c%s-%d-%d", b.d.Code, y.Year.Year, i+1)}
			if pages[c.Page] {
				s.Href = c.Page
			}
			out = append(out, s)
		}
	}
	return out
}

// corrected says on each page when it was put right, and leads to what was wrong.
func corrected(pages []Page, all []SummaryCorrection) {
	for _, c := range all {
		for i := range pages {
			if v := &pages[i].View; c.Href == v.Address {
				v.Meta = append(v.Meta, Run{Text: day(c.Date) + "有更正", Href: "/corrections/#" + c.ID})
			}
		}
	}
}

// correctionsPage is /corrections/: everything put right, newest first, and
// whom to tell.
func (c *nation) correctionsPage() NationalJSON {
	type item struct {
		Code string `json:"code"`
		Name string `json:"name"`
		SummaryCorrection
	}
	items := []item{}
	offices := Entries{}
	for _, s := range c.summaries {
		for _, one := range s.Corrections {
			items = append(items, item{s.Code, s.Name, one})
		}
		offices.Rows = append(offices.Rows, office(s))
	}
	sort.SliceStable(items, func(i, j int) bool { return items[i].Date > items[j].Date })
	list := Entries{}
	for _, it := range items {
		list.Rows = append(list.Rows, Entry{
			ID: it.ID, Name: day(it.Date), Small: it.Name,
			Sums: []Run{{Text: "现在：" + it.Right}},
			Text: []Run{{Text: "原来：" + it.Wrong + "　由" + it.Told + "指出　"}, {Text: when(it.Href == "", it.Page) + when(it.Href != "", "看这一页"), Href: it.Href}},
		})
	}
	view := PageView{Lead: text("还没有更正。发现有误，请告诉发布数据的单位。")}
	if len(items) > 0 {
		view.Lead = text(fmt.Sprintf("已更正%d处。公布过的数只更正、只撤回，不悄悄改掉。", len(items)))
		view.Parts = append(view.Parts, Part{
			ID: "list", Title: "更正", Form: "rows", Data: list,
			Note: []string{"新的在前。被更正的页面上也写明日期，并连到这里。"},
		})
	}
	if len(offices.Rows) > 0 {
		view.Parts = append(view.Parts, Part{
			ID: "tell", Title: "发现有误", Form: "rows", Data: offices,
			Note: []string{"数据由各单位公布并负责。请写明网页地址、原来的数和依据。", "报告里对不上的数，单位的答复写在核对旁边。"},
		})
	}
	return NationalJSON{View: view, Twin: twin(struct {
		Schema      string `json:"schema"`
		Corrections []item `json:"corrections"`
	}{"junheng/corrections/1", items})}
}

// office is whom to tell of a fault in a district's data.
func office(s Summary) Entry {
	row := Entry{Name: s.Name, Small: s.Code, Href: "/districts/" + s.Code + "/", Sums: []Run{{Text: s.Bureau.Name, Href: s.Bureau.Site}}}
	for _, way := range []struct{ name, value string }{{"电话", s.Bureau.Phone}, {"邮箱", s.Bureau.Email}, {"地址", s.Bureau.Address}} {
		if way.value != "" {
			row.Text = append(row.Text, Run{Text: when(row.Text != nil, "　") + way.name + way.value})
		}
	}
	return row
}
