package site

import (
	"strconv"

	"junheng/tools/balance"
)

// lacks is what is missing, whom it is owed by and what it holds up.
func (y *year) lacks() Part {
	st := Stack{Caption: y.b.d.Name + term(y.Year.Year) + "尚缺的数据", Head: "缺什么", Middle: "原因", Last: "应由谁公布，影响什么"}
	at := map[string]int{}
	for _, l := range y.Assessed.Lacks {
		c, ok := y.criterion(l.Standard, l.Criterion)
		if !ok {
			continue
		}
		key := l.What + "|" + string(l.Reason)
		i, ok := at[key]
		if !ok {
			reason := l.Reason
			if reason == "" {
				reason = balance.Missing(balance.NotPublished)
			}
			i = len(st.Rows)
			at[key] = i
			st.Rows = append(st.Rows, StackRow{
				Name: y.b.called(l.What), Marks: []StackMark{{Mark: &Mark{"none", string(reason)}}},
				Text: text(when(l.Owner != "", l.Owner+"。")),
			})
		}
		link := Run{Text: c.short(y.b.n), Href: y.href(l.Standard, c.Criterion)}
		if at := st.Rows[i].Text; len(at) == 0 || at[len(at)-1] != link {
			joint := Run{Text: "影响："}
			if len(at) > 1 {
				joint.Text = "、"
			}
			st.Rows[i].Text = append(at, joint, link)
		}
	}
	if len(st.Rows) == 0 {
		return Part{}
	}
	return Part{
		ID: "missing", Title: "尚缺的数据", Form: "stack", Data: st, Gist: text(strconv.Itoa(len(st.Rows)) + "项数据还没有公布。"),
		Note: []string{"缺的不是零。写明缺什么、应由谁公布、影响哪条结论。"},
	}
}

// called is what a missing thing is called on paper; a column goes by its header.
func (b *builder) called(what string) string {
	if c, ok := b.n.Column(what); ok {
		return c.Header
	}
	return what
}
