package site

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/chart"
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
			if p.Rule == balance.RuleSchools {
				view.Parts = join(view.Parts, y.matrix(s, p, cs))
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
	return Page{
		Path: fmt.Sprintf("%s/%d/%s", b.d.Code, y.Year.Year, s.ID), Kind: "working",
		Title:       fmt.Sprintf("%s%s%s逐条算法", b.d.Name, term(y.Year.Year), s.Short),
		Description: plain(view.Lead), View: view, Twin: twin(y.workingTwin(s)),
	}
}

func (y *year) standardLead(s balance.Standard) []Run {
	for _, st := range y.Assessed.Standings {
		if st.School == "" && st.Standard == s.ID {
			return emphasise(st)
		}
	}
	return text(fmt.Sprintf("%s，%s对照%s%s", term(y.Year.Year), y.b.owner.Short, s.Short, y.counts(s.ID, "")))
}

// matrix is every school against the criteria of a part.
func (y *year) matrix(s balance.Standard, p balance.Part, cs []balance.Criterion) Part {
	if !y.b.d.Release.SchoolRows {
		return Part{}
	}
	m := Matrix{Caption: y.b.d.Name + season(y.Year.Year) + "各校" + strings.ReplaceAll(p.Name, "·", "：") + "，按学校标识码排列", Head: []TableHead{{Text: "学校（部）"}}}
	for _, c := range cs {
		m.Head = append(m.Head, TableHead{Text: criterion{c}.short(y.b.n)})
	}
	m.Head = append(m.Head, TableHead{Text: "合计判定"})
	for _, sc := range y.Schools {
		stages := sc.Type.Stages()
		for _, st := range stages {
			row := MatrixRow{Name: sc.Name, Href: y.b.schoolHref(sc.Code)}
			if len(stages) > 1 {
				row.Small = string(st) + "部"
			}
			any := false
			for _, c := range cs {
				cell := TableCell{}
				_, of := byStage(y.verdicts[spot{s.ID, "", c.ID, sc.Code}])
				if vs := of[st]; len(vs) > 0 {
					any = true
					if vs[0].Value != nil {
						cell.Text = y.printed(c, *vs[0].Value)
					}
					cell.Mark = mark(vs[0].Outcome)
				}
				row.Cells = append(row.Cells, cell)
			}
			whole := TableCell{}
			for _, v := range y.verdicts[spot{s.ID, p.ID, "", sc.Code}] {
				if v.Stage == st || v.Stage == balance.StageNone {
					whole.Mark = mark(v.Outcome)
				}
			}
			row.Cells = append(row.Cells, whole)
			if any {
				m.Rows = append(m.Rows, row)
			}
		}
	}
	if len(m.Rows) == 0 {
		return Part{}
	}
	return Part{
		ID: p.ID + "-schools", Title: "各校逐项", Form: "matrix", Data: m,
		Note: []string{"每一格是这所学校（部）的值和结论；完整算法在学校页。"},
	}
}

// beyond are the schools that miss a limit on size.
func (y *year) beyond(s balance.Standard, c balance.Criterion) Part {
	l := Ledger{Caption: y.b.d.Name + "超过规模上限的学校，" + season(y.Year.Year), Head: "学校与上限", Stages: []string{"在校生"}, Ends: []string{"两倍", "上限", "0人"}}
	sum := 0.0
	for _, sc := range y.Schools {
		for _, v := range y.verdicts[spot{s.ID, "", c.ID, sc.Code}] {
			if v.Outcome != balance.NotMet || v.Value == nil || v.Threshold == nil {
				continue
			}
			scale := chart.Scale{Limit: v.Threshold.Value, Op: v.Threshold.Op, Twice: true}
			over := *v.Value - v.Threshold.Value
			sum += over
			l.Rows = append(l.Rows, LedgerRow{
				Name: sc.Name, Href: y.b.schoolHref(sc.Code), Limit: "上限" + shortest(v.Threshold.Value) + "人",
				Cells: []Cell{{
					Value: number(*v.Value, 0), Mark: &Mark{"short", "超限"}, Gap: "多" + number(over, 0) + "人",
					Track: chart.Track{Scale: scale, Value: *v.Value, State: "short"}.SVG(),
				}},
			})
			break
		}
	}
	if len(l.Rows) == 0 {
		return Part{}
	}
	return Part{
		ID: "size", Title: "学校规模", Form: "ledger", Data: l,
		Note: []string{c.Name + "。", "竖线是规模上限，线右为不超。"},
		Gist: text(fmt.Sprintf("%d所学校超过上限，共多%s人。", len(l.Rows), number(sum, 0))),
	}
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
