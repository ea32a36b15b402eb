package site

import (
	"fmt"
	"strconv"

	"junheng/tools/assess"
	"junheng/tools/balance"
)

// missing is one thing that is not there, with all it holds up.
type missing struct {
	balance.Lack
	id        string // anchor on the page of what is missing
	name      string // What as it is called on paper
	lacks     []assess.Lack
	of        []criterion // held up, each once
	standards []balance.Standard
}

// missing gathers what the district lacks: the same thing once, whatever it
// holds up. Reasons differ: what one table leaves out another may keep back.
func (y *year) missing() []*missing {
	var out []*missing
	at := map[string]*missing{}
	ids := map[string]int{}
	for _, l := range y.Assessed.Lacks {
		c, ok := y.criterion(l.Standard, l.Criterion)
		if !ok {
			continue
		}
		key := l.What + "|" + string(l.Reason)
		m := at[key]
		if m == nil {
			m = &missing{Lack: l.Lack, id: anchor(l.Criterion), name: y.b.called(l.What)}
			if ids[m.id]++; ids[m.id] > 1 {
				m.id += "-" + strconv.Itoa(ids[m.id])
			}
			at[key] = m
			out = append(out, m)
		}
		m.add(y, l, c)
	}
	return out
}

func (m *missing) add(y *year, l assess.Lack, c criterion) {
	m.lacks = append(m.lacks, l)
	for _, known := range m.of {
		if known.ID == c.ID {
			return
		}
	}
	for _, s := range y.standards {
		if s.ID == l.Standard {
			m.of, m.standards = append(m.of, c), append(m.standards, s)
		}
	}
}

// mark is the reason as shape and word.
func (m *missing) mark() *Mark {
	if m.Reason == "" {
		return &Mark{"none", string(balance.NotPublished)}
	}
	return &Mark{"none", string(m.Reason)}
}

// affects names what a missing thing holds up: 影响：骨干教师、教学仪器设备.
func (m *missing) affects(y *year) []Run {
	var out []Run
	for i, c := range m.of {
		several := m.standards[0].ID != m.standards[len(m.of)-1].ID
		name := c.short(y.b.n) + when(several, "（"+m.standards[i].Short+"）")
		out = append(out, Run{Text: map[bool]string{true: "影响：", false: "、"}[i == 0]}, Run{Text: name, Href: y.href(m.standards[i].ID, c.Criterion)})
	}
	return out
}

// lacks is the section of a district's pages on what is missing; how to ask for
// it stands on the page it leads to.
func (y *year) lacks() Part {
	st := Stack{Caption: y.b.d.Name + term(y.Year.Year) + "尚缺的数据", Head: "缺什么", Middle: "原因", Last: "应由谁公布，影响什么"}
	for _, m := range y.missing() {
		st.Rows = append(st.Rows, StackRow{
			Name: m.name, Href: y.base() + "missing/#" + m.id, Marks: []StackMark{{Mark: m.mark()}},
			Text: append(text(when(m.Owner != "", m.Owner+"。")), m.affects(y)...),
		})
	}
	if len(st.Rows) == 0 {
		return Part{}
	}
	return Part{
		ID: "missing", Title: "尚缺的数据", Form: "stack", Data: st, Gist: text(fmt.Sprintf("%d项数据还没有公布。", len(st.Rows))),
		Note:  []string{"缺的不是零。写明缺什么、应由谁公布、影响哪条结论。"},
		Links: []Link{{Name: "完整程度，和申请公开的现成文字", Href: y.base() + "missing/"}},
	}
}

// called is what a missing thing is called on paper; a column goes by its header.
func (b *builder) called(what string) string {
	if c, ok := b.n.Column(what); ok {
		return c.Header
	}
	return what
}
