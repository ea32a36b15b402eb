package site

import (
	"fmt"
	"slices"

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
		}{"junheng/indicator/1", i, append([]districtValue{}, c.values()[i.ID]...)}),
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

// values are the districts' values by indicator, in code order.
func (c *nation) values() map[string][]districtValue {
	if c.valued == nil {
		c.valued = map[string][]districtValue{}
		for _, s := range c.summaries {
			for _, v := range s.Values {
				c.valued[v.Indicator] = append(c.valued[v.Indicator], districtValue{s.Code, v})
			}
		}
	}
	return c.valued
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
	if c.regions != nil {
		return c.regionValues(i)
	}
	values := c.values()[i.ID]
	if len(values) == 0 {
		return Part{}
	}
	named := map[string]string{}
	for _, s := range c.summaries {
		named[s.Code] = s.Name
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
			if v.Mark == nil && c.judgedAlike(values, v) {
				continue // the row that judges it says the same number
			}
			t.Rows = append(t.Rows, []TableCell{
				{Text: named[v.District], Href: "/districts/" + v.District + "/"}, {Text: v.Text, Href: v.Href, Num: true},
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

// judgedAlike tells whether another standard judges the very value that this
// one only shows.
func (c *nation) judgedAlike(values []districtValue, v districtValue) bool {
	return slices.ContainsFunc(values, func(o districtValue) bool {
		return o.District == v.District && o.Stage == v.Stage && o.Year == v.Year && o.Mark != nil && o.Text == v.Text && o.Basis == v.Basis
	})
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
