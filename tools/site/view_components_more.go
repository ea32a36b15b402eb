package site

import (
	"junheng/tools/balance"
	"junheng/tools/chart"
)

func sampleHow(open bool) *How {
	return &How{
		Open: open, Plain: "每个学生平均有多少平方米的教室。", Rule: "生均教学及辅助用房面积", Clause: "第三条（一）4",
		Columns: []HowColumn{{
			Head: "小学 · 推算", Threshold: "小学 ≥ 4.5 平方米/生",
			Inputs: []HowInput{{Name: "教学及辅助用房面积", Text: "5,100平方米", Place: "schools.csv第12行"}, {Name: "在校生", Text: "1,000人", Quote: "全校在校生1000人"}},
			Steps:  []string{"5,100 ÷ 1,000 = 5.1"}, Result: "达标，多0.6平方米/生",
		}},
	}
}

func samplePlain() Plain {
	row := func(o balance.Outcome, says string) PlainRow {
		return PlainRow{Mark: mark(o), Name: "教学及辅助用房", Says: says, Means: "教室、实验室、图书室等一共有多少平方米，平均到每个学生。", Href: "#r10"}
	}
	return Plain{Groups: []PlainGroup{
		{Title: "还差的", Rows: []PlainRow{row(balance.NotMet, "每名学生3.6㎡，要求至少4.5㎡，一共差900㎡。")}},
		{Title: "还不知道的", Rows: []PlainRow{row(balance.NotPublished, "要求至少每名学生4.5㎡，校舍面积：未公布，应由区县教育局公布。")}},
		{Title: "达到的", Rows: []PlainRow{row(balance.Met, "每名学生5.1㎡，要求至少4.5㎡。")}},
	}}
}

func sampleEntries() Entries {
	return Entries{Rows: []Entry{
		{Name: "相符", Small: "核对", Mark: &Mark{"met", "相符"}, Sums: text("17 + 64 = 81")},
		{Name: "待说明", Small: "核对", Raw: true, Mark: &Mark{"short", "待说明"}, Sums: []Run{{Text: "2613 + 1411 ≠ 4264，相差"}, {Text: "240", Strong: true}},
			Text: text("两项之和与合计不同，也许口径不同。"), Answer: "合计含代管人员240人。"},
		{Name: "原句", Small: "1句", Quotes: []Quote{{Text: "三年内新建学校两所。", Href: "#article", About: text("涉及：学校规模")}}},
	}}
}

func sampleStrips() Strips {
	s := chart.Scale{Limit: 4.5, Op: balance.Ge}
	var dots []chart.Dot
	for _, v := range []float64{2, 3.1, 3.9, 3.9, 4.2, 4.6, 4.6, 4.6, 5, 5.4, 6.1, 8} {
		state := "met"
		if v < 4.5 {
			state = "short"
		}
		dots = append(dots, chart.Dot{Value: v, State: state})
	}
	return Strips{Strips: []StripOf{{Name: "小学", Ends: []string{"一半", "达标线", "一倍半"}, SVG: chart.Strip(s, dots, "12所小学生均教学用房与达标线：7所在线右，5所在线左"), Table: Table{
		Caption: "图里有多少所", Head: []TableHead{{Text: "位置"}, {Text: "学校", Num: true}},
		Rows: [][]TableCell{{{Text: "线右"}, {Text: "7所", Num: true}}, {{Text: "线左"}, {Text: "5所", Num: true}}},
	}}}}
}

func sampleFacts() Facts {
	return Facts{
		Facts: []Fact{{Name: "在校生", Value: "1,780", Unit: "人"}, {Name: "班数", Value: "38", Unit: "个"}, {Name: "专任教师", Value: string(balance.NotReported)}},
		Bands: []Bands{{Caption: "各班人数", Head: "每班人数", Rows: []Band{
			{Name: "45人及以下", Count: "7", Bar: chart.Bar(7./38, "met")},
			{Name: "46至55人", Count: "31", Bar: chart.Bar(31./38, "short"), Line: "过小学上限", Edge: true},
			{Name: "56人及以上", Count: "0", Line: "大班额"},
		}}},
		All: &Fold{Summary: "展开学校表的全部数", Table: sampleTable()},
	}
}

func sampleFlow() Reduction {
	f := chart.Flow{Baseline: 14, Closed: 9, Converted: 3, Remaining: 1}
	return Reduction{Flow: []Flow{{
		Before: "14", BeforeName: "基数", After: "1", AfterName: "在营", Raw: true,
		SVG: f.SVG("学科类培训机构：基数14所，关停9所，转型3所，在营1所，去向未写1所"), Text: text("关停9所，转型3所，去向未写1所。"),
	}}}
}

