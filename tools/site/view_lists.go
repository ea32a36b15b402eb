package site

import (
	"fmt"
	"strconv"
	"strings"

	"junheng/tools/balance"
)

// criteria lists every criterion of a standard with its verdicts.
func (y *year) criteria(s balance.Standard) Part {
	st := Stack{Caption: y.b.d.Name + term(y.Year.Year) + s.Short + "逐条结论", Head: "标准", Middle: "结论", Last: "数与依据"}
	for _, p := range s.Parts {
		for _, c := range criteriaOf(s, p.ID) {
			st.Rows = append(st.Rows, y.criterionRow(s, p, c, false))
		}
	}
	return Part{
		ID: s.ID, Title: s.Short, Form: "stack", Data: st, Gist: text(y.counts(s.ID, "")),
		Note:  []string{s.Meaning, "《" + s.Document + "》，" + s.Number + "。"},
		Links: []Link{{Name: "逐条算法", Href: y.base() + s.ID + "/"}, {Name: "这份标准", Href: "/standards/" + s.ID + "/"}},
	}
}

// criterionRow is one criterion in a list; with working, it opens its own.
func (y *year) criterionRow(s balance.Standard, p balance.Part, c balance.Criterion, working bool) StackRow {
	row := StackRow{ID: anchor(c.ID), Name: c.Name, Limit: p.Name, Href: y.href(s.ID, c)}
	if working {
		row.Limit, row.Href = limits(c), indicatorHref(c.Indicator)
	} else {
		row.ID = ""
	}
	verdicts := y.on(s.ID, c)
	stages, of := byStage(verdicts)
	for _, st := range stages {
		for i, v := range of[st] {
			m := StackMark{Mark: mark(v.Outcome), Basis: string(v.Basis), Raw: raw(v)}
			alone := v.Outcome == balance.OutOfScope && v.Value != nil // shown for its own sake
			if i == 0 {
				m.Stage = string(st)
			}
			if v.Gap != nil {
				m.Gap = unit(v.Gap.Text)
			}
			if !alone {
				row.Marks = append(row.Marks, m)
			}
			if v.Value != nil && (alone || len(of[st]) > 1) {
				row.Text = append(row.Text, Run{Text: string(v.Basis)})
			}
			row.Text = append(row.Text, y.says(c, v)...)
		}
		row.Text = append(row.Text, text(y.evidence(c, st))...)
	}
	if o := y.joined(s, c); len(row.Text) == 0 && c.Owner != "" && (o == balance.NotPublished || o == balance.Undecidable) {
		row.Text = text("应由" + c.Owner + "公布。")
	}
	if working {
		row.How = y.how(c, verdicts)
	}
	return row
}

// evidence is what the bureau gives as proof of its own item.
func (y *year) evidence(c balance.Criterion, stage balance.Stage) string {
	for _, it := range y.Items {
		if it.Indicator == c.Indicator && it.Stage == stage && it.Evidence != "" {
			return "佐证：" + it.Evidence + "。"
		}
	}
	return ""
}

// says is a verdict's value in words.
func (y *year) says(c balance.Criterion, v balance.Verdict) []Run {
	if v.Value == nil || c.Level == balance.LevelSchool && v.School == "" {
		return nil // of a criterion held school by school, the gap says how many
	}
	run := Run{Text: string(v.Stage) + y.printedOf(c, v) + unit(v.Unit)}
	if v.Figure != "" {
		run.Href = y.figureHref(v.Figure)
	}
	return []Run{run, {Text: "。"}}
}

// items is the district's own table.
func (y *year) items() Part {
	if len(y.Items) == 0 {
		return Part{}
	}
	t := Table{
		Caption: y.b.d.Name + term(y.Year.Year) + "汇总数据，由" + y.b.d.Bureau.Name + "填报",
		Head:    []TableHead{{Text: "指标"}, {Text: "学段"}, {Text: "数值", Num: true}, {Text: "佐证"}},
	}
	for _, it := range y.Items {
		name, dec := it.Indicator, 2
		if i, ok := y.b.n.Indicator(it.Indicator); ok {
			name, dec = i.Name, i.Decimals
		}
		value := number(it.Datum.Value, dec) + unit(it.Unit)
		switch {
		case it.Judged != "":
			value = string(it.Judged)
		case !it.Datum.Known():
			value = string(it.Datum.Missing)
		}
		t.Rows = append(t.Rows, []TableCell{
			{Text: name, Href: indicatorHref(it.Indicator), Small: it.Period}, {Text: string(it.Stage)}, {Text: value, Num: true}, {Text: it.Evidence},
		})
	}
	return Part{ID: "items", Title: "汇总数据", Form: "table", Data: t, Note: []string{"教育主管部门填报的全区县数据，原样列出。缺的写明原因，不留空，也不记作零。"}}
}

// open is what does not add up in the published reports.
func (y *year) open() Part {
	var rows []Entry
	held := 0
	for _, r := range y.Reports {
		for _, c := range r.Checks {
			if !y.speaks(r.Report, c.Article) {
				continue
			}
			if c.Holds {
				held++
				continue
			}
			rows = append(rows, y.checkEntry(r.Slug, c))
		}
	}
	if held+len(rows) == 0 {
		return Part{}
	}
	gist := fmt.Sprintf("核对%d处数字关系，%d处相符", held+len(rows), held)
	if len(rows) > 0 {
		gist += fmt.Sprintf("，%d处待说明", len(rows))
	}
	return Part{
		ID: "checks", Title: "报告中待说明之处", Form: "rows", Data: Entries{Rows: rows}, Gist: text(gist + "。"),
		Note: []string{"这里只列数字与算式。不相符不等于有误，常因口径或范围不同；单位的答复写在旁边。机器读出的数未经人工确认前，均标“机读待核”。"},
	}
}

