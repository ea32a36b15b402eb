package site

import (
	"fmt"

	"junheng/tools/balance"
)

// beside reports whether a check holds a report against what stands beside it:
// a data file, or another report.
func beside(c balance.Check) bool { return len(c.Inputs) > 0 && len(c.Figures) == 1 }

// plainly reports whether a check holds without another way of counting.
func plainly(c balance.Check) bool { return c.Holds && c.Note == "" }

// agreements gathers the figures that stand in the data files, or in another
// report, just as they are stated, into one entry.
func (rd *reading) agreements() Entry {
	e := Entry{Name: "报告与数据表", Mark: &Mark{"met", "相符"}}
	n := 0
	for _, c := range rd.r.Checks {
		if !beside(c) || !plainly(c) {
			continue
		}
		f, ok := rd.y.figures[rd.r.Slug+"#"+c.Figures[0]]
		if !ok {
			continue
		}
		if n++; n > 1 {
			e.Text = append(e.Text, Run{Text: "；"})
		}
		e.Text = append(e.Text, Run{Text: f.Raw + unit(f.Unit), Href: "#" + f.ID}, Run{Text: "　" + c.Inputs[0].Name})
	}
	if n > 0 {
		e.Text = append(e.Text, Run{Text: "。"})
	}
	e.Small = fmt.Sprintf("%d处", n)
	return e
}
