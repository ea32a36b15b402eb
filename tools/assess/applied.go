package assess

import (
	"reflect"
	"slices"
	"strings"

	"junheng/tools/balance"
)

// Applied returns the standards in force for a division and year, each with
// the override of its region merged in. The id stays that of the national
// standard, so that pages keep their addresses; document, number and clauses
// are those of whoever set the limit.
func Applied(standards []balance.Standard, code string, year int) []balance.Standard {
	var out []balance.Standard
	for _, s := range standards {
		if s.Base != "" || !s.Effective.Holds(year) {
			continue
		}
		// The longest prefix wins: a city's rule over its province's.
		var chosen *balance.Standard
		for i := range standards {
			o := &standards[i]
			if o.Base == s.ID && strings.HasPrefix(code, o.Region) && o.Effective.Holds(year) &&
				(chosen == nil || len(o.Region) > len(chosen.Region)) {
				chosen = o
			}
		}
		if chosen != nil {
			s = Override(s, *chosen)
		}
		out = append(out, s)
	}
	return out
}

// Override returns base with what over says differently: a part or criterion
// of the same id takes the fields that over gives and keeps the others, a new
// one is added, and splits are replaced by type.
func Override(base, over balance.Standard) balance.Standard {
	s := base
	s.Parts = merge(base.Parts, over.Parts, func(p balance.Part) string { return p.ID })
	s.Criteria = merge(base.Criteria, over.Criteria, func(c balance.Criterion) string { return c.ID })
	s.Splits = merge(base.Splits, over.Splits, func(a balance.AssetSplit) string { return string(a.Type) })
	over.ID, over.Base, over.Region, over.Effective = "", "", "", balance.Years{}
	over.Parts, over.Criteria, over.Splits = nil, nil, nil
	take(&s, over)
	s.Region = ""
	return s
}

// merge lays over on base by id.
func merge[T any](base, over []T, id func(T) string) []T {
	out := slices.Clone(base)
	for _, o := range over {
		i := slices.IndexFunc(out, func(b T) bool { return id(b) == id(o) })
		if i < 0 {
			out = append(out, o)
			continue
		}
		take(&out[i], o)
	}
	return out
}

// take sets every field of into that from gives.
func take[T any](into *T, from T) {
	to, src := reflect.ValueOf(into).Elem(), reflect.ValueOf(from)
	for i := range src.NumField() {
		if !src.Field(i).IsZero() {
			to.Field(i).Set(src.Field(i))
		}
	}
}
