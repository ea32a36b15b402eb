package site

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/chart"
)

// The national pages where they list regions: the same parts under the same
// names, a row for each region, which leads to the page that lists its districts.

func (r *RegionSummary) href() string { return "/districts/" + r.Code + "/" }

func (c *nation) regionTwin(schema string) string {
	slim := append([]RegionSummary(nil), c.regions...)
	for i := range slim {
		slim[i].Hero, slim[i].Values = nil, nil // the region's own index.json holds its districts' values
	}
	return twin(struct {
		Schema  string          `json:"schema"`
		Regions []RegionSummary `json:"regions"`
	}{schema, slim})
}

func (c *nation) regionHero() *Hero {
	h := &Hero{}
	for _, r := range c.regions {
		if r.Hero != nil && h.Rows == nil {
			*h = *r.Hero
		}
	}
	h.Finds = []Link{}
	for _, r := range c.regions {
		h.Finds = append(h.Finds, Link{Name: r.Name, Href: r.href()})
	}
	return h
}

func (c *nation) regionGlance() Part {
	t := Table{Caption: "各地区的区县在各项国家标准下的结论，最近一年；按代码排列，不排名", Head: []TableHead{{Text: "地区"}}}
	for _, s := range c.national() {
		t.Head = append(t.Head, TableHead{Text: s.Short})
	}
	for _, r := range c.regions {
		row := []TableCell{{Text: r.Name, Href: r.href(), Small: fmt.Sprintf("%d个区县", r.Expected)}}
		for _, s := range r.Standings {
			var says []string
			for _, t := range s.Tally {
				says = append(says, fmt.Sprintf("%s%d", t.Mark.Word, t.Count))
			}
			row = append(row, TableCell{Text: strings.Join(says, "，")})
		}
		t.Rows = append(t.Rows, row)
	}
	return Part{
		ID: "glance", Title: "各地区现状", Form: "table", Data: t,
		Note:  []string{"数字是区县的个数。各份标准分别判定，不合并成分数。点地区名看每个区县。"},
		Links: []Link{{Name: "全部地区", Href: "/districts/"}, {Name: "标准原文要点", Href: "/standards/"}},
	}
}

func (c *nation) regionPublishing() Part {
	t := Table{
		Caption: "应公布的区县与已公布的材料，按地区", Head: []TableHead{{Text: "地区"}, {Text: "应公布", Num: true}, {Text: "已公布", Num: true}, {Text: "还没有", Num: true}, {Text: "报告", Num: true}, {Text: "最新"}},
	}
	expected, published := 0, 0
	for _, r := range c.regions {
		expected, published = expected+r.Expected, published+r.Published
		t.Rows = append(t.Rows, []TableCell{
			{Text: r.Name, Href: r.href() + "#coverage"}, count(r.Expected), count(r.Published), count(r.Expected - r.Published), count(r.Reports), {Text: r.Dated},
		})
	}
	return Part{
		ID: "coverage", Title: "公布情况", Form: "table", Data: t,
		Gist: text(fmt.Sprintf("%d个区县中，%d个已公布，%d个还没有。", expected, published, expected-published)),
		Note: []string{"按行政区划代码排列，不排名。哪些区县没有公布、应由谁公布，见各地区的页面。"},
	}
}

func count(n int) TableCell { return TableCell{Text: number(float64(n), 0), Num: true} }

func (c *nation) regionReductions() Part {
	var rows []Entry
	for _, r := range c.regions {
		rows = append(rows, Entry{Name: r.Name, Href: r.href() + "#double-reduction", Small: fmt.Sprintf("%d个区县已公布", r.Published)})
	}
	return Part{ID: "regions", Title: "各地区", Form: "rows", Data: Entries{Rows: rows}, Note: []string{"按行政区划代码排列，不排名。"}}
}

// regionValues is an indicator's values in all regions: a picture and the
// counts. The values themselves stand in the regions' tables.
func (c *nation) regionValues(i balance.Indicator) Part {
	var strips Strips
	for _, st := range append([]balance.Stage{balance.StageNone}, balance.Stages...) {
		t := Table{Caption: string(st) + i.Name + "，最近一年", Head: []TableHead{{Text: "结论"}, {Text: "区县", Num: true}}}
		var dots []chart.Dot
		met, short, plain := 0, 0, 0
		for _, r := range c.regions {
			for _, v := range r.Values {
				if v.Indicator != i.ID || v.Stage != st {
					continue
				}
				for _, x := range v.Met {
					dots = append(dots, chart.Dot{Value: x, State: "met"})
				}
				for _, x := range v.Short {
					dots = append(dots, chart.Dot{Value: x, State: "short"})
				}
				met, short, plain = met+len(v.Met), short+len(v.Short), plain+v.Plain
			}
		}
		for _, row := range []struct {
			word string
			n    int
		}{{string(balance.Met), met}, {string(balance.NotMet), short}, {"有数值，不作结论", plain}} {
			if row.n > 0 {
				t.Rows = append(t.Rows, []TableCell{{Text: row.word}, count(row.n)})
			}
		}
		if len(t.Rows) == 0 {
			continue
		}
		s := StripOf{Name: string(st), Table: t}
		if scale, ends, ok := c.scale(i.ID, st); ok && len(dots) > 0 {
			s.Ends, s.SVG = ends, chart.Strip(scale, dots, fmt.Sprintf("%s%s：%d个区县与达标线", st, i.Name, len(dots)))
		}
		strips.Strips = append(strips.Strips, s)
	}
	if len(strips.Strips) == 0 {
		return Part{}
	}
	return Part{
		ID: "values", Title: "各区县", Form: "strips", Data: strips,
		Note:  []string{"竖线是达标线，右边总是更好。圆点达标，三角未达标；区县多时一点代表几个。"},
		Links: []Link{{Name: "各地区的页面列出每个区县的数值", Href: "/districts/"}},
	}
}
