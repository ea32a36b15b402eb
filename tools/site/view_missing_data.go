package site

import (
	"junheng/tools/assess"
	"junheng/tools/balance"
)

type missingTwin struct {
	Schema       string                `json:"schema"`
	District     subject               `json:"district"`
	Bureau       balance.Bureau        `json:"bureau"`
	Year         int                   `json:"year"`
	Completeness []assess.Completeness `json:"completeness"`
	Lacks        []assess.Lack         `json:"lacks"`
}

func (y *year) missingTwin() any {
	return missingTwin{"junheng/missing/1", y.b.subject(), y.b.d.Bureau, y.Year.Year, y.Assessed.Completeness, y.Assessed.Lacks}
}

// missingSheet is a line for each thing missing and each criterion it holds up.
func (y *year) missingSheet(all []*missing) File {
	var rows [][]string
	for _, m := range all {
		for _, l := range m.lacks {
			c, _ := y.criterion(l.Standard, l.Criterion)
			rows = append(rows, []string{m.name, m.mark().Word, m.Owner, y.standardName(l.Standard), l.Criterion, c.Name, string(l.Stage), c.Measured})
		}
	}
	return y.sheet("missing.csv", []string{"缺什么", "原因", "应由谁公布", "标准", "影响的条目编号", "影响的条目", "学段", "怎样统计"},
		rows, y.b.d.Bureau.Name+"公布的数据与报告", newestOf(y.Year))
}

// schoolMissing is what one school's own verdicts lack, with a text to ask for it.
func (y *year) schoolMissing(s balance.School) Part {
	var all []*missing
	at := map[string]*missing{}
	for _, std := range y.standards {
		for _, c := range std.Criteria {
			for _, v := range y.verdicts[spot{std.ID, "", c.ID, s.Code}] {
				for _, lack := range v.Missing {
					key := lack.What + "|" + string(lack.Reason)
					if at[key] == nil {
						at[key] = &missing{Lack: lack, id: "missing-" + anchor(c.ID) + when(v.Stage != "", "-"+itoa(len(all)+1)), name: y.b.called(lack.What)}
						all = append(all, at[key])
					}
					at[key].add(y, assess.Lack{Standard: std.ID, Part: c.Part, Criterion: c.ID, Stage: v.Stage, Lack: lack}, criterion{c})
				}
			}
		}
	}
	if len(all) == 0 {
		return Part{}
	}
	asks := Asks{}
	for _, m := range all {
		row := AskRow{ID: m.id, Name: m.name, Mark: m.mark(), Text: text(when(m.Owner != "", "应由"+m.Owner+"公布。"))}
		row.Letter, row.Mail = y.ask(m, s.Name, s.Code)
		asks.Rows = append(asks.Rows, row)
	}
	return Part{ID: "missing", Title: "没有公布的，可以申请", Form: "asks", Data: asks, Note: askNotes[:1]}
}
