package change

import (
	"fmt"

	"junheng/tools/balance"
	"junheng/tools/district"
)

// verdicts compares those of one year. What is said of a school that is in one
// state only goes without saying.
func (c *comparison) verdicts(year int, old, new *district.Year) {
	schools := map[string]string{}
	was := map[string]bool{}
	for _, s := range old.Schools {
		was[s.Code] = true
	}
	for _, s := range new.Schools {
		if was[s.Code] {
			schools[s.Code] = s.Name
		}
	}
	index := func(y *district.Year) (map[string]*balance.Verdict, []string) {
		m, order := map[string]*balance.Verdict{}, []string(nil)
		for i := range y.Assessed.Verdicts {
			v := &y.Assessed.Verdicts[i]
			if _, ok := schools[v.School]; v.School != "" && !ok {
				continue
			}
			key := fmt.Sprintf("%s %s %s %s %s %s", v.Standard, v.Part, v.Criterion, v.School, v.Stage, v.Basis)
			for m[key] != nil {
				key += "+"
			}
			m[key] = v
			order = append(order, key)
		}
		return m, order
	}
	before, gone := index(old)
	after, order := index(new)
	for _, key := range gone {
		if after[key] == nil {
			order = append(order, key)
		}
	}
	for _, key := range order { // the order of the standards
		a, b := before[key], after[key]
		v := Verdict{Year: year}
		for _, x := range []*balance.Verdict{a, b} {
			if x != nil {
				v.Standard, v.Part, v.Criterion, v.School, v.Stage, v.Basis = x.Standard, x.Part, x.Criterion, x.School, x.Stage, x.Basis
			}
		}
		v.Called = c.called(v, schools[v.School])
		v.Old, v.OldValue = said(a)
		v.New, v.NewValue = said(b)
		if v.Old != v.New || v.OldValue != v.NewValue {
			c.Verdicts = append(c.Verdicts, v)
		}
	}
}

func said(v *balance.Verdict) (balance.Outcome, string) {
	if v == nil {
		return "", ""
	}
	if v.Value == nil {
		return v.Outcome, ""
	}
	return v.Outcome, number(*v.Value) + v.Unit
}

// called puts into words what a verdict is on.
func (c *comparison) called(v Verdict, school string) string {
	s, on := v.Standard, ""
	if c.names != nil {
		if std, ok := c.names.Standard(v.Standard); ok {
			s = std.Short
			for _, p := range std.Parts {
				if p.ID == v.Part && v.Criterion == "" {
					on = p.Name
				}
			}
			for _, cr := range std.Criteria {
				if cr.ID == v.Criterion {
					on = cr.Name
				}
			}
		}
	}
	if on == "" && v.Criterion+v.Part == "" {
		on = "总评"
	} else if on == "" {
		on = v.Criterion
	}
	out := s + "·" + on
	if school != "" {
		out = school + " " + out
	}
	if v.Stage != "" {
		out += "（" + string(v.Stage) + "）"
	}
	return out
}
