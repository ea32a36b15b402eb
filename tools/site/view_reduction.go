package site

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/chart"
)

// The counts of subject-tutoring institutions, by indicator.
const (
	baseline  = "offcampus_academic_baseline"
	remaining = "offcampus_academic_institutions"
)

var destinations = []struct {
	indicator, word string
	turned          bool // goes on as something else
}{
	{"offcampus_academic_closed", "注销", false},
	{"offcampus_academic_banned", "取缔", false},
	{"offcampus_academic_converted", "转为非学科类", true},
}

// stated is what a district gives for an indicator: its own table first, else
// what the verdicts took from a report.
func (y *year) stated(indicator string) (v float64, unread, ok bool) {
	for _, it := range y.Items {
		if it.Indicator == indicator && it.Stage == balance.StageNone && it.Judged == "" && it.Datum.Known() {
			return it.Datum.Value, false, true
		}
	}
	for _, s := range y.standards {
		for _, c := range s.Criteria {
			if c.Indicator != indicator {
				continue
			}
			for _, v := range y.on(s.ID, c) {
				if v.Value != nil {
					return *v.Value, !v.Reviewed, true
				}
			}
		}
	}
	return 0, false, false
}

// flow is what became of the institutions, if both ends are known.
func (y *year) flow() (Flow, bool) {
	before, raw1, ok := y.stated(baseline)
	after, raw2, known := y.stated(remaining)
	if !ok || !known {
		return Flow{}, false
	}
	unread := raw1 || raw2
	f := chart.Flow{Baseline: int(before), Remaining: int(after)}
	var says []string
	for _, d := range destinations {
		v, raw, ok := y.stated(d.indicator)
		if !ok {
			continue
		}
		unread = unread || raw
		if d.turned {
			f.Converted += int(v)
		} else {
			f.Closed += int(v)
		}
		says = append(says, d.word+number(v, 0)+"所")
	}
	if rest := f.Baseline - f.Closed - f.Converted - f.Remaining; rest > 0 {
		says = append(says, fmt.Sprintf("去向未写%d所", rest))
	}
	words := fmt.Sprintf("学科类培训机构：基数%d所，%s，在营%d所", f.Baseline, strings.Join(says, "，"), f.Remaining)
	out := Flow{
		Before: number(before, 0), BeforeName: "基数", After: number(after, 0), AfterName: "在营", Raw: unread, SVG: f.SVG(words),
		Text: text(strings.Join(says, "，") + "。"),
	}
	if before > 0 {
		out.Text = append(out.Text, Run{Text: fmt.Sprintf("压减率：(%s − %s) ÷ %s = %s%%。", number(before, 0), number(after, 0), number(before, 0), shortest(round(float64(int((before-after)/before*1000+.5))/10)))})
	}
	if per := f.Per(); per > 1 {
		out.Text = append(out.Text, Run{Text: fmt.Sprintf("图中一线代表%d所。", per)})
	}
	return out, true
}

// reduction is the 双减 section of a district page.
func (y *year) reduction() Part {
	for _, s := range y.standards {
		if !reduces(s) {
			continue
		}
		st := Stack{Caption: y.b.d.Name + s.Short + "各项，" + term(y.Year.Year), Head: "要求", Middle: "结论", Last: "数与出处"}
		hidden := 0
		f, flows := y.flow()
		for _, p := range s.Parts {
			for _, c := range criteriaOf(s, p.ID) {
				if flows && drawn(c.Indicator) {
					continue
				}
				row := y.criterionRow(s, p, c, false)
				if p.Rule == balance.RuleInfo && (silent(row) || c.Unit != "%") {
					hidden++
					continue
				}
				st.Rows = append(st.Rows, row)
			}
		}
		r := Reduction{Stack: &st}
		if flows {
			r.Flow = append(r.Flow, f)
		}
		part := Part{
			ID: "double-reduction", Title: s.Short, Form: "double-reduction", Data: r,
			Note:  []string{"压减率没有唯一定义，所以先写基数和去向，再写比率。覆盖率按学校算，参与率按学生算，不能相加。"},
			Gist:  text(y.counts(s.ID, "")),
			Links: []Link{{Name: s.Short + "单独一页", Href: y.reductionHref()}, {Name: "逐条算法", Href: y.base() + s.ID + "/"}, {Name: "各区县" + s.Short + "情况", Href: "/double-reduction/"}},
		}
		if hidden > 0 {
			part.Links[0].Name = fmt.Sprintf("%s单独一页（另有%d项）", s.Short, hidden)
		}
		return part
	}
	return Part{}
}

// drawn reports whether the flow shows an indicator.
func drawn(indicator string) bool {
	for _, d := range destinations {
		if d.indicator == indicator {
			return true
		}
	}
	return indicator == baseline || indicator == remaining
}

// reduces tells the standard that counts institutions.
func reduces(s balance.Standard) bool {
	for _, c := range s.Criteria {
		if c.Indicator == remaining {
			return true
		}
	}
	return false
}

func silent(r StackRow) bool {
	for _, m := range r.Marks {
		if m.Mark == nil || m.Mark.State != "none" && m.Mark.State != "off" {
			return false
		}
	}
	return true
}
