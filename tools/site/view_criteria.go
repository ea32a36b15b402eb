package site

import (
	"fmt"
	"sort"
	"strconv"

	"junheng/tools/balance"
	"junheng/tools/chart"
)

// indicatorHref is the page of an indicator.
func indicatorHref(id string) string {
	if id == "" {
		return ""
	}
	return "/indicators/" + id + "/"
}

// byStage puts the verdicts on one criterion side by side: for each stage the
// decided one first, what was recomputed before what was stated.
func byStage(verdicts []balance.Verdict) (stages []balance.Stage, of map[balance.Stage][]balance.Verdict) {
	of = map[balance.Stage][]balance.Verdict{}
	for _, v := range verdicts {
		if _, ok := of[v.Stage]; !ok {
			stages = append(stages, v.Stage)
		}
		of[v.Stage] = append(of[v.Stage], v)
	}
	for _, vs := range of {
		sort.SliceStable(vs, func(i, j int) bool { return weight(vs[i]) < weight(vs[j]) })
	}
	return stages, of
}

func weight(v balance.Verdict) int {
	switch {
	case v.Value == nil && v.Outcome != balance.Met && v.Outcome != balance.NotMet && v.Outcome != balance.MetTransition:
		return 2
	case v.Basis == balance.Recomputed:
		return 0
	}
	return 1
}

// decimals is how many a value of c is printed with.
func (y *year) decimals(c balance.Criterion) int {
	if i, ok := y.b.n.Indicator(c.Indicator); ok {
		return i.Decimals
	}
	return 2
}

// printed is a value of c as pages print it, without its unit.
func (y *year) printed(c balance.Criterion, v float64) string { return number(v, y.decimals(c)) }

// printedOf is a verdict's value; one that a proxy decided has another unit.
func (y *year) printedOf(c balance.Criterion, v balance.Verdict) string {
	if i, ok := y.b.n.Indicator(c.Indicator); ok && i.Unit != v.Unit {
		return shortest(round(*v.Value))
	}
	return y.printed(c, *v.Value)
}

// cell holds the verdicts of one criterion and stage: the first in large, the
// others beside it.
func (y *year) cell(standard string, c balance.Criterion, vs []balance.Verdict) Cell {
	if len(vs) == 0 {
		return Cell{}
	}
	v := vs[0]
	out := Cell{
		Stage: string(v.Stage), Mark: mark(v.Outcome), Basis: string(v.Basis), Raw: raw(v),
		Href: y.href(standard, c),
	}
	if v.Value != nil {
		out.Value = y.printedOf(c, v)
	}
	if v.Gap != nil {
		out.Gap = unit(v.Gap.Text)
	}
	if v.Value != nil && v.Threshold != nil {
		if scale, ok := chart.NewScale(*v.Threshold); ok {
			out.Track = y.track(c, v, scale).SVG()
		}
	}
	for _, other := range vs[1:] {
		out.Also = append(out.Also, y.other(c, other))
	}
	if last, ok := y.lastYear(standard, c, v.School, v.Stage); ok && v.Value != nil {
		out.Also = append(out.Also, Run{Text: "上年" + y.printed(c, last)})
	}
	return out
}

// other is a second verdict in one line: 自报0.31，达标.
func (y *year) other(c balance.Criterion, v balance.Verdict) Run {
	run := Run{Text: string(v.Basis), Raw: raw(v)}
	if v.Value != nil {
		run.Text += y.printedOf(c, v) + unit(v.Unit) + "，"
	}
	run.Text += string(v.Outcome)
	if v.Figure != "" {
		run.Href = y.figureHref(v.Figure)
	}
	return run
}

// raw reports whether a verdict rests on a figure nobody has confirmed.
func raw(v balance.Verdict) bool {
	return !v.Reviewed && (v.Outcome == balance.Met || v.Outcome == balance.NotMet || v.Outcome == balance.MetTransition)
}

// lastYear is the value a year ago of the same school, or of the district.
func (y *year) lastYear(standard string, c balance.Criterion, school string, stage balance.Stage) (float64, bool) {
	if y.before == nil || y.before.Year.Year != y.Year.Year-1 {
		return 0, false
	}
	if v, ok := y.before.values[measure{standard, c.Indicator, school, stage}]; ok {
		return v, true
	}
	for _, v := range y.before.verdicts[spot{standard, "", c.ID, school}] {
		if v.Stage == stage && v.Value != nil {
			return *v.Value, true
		}
	}
	return 0, false
}

