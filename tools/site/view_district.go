package site

import (
	"fmt"
	"strings"

	"junheng/tools/assess"
	"junheng/tools/balance"
)

// districtPage is /districts/<code>/: where the district stands now.
func (b *builder) districtPage(y *year) Page {
	view := PageView{
		Owner:  b.owner,
		Crumbs: []Link{{Name: "区县", Href: "/districts/"}, {Name: b.d.Parent}},
		Meta:   b.meta(),
		Lead:   y.lead(),
		Aside:  y.aside(),
	}
	view.Meta = append(view.Meta, Run{Text: term(y.Year.Year)})
	for _, other := range b.years {
		view.Meta = append(view.Meta, Run{Text: term(other.Year.Year) + "全部数据", Href: other.base()})
	}
	view.Parts = append(view.Parts, y.standings(true))
	view.Parts = append(view.Parts, y.ledgers()...)
	view.Parts = join(view.Parts, y.oversize(), y.reduction(), y.open(), y.said(), y.lacks(), y.schoolList(), y.sources())
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
	view.Parts = join(view.Parts, y.items(), y.open(), y.lacks(), y.schoolList(), y.sources())
	return Page{
		Path: fmt.Sprintf("%s/%d", b.d.Code, y.Year.Year), Kind: "year",
		Title:       b.d.Name + term(y.Year.Year) + "义务教育均衡与双减",
		Description: plain(view.Lead),
		View:        view,
		Twin:        twin(y.yearTwin()),
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

// standings is the table of standards, with their parts.
func (y *year) standings(parts bool) Part {
	st := Stack{Caption: y.b.d.Name + term(y.Year.Year) + "在各项国家标准下的结论", Head: "标准", Middle: "结论", Last: "依据"}
	for _, s := range y.standards {
		row := StackRow{
			Name: s.Short, Limit: s.Number, Href: y.base() + s.ID + "/",
			Marks: y.marks(spot{standard: s.ID}), Text: text(tallied(y.outcomes(s, "")) + "。"),
		}
		st.Rows = append(st.Rows, row)
		if !parts {
			continue
		}
		for _, p := range s.Parts {
			if p.Rule == balance.RuleInfo {
				continue
			}
			st.Rows = append(st.Rows, y.partRow(s, p))
		}
	}
	return Part{
		ID: "standards", Title: "各项标准", Form: "stack", Data: st,
		Note: []string{"各份国家文件分别判定，不合并成分数。“自报”出自本区县的报告或汇总表，“推算”由本站按公布的原始数算出；两者都有时并列。"},
	}
}

func (y *year) partRow(s balance.Standard, p balance.Part) StackRow {
	outcomes := y.outcomes(s, p.ID)
	row := StackRow{
		Sub: true, Name: p.Name, Href: y.base() + s.ID + "/#" + p.ID,
		Marks: y.marks(spot{standard: s.ID, part: p.ID}),
	}
	if p.Rule == balance.RuleSchools {
		met, of := y.passing(s.ID, p.ID)
		if of > 0 {
			row.Text = text(fmt.Sprintf("%d所学校（部）中%d所合格。", of, met))
			return row
		}
	}
	for _, o := range outcomes {
		row.Tally = append(row.Tally, states[o])
	}
	row.Text = text(tallied(outcomes) + "。")
	return row
}

// passing counts the schools whose verdict on a part is 达标.
func (y *year) passing(standard, part string) (met, of int) {
	for _, s := range y.Schools {
		for _, v := range y.verdicts[spot{standard, part, "", s.Code}] {
			switch v.Outcome {
			case balance.Met, balance.MetTransition:
				met++
				of++
			case balance.NotMet:
				of++
			}
		}
	}
	return met, of
}

// marks are the verdicts on a place, one for each basis and stage.
func (y *year) marks(at spot) []StackMark {
	var out []StackMark
	for _, v := range y.verdicts[at] {
		out = append(out, StackMark{Mark: mark(v.Outcome), Stage: string(v.Stage), Basis: string(v.Basis), Raw: raw(v)})
	}
	if len(out) == 0 {
		out = append(out, StackMark{Mark: mark(balance.NotPublished)})
	}
	return out
}

// outcomes are the district's outcomes on each criterion and stage of a part,
// or of every part that counts.
func (y *year) outcomes(s balance.Standard, part string) []balance.Outcome {
	info := map[string]bool{}
	for _, p := range s.Parts {
		info[p.ID] = p.Rule == balance.RuleInfo
	}
	var out []balance.Outcome
	for _, c := range s.Criteria {
		if part != "" && c.Part != part || part == "" && info[c.Part] {
			continue
		}
		stages, of := byStage(y.on(s.ID, c))
		for _, stage := range stages {
			out = append(out, of[stage][0].Outcome)
		}
	}
	return out
}

// lead is the first sentence of the district's pages: where it stands under
// the standard that is held school by school, or the first there is.
func (y *year) lead() []Run {
	if s, ok := y.standing(""); ok {
		return emphasise(s)
	}
	return text(y.b.owner.Short + "还没有可以对照标准的数据。")
}

// standing is the sentence a page opens with; school is empty for the district.
func (y *year) standing(school string) (assess.Standing, bool) {
	var first *assess.Standing
	for i := range y.Assessed.Standings {
		s := &y.Assessed.Standings[i]
		if s.School != school {
			continue
		}
		if first == nil || y.bySchool(s.Standard) && !y.bySchool(first.Standard) {
			first = s
		}
	}
	if first == nil {
		return assess.Standing{}, false
	}
	return *first, true
}

// bySchool reports whether a standard judges each school by several criteria.
func (y *year) bySchool(standard string) bool {
	for _, s := range y.standards {
		for _, p := range s.Parts {
			if s.ID == standard && p.Rule == balance.RuleSchools {
				return true
			}
		}
	}
	return false
}

// emphasise marks the verdict in a sentence.
func emphasise(s assess.Standing) []Run {
	for _, word := range []string{"尚未达到", "未达到", "没有达到", "无法判定", "已经达到", "达到"} {
		if before, after, ok := strings.Cut(s.Sentence, word); ok {
			return []Run{{Text: before}, {Text: word, Strong: true}, {Text: after}}
		}
	}
	return text(s.Sentence)
}

// aside is where the district stands under the other standards.
func (y *year) aside() string {
	lead, _ := y.standing("")
	out := ""
	for _, s := range y.Assessed.Standings {
		if s.School == "" && s.Standard != lead.Standard {
			out += s.Sentence
		}
	}
	return out
}

func plain(runs []Run) string {
	s := ""
	for _, r := range runs {
		s += r.Text
	}
	return s
}
