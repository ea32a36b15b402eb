package site

import (
	"fmt"
	"strconv"
	"strings"

	"junheng/tools/balance"
)

// how is the working of several verdicts, a column each.
func (y *year) how(c balance.Criterion, vs []balance.Verdict) *How {
	out := &How{Plain: c.Plain, Columns: []HowColumn{}} // templates count them
	for _, v := range vs {
		col := HowColumn{Head: head(v), Note: v.Note}
		if w := v.Working; w != nil {
			out.Rule, out.Clause = w.Rule, w.Clause
			col.Threshold, col.Steps, col.Result = w.Threshold, w.Steps, w.Result
			for _, in := range w.Inputs {
				col.Inputs = append(col.Inputs, y.input(in))
			}
		}
		col.Most = y.most(v)
		for _, l := range v.Missing {
			l.What = y.b.called(l.What)
			col.Lacks = append(col.Lacks, lack(l))
		}
		if col.Threshold != "" || len(col.Steps) > 0 || len(col.Lacks) > 0 || col.Result != "" || col.Note != "" {
			out.Columns = append(out.Columns, col)
		}
	}
	if out.Rule == "" {
		out.Rule, out.Clause = strings.TrimSuffix(c.Name+"。"+c.Measured, "。"), c.Clause
	}
	return out
}

// most are the five schools that add most to a spread, where schools may be named.
func (y *year) most(v balance.Verdict) []HowInput {
	if !y.b.d.Release.SchoolRows || v.Basis != balance.Recomputed {
		return nil
	}
	var out []HowInput
	for i := range y.Assessed.Spreads {
		s := &y.Assessed.Spreads[i]
		if s.Standard != v.Standard || s.Criterion != v.Criterion || s.Stage != v.Stage || s.Variance == 0 {
			continue
		}
		for _, r := range s.Largest(5) {
			out = append(out, HowInput{
				Name: r.Name + "：", Href: y.b.schoolHref(r.School),
				Text:  fmt.Sprintf("x = %s，P = %s", number(r.Value, 2), number(r.Pupils, 0)),
				Place: fmt.Sprintf("占方差%s%%", number(100*r.Part/s.Variance, 1)),
			})
		}
	}
	return out
}

func head(v balance.Verdict) string {
	switch {
	case v.Stage != "" && v.Basis != "":
		return string(v.Stage) + " · " + string(v.Basis)
	case v.Basis != "":
		return string(v.Basis)
	}
	return string(v.Stage)
}

func lack(l balance.Lack) string {
	reason := string(l.Reason)
	if reason == "" {
		reason = string(balance.NotPublished)
	}
	s := l.What + "：" + reason
	if l.Owner != "" {
		s += "，应由" + l.Owner + "公布"
	}
	return s
}

func (y *year) input(in balance.Input) HowInput {
	out := HowInput{Name: in.Name, Text: shortest(round(in.Value)) + in.Unit}
	if in.Value >= 100 { // two decimals more than any table has
		out.Text = shortest(float64(int64(in.Value*100+.5))/100) + in.Unit
	}
	if in.Count > 1 {
		out.Place = strconv.Itoa(in.Count) + "所学校合计"
	} else if in.Place != nil {
		out.Place = where(*in.Place)
	}
	if f, ok := y.figures[in.Figure]; ok {
		out.Href, out.Quote = y.figureHref(in.Figure), clip(f.Source.Quote, 60)
	}
	return out
}

// where says a place in a bureau's table in words: schools.csv第12行.
func where(p balance.Place) string {
	file := p.File
	for i := len(file) - 1; i >= 0; i-- {
		if file[i] == '/' {
			file = file[i+1:]
			break
		}
	}
	switch {
	case p.Cell != "":
		return file + p.Sheet + p.Cell
	case p.Line > 0:
		return file + "第" + strconv.Itoa(p.Line) + "行"
	}
	return file
}

// round drops what binary fractions add, well below any printed digit.
func round(v float64) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'f', 6, 64), 64)
	return r
}
