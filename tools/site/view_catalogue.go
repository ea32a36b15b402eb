package site

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/chart"
)

// indicators is the list of indicators and a page for each.
func (c *nation) indicators() NationalJSON {
	out := NationalJSON{View: PageView{Lead: text(fmt.Sprintf("%d个指标，每个写明意思、单位、算法，以及哪些标准用到它。", len(c.n.Indicators)))}}
	var themes []string
	rows := map[string][][]TableCell{}
	for _, i := range c.n.Indicators {
		theme := i.Theme
		if theme == "" {
			theme = "其他"
		}
		if rows[theme] == nil {
			themes = append(themes, theme)
		}
		rows[theme] = append(rows[theme], []TableCell{{Text: i.Name, Href: indicatorHref(i.ID)}, {Text: unit(i.Unit)}, {Text: i.Meaning}})
		out.Pages = append(out.Pages, c.indicatorPage(i))
	}
	for n, t := range themes {
		out.View.Parts = append(out.View.Parts, Part{ID: fmt.Sprintf("t%d", n+1), Title: t, Form: "table", Data: Table{
			Caption: fmt.Sprintf("%s，%d个指标", t, len(rows[t])), Head: []TableHead{{Text: "指标"}, {Text: "单位"}, {Text: "意思"}}, Rows: rows[t],
		}})
	}
	out.Twin = twin(struct {
		Schema     string              `json:"schema"`
		Indicators []balance.Indicator `json:"indicators"`
	}{"junheng/indicators/1", c.n.Indicators})
	return out
}

func (c *nation) indicatorPage(i balance.Indicator) Page {
	lead := i.Meaning
	if lead == "" {
		lead = i.Name + "。"
	}
	view := PageView{Crumbs: []Link{{Name: "指标", Href: "/indicators/"}, {Name: i.Theme}}, Heading: i.Name, Lead: text(lead)}
	for _, m := range []string{when(i.Unit != "", "单位："+unit(i.Unit)), when(i.Judged, "凭证判定，没有数值"), levelSays(i.Level), "编号：" + i.ID} {
		if m != "" {
			view.Meta = append(view.Meta, Run{Text: m})
		}
	}
	view.Parts = join(view.Parts, c.uses(i), c.districtValues(i), c.computed(i), c.provenance(i))
	if len(view.Parts) == 0 {
		view.Parts = []Part{{ID: "unused", Title: "使用情况", Form: "rows", Data: Entries{Rows: []Entry{
			{Name: "在报告里", Text: text("用来识别报告里的数；没有标准用到它，也没有区县公布过它。")},
		}}}}
	}
	return Page{
		Path: i.ID, Kind: "indicator", Title: i.Name, Description: i.Name + "：" + lead, View: view,
		Twin: twin(struct {
			Schema    string            `json:"schema"`
			Indicator balance.Indicator `json:"indicator"`
			Values    []districtValue   `json:"values"`
		}{"junheng/indicator/1", i, c.values(i.ID)}),
	}
}

func levelSays(l balance.Level) string {
	switch l {
	case balance.LevelSchool:
		return "逐校计算"
	case balance.LevelDistrict:
		return "按区县计算"
	}
	return ""
}

// uses are the criteria that hold something against the indicator.
func (c *nation) uses(i balance.Indicator) Part {
	st := Stack{Caption: "用到“" + i.Name + "”的标准", Head: "标准", Middle: "限值", Last: "原文要点与条款"}
	for _, s := range c.n.Standards {
		for _, cr := range s.Criteria {
			if cr.Indicator != i.ID {
				continue
			}
			st.Rows = append(st.Rows, StackRow{
				Name: s.Short, Limit: s.Number, Href: "/standards/" + s.ID + "/#" + anchor(cr.ID),
				Marks: limited(cr), Text: text(cr.Name + "。" + when(cr.Clause != "", "（"+cr.Clause+"）")),
			})
		}
	}
	if len(st.Rows) == 0 {
		return Part{}
	}
	return Part{ID: "standards", Title: "哪些标准用到它", Form: "stack", Data: st}
}

func limited(c balance.Criterion) []StackMark {
	if len(c.Limits) == 0 {
		return nil
	}
	return []StackMark{{Limit: limits(c)}}
}

// districtValue is one district's value in an indicator's twin.
type districtValue struct {
	District string `json:"district"`
	SummaryValue
}

func (c *nation) values(indicator string) []districtValue {
	out := []districtValue{}
	for _, s := range c.summaries {
		for _, v := range s.Values {
			if v.Indicator == indicator {
				out = append(out, districtValue{s.Code, v})
			}
		}
	}
	return out
}

// Strips are many districts against one line, each with its table (forms/strips.html).
type Strips struct {
	Strips []StripOf `json:"strips"`
}

