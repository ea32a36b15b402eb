package site

import (
	"sort"

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
func (y *year) printed(c balance.Criterion, v float64) string {
	return percent(v, y.decimals(c), c.Unit)
}

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
	switch {
	case v.Measure != "":
		run.Text += "：" + v.Measure + "，"
	case v.Value != nil:
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
	if school != "" {
		former, ok := y.trend.Former(school)
		if !ok {
			return 0, false // merged, split or new: not the same series
		}
		school = former
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
