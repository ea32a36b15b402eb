package change

import (
	"fmt"
	"strings"
)

// Lines says in plain Chinese what differs: first what vanished, in all
// districts, then what every district shares, then each district.
func Lines(shared []Shared, list []District) (lines []string) {
	lost := 0
	for _, d := range list {
		for _, v := range d.Vanished {
			lost += max(1, v.Count)
		}
	}
	if lost > 0 {
		lines = append(lines, fmt.Sprintf("注意：原有的%d个值不见了。已公布的数据应更正或写明理由撤下，不应悄悄删去：", lost))
		for _, d := range list {
			for _, v := range d.Vanished {
				lines = append(lines, "  "+d.Name+" "+v.gone())
			}
		}
	}
	for _, c := range shared {
		lines = append(lines, c.line())
	}
	for _, d := range list {
		if d.Any() {
			lines = append(lines, d.lines()...)
		}
	}
	if len(lines) == 0 {
		return []string{"数据没有变化。"}
	}
	return lines
}

func (d District) lines() (lines []string) {
	if len(d.Added) == 1 && d.Added[0].Kind == WholeDistrict {
		return []string{fmt.Sprintf("新增%s（%s），含%d个值，网页%d。", d.Name, d.Code, d.Added[0].Count, len(d.Pages.Added))}
	}
	if len(d.Vanished) == 1 && d.Vanished[0].Kind == WholeDistrict {
		return []string{fmt.Sprintf("删去%s（%s），网页%d。", d.Name, d.Code, len(d.Pages.Removed))}
	}
	turned, moved := 0, 0
	for _, v := range d.Verdicts {
		if v.Old != v.New {
			turned++
		} else {
			moved++
		}
	}
	lines = append(lines, fmt.Sprintf("%s（%s）：值改动%d处、新增%d处、不见%d处；结论变化%d条，结论不变而数值变化%d条；网页新增%d、改动%d、删去%d。", d.Name, d.Code,
		len(d.Changed), len(d.Added), len(d.Vanished), turned, moved, len(d.Pages.Added), len(d.Pages.Changed), len(d.Pages.Removed)))
	for _, v := range d.Verdicts {
		if v.Old != v.New {
			lines = append(lines, "  "+v.line())
		}
	}
	for _, c := range d.Checks {
		lines = append(lines, "  "+c.line())
	}
	for _, v := range d.Changed {
		lines = append(lines, fmt.Sprintf("  %s：%s → %s", v.on(), v.Old, v.New))
	}
	for _, v := range d.Added {
		lines = append(lines, "  新增 "+v.came())
	}
	for _, p := range []struct {
		what string
		list []string
	}{{"删去", d.Pages.Removed}, {"改动", d.Pages.Changed}, {"新增", d.Pages.Added}} {
		if len(p.list) > 0 {
			lines = append(lines, "  网页"+p.what+"："+addresses(p.list))
		}
	}
	return lines
}

// addresses names the first few; a long list is for programs.
func addresses(list []string) string {
	const few = 8
	s := "/" + strings.Join(list[:min(few, len(list))], " /")
	if n := len(list) - few; n > 0 {
		s += fmt.Sprintf(" 等，另有%d页", n)
	}
	return s
}

func (v Verdict) line() string {
	side := func(outcome, value string) string {
		switch {
		case outcome == "":
			return "（无）"
		case value == "":
			return outcome
		}
		return outcome + "（" + value + "）"
	}
	basis := ""
	if v.Basis != "" {
		basis = string(v.Basis) + " "
	}
	return fmt.Sprintf("结论 %d学年 %s：%s%s → %s", v.Year, v.Called, basis, side(string(v.Old), v.OldValue), side(string(v.New), v.NewValue))
}

// on says where a value stands and what it is.
func (v Value) on() string {
	s := ""
	if v.Year > 0 {
		s = fmt.Sprintf("%d学年", v.Year)
	}
	switch v.Kind {
	case WholeDistrict:
		return "整个区县"
	case WholeYear:
		return s + "整年"
	case WholeSchool:
		return fmt.Sprintf("%s %s（%s）", s, v.Called, v.Place)
	case WholeReport:
		return fmt.Sprintf("%s 报告《%s》（%s）", s, v.Called, v.Place)
	case Field:
		s += " " + v.Called + " "
	case Item:
		s += " 汇总表 "
	case Figure:
		s += " 报告《" + v.Called + "》"
	}
	s += v.Name
	if v.Stage != "" {
		s += "（" + string(v.Stage) + "）"
	}
	return s
}

func (v Value) gone() string {
	switch {
	case v.Count > 0 || v.Old == "":
		return fmt.Sprintf("%s，含%d个值", v.on(), v.Count)
	case v.New != "":
		return fmt.Sprintf("%s：原为%s，现为%s", v.on(), v.Old, v.New)
	}
	return fmt.Sprintf("%s：原为%s", v.on(), v.Old)
}

func (v Value) came() string {
	switch {
	case v.New == "":
		return fmt.Sprintf("%s，含%d个值", v.on(), v.Count)
	case v.Old != "":
		return fmt.Sprintf("%s：%s，原为%s", v.on(), v.New, v.Old)
	}
	return fmt.Sprintf("%s：%s", v.on(), v.New)
}
