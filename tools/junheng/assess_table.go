package main

import (
	"fmt"
	"io"
	"strings"

	"junheng/tools/assess"
	"junheng/tools/balance"
	"junheng/tools/district"
)

// printAssessed writes a year's verdicts: the JSON form, or for people where
// the district stands, every verdict, and what is missing.
func (c *call) printAssessed(format string, y district.Year) error {
	if format == "json" {
		data, err := assess.JSON(y.Assessed)
		if err != nil {
			return err
		}
		_, err = c.out.Write(data)
		return err
	}
	p, err := newPrinter(c.out, format, []string{"条", "学校", "学段", "标准值", "值", "结论", "依据", "差距", "说明"})
	if err != nil {
		return err
	}
	for _, v := range y.Assessed.Versions {
		fmt.Fprintf(c.out, "%s　%s%s\n", v.Standard, v.Number, map[bool]string{true: "", false: "（不是这一学年、这一地区的现行标准）"}[v.InForce])
	}
	for _, s := range y.Assessed.Standings {
		if s.School == "" {
			fmt.Fprintln(c.out, s.Sentence)
		}
	}
	fmt.Fprintln(c.out)
	names := map[string]string{}
	for _, s := range y.Schools {
		names[s.Code] = s.Name
	}
	for i := range y.Assessed.Verdicts {
		p.line(nil, verdictRow(&y.Assessed.Verdicts[i], names))
	}
	if err := p.close(); err != nil {
		return err
	}
	return printLacks(c.out, y.Assessed.Lacks)
}

// verdictRow is one verdict as a row; one on a part, a school or a standard
// names that instead of a criterion.
func verdictRow(v *balance.Verdict, names map[string]string) []string {
	id := v.Criterion
	if id == "" {
		id = strings.TrimSuffix(v.Standard+"/"+v.Part, "/")
	}
	row := []string{id, names[v.School], string(v.Stage), assess.PrintLimit(v.Threshold, v.Unit), "", string(v.Outcome), string(v.Basis), "", v.Note}
	if v.Value != nil {
		row[4] = assess.Print(*v.Value) + v.Unit
	}
	if v.Gap != nil {
		row[7] = v.Gap.Text
	}
	return row
}

// printLacks lists what is missing, why, and who owes it.
func printLacks(w io.Writer, lacks []assess.Lack) error {
	if len(lacks) == 0 {
		return nil
	}
	p, err := newPrinter(w, "table", []string{"缺项", "学段", "缺什么", "原因", "应由谁公布"})
	if err != nil {
		return err
	}
	for _, l := range lacks {
		reason := string(l.Reason)
		if reason == "" {
			reason = string(balance.NotPublished)
		}
		p.line(nil, []string{l.Criterion, string(l.Stage), l.What, reason, l.Owner})
	}
	fmt.Fprintln(w)
	return p.close()
}
