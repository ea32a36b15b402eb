package site

import (
	"fmt"
	"strings"

	"junheng/tools/assess"
	"junheng/tools/balance"
)

// Asks are missing things, each with a text to ask for it (forms/asks.html).
type Asks struct {
	Rows []AskRow `json:"rows"`
}

// AskRow is one missing thing.
type AskRow struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Mark   *Mark  `json:"mark"`
	Text   []Run  `json:"text"`
	Letter string `json:"letter"`
	Mail   string `json:"mail,omitempty"`
}

// missingPage is /districts/<code>/<year>/missing/: what is not there, who owes
// it and how to ask for it.
func (y *year) missingPage() Page {
	b, all := y.b, y.missing()
	view := PageView{
		Owner:   b.owner,
		Crumbs:  []Link{{Name: "区县", Href: "/districts/"}, {Name: b.d.Name, Href: b.owner.Href}, {Name: term(y.Year.Year), Href: y.base()}},
		Heading: b.d.Name + "尚缺的数据",
		Meta:    []Run{{Text: term(y.Year.Year)}, {Text: b.d.Bureau.Name}},
		Lead:    y.missingLead(all),
		Parts:   []Part{y.completeness()},
	}
	var owners []string
	of := map[string][]*missing{}
	for _, m := range all {
		if of[m.Owner] == nil {
			owners = append(owners, m.Owner)
		}
		of[m.Owner] = append(of[m.Owner], m)
	}
	for i, o := range owners {
		asks := Asks{}
		for _, m := range of[o] {
			row := AskRow{ID: m.id, Name: m.name, Mark: m.mark(), Text: m.affects(y)}
			row.Letter, row.Mail = y.ask(m, b.d.Name, b.d.Code)
			asks.Rows = append(asks.Rows, row)
		}
		title := "应由" + o + "公布的"
		if o == "" {
			title = "没有写明应由谁公布的"
		}
		part := Part{ID: fmt.Sprintf("owner-%d", i+1), Title: title, Form: "asks", Data: asks, Gist: text(fmt.Sprintf("%d项。", len(asks.Rows)))}
		if i == 0 {
			part.Note = askNotes
		}
		view.Parts = append(view.Parts, part)
	}
	view.Parts = join(view.Parts, y.contact(len(all)))
	return Page{
		Path: fmt.Sprintf("%s/%d/missing", b.d.Code, y.Year.Year), Kind: "missing", Title: b.d.Name + term(y.Year.Year) + "尚缺的数据",
		Description: plain(view.Lead), View: view, Twin: twin(y.missingTwin()), Files: []File{y.missingSheet(all)},
	}
}

var askNotes = []string{
	"任何人都可以申请公开。点开一项，把文字复制下来，补上自己的姓名、身份证明和联系方式，寄给或发给公布单位。",
	"一次只申请一项，答复更快。单位收到后一般在20个工作日内答复。",
}

func (y *year) missingLead(all []*missing) []Run {
	total, known := 0, 0
	for _, s := range y.standards {
		c := y.complete(s.ID, "")
		total, known = total+c.Total, known+present(c.Counts)
	}
	out := []Run{{Text: fmt.Sprintf("%s，%s对照%d份标准的%d项，%d项有结论", term(y.Year.Year), y.b.owner.Short, len(y.standards), total, known)}}
	if len(all) == 0 {
		return append(out, Run{Text: "，没有缺的数据。"})
	}
	return append(out, Run{Text: "；"}, Run{Text: fmt.Sprintf("还缺%d项数据", len(all)), Strong: true}, Run{Text: "。"})
}

// present is how many items have a number or a verdict.
func present(c assess.Counts) int { return c.Total - c.Undecidable - c.NotPublished }

// completeness is how much of each standard and part is there.
func (y *year) completeness() Part {
	st := Stack{Caption: y.b.d.Name + term(y.Year.Year) + "各份标准的完整程度", Head: "标准和部分", Middle: "已有", Last: "还缺"}
	for _, s := range y.standards {
		st.Rows = append(st.Rows, completeRow(s.Short, y.base()+s.ID+"/", y.complete(s.ID, "").Counts, "项"))
		for _, p := range s.Parts {
			c := y.complete(s.ID, p.ID)
			counts, of := c.Counts, "项"
			if c.Sections != nil {
				counts, of = *c.Sections, "所学校（部）"
			}
			if counts.Total > 0 {
				row := completeRow(p.Name, y.base()+s.ID+"/#"+p.ID, counts, of)
				row.Sub, row.Limit = true, when(p.Rule == balance.RuleInfo, "只公布，不判定")
				st.Rows = append(st.Rows, row)
			}
		}
	}
	return Part{
		ID: "complete", Title: "完整程度", Form: "stack", Data: st,
		Note: []string{"“已有”是有结论，或只公布、不判定的项目有数。只有机读待核的数，不算已有。", "一份标准的项数只计要判定的条目。"},
	}
}

func completeRow(name, href string, c assess.Counts, of string) StackRow {
	row := StackRow{Name: name, Href: href, Marks: []StackMark{{Limit: fmt.Sprintf("%d / %d%s", present(c), c.Total, of)}}}
	var says []string
	for _, n := range []struct {
		count int
		word  balance.Outcome
	}{{c.NotPublished, balance.NotPublished}, {c.Undecidable, balance.Undecidable}} {
		if n.count > 0 {
			says = append(says, fmt.Sprintf("%s%d%s", n.word, n.count, of))
		}
	}
	if says == nil {
		says = []string{"不缺"}
	}
	row.Text = text(strings.Join(says, "，") + "。")
	return row
}

// contact is where a request goes.
func (y *year) contact(n int) Part {
	bu := y.b.d.Bureau
	if n == 0 {
		return Part{}
	}
	var rows []Entry
	for _, f := range []struct{ name, says, href string }{
		{"单位", bu.Name, ""}, {"地址", bu.Address, ""}, {"电话", bu.Phone, ""}, {"电子邮箱", bu.Email, "mailto:" + bu.Email}, {"网站", bu.Site, ""},
	} {
		if f.says != "" {
			rows = append(rows, Entry{Name: f.name, Text: []Run{{Text: f.says, Href: f.href}}})
		}
	}
	return Part{
		ID: "contact", Title: "寄给谁", Form: "rows", Data: Entries{Rows: rows}, Note: []string{"出自本单位自己写的说明。"},
		Links: []Link{{Name: "缺项表（CSV）", Href: y.base() + "missing/missing.csv"}, {Name: "JSON", Href: "index.json"}},
	}
}
