package site

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
)

// schoolHref is a school's page; empty where school rows may not be published.
func (b *builder) schoolHref(code string) string {
	if !b.d.Release.SchoolRows {
		return ""
	}
	return "/districts/" + b.d.Code + "/schools/" + code + "/"
}

// schoolPages makes one page for each school of any year, from its newest row.
func (b *builder) schoolPages() []Page {
	if !b.d.Release.SchoolRows {
		return nil
	}
	var out []Page
	done := map[string]bool{}
	for _, y := range b.years {
		for _, s := range y.Schools {
			if !done[s.Code] {
				done[s.Code] = true
				out = append(out, y.schoolPage(s))
			}
		}
	}
	return out
}

func (y *year) schoolPage(s balance.School) Page {
	b := y.b
	view := PageView{
		Owner:   b.owner,
		Crumbs:  []Link{{Name: "区县", Href: "/districts/"}, {Name: b.d.Name, Href: b.owner.Href}, {Name: "学校", Href: b.owner.Href + "#schools"}},
		Heading: s.Name,
		Meta:    []Run{{Text: "学校标识码" + s.Code}, {Text: string(s.Type)}},
		Lead:    y.schoolLead(s),
	}
	for _, m := range []string{s.Organiser, s.Setting, s.Township, season(y.Year.Year)} {
		if m != "" {
			view.Meta = append(view.Meta, Run{Text: m})
		}
	}
	if len(s.Former) > 0 {
		view.Meta = append(view.Meta, Run{Text: "曾用名：" + strings.Join(s.Former, "、")})
	}
	view.Meta = append(view.Meta, Run{Text: "与别的学校比较", Href: "/compare/?s=" + b.d.Code + "-" + s.Code})
	view.Parts = join(view.Parts, y.gone(s), y.plainly(s))
	for _, std := range y.standards {
		for _, p := range std.Parts {
			if p.Rule == balance.RuleSchools {
				view.Parts = join(view.Parts, y.schoolLedger(std, p, s))
			}
		}
	}
	view.Parts = join(view.Parts, y.schoolCriteria(s), y.schoolChange(s), y.schoolNumbers(s), y.doing(s), y.after(s), y.questions(s), y.schoolMissing(s), y.schoolSources(s))
	view.Parts = sheet(view.Parts)
	return Page{
		Path: b.d.Code + "/schools/" + s.Code, Kind: "school", Title: s.Name + "达标情况",
		Description: fmt.Sprintf("%s（%s），%s：%s", s.Name, s.Code, term(y.Year.Year), plain(view.Lead)),
		View:        view,
		Twin:        twin(y.schoolTwin(s)),
	}
}

func (y *year) schoolLead(s balance.School) []Run {
	if st, ok := y.standing(s.Code); ok {
		return emphasise(st)
	}
	return text(s.Name + "没有适用的逐校要求，不作判定；下面是" + season(y.Year.Year) + "学校表里的数。")
}

