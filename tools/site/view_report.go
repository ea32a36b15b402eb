package site

import (
	"fmt"
	"strconv"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/district"
)

// Legend says how a report page is to be read (forms/legend.html).
type Legend struct {
	Kinds []string `json:"kinds"`
	Words []string `json:"words"`
}

// reading is a report while its page is made.
type reading struct {
	y       *year
	r       *district.Report
	figures map[string][]*balance.Figure // by block id, in order
	labels  map[string]string            // figure id → 甲, for what does not add up
	notes   map[string][]Note            // by block id
}

func (y *year) reportPage(r *district.Report) Page {
	b := y.b
	rd := y.read(r)
	held := 0
	for _, c := range r.Checks {
		if c.Holds {
			held++
		}
	}
	view := PageView{
		Owner: b.owner,
		Crumbs: []Link{{Name: "区县", Href: "/districts/"}, {Name: b.d.Name, Href: b.owner.Href},
			{Name: term(y.Year.Year), Href: y.base()}},
		Heading: r.Title,
		Meta:    reportMeta(r),
		Lead:    text(fmt.Sprintf("这份报告读出%d个数", len(r.Figures))),
	}
	if r.Note != "" {
		view.Aside = []string{r.Note}
	}
	if len(r.Checks) > 0 {
		view.Lead = append(view.Lead, Run{Text: fmt.Sprintf("，核对%d处关系，%d处相符", len(r.Checks), held)})
	}
	if open := len(r.Checks) - held; open > 0 {
		view.Lead = append(view.Lead, Run{Text: "，"}, Run{Text: fmt.Sprintf("%d处待说明", open), Href: "#checks"})
	}
	view.Lead = append(view.Lead, Run{Text: "。数标在原处，算式写在旁边。"})
	view.Parts = append(view.Parts, legend(r))
	for i := range r.Articles {
		view.Parts = append(view.Parts, rd.article(&r.Articles[i])...)
	}
	view.Parts = join(view.Parts, rd.said(), rd.checks(), rd.reviewedPart(), rd.figureTable(), rd.original())
	return Page{
		Path: fmt.Sprintf("%s/%d/reports/%s", b.d.Code, y.Year.Year, r.Slug), Kind: "report", Title: r.Title,
		Description: b.d.Name + term(y.Year.Year) + "：" + plain(view.Lead), View: view, Twin: twin(y.reportTwin(r)),
		Files: []File{y.figureSheet(r)},
	}
}

func reportMeta(r *district.Report) []Run {
	var out []Run
	for _, s := range []string{r.Publisher, when(r.Published != "", day(r.Published)+"公布"), when(r.Retrieved != "", day(r.Retrieved)+"存档")} {
		if s != "" {
			out = append(out, Run{Text: s})
		}
	}
	if strings.HasPrefix(r.URL, "https://") || strings.HasPrefix(r.URL, "http://") {
		out = append(out, Run{Text: "原址", Href: r.URL})
	}
	return out
}

func legend(r *district.Report) Part {
	l := Legend{Words: []string{
		"整理只去掉网页杂项、把误作句号的小数点“2。8%”读作2.8%；年份空缺处照原样。点一个数，看它用在哪里。",
	}}
	switch n := tally(r); {
	case len(r.Figures) == 0:
	case n.unread == len(r.Figures):
		l.Words = append(l.Words, fmt.Sprintf("%d个数都由机器读出，还没有经人工确认（机读待核）。", n.unread))
	default:
		l.Words = append(l.Words, "数右上角的字是经办人核实的结果：核，读得对；正，读错了，已更正；剔，不是数据。没有字的由机器读出，还没有确认（机读待核）。")
		l.Words = append(l.Words, n.says()+"。")
	}
	return Part{ID: "legend", Title: "凡例", Form: "legend", Data: l}
}

// read lays figures, labels and notes out by the paragraph they belong to.
func (y *year) read(r *district.Report) *reading {
	rd := &reading{y: y, r: r, figures: map[string][]*balance.Figure{}, labels: map[string]string{}, notes: map[string][]Note{}}
	home, order := map[string]string{}, map[string]int{}
	for i := range r.Figures {
		f := &r.Figures[i]
		id := block(f.Source.Article, f.Source.Paragraph)
		rd.figures[id] = append(rd.figures[id], f)
		home[f.ID], order[f.ID] = id, f.Source.Article*100000+f.Source.Paragraph
	}
	open := 0
	for _, c := range r.Checks {
		if beside(c) && plainly(c) {
			continue // listed with the checks; the margin is for what the text itself says
		}
		n := Note{Mark: &Mark{"met", "相符"}, Text: []Run{{Text: c.Formula, Href: "#" + c.ID}}}
		if !c.Holds {
			n.Mark, n.Label, n.Raw = &Mark{"short", "待说明"}, label(open), y.unread(r.Slug, c)
			n.Text = []Run{{Text: n.Label + "　" + c.Text}, {Text: "说明", Href: "#" + c.ID}}
			open++
		}
		at, last := "", -1 // the paragraph by which all of its figures have been read
		for _, id := range c.Figures {
			if n, ok := order[id]; ok && n > last {
				at, last = home[id], n
			}
			if n.Label != "" {
				rd.labels[id] += n.Label
			}
		}
		if at != "" {
			rd.notes[at] = append(rd.notes[at], n)
		}
	}
	return rd
}

func block(article, paragraph int) string { return fmt.Sprintf("a%d-p%d", article, paragraph) }

// label counts notes 甲 乙 丙 …, and goes on with numbers.
func label(i int) string {
	stems := []rune("甲乙丙丁戊己庚辛壬癸")
	if i < len(stems) {
		return string(stems[i])
	}
	return strconv.Itoa(i + 1)
}
