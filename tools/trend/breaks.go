package trend

import (
	"fmt"
	"strconv"
	"strings"

	"junheng/tools/balance"
)

// breaks notes why the two values of a row may differ in more than the matter.
func (p *pairing) breaks(r *Row, old, new *balance.Standard, was, is *balance.Criterion) {
	add := func(kind BreakKind, a, b string, apart bool) { r.Breaks = append(r.Breaks, Break{kind, a, b, apart}) }
	if old.Number != new.Number {
		add(BreakStandard, old.Number, new.Number, false)
	}
	if was == nil {
		return
	}
	if was.Indicator != is.Indicator {
		add(BreakMeaning, was.Indicator, is.Indicator, true)
	}
	if a, b := limits(was, r.Stage), limits(is, r.Stage); a != b {
		add(BreakLimit, a, b, false)
	}
	if r.School != "" {
		if f, ok := p.c.FateOf(r.School); ok {
			if _, single := p.c.Former(r.School); !single {
				add(BreakSchool, list(f.Old), list(f.New), true)
			}
		}
	}
	if r.Old.Outcome == "" || r.New.Outcome == "" || r.Old.Value == nil || r.New.Value == nil {
		return
	}
	switch {
	case counted(r.Old.Measure) != counted(r.New.Measure):
		add(BreakMeasure, measure(r.Old), measure(r.New), true)
	case r.Old.Basis != r.New.Basis:
		add(BreakBasis, string(r.Old.Basis), string(r.New.Basis), true)
	case r.Old.Unit != r.New.Unit:
		add(BreakMeasure, r.Old.Unit, r.New.Unit, true)
	}
	if r.School == "" && r.New.Basis == balance.Recomputed && p.fromTable(r.Indicator) && p.c.moved() {
		add(BreakSchools, "", "", false)
	}
}

// measure says what a value counts.
func measure(h Held) string {
	if h.Measure != "" {
		return h.Measure
	}
	return h.Unit
}

// fromTable reports whether an indicator follows from the rows of the school table.
func (p *pairing) fromTable(id string) bool {
	i := p.indicators[id]
	return i != nil && (i.CVOf != "" || len(i.MeanOf) > 0 || i.Formula != nil && i.Formula.Split != balance.SplitItems)
}

// moved reports whether the schools of the two years are not the same ones; a
// new name or code alone changes no sum.
func (c *Comparison) moved() bool {
	for _, f := range c.Fates {
		if len(f.Old) != len(f.New) || len(f.Old) > 1 || has(f.Kinds, Retyped) {
			return true
		}
	}
	return false
}

var signs = map[balance.Comparator]string{balance.Ge: "≥", balance.Gt: ">", balance.Le: "≤", balance.Lt: "<", balance.Eq: "="}

// limits writes the limits of a stage in signs, to be compared and shown.
func limits(c *balance.Criterion, stage balance.Stage) string {
	var out []string
	for _, t := range c.Limits {
		if t.Stage != "" && stage != "" && t.Stage != stage {
			continue
		}
		s := string(t.Type) + signs[t.Op] + strconv.FormatFloat(t.Value, 'f', -1, 64)
		if t.ForEach > 0 {
			s = fmt.Sprintf("每%g %s", t.ForEach, s)
		}
		out = append(out, s)
	}
	return strings.Join(out, "，")
}
