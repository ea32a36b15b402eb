package site

import (
	"fmt"
	"slices"
	"strings"

	"junheng/tools/balance"
)

// reductionHref is the page of a district's year on 双减; empty without that standard.
func (y *year) reductionHref() string {
	for _, s := range y.standards {
		if reduces(s) {
			return y.base() + "double-reduction/"
		}
	}
	return ""
}

// reductionPage is /districts/<code>/<year>/double-reduction/: what became of
// the institutions, homework, after-school service by schools and by pupils,
// fees, complaints, documents, and what nobody has published.
func (y *year) reductionPage(s balance.Standard) Page {
	b := y.b
	view := PageView{
		Owner:   b.owner,
		Crumbs:  []Link{{Name: "区县", Href: "/districts/"}, {Name: b.d.Name, Href: b.owner.Href}, {Name: term(y.Year.Year), Href: y.base()}},
		Heading: b.d.Name + s.Short,
		Meta:    []Run{{Text: term(y.Year.Year)}, {Text: "《" + s.Document + "》", Href: "/standards/" + s.ID + "/"}, {Text: s.Number}},
		Lead:    y.standardLead(s),
		Aside:   []string{s.Meaning},
	}
	view.Parts = append(view.Parts, y.whereabouts(s))
	for _, p := range s.Parts {
		cs := criteriaOf(s, p.ID)
		if len(cs) == 0 || counts(cs, remaining) {
			continue
		}
		part := y.reductionPart(s, p, cs)
		view.Parts = append(view.Parts, part)
		if judgedOnly(y, cs) {
			view.Parts = join(view.Parts, y.reductionSays(s))
		}
	}
	view.Parts = join(view.Parts, y.reductionLacks(s))
	view.Parts = append(view.Parts, y.sources())
	return Page{
		Path: fmt.Sprintf("%s/%d/double-reduction", b.d.Code, y.Year.Year), Kind: "reduction",
		Title: b.d.Name + term(y.Year.Year) + s.Short, Description: plain(view.Lead), View: view, Twin: twin(y.reductionTwin(s)),
	}
}

// whereabouts is what became of the institutions, before any rate, and the rate
// with the words that define it.
func (y *year) whereabouts(s balance.Standard) Part {
	st := Stack{Caption: y.b.d.Name + s.Short + "学科类培训机构去向，" + term(y.Year.Year), Head: "去向", Middle: "结论", Last: "数与出处"}
	r := Reduction{Stack: &st}
	part := Part{Form: "double-reduction", Note: []string{"先写基数和去向，再写比率。压减率没有唯一定义，写明用的是哪一个。"}}
	for _, p := range s.Parts {
		cs := criteriaOf(s, p.ID)
		if !counts(cs, remaining) {
			continue
		}
		part.ID, part.Title = p.ID, p.Name
		for _, c := range cs {
			row := y.criterionRow(s, p, c, false)
			row.ID, row.Limit = anchor(c.ID), ""
			if i, ok := y.b.n.Indicator(c.Indicator); ok && i.Formula != nil {
				row.Lines = append(row.Lines, text("定义："+c.Measured+"。"))
				for _, v := range y.on(s.ID, c) {
					if _, other, ok := strings.Cut(v.Note, "；"); ok {
						row.Lines = append(row.Lines, text("另一种口径，"+other+"。"))
					}
				}
			}
			st.Rows = append(st.Rows, row)
		}
	}
	if f, ok := y.flow(); ok {
		r.Flow = append(r.Flow, f)
	} else {
		part.Gist = text("基数和在营数没有都公布，去向画不出来，压减率也无从核对。")
	}
	part.Data = r
	return part
}

// reductionPart is one part of the standard, criterion by criterion.
func (y *year) reductionPart(s balance.Standard, p balance.Part, cs []balance.Criterion) Part {
	st := Stack{Caption: y.b.d.Name + s.Short + p.Name + "，" + term(y.Year.Year), Head: "要求", Middle: "结论", Last: "数与出处"}
	for _, c := range cs {
		row := y.criterionRow(s, p, c, true)
		row.Href = y.href(s.ID, c)
		st.Rows = append(st.Rows, row)
	}
	return Part{ID: p.ID, Title: p.Name, Form: "stack", Data: st, Note: []string{p.Text + "。"}, Gist: text(y.counts(s.ID, p.ID))}
}

