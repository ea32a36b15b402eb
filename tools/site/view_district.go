package site

import (
	"fmt"
)

// districtPage is /districts/<code>/: where the district stands now.
func (b *builder) districtPage(y *year) Page {
	view := PageView{
		Owner:  b.owner,
		Crumbs: []Link{{Name: "区县", Href: "/districts/"}, {Name: b.d.Parent}},
		Meta:   b.meta(),
		Lead:   y.lead(),
		Aside:  y.aside(),
		Seek:   b.seek(),
	}
	view.Meta = append(view.Meta, Run{Text: term(y.Year.Year)})
	if n := len(y.Schools); n > 0 && b.d.Release.SchoolRows {
		view.Meta = append(view.Meta, Run{Text: fmt.Sprintf("%d所学校", n), Href: "#schools"})
	}
	for _, other := range b.years {
		view.Meta = append(view.Meta, Run{Text: term(other.Year.Year) + "全部数据", Href: other.base()})
	}
	view.Meta = append(view.Meta, Run{Text: "与别的区县比较", Href: "/compare/?d=" + b.d.Code})
	view.Parts = append(view.Parts, y.standings(true))
	view.Parts = append(view.Parts, y.ledgers()...)
	view.Parts = join(view.Parts, y.oversize(), y.classSizes(), y.reduction(), y.changes(), y.open(), y.said(), y.lacks(), y.schoolList(), y.sources())
	view.Parts = sheet(view.Parts)
	return Page{
		Path: b.d.Code, Kind: "district", Title: b.d.Name + "义务教育均衡与双减",
		Description: fmt.Sprintf("%s（%s）%s：%s", b.d.Name, b.d.Code, term(y.Year.Year), plain(view.Lead)),
		View:        named(view, b.d.Name),
		Twin:        twin(y.districtTwin()),
	}
}

// yearPage is /districts/<code>/<year>/: everything of one year.
func (y *year) yearPage() Page {
	b := y.b
	view := PageView{
		Owner:   b.owner,
		Crumbs:  []Link{{Name: "区县", Href: "/districts/"}, {Name: b.d.Name, Href: b.owner.Href}},
		Heading: b.d.Name + term(y.Year.Year),
		Meta:    b.meta(),
		Lead:    y.lead(),
		Aside:   y.aside(),
	}
	for _, other := range b.years {
		if other != y {
			view.Meta = append(view.Meta, Run{Text: term(other.Year.Year), Href: other.base()})
		}
	}
	view.Parts = append(view.Parts, y.standings(true))
	for _, s := range y.standards {
		view.Parts = append(view.Parts, y.criteria(s))
	}
	view.Parts = join(view.Parts, y.items(), y.changes(), y.open(), y.said(), y.lacks(), y.schoolList(), y.sources())
	return Page{
		Path: fmt.Sprintf("%s/%d", b.d.Code, y.Year.Year), Kind: "year",
		Title:       b.d.Name + term(y.Year.Year) + "义务教育均衡与双减",
		Description: plain(view.Lead),
		View:        view,
		Twin:        twin(y.yearTwin()),
		Files:       append([]File{y.verdictSheet(), y.statementSheet()}, y.schoolSheet()...),
	}
}

func named(v PageView, heading string) PageView {
	v.Heading = heading
	return v
}

// join appends the parts that have something to show.
func join(parts []Part, more ...Part) []Part {
	for _, p := range more {
		if p.Form != "" {
			parts = append(parts, p)
		}
	}
	return parts
}

func (b *builder) meta() []Run {
	out := []Run{{Text: "行政区划代码" + b.d.Code + when(b.d.Example(), "（示例，并无此区划）")}}
	if b.d.Bureau.Name != "" {
		out = append(out, Run{Text: b.d.Bureau.Name})
	}
	if b.owner.Dated != "" {
		out = append(out, Run{Text: "最新来源" + b.owner.Dated})
	}
	return out
}

func when(if_ bool, s string) string {
	if if_ {
		return s
	}
	return ""
}
