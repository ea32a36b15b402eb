package assess

import (
	"strings"

	"junheng/tools/balance"
)

// head sets what the lines hold: R and x in a column's unit stand for those of
// the indicator, and each %s of the formula for its factor.
func (s *Sheet) head(ind *balance.Indicator, columns []Column, formula string) {
	times := ""
	if ind.Formula != nil && ind.Formula.Factor != 1 {
		times = " × " + plain(ind.Formula.Factor)
	}
	s.Indicator, s.Unit, s.Formula = ind.ID, ind.Unit, strings.ReplaceAll(formula, "%s", times)
	for _, c := range columns {
		switch {
		case c.Unit == "R":
			c.Unit = head(ind.Unit)
		case c.Unit == "x":
			c.Unit = ind.Unit
		}
		s.Columns = append(s.Columns, c)
	}
}

// spreadLines are the sections that a coefficient counts.
func (r *Result) spreadLines(s *Sheet) {
	for i := range r.Spreads {
		sp := &r.Spreads[i]
		if sp.Standard != s.Standard || sp.Criterion != s.Criterion || sp.Stage != s.Stage {
			continue
		}
		s.Sums = &Sums{sp.Pupils, sp.Raw, sp.Mean, sp.Variance, sp.CV}
		values := r.valuesOf(s)
		for _, row := range sp.Rows {
			l := Line{"school": row.School, "name": row.Name, "stage": string(s.Stage), "pupils": row.Pupils, "raw": row.Raw,
				"value": row.Value, "deviation": row.Value - sp.Mean, "part": row.Part}
			if sp.Variance > 0 {
				l["percent"] = 100 * row.Part / sp.Variance
			}
			l.shared(values[row.School])
			s.Lines = append(s.Lines, l)
		}
	}
}

// limitLines are the schools or sections held against a limit.
func (r *Result) limitLines(s *Sheet, names map[string]string) {
	values := r.valuesOf(s)
	for i := range r.Verdicts {
		v := &r.Verdicts[i]
		if v.Standard != s.Standard || v.Criterion != s.Criterion || v.Stage != s.Stage || v.School == "" {
			continue
		}
		l := Line{"school": v.School, "name": names[v.School], "stage": string(v.Stage), "verdict": string(v.Outcome)}
		if v.Value != nil {
			l["value"] = *v.Value
		}
		if v.Threshold != nil {
			l["limit"] = sign[v.Threshold.Op] + plain(v.Threshold.Value)
		}
		if v.Gap != nil {
			l["gap"] = v.Gap.Text
		}
		var lacks []string
		for _, m := range v.Missing {
			reason := string(m.Reason)
			if reason == "" {
				reason = string(balance.NotPublished)
			}
			lacks = append(lacks, m.What+"："+reason)
		}
		if lacks != nil {
			l["missing"] = strings.Join(lacks, "；")
		}
		if row := values[v.School]; row != nil {
			if row.Pupils != nil {
				l["pupils"] = *row.Pupils
			}
			if row.Raw != nil {
				l["raw"] = *row.Raw
			}
			l.shared(row)
		}
		s.Lines = append(s.Lines, l)
	}
}

// compositeLines are the coefficients that a composite is the mean of.
func (r *Result) compositeLines(s *Sheet) {
	for i := range r.Verdicts {
		v := &r.Verdicts[i]
		if v.Standard == s.Standard && v.Criterion == s.Criterion && v.Stage == s.Stage && v.Basis == balance.Recomputed && v.Working != nil {
			for _, in := range v.Working.Inputs {
				s.Lines = append(s.Lines, Line{"name": in.Name, "value": in.Value})
			}
		}
	}
}

// valuesOf finds what each school has, before and after the split.
func (r *Result) valuesOf(s *Sheet) map[string]*Value {
	out := map[string]*Value{}
	for i := range r.Values {
		if v := &r.Values[i]; v.Standard == s.Standard && v.Indicator == s.Indicator && v.Stage == s.Stage {
			out[v.School] = v
		}
	}
	return out
}

// shared adds what the whole school has and the section's share of it.
func (l Line) shared(v *Value) {
	if v != nil && v.Share != nil && v.Raw != nil && *v.Share > 0 {
		l["share"], l["whole"] = *v.Share, *v.Raw / *v.Share
	}
}