func (y *year) track(c balance.Criterion, v balance.Verdict, scale chart.Scale) chart.Track {
	t := chart.Track{Scale: scale, Value: *v.Value, State: states[v.Outcome]}
	if v.School == "" {
		t.Others = y.spread(v.Standard, c, v.Stage)
		if last, ok := y.lastYear(v.Standard, c, "", v.Stage); ok {
			t.Last = &last
		}
		return t
	}
	for _, p := range y.partsOf(v.Standard) {
		if p.ID == c.Part {
			t.Floor = p.Floor
		}
	}
	if mean, ok := y.values[measure{v.Standard, c.Indicator, "", v.Stage}]; ok {
		t.Mean = &mean
	}
	return t
}

func (y *year) partsOf(standard string) []balance.Part {
	for _, s := range y.standards {
		if s.ID == standard {
			return s.Parts
		}
	}
	return nil
}

// spread is every school's value of c, in code order.
func (y *year) spread(standard string, c balance.Criterion, stage balance.Stage) []float64 {
	var out []float64
	for _, s := range y.Schools {
		if v, ok := y.values[measure{standard, c.Indicator, s.Code, stage}]; ok {
			out = append(out, v)
		}
	}
	return out
}

// meanCell is the district's mean of a criterion that is judged school by
// school: no verdict, so its word says 平均.
func (y *year) meanCell(standard string, c balance.Criterion, stage balance.Stage) Cell {
	t, ok := threshold(c, stage)
	mean, known := y.values[measure{standard, c.Indicator, "", stage}]
	scale, divides := chart.NewScale(t)
	if !ok || !divides || !known && len(y.spread(standard, c, stage)) == 0 {
		return Cell{Stage: string(stage), Mark: mark(balance.NotPublished)}
	}
	if !known {
		return Cell{
			Stage: string(stage), Mark: &Mark{"unsure", string(balance.NotComputable)}, Href: y.href(standard, c),
			Also: append(y.reachedSays(standard, c, stage), Run{Text: "有学校没有填报"}),
		}
	}
	state, word := "short", "平均未到"
	if scale.Ratio(mean) >= 1 {
		state, word = "met", "平均达到"
	}
	out := Cell{
		Stage: string(stage), Value: y.printed(c, mean), Href: y.href(standard, c), Mark: &Mark{state, word},
		Gap: distance(mean-t.Value, scale.Lower(), y.decimals(c), c.Unit),
	}
	track := chart.Track{Scale: scale, Value: mean, State: state, Others: y.spread(standard, c, stage)}
	if last, ok := y.lastYear(standard, c, "", stage); ok {
		track.Last = &last
		out.Also = append(out.Also, Run{Text: "上年" + y.printed(c, last)})
	}
	out.Track = track.SVG()
	out.Also = append(y.reachedSays(standard, c, stage), out.Also...)
	return out
}

// reachedSays is what the schools came to, and what the bureau says of them:
// 各校未达标，36所中25所低于标准，共差82人.
func (y *year) reachedSays(standard string, c balance.Criterion, stage balance.Stage) (out []Run) {
	for _, v := range y.on(standard, c) {
		if v.Stage == stage && v.Basis == balance.Recomputed && v.Gap != nil {
			out = append(out, Run{Text: "各校" + string(v.Outcome) + "，" + unit(v.Gap.Text)})
		}
	}
	for _, v := range y.on(standard, c) {
		if v.Stage == stage && v.Basis == balance.Stated {
			out = append(out, y.other(c, v))
		}
	}
	return out
}

func threshold(c balance.Criterion, stage balance.Stage) (balance.Threshold, bool) {
	for _, t := range c.Limits {
		if t.Stage == stage || t.Stage == balance.StageNone {
			return t, true
		}
	}
	return balance.Threshold{}, false
}

// distance says how far a value is from its limit: 多0.37㎡/生, 低0.286.
func distance(d float64, lower bool, decimals int, u string) string {
	word := "多"
	switch {
	case lower && d > 0:
		word = "高出"
	case lower:
		word = "低"
	case d < 0:
		word = "差"
	}
	if d < 0 {
		d = -d
	}
	return word + number(d, decimals) + unit(u)
}

// how is the working of several verdicts, a column each.
func (y *year) how(c balance.Criterion, vs []balance.Verdict) *How {
	out := &How{Plain: c.Plain}
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
	if len(out.Columns) == 0 {
		return nil
	}
	if out.Rule == "" {
		out.Rule, out.Clause = c.Name, c.Clause
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
	out := HowInput{Name: in.Name, Text: shortest(round(in.Value)) + unit(in.Unit)}
	if in.Value >= 100 { // two decimals more than any table has
		out.Text = shortest(float64(int64(in.Value*100+.5))/100) + unit(in.Unit)
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
