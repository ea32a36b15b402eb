package change

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"junheng/tools/assess"
	"junheng/tools/balance"
	"junheng/tools/district"
	"junheng/tools/record"
)

var names = &record.National{
	Indicators: []balance.Indicator{{ID: "retention", Name: "巩固率"}, {ID: "schools", Name: "学校数"}},
	Columns:    []record.Column{{ID: "pupils", Header: "在校生数", Unit: "人"}},
	Standards: []balance.Standard{{ID: "quality", Short: "优质均衡", Parts: []balance.Part{{ID: "d", Name: "教育质量"}},
		Criteria: []balance.Criterion{{ID: "d1", Name: "巩固率达到95%"}}}},
}

// example is a district to spoil in one place.
func example(spoil func(d *district.District)) *district.District {
	d := &district.District{}
	d.Code, d.Name = "990101", "甲县"
	value := 96.2
	d.Years = []district.Year{{
		Year:    2023,
		Items:   []balance.Item{{Indicator: "retention", Stage: "初中", Datum: balance.Datum{Value: 96.2}, Unit: "%"}},
		Schools: []balance.School{{Code: "2199010101", Name: "一小", Values: balance.ValuesOf(map[string]balance.Datum{"pupils": {Value: 412}, "extra": {Missing: balance.NotReported}})}},
		Reports: []district.Report{{Report: balance.Report{Slug: "summary", Title: "总结"}, Figures: []balance.Figure{
			{ID: "a1-p1-f1", Indicator: "schools", Value: 38, Unit: "所", Source: balance.Source{Article: 1, Quote: "学校38所"}},
			{ID: "a1-p1-f2", Subject: "学生", Value: 36000, Unit: "人", Source: balance.Source{Article: 1, Quote: "学生36000人"}},
		}}},
		Assessed: assess.Result{Verdicts: []balance.Verdict{
			{Standard: "quality", Criterion: "d1", Stage: "初中", Basis: balance.Stated, Outcome: balance.Met, Value: &value, Unit: "%"},
			{Standard: "quality", Part: "d", Outcome: balance.Met},
			{Standard: "quality", Outcome: balance.Met},
		}},
	}}
	if spoil != nil {
		spoil(d)
	}
	return d
}

func set(d *district.District, id string, e balance.Entry) {
	s := &d.Years[0].Schools[0]
	s.Values = s.Values.With(id, e)
}

func TestBetween(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(d *district.District)
		want  []string // of the lines, what must be there; none: nothing differs
	}{
		{"nothing", nil, []string{"数据没有变化。"}},
		{"a number", func(d *district.District) { d.Years[0].Items[0].Datum.Value = 95 }, []string{"  2023学年 汇总表 巩固率（初中）：96.2% → 95%"}},
		{"a number that becomes missing", func(d *district.District) { d.Years[0].Items[0].Datum = balance.Datum{Missing: balance.Suppressed} },
			[]string{"注意：原有的1个值不见了。已公布的数据应更正或写明理由撤下，不应悄悄删去：", "  甲县 2023学年 汇总表 巩固率（初中）：原为96.2%，现为保密"}},
		{"an item that is gone", func(d *district.District) { d.Years[0].Items = nil }, []string{"  甲县 2023学年 汇总表 巩固率（初中）：原为96.2%"}},
		{"an item that comes", func(d *district.District) {
			d.Years[0].Items = append(d.Years[0].Items, balance.Item{Indicator: "schools", Judged: balance.Met})
		}, []string{"  新增 2023学年 汇总表 学校数：达标"}},
		{"a judgement that turns", func(d *district.District) {
			d.Years[0].Items[0] = balance.Item{Indicator: "retention", Stage: "初中", Judged: balance.NotMet}
		}, []string{"  2023学年 汇总表 巩固率（初中）：96.2% → 未达标"}},
		{"a school's number", func(d *district.District) { set(d, "pupils", balance.Number(400)) }, []string{"  2023学年 一小 在校生数：412人 → 400人"}},
		{"a missing value that is filled", func(d *district.District) { set(d, "extra", balance.Number(0)) }, []string{"  新增 2023学年 一小 extra：0，原为未填报"}},
		{"one reason for another", func(d *district.District) {
			set(d, "extra", balance.Lacking(balance.NotApplicable))
		}, []string{"  2023学年 一小 extra：未填报 → 不适用"}},
		{"a name", func(d *district.District) { d.Years[0].Schools[0].Name = "第一小学" }, []string{"  2023学年 第一小学 学校名称：一小 → 第一小学"}},
		{"a school that is gone", func(d *district.District) { d.Years[0].Schools = nil }, []string{"  甲县 2023学年 一小（2199010101），含1个值"}},
		{"a report that is gone", func(d *district.District) { d.Years[0].Reports = nil }, []string{"注意：原有的2个值不见了。已公布的数据应更正或写明理由撤下，不应悄悄删去：", "  甲县 2023学年 报告《总结》（summary），含2个值"}},
		{"a year that is gone", func(d *district.District) { d.Years = nil }, []string{"  甲县 2023学年整年，含4个值"}},
		{"a year that comes", func(d *district.District) {
			d.Years = append(d.Years, district.Year{Year: 2024, Items: d.Years[0].Items})
		}, []string{"  新增 2024学年整年，含1个值"}},
		{"a figure that moves", func(d *district.District) {
			f := d.Years[0].Reports[0].Figures
			f[0].ID, f[1].ID = "a1-p2-f1", "a1-p2-f2"
		}, []string{"数据没有变化。"}},
		{"a figure in the same place", func(d *district.District) {
			f := d.Years[0].Reports[0].Figures
			f[1].Value, f[1].Source.Quote = 36001, "学生36001人"
		}, []string{"  2023学年 报告《总结》学生：36000人 → 36001人"}},
		{"a figure of the same thing elsewhere", func(d *district.District) {
			f := d.Years[0].Reports[0].Figures
			f[0].ID, f[0].Value, f[0].Source.Quote = "a1-p9-f1", 39, "学校39所"
		}, []string{"  2023学年 报告《总结》学校数：38所（学校数） → 39所（学校数）"}},
		{"a figure taken for something else", func(d *district.District) { d.Years[0].Reports[0].Figures[1].Kind = balance.Target },
			[]string{"  2023学年 报告《总结》学生：36000人 → 36000人（目标）"}},
		{"a figure that is gone", func(d *district.District) { d.Years[0].Reports[0].Figures = d.Years[0].Reports[0].Figures[:1] },
			[]string{"  甲县 2023学年 报告《总结》学生：原为36000人"}},
		{"a relation that no longer holds", func(d *district.District) {
			d.Years[0].Reports[0].Checks = []balance.Check{{Formula: "17 + 64 ≠ 82"}, {Formula: "1 + 1 = 2", Holds: true}}
		}, []string{"  核对 2023学年 报告《总结》 17 + 64 ≠ 82：（无） → 待说明"}},
		{"a relation that is answered", func(d *district.District) {
			d.Years[0].Reports[0].Checks = []balance.Check{{Formula: "17 + 64 ≠ 82", Answer: "含教学点"}}
		}, []string{"  核对 2023学年 报告《总结》 17 + 64 ≠ 82：（无） → 已答复"}},
		{"a verdict that turns", func(d *district.District) {
			value := 94.0
			v := &d.Years[0].Assessed.Verdicts[0]
			v.Outcome, v.Value = balance.NotMet, &value
		}, []string{"  结论 2023学年 优质均衡·巩固率达到95%（初中）：自报 达标（96.2%） → 未达标（94%）"}},
		{"the whole", func(d *district.District) { d.Years[0].Assessed.Verdicts[2].Outcome = balance.Undecidable }, []string{"  结论 2023学年 优质均衡·总评：达标 → 无法判定"}},
		{"a part that is no longer judged", func(d *district.District) {
			v := d.Years[0].Assessed.Verdicts
			d.Years[0].Assessed.Verdicts = append(v[:1:1], v[2])
		}, []string{"  结论 2023学年 优质均衡·教育质量：达标 → （无）"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Lines(nil, []District{Between(State{District: example(nil)}, State{District: example(c.spoil)}, names)})
			text := strings.Join(got, "\n") + "\n"
			for _, line := range c.want {
				if !strings.Contains(text, line+"\n") {
					t.Errorf("no line %q in\n%s", line, text)
				}
			}
			if strings.Contains(text, "不见了") && got[0][:len("注意")] != "注意" {
				t.Errorf("what vanished does not come first:\n%s", text)
			}
		})
	}
}

