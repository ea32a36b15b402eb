package site

import (
	"fmt"
	"slices"
	"strings"

	"junheng/tools/assess"
	"junheng/tools/balance"
)

// workingPage is /districts/<code>/<year>/<standard>/: every criterion with its
// full working.
func (y *year) workingPage(s balance.Standard) Page {
	b := y.b
	view := PageView{
		Owner: b.owner,
		Crumbs: []Link{{Name: "区县", Href: "/districts/"}, {Name: b.d.Name, Href: b.owner.Href},
			{Name: term(y.Year.Year), Href: y.base()}},
		Heading: b.d.Name + s.Short + "逐条算法",
		Meta:    []Run{{Text: "《" + s.Document + "》", Href: "/standards/" + s.ID + "/"}, {Text: s.Number}, {Text: term(y.Year.Year)}},
		Lead:    y.standardLead(s),
		Aside:   []string{assess.Makeup(&s, y.Year.Year) + "。"},
	}
	for _, p := range s.Parts {
		cs := criteriaOf(s, p.ID)
		if len(cs) == 0 {
			continue
		}
		if p.Rule == balance.RuleSchools || spreads(y, cs) && lower(cs) {
			part := y.ledger(s, p, cs, true)
			part.Links = nil
			view.Parts = append(view.Parts, part)
			if m := y.matrix(s, p, cs); p.Rule == balance.RuleSchools && m.Form != "" {
				view.Parts[len(view.Parts)-1].Links = []Link{{Name: m.Title, Href: y.base() + s.ID + "/schools/"}}
			}
			continue
		}
		st := Stack{Caption: y.b.d.Name + s.Short + p.Name + "，" + term(y.Year.Year), Head: "标准", Middle: "结论", Last: "数与算法"}
		for _, c := range cs {
			st.Rows = append(st.Rows, y.criterionRow(s, p, c, true))
		}
		view.Parts = append(view.Parts, Part{
			ID: p.ID, Title: p.Name, Form: "stack", Data: st, Note: []string{p.Text + "。"},
			Gist: text(y.counts(s.ID, p.ID)),
		})
	}
	files := y.rowFiles(s)
	if files != nil || judgesSchools(s) {
		view.Parts = append(view.Parts, y.rowsPart(s, files))
	}
	return Page{
		Path: fmt.Sprintf("%s/%d/%s", b.d.Code, y.Year.Year, s.ID), Kind: "working",
		Title:       fmt.Sprintf("%s%s%s逐条算法", b.d.Name, term(y.Year.Year), s.Short),
		Description: plain(view.Lead), View: view, Twin: twin(y.workingTwin(s)), Files: files,
	}
}

// matrixPage is /districts/<code>/<year>/<standard>/schools/: every school
// against the criteria held school by school; a page of its own, so that the
// working stays short however many schools there are. files are the tables beside the working.
func (y *year) matrixPage(s balance.Standard, files []File) (Page, bool) {
	b := y.b
	view := PageView{
		Owner: b.owner,
		Crumbs: []Link{{Name: "区县", Href: "/districts/"}, {Name: b.d.Name, Href: b.owner.Href}, {Name: term(y.Year.Year), Href: y.base()},
			{Name: s.Short + "逐条算法", Href: y.base() + s.ID + "/"}},
		Heading: b.d.Name + s.Short + "各校逐项", Meta: []Run{{Text: term(y.Year.Year)}}, Lead: y.standardLead(s),
	}
	for _, p := range s.Parts {
		if p.Rule == balance.RuleSchools {
			view.Parts = join(view.Parts, y.matrix(s, p, criteriaOf(s, p.ID)))
		}
	}
	if len(view.Parts) == 0 {
		return Page{}, false
	}
	view.Parts = append(view.Parts, y.rowsPart(s, files))
	return Page{
		Path: fmt.Sprintf("%s/%d/%s/schools", b.d.Code, y.Year.Year, s.ID), Kind: "working",
		Title: fmt.Sprintf("%s%s%s各校逐项", b.d.Name, term(y.Year.Year), s.Short), Description: plain(view.Lead), View: view,
		Twin: twin(struct {
			Schema   string  `json:"schema"`
			District subject `json:"district"`
			Year     int     `json:"year"`
			Standard string  `json:"standard"`
			Rows     string  `json:"rows"` // where the table is
		}{"junheng/schools/1", b.subject(), y.Year.Year, s.ID, "../rows.json"}),
	}, true
}

// judgesSchools reports whether a standard has anything that follows from the school table.
func judgesSchools(s balance.Standard) bool {
	return slices.ContainsFunc(s.Criteria, func(c balance.Criterion) bool { return c.Level == balance.LevelSchool })
}

func (y *year) standardLead(s balance.Standard) []Run {
	for _, st := range y.Assessed.Standings {
		if st.School == "" && st.Standard == s.ID {
			return emphasise(st)
		}
	}
	return text(fmt.Sprintf("%s，%s对照%s%s", term(y.Year.Year), y.b.owner.Short, s.Short, y.counts(s.ID, "")))
}

// sources are the documents and tables a year rests on.
func (y *year) sources() Part {
	var rows []Entry
	for _, r := range y.Reports {
		e := Entry{Name: "报告", Text: []Run{{Text: "《" + r.Title + "》", Href: y.base() + "reports/" + r.Slug + "/"}}}
		says := ""
		for _, s := range []string{r.Publisher, when(r.Published != "", day(r.Published)+"公布"), when(r.Retrieved != "", day(r.Retrieved)+"存档")} {
			if s != "" {
				says += "，" + s
			}
		}
		e.Text = append(e.Text, Run{Text: fmt.Sprintf("%s。读出%d个数，核对%d处。原件%s，sha256 %s。", says, len(r.Figures), len(r.Checks), strings.ToUpper(r.Encoding), clip12(r.SHA256))})
		rows = append(rows, e)
	}
	if len(y.Items) > 0 {
		rows = append(rows, Entry{Name: "汇总表", Text: []Run{{Text: fmt.Sprintf("%d项", len(y.Items)), Href: y.base() + "#items"}, {Text: "，" + y.b.d.Bureau.Name + "填报。"}}})
	}
	if len(y.Schools) > 0 {
		basis := y.b.d.Release.Basis
		if !y.b.d.Release.SchoolRows {
			basis = "未写明，逐校数据不公布"
		}
		rows = append(rows, Entry{Name: "学校表", Text: text(fmt.Sprintf("%d所学校，%s。公开依据：%s。", len(y.Schools), season(y.Year.Year), basis))})
	}
	rows = append(rows, Entry{Name: "版本", Text: text("本页由" + y.b.d.Bureau.Name + "的数据文件夹生成，版本" + y.b.owner.Version + "。数据许可：" + y.b.d.Licence + "。")})
	return Part{
		ID: "sources", Title: "来源", Form: "rows", Data: Entries{Rows: rows},
		Links: []Link{{Name: "本页数据（JSON）", Href: "index.json"}},
	}
}