func (y *year) checkEntry(slug string, c balance.Check) Entry {
	e := Entry{Raw: !c.Holds && y.unread(slug, c), Name: relations[c.Relation], Href: y.base() + "reports/" + slug + "/#" + c.ID, Answer: c.Answer}
	e.Sums = []Run{{Text: c.Formula}}
	if c.Difference != 0 {
		e.Sums = append(e.Sums, Run{Text: "，相差"}, Run{Text: shortest(round(abs(c.Difference))), Strong: true})
	}
	e.Text = text(strings.TrimSpace(c.Text + when(c.Note != "", "　"+c.Note)))
	return e
}

// unread reports whether a check rests on a figure that nobody has confirmed.
func (y *year) unread(slug string, c balance.Check) bool {
	for _, id := range c.Figures {
		if f, ok := y.figures[slug+"#"+id]; ok && !f.Reviewed {
			return true
		}
	}
	return false
}

var relations = map[balance.Relation]string{
	balance.RelationSum: "分项与合计", balance.RelationShare: "占比与基数", balance.RelationExcess: "超出上限之和",
	balance.RelationRepeat: "前后不一", balance.RelationRange: "取值范围", balance.RelationPaste: "文字重复",
	balance.RelationPart: "部分与全体", balance.RelationRecord: "报告与数据表", balance.RelationLimit: "所引标准",
	balance.RelationCount: "列举与个数",
}

// speaks reports whether an article of a report speaks for the district.
func (y *year) speaks(r balance.Report, article int) bool {
	for _, a := range r.Articles {
		if a.Number == article {
			return a.SpeaksFor == balance.SpeaksForDistrict
		}
	}
	return false
}

// said is the problems and commitments that reports name, each with its sentence.
func (y *year) said() Part {
	var rows []Entry
	for _, kind := range []balance.StatementKind{balance.SaysProblem, balance.SaysCommitment, balance.SaysForecast} {
		e := Entry{Name: statements[kind]}
		for _, r := range y.Reports {
			for _, s := range r.Statements {
				if s.Kind == kind && y.speaks(r.Report, s.Source.Article) {
					e.Quotes = append(e.Quotes, y.quote(r.Slug, s))
				}
			}
		}
		if len(e.Quotes) > 0 {
			e.Small = strconv.Itoa(len(e.Quotes)) + "句"
			rows = append(rows, e)
		}
	}
	if len(rows) == 0 {
		return Part{}
	}
	return Part{
		ID: "said", Title: "问题与承诺", Form: "rows", Data: Entries{Rows: rows},
		Note: []string{"报告自己写下的困难和打算，逐句列出。规划、目标和预测不当作现状。"},
	}
}

// quote is a sentence of a report, what it touches and by when.
func (y *year) quote(slug string, s balance.Statement) Quote {
	q := Quote{
		Text: clip(s.Source.Quote, 120),
		Href: fmt.Sprintf("%sreports/%s/#a%d-p%d", y.base(), slug, s.Source.Article, s.Source.Paragraph),
	}
	if i, ok := y.b.n.Indicator(s.Indicator); ok {
		q.About = append(q.About, Run{Text: "涉及："}, Run{Text: i.Name, Href: indicatorHref(i.ID)})
	}
	if s.Due != "" {
		q.About = append(q.About, Run{Text: when(len(q.About) > 0, "　") + "时限：" + s.Due})
	}
	return q
}

var statements = map[balance.StatementKind]string{
	balance.SaysProblem: "突出问题", balance.SaysCommitment: "承诺与打算", balance.SaysForecast: "预测",
	balance.SaysMeasure: "措施", balance.SaysDocument: "文件",
}

// lacks is what is missing, whom it is owed by and what it holds up.
func (y *year) lacks() Part {
	st := Stack{Caption: y.b.d.Name + term(y.Year.Year) + "尚缺的数据", Head: "缺什么", Middle: "原因", Last: "应由谁公布，影响什么"}
	at := map[string]int{}
	for _, l := range y.Assessed.Lacks {
		c, ok := y.criterion(l.Standard, l.Criterion)
		if !ok {
			continue
		}
		key := l.What + "|" + string(l.Reason)
		i, ok := at[key]
		if !ok {
			reason := l.Reason
			if reason == "" {
				reason = balance.Missing(balance.NotPublished)
			}
			i = len(st.Rows)
			at[key] = i
			st.Rows = append(st.Rows, StackRow{
				Name: y.b.called(l.What), Marks: []StackMark{{Mark: &Mark{"none", string(reason)}}},
				Text: text(when(l.Owner != "", l.Owner+"。")),
			})
		}
		link := Run{Text: c.short(y.b.n), Href: y.href(l.Standard, c.Criterion)}
		if at := st.Rows[i].Text; len(at) == 0 || at[len(at)-1] != link {
			joint := Run{Text: "影响："}
			if len(at) > 1 {
				joint.Text = "、"
			}
			st.Rows[i].Text = append(at, joint, link)
		}
	}
	if len(st.Rows) == 0 {
		return Part{}
	}
	return Part{
		ID: "missing", Title: "尚缺的数据", Form: "stack", Data: st, Gist: text(strconv.Itoa(len(st.Rows)) + "项数据还没有公布。"),
		Note: []string{"缺的不是零。写明缺什么、应由谁公布、影响哪条结论。"},
	}
}

// called is what a missing thing is called on paper; a column goes by its header.
func (b *builder) called(what string) string {
	if c, ok := b.n.Column(what); ok {
		return c.Header
	}
	return what
}

func abs(v float64) float64 {
	if v < 0 {
		return -v
	}
	return v
}