func sampleTurns() Turned {
	side := func(v string, o balance.Outcome, raw bool) TurnSide {
		return TurnSide{Value: v, Mark: mark(o), Raw: raw}
	}
	t := Turned{Caption: "两年对照的每种状态", Head: "指标", From: "2022学年", To: "2023学年", Last: "变化"}
	t.Groups = []TurnGroup{{Name: "资源配置", Rows: []TurnRow{
		{Name: "变好", Old: side("4.2", balance.NotMet, false), New: side("4.6", balance.Met, false), Turn: TurnSays{"better", "↑0.4㎡/生", "转为达标"}},
		{Name: "变差", Old: side("4.6", balance.Met, false), New: side("4.2", balance.NotMet, true), Turn: TurnSays{"worse", "↓0.4㎡/生", "转为未达标"}},
		{Name: "没有变", Old: side("4.2", balance.NotMet, false), New: side("4.2", balance.NotMet, false), Turn: TurnSays{"same", "", "持平"}},
		{Name: "不能比", Old: side("", balance.NotPublished, false), New: side("4.2", balance.NotMet, false), Turn: TurnSays{"apart", "", "不能比"}, Notes: text("口径变了")},
	}}}
	return t
}

func sampleAsks() Asks {
	return Asks{Rows: []AskRow{{ID: "ask-1", Name: "校舍面积", Mark: mark(balance.NotPublished), Text: text("应由区县教育局公布。"), Letter: "申请公开：2023学年各校教学及辅助用房面积。"}}}
}

func sampleLetters() Letters {
	names := []NameRow{{Name: "示例第一小学", Href: "#letters", Says: text("小学")}, {Name: "示例第二小学", Href: "#letters"}}
	return Letters{Letters: []Letter{{ID: "letter-s", Name: "S", Names: names}, {ID: "letter-t", Name: "T", Names: names[:1], More: &Link{Name: "其余的", Href: "#letters"}}}}
}

func sampleMatrix() Matrix {
	cell := func(v string, o balance.Outcome) TableCell { return TableCell{Text: v, Mark: mark(o)} }
	return Matrix{Caption: "学校与标准，按代码排列", Head: []TableHead{{Text: "学校"}, {Text: "教学用房"}, {Text: "骨干教师"}, {Text: "班额"}}, Rows: []MatrixRow{
		{Name: "示例第一小学", Small: "9900000001", Cells: []TableCell{cell("5.1", balance.Met), cell("0.5", balance.NotMet), cell("", balance.NotPublished)}},
		{Name: "示例第二小学", Small: "9900000002", Cells: []TableCell{cell("3.6", balance.NotMet), cell("1.2", balance.Met), cell("", balance.Undecidable)}},
	}}
}

func sampleTable() Table {
	return Table{Caption: "两行示例", Head: []TableHead{{Text: "名称"}, {Text: "数", Num: true}, {Text: "结论"}}, Rows: [][]TableCell{
		{{Text: "第一行", Small: "小字"}, {Text: "1,780人", Num: true}, {Mark: mark(balance.Met)}},
		{{Text: "第二行", Href: "#table"}, {Text: "85.0%", Num: true}, {Mark: mark(balance.NotMet), Text: "自报", Raw: true}},
	}}
}

func sampleArticle() Article {
	return Article{
		Blocks: []Block{
			{ID: "a9-p1", Number: 1, Level: 2, Runs: []Marked{{Text: "（一）办学条件"}}},
			{ID: "a9-p2", Number: 2, Runs: []Marked{
				{Text: "全市现有"}, {Text: "38所", ID: "a9-p2-f1", Kind: "observed", Href: "#facts"}, {Text: "学校，"}, {Text: "标准为45人", ID: "a9-p2-f2", Kind: "standard"},
				{Text: "，到2025年"}, {Text: "新增2所", ID: "a9-p2-f3", Kind: "later", Label: "甲"}, {Text: "。"},
			}, Notes: []Note{{Mark: &Mark{"met", "相符"}, Text: text("24 + 14 = 38")}, {Mark: &Mark{"short", "待说明"}, Raw: true, Text: text("甲　与另一处不同。")}}},
			{ID: "a9-p3", Number: 3, Table: &SourceTable{Name: "原表", Caption: "原件里的表", Rows: [][]SourceCell{
				{{Header: true, Scope: "col", Runs: []Marked{{Text: "学段"}}}, {Header: true, Scope: "col", Runs: []Marked{{Text: "学校"}}}},
				{{Runs: []Marked{{Text: "小学"}}}, {Runs: []Marked{{Text: "24所", ID: "a9-p3-f1", Kind: "observed"}}}},
			}}},
		},
		Cut: "原文到这里没有写完。",
	}
}
