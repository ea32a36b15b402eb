package assess

import (
	"slices"

	"junheng/tools/balance"
)

// state says whether a number could be had, and if not, what kind of not.
type state uint8

const (
	known        state = iota
	unpublished        // the table has no such column
	unknown            // the column is there, the number is not, or nothing can be computed from it
	inapplicable       // the bureau says that the question does not arise
)

// number is a number or the state that stands in its place.
type number struct {
	v  float64
	st state
}

// read returns one field of a school's row.
func read(s *balance.School, field string) number {
	return numberOf(s.Values.At(s.Values.Fields().Index(field)))
}

func numberOf(e balance.Entry) number {
	if e.Known() {
		return number{v: float64(e)}
	}
	switch e.Missing() {
	case balance.NotMissing:
		return number{st: unpublished}
	case balance.NotApplicable:
		return number{st: inapplicable}
	}
	return number{st: unknown}
}

// table is the school table made ready for arithmetic: its sections under one
// way of splitting, and the indicators derived for them, each once.
type table struct {
	splits []balance.AssetSplit
	secs   []section
	cells  map[*indicator][]cell
	scopes []scoped
}

// scoped is which sections of one stage a scope counts.
type scoped struct {
	scope *balance.Scope
	stage balance.Stage
	at    []int // indexes of sections
}

// tableFor finds or makes the table for one way of splitting.
func tableFor(schools []balance.School, splits []balance.AssetSplit, tables *[]*table) *table {
	for _, t := range *tables {
		if slices.Equal(t.splits, splits) {
			return t
		}
	}
	t := &table{splits: splits, secs: sections(schools, splits)}
	*tables = append(*tables, t)
	return t
}

// column derives an indicator for every section.
func (t *table) column(ind *indicator) []cell {
	if t.cells[ind] == nil {
		t.derive([]*indicator{ind})
	}
	return t.cells[ind]
}

// derive works out several indicators in one pass, so that each row is fetched
// from memory once.
func (t *table) derive(inds []*indicator) {
	if t.cells == nil {
		t.cells = map[*indicator][]cell{}
	}
	inds = slices.DeleteFunc(inds, func(ind *indicator) bool { return t.cells[ind] != nil })
	columns := make([][]cell, len(inds))
	for k, ind := range inds {
		columns[k] = make([]cell, len(t.secs))
		t.cells[ind] = columns[k]
	}
	type of struct {
		fields *balance.Fields
		stage  balance.Stage
	}
	found := map[of][]*positions{}
	for i := range t.secs {
		sec := &t.secs[i]
		key := of{sec.school.Values.Fields(), sec.stage}
		at, ok := found[key]
		if !ok {
			for _, ind := range inds {
				at = append(at, ind.positions(sec.stage, key.fields))
			}
			found[key] = at
		}
		for k, ind := range inds {
			columns[k][i] = ind.from(sec.school, sec, at[k])
		}
	}
}

// counted lists the sections of a stage that a scope counts.
func (t *table) counted(scope *balance.Scope, stage balance.Stage) []int {
	for i := range t.scopes {
		s := &t.scopes[i]
		if s.stage == stage && (s.scope == scope || sameScope(s.scope, scope)) {
			return s.at
		}
	}
	at := make([]int, 0, len(t.secs))
	for i := range t.secs {
		if t.secs[i].stage == stage && counts(scope, &t.secs[i]) {
			at = append(at, i)
		}
	}
	t.scopes = append(t.scopes, scoped{scope, stage, at})
	return at
}

// sameScope reports whether two parts leave the same schools out.
func sameScope(a, b *balance.Scope) bool {
	return a.PointBelow == b.PointBelow && slices.Equal(a.Exclude, b.Exclude) && slices.Equal(a.Organisers, b.Organisers)
}
