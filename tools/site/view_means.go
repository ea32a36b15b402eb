package site

import (
	"junheng/tools/balance"
	"junheng/tools/chart"
)

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
			Also: append(y.reachedSays(standard, c, stage, "unsure"), Run{Text: "有学校没有填报"}),
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
	out.Also = append(y.reachedSays(standard, c, stage, state), out.Also...)
	return out
}

// reachedSays is what the schools came to, and what the bureau says of them:
// 各校未达标，36所中25所低于标准，共差82人.
func (y *year) reachedSays(standard string, c balance.Criterion, stage balance.Stage, mean string) (out []Run) {
	for _, v := range y.on(standard, c) {
		if v.Stage == stage && v.Basis == balance.Recomputed && v.Gap != nil {
			odd := states[v.Outcome] != mean // the mean is on one side of the line, the verdict on the other
			out = append(out, Run{Text: when(odd, "各校"+string(v.Outcome)+"，") + unit(v.Gap.Text)})
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