// schoolLedger is one school against the line, with the district's mean.
func (y *year) schoolLedger(std balance.Standard, p balance.Part, s balance.School) Part {
	cs := criteriaOf(std, p.ID)
	l := Ledger{
		Caption: fmt.Sprintf("%s%s%s，%s", s.Name, std.Short, p.Name, season(y.Year.Year)),
		Head:    "指标与标准", Ends: ends(cs),
	}
	stages := s.Type.Stages()
	for _, st := range stages {
		l.Stages = append(l.Stages, stageName(st))
	}
	for _, c := range cs {
		_, of := byStage(y.verdicts[spot{std.ID, "", c.ID, s.Code}])
		row := LedgerRow{ID: anchor(c.ID), Name: criterion{c}.short(y.b.n), Href: indicatorHref(c.Indicator)}
		var limit []string
		var all []balance.Verdict
		for _, st := range stages {
			cell := y.cell(std.ID, c, of[st])
			cell.Href, cell.Basis = "#"+anchor(c.ID), ""
			if len(stages) == 1 {
				cell.Stage = ""
			}
			row.Cells = append(row.Cells, cell)
			all = append(all, of[st]...)
			if t, ok := threshold(c, st); ok {
				limit = append(limit, when(len(stages) > 1, string(st))+signs[t.Op]+shortest(t.Value)+unit(c.Unit))
			}
		}
		if len(all) == 0 {
			continue
		}
		row.Limit = "标准" + strings.Join(limit, "，")
		row.How = y.how(c, all)
		l.Rows = append(l.Rows, row)
	}
	if len(l.Rows) == 0 {
		return Part{}
	}
	part := Part{
		ID: p.ID, Title: strings.ReplaceAll(p.Name, "·", "："), Form: "ledger", Data: l, Gist: y.ledgerGist(l),
		Note: []string{"竖线是达标线，右边总是更好。" + endsSay(cs) + "灰色短竖为全区县平均，供参照，不作排名。", p.Text + "。"},
	}
	if p.Floor > 0 {
		part.Note = append(part.Note, "左侧虚线是标准的"+shortest(round(p.Floor*100))+"%。")
	}
	return part
}

// schoolCriteria are the other criteria that are judged school by school.
func (y *year) schoolCriteria(s balance.School) Part {
	st := Stack{Caption: s.Name + "其他标准", Head: "标准", Middle: "结论", Last: "数与依据"}
	for _, std := range y.standards {
		for _, p := range std.Parts {
			if p.Rule == balance.RuleSchools {
				continue
			}
			for _, c := range criteriaOf(std, p.ID) {
				vs := y.verdicts[spot{std.ID, "", c.ID, s.Code}]
				if len(vs) == 0 {
					continue
				}
				row := StackRow{ID: anchor(c.ID), Name: criterion{c}.short(y.b.n), Limit: std.Short + limitOf(vs[0], c), Href: indicatorHref(c.Indicator), How: y.how(c, vs)}
				stages, of := byStage(vs)
				for _, stage := range stages {
					for _, v := range of[stage] {
						m := StackMark{Mark: mark(v.Outcome), Stage: when(len(stages) > 1, string(stage)), Raw: raw(v)}
						if v.Gap != nil {
							m.Gap = unit(v.Gap.Text)
						}
						row.Marks = append(row.Marks, m)
						row.Text = append(row.Text, y.says(c, v)...)
					}
				}
				st.Rows = append(st.Rows, row)
			}
		}
	}
	if len(st.Rows) == 0 {
		return Part{}
	}
	return Part{ID: "more", Title: "专用教室、规模与班额", Form: "stack", Data: st}
}

// limitOf is the limit a verdict was held against.
func limitOf(v balance.Verdict, c balance.Criterion) string {
	if v.Threshold == nil {
		return ""
	}
	return "，" + signs[v.Threshold.Op] + shortest(round(v.Threshold.Value)) + unit(c.Unit)
}

func (y *year) schoolSources(s balance.School) Part {
	rows := []Entry{
		{Name: "学校表", Text: text(where(s.Place) + "，" + y.b.d.Bureau.Name + "填报，版本" + y.b.owner.Version + "。公开依据：" + y.b.d.Release.Basis + "。")},
	}
	for _, std := range y.standards {
		rows = append(rows, Entry{Name: std.Short, Text: []Run{{Text: "《" + std.Document + "》，" + std.Number, Href: "/standards/" + std.ID + "/"}}})
	}
	if y.b.years[0].saysAnything() { // as the page it leads to
		rows = append(rows, Entry{Name: "区县的打算", Text: []Run{{Text: y.b.d.Name + "的问题与承诺", Href: y.b.owner.Href + "#said"}}})
	}
	return Part{ID: "sources", Title: "来源", Form: "rows", Data: Entries{Rows: rows}, Note: []string{"本站不排名，不给学校打分，不发布考试成绩。"}}
}
