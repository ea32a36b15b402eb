package site

import (
	"junheng/tools/balance"
	"junheng/tools/chart"
)

// components is /components/: every form that pages are made of, in each of
// its states, drawn by the same partials. What it shows is made up.
func (c *nation) components() NationalJSON {
	part := func(id, title, form string, data any, note ...string) Part {
		return Part{ID: id, Title: title, Form: form, Data: data, Note: note}
	}
	view := PageView{
		Lead: []Run{{Text: "这个网站由下面这些部件拼成；一句话里"}, {Text: "要紧的词", Strong: true}, {Text: "加着重号，不用斜体，不靠颜色。"}},
		Meta: []Run{{Text: "演示用的数都是编的"}},
		Parts: []Part{
			part("colours", "颜色", "palette", palette(), "一种强调色。颜色只是重复形状和文字已经说了的话。"),
			part("verdicts", "结论", "stack", sampleStates(), "结论是形状、文字和差距，三者缺一不可。"),
			part("line", "达标线", "ledger", sampleLedger([]string{"小学"}), "竖线是标准，右边总是更好；超出图外的在端点画箭头。"),
			part("two", "两个学段", "ledger", sampleLedger([]string{"小学", "初中"}), "窄屏上小学在上，初中在下。"),
			part("plain", "一项一句", "plain", samplePlain(), "给家长看的话；每句都有“这是什么意思”和“怎么知道的”。"),
			part("rows", "条目", "rows", sampleEntries(), "名称或日期在左，算式、原句、答复在右。"),
			part("strips", "分布", "strips", sampleStrips(), "许多个值对着一条线；叠在一起的点往上摞。旁边总有表。"),
			part("facts", "大数与班额", "facts", sampleFacts(), "横条旁边写着数；上限处画一条线。"),
			part("flow", "双减去向", "double-reduction", sampleFlow(), "一条线是一所机构：到线为止的关停，虚线转型，穿过的还在。"),
			part("turns", "两年对照", "turns", sampleTurns()),
			part("asks", "申请公开", "asks", sampleAsks(), "点一下文字就全部选中。"),
			part("letters", "按拼音", "letters", sampleLetters(), "没有脚本时也能按拼音的第一个字母找到。"),
			part("matrix", "学校与标准", "matrix", sampleMatrix(), "按代码排列。宽表可以用方向键左右移动。"),
			part("table", "普通表格", "table", sampleTable()),
			part("fold", "收起的长表", "fold", Fold{Summary: "展开长表", Table: sampleTable()}),
			part("legend", "凡例", "legend", Legend{Words: []string{"报告页开头说明怎样读。"}}),
			part("article", "报告正文", "article", sampleArticle(), "读出的数标在原句里，核对写在页边。"),
		},
	}
	return NationalJSON{View: view, Twin: twin(struct {
		Schema  string   `json:"schema"`
		Colours []Colour `json:"colours"`
	}{"junheng/components/1", append(append([]Colour(nil), colours...), grounds...)})}
}

func sampleStates() Stack {
	st := Stack{Caption: "每种结论", Head: "状态", Middle: "结论", Last: "什么时候用"}
	for _, s := range []struct {
		outcome balance.Outcome
		when    string
		gap     string
	}{
		{balance.Met, "达到标准。", "多0.37㎡/生"},
		{balance.MetTransition, "按规定的过渡办法达到。", ""},
		{balance.NotMet, "没有达到，写明差多少。", "差0.32㎡/生"},
		{balance.Undecidable, "有数但不够作出结论，写明缺什么。", ""},
		{balance.NotPublished, "应当公布而没有公布，写明由谁公布。", ""},
		{balance.OutOfScope, "这条标准不适用于它。", ""},
	} {
		st.Rows = append(st.Rows, StackRow{
			Name: string(s.outcome), Limit: "标准≥4.5㎡/生", Text: text(s.when),
			Marks: []StackMark{{Mark: mark(s.outcome), Stage: "小学", Basis: string(balance.Recomputed), Gap: s.gap}},
		})
	}
	st.Rows = append(st.Rows,
		StackRow{Name: "机读待核", Marks: []StackMark{{Mark: mark(balance.Met), Basis: string(balance.Stated), Raw: true}}, Text: text("机器读出、还没有人核过的数，旁边总有这四个字。")},
		StackRow{Name: "下一级", Sub: true, Marks: []StackMark{{Mark: mark(balance.NotMet)}}, Tally: []string{"met", "transit", "short", "unsure", "none", "off"}, Text: text("一格一条标准：6项。")},
	)
	return st
}

func sampleLedger(stages []string) Ledger {
	l := Ledger{Caption: "达标线的每种状态", Head: "指标与标准", Stages: stages, Ends: []string{"一半", "达标线", "一倍半"}}
	mean, last := 4.1, 4.8
	at := chart.Scale{Limit: 4.5, Op: balance.Ge}
	less := chart.Scale{Limit: 45, Op: balance.Le}
	for i, r := range []struct {
		name  string
		track chart.Track
		cell  Cell
	}{
		{"达标", chart.Track{Scale: at, Value: 5.1, State: "met", Mean: &mean, Floor: .85}, Cell{Value: "5.10", Mark: mark(balance.Met), Gap: "多0.6㎡/生"}},
		{"未达标", chart.Track{Scale: at, Value: 3.6, State: "short", Mean: &mean, Floor: .85}, Cell{Value: "3.60", Mark: mark(balance.NotMet), Gap: "差0.9㎡/生"}},
		{"图外，好的一边", chart.Track{Scale: at, Value: 9, State: "met", Others: []float64{2, 3, 4, 5, 6, 9, 12}}, Cell{Value: "9.00", Mark: mark(balance.Met), Gap: "多4.5㎡/生"}},
		{"图外，差的一边", chart.Track{Scale: at, Value: 1, State: "short", Last: &last}, Cell{Value: "1.00", Mark: mark(balance.NotMet), Gap: "差3.5㎡/生", Also: []Run{{Text: "上年4.80"}}}},
		{"越小越好", chart.Track{Scale: less, Value: 52, State: "short"}, Cell{Value: "52", Mark: mark(balance.NotMet), Gap: "多7人", Basis: string(balance.Stated), Raw: true}},
		{"没有数", chart.Track{}, Cell{Mark: mark(balance.NotPublished)}},
	} {
		row := LedgerRow{ID: "r" + itoa(len(stages)) + itoa(i), Name: r.name, Limit: "标准≥4.5㎡/生"}
		for _, st := range stages {
			cell := r.cell
			if len(stages) > 1 {
				cell.Stage = st
			}
			if r.track.State != "" {
				cell.Track = r.track.SVG()
			}
			row.Cells = append(row.Cells, cell)
		}
		if i < 2 {
			row.How = sampleHow(i == 0 && len(stages) == 1)
		}
		l.Rows = append(l.Rows, row)
	}
	return l
}
