package site

import (
	"strings"

	"junheng/tools/balance"
)

// computed says how the indicator follows from the columns of the school table.
func (c *nation) computed(i balance.Indicator) Part {
	var rows []Entry
	own := formulas(i)
	for n, f := range append(own, i.Variants...) {
		name := "算法"
		if n >= len(own) {
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
	if col, ok := c.n.Column(id); ok {
		return col.Header
	}
	if col, ok := c.n.Column(id + "_primary"); ok {
		return strings.TrimPrefix(col.Header, string(balance.StagePrimary))
	}
	if col, ok := c.n.Column(id + "_junior"); ok {
		return strings.TrimPrefix(col.Header, string(balance.StageJunior))
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
