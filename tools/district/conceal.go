package district

import (
	"slices"
	"strings"

	"junheng/tools/assess"
	"junheng/tools/balance"
	"junheng/tools/privacy"
)

// conceal takes out of a judged year what would tell how few pupils a school
// has: its counts, and every number that was divided by them. The verdicts
// themselves stay.
func conceal(y *Year) {
	var hidden map[string]bool
	if y.Schools, hidden = privacy.Suppress(y.Schools); len(hidden) == 0 {
		return
	}
	var names []string
	for _, s := range y.Schools {
		if hidden[s.Code] {
			names = append(names, s.Name)
		}
	}
	a := &y.Assessed
	for i := range a.Values {
		if v := &a.Values[i]; hidden[v.School] {
			v.Pupils, v.Share, v.Raw, v.Value, v.Missing = nil, nil, nil, nil, balance.Suppressed
		}
	}
	for i := range a.Spreads {
		a.Spreads[i].Rows = slices.DeleteFunc(a.Spreads[i].Rows, func(r assess.Row) bool { return hidden[r.School] })
	}
	for i := range a.Verdicts {
		v := &a.Verdicts[i]
		if hidden[v.School] {
			v.Value, v.Gap, v.Working, v.Note = nil, nil, nil, "学生人数保密，数值不公布"
		} else if v.Working != nil {
			v.Working.Inputs = slices.DeleteFunc(v.Working.Inputs, func(in balance.Input) bool {
				return slices.ContainsFunc(names, func(name string) bool { return strings.Contains(in.Name, name) })
			})
		}
	}
	for i := range a.Standings {
		if s := &a.Standings[i]; hidden[s.School] && s.Furthest != nil {
			counts, _, _ := strings.Cut(s.Sentence, "；")
			s.Furthest, s.Sentence = nil, strings.TrimSuffix(counts, "。")+"。"
		}
	}
}
