package site

import (
	"fmt"
	"strconv"
	"strings"

	"junheng/tools/balance"
)

// reductions is 双减 in every district, a row each.
func (c *nation) reductions() Part {
	t := Table{Caption: "学科类培训机构的基数与在营数，以及双减各条的结论；按代码排列，不排名", Head: []TableHead{{Text: "区县"}, {Text: "基数", Num: true}, {Text: "在营", Num: true}, {Text: "结论"}}}
	for _, s := range c.summaries {
		row := []TableCell{{Text: s.Name, Href: c.reductionHref(s), Small: s.Code}, {Text: string(balance.NotPublished)}, {Text: string(balance.NotPublished)}, {}}
		if s.Flow != nil {
			row[1], row[2] = TableCell{Text: s.Flow.Before, Num: true}, TableCell{Text: s.Flow.After, Num: true}
		}
		for _, st := range s.Standings {
			if std, ok := c.n.Standard(st.Standard); ok && reduces(std) {
				row[3] = TableCell{Text: st.Counts, Href: st.Href}
			}
		}
		if s.Flow != nil || row[3].Text != "" {
			t.Rows = append(t.Rows, row)
		}
	}
	if len(t.Rows) == 0 {
		return Part{}
	}
	return Part{ID: "double-reduction", Title: "双减", Form: "table", Data: t}
}

// mostNamed is how many districts short of a line a row names.
const mostNamed = 8

// compared is, for each indicator that has a line, on which side of it the
// districts stand.
func (c *nation) compared(sum *RegionSummary) Part {
	t := Table{
		Caption: "各指标：达标与未达标的区县；按代码排列，不排名",
		Head:    []TableHead{{Text: "指标"}, {Text: "学段"}, {Text: "达标", Num: true}, {Text: "未达标", Num: true}, {Text: "未达标的区县"}},
	}
	for _, v := range sum.Values {
		if len(v.Met)+len(v.Short) == 0 {
			continue
		}
		i, ok := c.n.Indicator(v.Indicator)
		if !ok {
			continue
		}
		t.Rows = append(t.Rows, []TableCell{
			{Text: i.Name, Href: indicatorHref(i.ID)}, {Text: string(v.Stage)}, count(len(v.Met)), count(len(v.Short)), {Text: c.short(v.Indicator, v.Stage)},
		})
	}
	if len(t.Rows) == 0 {
		return Part{}
	}
	return Part{ID: "indicators", Title: "各指标", Form: "table", Data: t, Links: []Link{{Name: "每个区县的数值（CSV）", Href: "values.csv"}}}
}

// short names the districts short of an indicator's line.
func (c *nation) short(indicator string, stage balance.Stage) string {
	var names []string
	for _, d := range c.summaries {
		for _, v := range d.Values {
			if v.Indicator == indicator && v.Stage == stage && v.Mark != nil && v.Mark.State == "short" {
				names = append(names, d.Name)
				break
			}
		}
	}
	if len(names) > mostNamed {
		return strings.Join(names[:mostNamed], "、") + fmt.Sprintf("等%d个", len(names))
	}
	return strings.Join(names, "、")
}

// valueSheet is every district's newest value of every indicator.
func (c *nation) valueSheet() File {
	rows := [][]string{{"区划代码", "区县", "学年", "指标编号", "指标", "学段", "数值", "单位", "结论", "依据", "标准", "网页"}}
	for _, d := range c.summaries {
		for _, v := range d.Values {
			i, _ := c.n.Indicator(v.Indicator)
			word := ""
			if v.Mark != nil {
				word = v.Mark.Word
			}
			rows = append(rows, []string{
				d.Code, d.Name, strconv.Itoa(v.Year), v.Indicator, i.Name, string(v.Stage), strconv.FormatFloat(v.Value, 'f', -1, 64), i.Unit, word, v.Basis, c.called(v.Standard), v.Href,
			})
		}
	}
	return csvFile("values.csv", rows)
}
