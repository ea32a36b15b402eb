package site

import (
	"fmt"

	"junheng/tools/balance"
	"junheng/tools/chart"
)

// publishing is who has published what.
func (c *nation) publishing() Part {
	if c.regions != nil {
		return c.regionPublishing()
	}
	st := Stack{Caption: "应公布的区县与已公布的材料", Head: "区县", Middle: "公布", Last: "材料"}
	n := 0
	for _, d := range c.n.Divisions {
		row := StackRow{Name: d.Name, Limit: d.Code + "　" + d.Parent, Marks: []StackMark{{Mark: mark(balance.NotPublished)}}, Text: text("应由" + d.Name + "教育主管部门公布。")}
		for _, s := range c.summaries {
			if s.Code != d.Code || len(s.Years) == 0 {
				continue
			}
			n++
			row.Href, row.Text = "/districts/"+s.Code+"/", nil
			row.Marks = []StackMark{{Mark: &Mark{"met", "已公布"}}}
			if y := s.Years[0]; y.Reports == 0 || y.Items == 0 || y.Schools == 0 {
				row.Marks[0].Mark = &Mark{"transit", "不齐"}
			}
			for _, y := range s.Years {
				row.Lines = append(row.Lines, []Run{
					{Text: term(y.Year), Href: fmt.Sprintf("/districts/%s/%d/", s.Code, y.Year)}, {Text: "：" + materials(y)},
				})
			}
		}
		st.Rows = append(st.Rows, row)
	}
	return Part{
		ID: "coverage", Title: "公布情况", Form: "stack", Data: st, Gist: text(fmt.Sprintf("%d个区县中，%d个已公布，%d个还没有。", len(c.n.Divisions), n, len(c.n.Divisions)-n)),
		Note: []string{"应公布的单位按行政区划代码排列，不排名。没有公布的，写明应由谁公布。"},
	}
}

// complete is how much of each standard every district's newest year answers,
// and of what date its newest source is.
func (c *nation) complete() Part {
	shown := c.national()
	t := Table{Caption: "最近一年对照各份标准，有结论的项数；按代码排列，不排名", Head: []TableHead{{Text: "区县"}}}
	for _, s := range shown {
		t.Head = append(t.Head, TableHead{Text: s.Short, Href: "/standards/" + s.ID + "/"})
	}
	t.Head = append(t.Head, TableHead{Text: "还缺"}, TableHead{Text: "最新来源"})
	for _, d := range c.summaries {
		if len(d.Years) == 0 {
			continue
		}
		row := []TableCell{{Text: d.Name, Href: "/districts/" + d.Code + "/", Small: d.Code}}
		for _, s := range shown {
			cell := TableCell{Text: string(balance.NotPublished)}
			for _, st := range d.Standings {
				if (st.Standard == s.ID || c.base(st.Standard) == s.ID) && st.Total > 0 {
					cell = TableCell{Text: fmt.Sprintf("%d / %d项", st.Present, st.Total), Href: st.Href, Bar: chart.Bar(float64(st.Present)/float64(st.Total), "met")}
				}
			}
			row = append(row, cell)
		}
		lacks := TableCell{Text: "不缺"}
		if d.Lacks > 0 {
			lacks = TableCell{Text: fmt.Sprintf("%d项数据", d.Lacks), Href: fmt.Sprintf("/districts/%s/%d/missing/", d.Code, d.Years[0].Year)}
		}
		last := d.Years[0]
		t.Rows = append(t.Rows, append(row, lacks, TableCell{Text: when(last.Dated != "", last.Dated+"，") + term(last.Year)}))
	}
	if len(t.Rows) == 0 {
		return Part{}
	}
	return Part{
		ID: "complete", Title: "完整程度与日期", Form: "table", Data: t,
		Note: []string{"横条的长短是有结论的项数占这份标准的多少；只有机读待核的数，不算有结论。", "点“还缺”看缺什么、应由谁公布，和申请公开的现成文字。"},
	}
}

func materials(y SummaryYear) string {
	s := ""
	add := func(n int, has, lacks string) {
		if s != "" {
			s += "，"
		}
		if n > 0 {
			s += fmt.Sprintf(has, n)
		} else {
			s += lacks
		}
	}
	add(y.Reports, "总结%d份", "缺总结")
	add(y.Items, "汇总表%d项", "缺汇总表")
	add(y.Schools, "学校表%d所", "缺学校表")
	return s + when(y.Dated != "", "，最新"+y.Dated) + "。"
}

func (c *nation) coverage() NationalJSON {
	view := PageView{Lead: text(c.published()), Parts: join([]Part{c.publishing()}, c.complete())}
	if c.regions != nil {
		return NationalJSON{View: view, Twin: c.twin("junheng/coverage/1")}
	}
	return NationalJSON{View: view, Twin: twin(struct {
		Schema    string             `json:"schema"`
		Expected  []balance.Division `json:"expected"`
		Published []Summary          `json:"published"`
	}{"junheng/coverage/1", c.n.Divisions, slim(c.summaries)})}
}

func (c *nation) glossary() NationalJSON {
	var rows []Entry
	for _, t := range balance.Glossary {
		rows = append(rows, Entry{ID: t.Go, Name: t.Official, Small: t.English, Sums: text(t.Meaning)})
	}
	part := Part{ID: "terms", Title: "术语", Form: "rows", Data: Entries{Rows: rows}, Note: []string{"中文用语、英文译名和含义；程序和数据里用同一套名称。"}}
	return NationalJSON{View: PageView{Lead: text("这个网站用到的词，每个只有一个意思。"), Parts: []Part{part}}, Twin: twin(struct {
		Schema string         `json:"schema"`
		Terms  []balance.Term `json:"terms"`
	}{"junheng/glossary/1", balance.Glossary})}
}