// TestThereAndBack holds that what vanishes one way comes the other way.
func TestThereAndBack(t *testing.T) {
	a, b := State{District: example(nil)}, State{District: example(func(d *district.District) {
		d.Years[0].Items = nil
		d.Years[0].Schools[0].Code = "2199010102"
		d.Years[0].Reports[0].Figures = d.Years[0].Reports[0].Figures[1:]
	})}
	there, back := Between(a, b, names), Between(b, a, names)
	for _, v := range there.Vanished {
		v.Old, v.New = v.New, v.Old
		found := false
		for _, w := range back.Added {
			found = found || cmp.Equal(v, w)
		}
		if !found {
			t.Errorf("%+v does not come back", v)
		}
	}
	if len(there.Vanished) != 3 || len(back.Added) != 3 {
		t.Errorf("there %d vanish, back %d come; want 3", len(there.Vanished), len(back.Added))
	}
}

func TestWholeDistrictsAndPages(t *testing.T) {
	there := State{District: example(nil), Pages: map[string]string{"districts/990101/": "x", "districts/990101/2023/": "y"}}
	for _, c := range []struct {
		name     string
		old, new State
		want     []string
	}{
		{"comes", State{}, there, []string{"新增甲县（990101），含4个值，网页2。"}},
		{"goes", there, State{}, []string{"注意：原有的4个值不见了。已公布的数据应更正或写明理由撤下，不应悄悄删去：", "  甲县 整个区县，含4个值", "删去甲县（990101），网页2。"}},
		{"never was", State{}, State{}, []string{"数据没有变化。"}},
		{"shows something else", there, State{District: there.District, Pages: map[string]string{"districts/990101/": "z", "districts/990101/2024/": "y"}},
			[]string{"甲县（990101）：值改动0处、新增0处、不见0处；结论变化0条，结论不变而数值变化0条；网页新增1、改动1、删去1。",
				"  网页删去：/districts/990101/2023/", "  网页改动：/districts/990101/", "  网页新增：/districts/990101/2024/"}},
	} {
		if diff := cmp.Diff(c.want, Lines(nil, []District{Between(c.old, c.new, names)})); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestNational(t *testing.T) {
	old := &record.National{Divisions: []balance.Division{{Code: "990101", Name: "甲县"}, {Code: "990102", Name: "乙县"}}, Standards: names.Standards}
	new := &record.National{Divisions: []balance.Division{{Code: "990101", Name: "甲市"}, {Code: "990103", Name: "丙县"}}, Standards: names.Standards}
	want := []string{"全国数据改动行政区划：甲市（990101）", "全国数据删去行政区划：乙县（990102）", "全国数据新增行政区划：丙县（990103）"}
	if diff := cmp.Diff(want, Lines(National(old, new), nil)); diff != "" {
		t.Error(diff)
	}
}