// StripOf is one stage.
type StripOf struct {
	Name  string   `json:"name"`
	Ends  []string `json:"ends,omitempty"`
	SVG   string   `json:"svg,omitempty"`
	Table Table    `json:"table"`
}

func (c *nation) districtValues(i balance.Indicator) Part {
	values := c.values(i.ID)
	if len(values) == 0 {
		return Part{}
	}
	var strips Strips
	for _, st := range append([]balance.Stage{balance.StageNone}, balance.Stages...) {
		t := Table{
			Caption: string(st) + i.Name + "，最近一年；按代码排列，不排名",
			Head:    []TableHead{{Text: "区县"}, {Text: "数值" + when(i.Unit != "", "（"+unit(i.Unit)+"）"), Num: true}, {Text: "结论"}, {Text: "口径"}, {Text: "学年"}},
		}
		var dots []chart.Dot
		for _, v := range values {
			if v.Stage != st {
				continue
			}
			name := v.District
			for _, s := range c.summaries {
				if s.Code == v.District {
					name = s.Name
				}
			}
			t.Rows = append(t.Rows, []TableCell{
				{Text: name, Href: "/districts/" + v.District + "/"}, {Text: v.Text, Href: v.Href, Num: true},
				{Mark: v.Mark, Text: v.Basis + when(v.Says != "", "，"+v.Says)}, {Text: c.called(v.Standard)}, {Text: term(v.Year)},
			})
			if v.Mark != nil && (v.Mark.State == "met" || v.Mark.State == "short") {
				dots = append(dots, chart.Dot{Value: v.Value, State: v.Mark.State})
			}
		}
		if len(t.Rows) == 0 {
			continue
		}
		s := StripOf{Name: string(st), Table: t}
		if scale, ends, ok := c.scale(i.ID, st); ok && len(dots) > 0 {
			s.Ends = ends
			s.SVG = chart.Strip(scale, dots, fmt.Sprintf("%s%s：%d个区县与达标线", st, i.Name, len(dots)))
		}
		strips.Strips = append(strips.Strips, s)
	}
	return Part{
		ID: "values", Title: "各区县", Form: "strips", Data: strips,
		Note: []string{"竖线是达标线，右边总是更好。圆点达标，三角未达标。"},
	}
}

func (c *nation) called(standard string) string {
	s, _ := c.n.Standard(standard)
	return s.Short
}

// scale is the line of an indicator: the first national criterion that limits it.
func (c *nation) scale(indicator string, st balance.Stage) (chart.Scale, []string, bool) {
	for _, s := range c.national() {
		for _, cr := range s.Criteria {
			if cr.Indicator != indicator {
				continue
			}
			if t, ok := threshold(cr, st); ok {
				scale, ok := chart.NewScale(t)
				return scale, ends([]balance.Criterion{cr}), ok
			}
		}
	}
	return chart.Scale{}, nil, false
}

// computed says how the indicator follows from the columns of the school table.
func (c *nation) computed(i balance.Indicator) Part {
	var rows []Entry
	for n, f := range append(formulas(i), i.Variants...) {
		name := "算法"
		if n > 0 {
			name = "其他口径"
		}
		rows = append(rows, Entry{Name: name, Small: f.Name, Sums: text(c.formula(i, f))})
	}
	if of, ok := c.n.Indicator(i.CVOf); ok {
		rows = append(rows, Entry{Name: "算法", Sums: []Run{{Text: "各校"}, {Text: of.Name, Href: indicatorHref(of.ID)}, {Text: "的标准差 ÷ 全区县平均"}},
			Text: text("CV = S ÷ X̄，S = √Σ(Pᵢ/P)(xᵢ − X̄)²，X̄ = ΣRᵢ ÷ ΣPᵢ；按在校生数加权，总体标准差。")})
	}
	if len(rows) == 0 {
		return Part{}
	}
	return Part{ID: "formula", Title: "怎样算", Form: "rows", Data: Entries{Rows: rows}}
}

func formulas(i balance.Indicator) []balance.Formula {
	if i.Formula == nil {
		return nil
	}
	return []balance.Formula{*i.Formula}
}

func (c *nation) formula(i balance.Indicator, f balance.Formula) string {
	top := c.terms(f.Plus, " + ")
	if len(f.Minus) > 0 {
		top = "(" + top + " − " + c.terms(f.Minus, " − ") + ")"
	} else if len(f.Plus) > 1 {
		top = "(" + top + ")"
	}
	if f.Per != "" {
		below := c.field(f.Per)
		if len(f.PerPlus)+len(f.PerMinus) > 0 {
			below = "(" + below + when(len(f.PerPlus) > 0, " + "+c.terms(f.PerPlus, " + ")) + when(len(f.PerMinus) > 0, " − "+c.terms(f.PerMinus, " − ")) + ")"
		}
		top += " ÷ " + below
	}
	if f.Factor != 0 && f.Factor != 1 {
		top += " × " + shortest(f.Factor)
	}
	return top
}