// reductionSays is what the district's reports say in words: measures and
// documents under a heading of the standard's name, or on one of its indicators.
func (y *year) reductionSays(s balance.Standard) Part {
	var rows []Entry
	for _, kind := range []balance.StatementKind{balance.SaysDocument, balance.SaysMeasure} {
		e := Entry{Name: statements[kind]}
		for _, r := range y.Reports {
			for _, says := range r.Statements {
				if says.Kind == kind && y.speaks(r.Report, says.Source.Article) && concerns(s, says) {
					e.Quotes = append(e.Quotes, y.quote(r.Slug, says))
				}
			}
		}
		if len(e.Quotes) > 0 {
			e.Small = itoa(len(e.Quotes)) + "句"
			rows = append(rows, e)
		}
	}
	if len(rows) == 0 {
		rows = []Entry{{Name: "没有", Text: text("本区县的报告没有写到" + s.Short + "的文件和措施。")}}
	}
	return Part{ID: "said", Title: "报告写的文件和措施", Form: "rows", Data: Entries{Rows: rows}, Under: true,
		Note: []string{"写在报告里的文件和做法，不是数，不能代替数。"}}
}

// concerns reports whether a statement is about a standard.
func concerns(s balance.Standard, says balance.Statement) bool {
	for _, c := range s.Criteria {
		if says.Indicator != "" && c.Indicator == says.Indicator {
			return true
		}
	}
	return strings.Contains(says.Source.Quote, s.Short) || slices.ContainsFunc(says.Source.Section, func(h string) bool { return strings.Contains(h, s.Short) })
}

// reductionLacks is what nobody has published, each leading to how to ask for it.
func (y *year) reductionLacks(s balance.Standard) Part {
	var rows []Entry
	for _, m := range y.missing() {
		if i := slices.IndexFunc(m.standards, func(o balance.Standard) bool { return o.ID == s.ID }); i >= 0 {
			rows = append(rows, Entry{Name: m.name, Href: y.base() + "missing/#" + m.id, Mark: m.mark(), Text: text(when(m.Owner != "", "应由"+m.Owner+"公布。"))})
		}
	}
	if len(rows) == 0 {
		return Part{}
	}
	return Part{
		ID: "unpublished", Title: "没有公布的", Form: "rows", Data: Entries{Rows: rows}, Gist: text(fmt.Sprintf("%d项。", len(rows))),
		Links: []Link{{Name: "申请公开的现成文字", Href: y.base() + "missing/"}},
	}
}

// counts reports whether one of the criteria is on an indicator.
func counts(cs []balance.Criterion, indicator string) bool {
	return slices.ContainsFunc(cs, func(c balance.Criterion) bool { return c.Indicator == indicator })
}

// judgedOnly reports whether criteria are judgements with evidence, no numbers.
func judgedOnly(y *year, cs []balance.Criterion) bool {
	return !slices.ContainsFunc(cs, func(c balance.Criterion) bool {
		i, ok := y.b.n.Indicator(c.Indicator)
		return !ok || !i.Judged
	})
}

type reductionTwin struct {
	Schema     string              `json:"schema"`
	District   subject             `json:"district"`
	Year       int                 `json:"year"`
	Standard   string              `json:"standard"`
	Verdicts   []balance.Verdict   `json:"verdicts"` // without working, which the standard's own page has
	Statements []balance.Statement `json:"statements"`
}

func (y *year) reductionTwin(s balance.Standard) any {
	t := reductionTwin{Schema: "junheng/reduction/1", District: y.b.subject(), Year: y.Year.Year, Standard: s.ID, Statements: []balance.Statement{}}
	t.Verdicts = y.verdictsThat(func(v balance.Verdict) bool { return v.Standard == s.ID && v.School == "" })
	for i := range t.Verdicts {
		t.Verdicts[i].Working = nil
	}
	for _, r := range y.Reports {
		for _, says := range r.Statements {
			if y.speaks(r.Report, says.Source.Article) && concerns(s, says) {
				t.Statements = append(t.Statements, says)
			}
		}
	}
	return t
}