func (c *nation) terms(fields []string, sign string) string {
	var out []string
	for _, f := range fields {
		out = append(out, c.field(f))
	}
	return strings.Join(out, sign)
}

// field is what a column or an indicator is called on paper.
func (c *nation) field(id string) string {
	for _, name := range []string{id, id + "_primary"} {
		if col, ok := c.n.Column(name); ok {
			return strings.TrimPrefix(col.Header, when(name != id, string(balance.StagePrimary)))
		}
	}
	if i, ok := c.n.Indicator(id); ok {
		return i.Name
	}
	return id
}

func (c *nation) provenance(i balance.Indicator) Part {
	var rows []Entry
	if len(i.Aliases) > 0 {
		rows = append(rows, Entry{Name: "又叫", Text: text(strings.Join(i.Aliases, "、"))})
	}
	for _, s := range i.Source {
		rows = append(rows, Entry{Name: s, Text: text(c.n.Sources[s])})
	}
	if len(rows) == 0 {
		return Part{}
	}
	return Part{ID: "sources", Title: "叫法与来源", Form: "rows", Data: Entries{Rows: rows}, Note: []string{sureSays(i.Sure)}}
}

func sureSays(s balance.Certainty) string {
	switch s {
	case balance.SureA:
		return "核实程度A：见于官方文本或表格。"
	case balance.SureB:
		return "核实程度B：见于二手材料。"
	}
	return "核实程度C：尚未核实。"
}

// standards is the list of standards and a page for each.
func (c *nation) standards() NationalJSON {
	out := NationalJSON{View: PageView{Lead: text("国家用来衡量区县义务教育的标准，逐条写明限值、条款和我们有多大把握。")}}
	var rows []Entry
	for _, s := range c.n.Standards {
		rows = append(rows, Entry{Name: s.Short, Href: "/standards/" + s.ID + "/", Small: s.Number, Sums: text("《" + s.Document + "》"),
			Text: text(s.Meaning + fmt.Sprintf("共%d条。", len(s.Criteria)))})
		out.Pages = append(out.Pages, c.standardPage(s))
	}
	out.View.Parts = []Part{{ID: "list", Title: "各项标准", Form: "rows", Data: Entries{Rows: rows}}, c.glance()}
	out.Twin = twin(struct {
		Schema    string             `json:"schema"`
		Standards []balance.Standard `json:"standards"`
	}{"junheng/standards/1", c.n.Standards})
	return out
}

func (c *nation) standardPage(s balance.Standard) Page {
	view := PageView{
		Crumbs: []Link{{Name: "标准", Href: "/standards/"}}, Heading: s.Name, Lead: text(s.Meaning),
		Meta: []Run{{Text: "《" + s.Document + "》"}, {Text: s.Number}, {Text: "印发：" + day(s.Issued)}, {Text: sureSays(s.Sure)}},
	}
	if b, ok := c.n.Standard(s.Base); ok {
		view.Meta = append(view.Meta, Run{Text: "以" + b.Short + "为基础，只改所列条目", Href: "/standards/" + b.ID + "/"})
	}
	parts := s.Parts
	if len(parts) == 0 {
		parts = []balance.Part{{ID: "", Name: "所改条目"}}
	}
	for _, p := range parts {
		st := Stack{Caption: s.Short + p.Name, Head: "条目", Middle: "限值", Last: "怎样测量、由谁公布"}
		for _, cr := range s.Criteria {
			if p.ID != "" && cr.Part != p.ID {
				continue
			}
			row := StackRow{ID: anchor(cr.ID), Name: cr.Name, Limit: cr.Clause, Href: indicatorHref(cr.Indicator), Marks: limited(cr)}
			for _, says := range []string{cr.Plain, when(cr.Measured != "", "测量："+cr.Measured+"。"), when(cr.Owner != "", "应由"+cr.Owner+"公布。"), when(cr.Transitional != "", "过渡口径："+cr.Transitional+"。")} {
				if says != "" {
					row.Text = append(row.Text, Run{Text: says})
				}
			}
			row.Text = append(row.Text, Run{Text: "（" + string(cr.Sure) + "）"})
			st.Rows = append(st.Rows, row)
		}
		if len(st.Rows) == 0 {
			continue
		}
		id := p.ID
		if id == "" {
			id = "changes"
		}
		part := Part{ID: id, Title: p.Name, Form: "stack", Data: st}
		if p.Text != "" {
			part.Note = []string{p.Text + "。"}
		}
		view.Parts = append(view.Parts, part)
	}
	return Page{
		Path: s.ID, Kind: "standard", Title: s.Name, Description: s.Name + "（" + s.Number + "）：" + s.Meaning, View: view,
		Twin: twin(struct {
			Schema   string           `json:"schema"`
			Standard balance.Standard `json:"standard"`
		}{"junheng/standard/1", s}),
	}
}
