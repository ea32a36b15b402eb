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
	splits  []balance.AssetSplit
	schools []balance.School
	secs    []section
	fields  map[string][]number   // what every school says in a column
	cells   map[*indicator][]cell // of every section
	wholes  map[*indicator][]cell // of every school
	scopes  []scoped
}

// scoped is which sections a scope counts.
type scoped struct {
	scope *balance.Scope
	in    []bool   // every section
	at    [2][]int // indexes of those of each compulsory stage
}

func newTable(schools []balance.School, splits []balance.AssetSplit) *table {
	return &table{splits: splits, schools: schools, secs: sections(schools, splits),
		fields: map[string][]number{}, cells: map[*indicator][]cell{}, wholes: map[*indicator][]cell{}}
}

// tableFor finds or makes the table for one way of splitting.
func tableFor(schools []balance.School, splits []balance.AssetSplit, tables *[]*table) *table {
	for _, t := range *tables {
		if slices.Equal(t.splits, splits) {
			return t
		}
	}
	t := newTable(schools, splits)
	*tables = append(*tables, t)
	return t
}

// numbers reads a column for every school, once: where the rows share their
// columns, as those of one table do, its place is looked for only once.
func (t *table) numbers(id string) []number {
	if c, ok := t.fields[id]; ok {
		return c
	}
	c := make([]number, len(t.schools))
	var fields *balance.Fields
	at := -1
	for i := range t.schools {
		v := &t.schools[i].Values
		if f := v.Fields(); i == 0 || f != fields {
			fields, at = f, f.Index(id)
		}
		c[i] = numberOf(v.At(at))
	}
	t.fields[id] = c
	return c
}

func (t *table) allFields(ids []string) [][]number {
	out := make([][]number, len(ids))
	for i, id := range ids {
		out[i] = t.numbers(id)
	}
	return out
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
	var last of
	var at []*positions
	for i := range t.secs {
		sec := &t.secs[i]
		if key := (of{sec.school.Values.Fields(), sec.stage}); i == 0 || key != last {
			last = key
			if at = found[key]; at == nil {
				for _, ind := range inds {
					at = append(at, ind.positions(sec.stage, key.fields))
				}
				found[key] = at
			}
		}
		for k, ind := range inds {
			columns[k][i] = ind.from(sec.school, sec, at[k])
		}
	}
}

// wholeColumn derives an indicator for every school as one.
func (t *table) wholeColumn(ind *indicator) []cell {
	if c, ok := t.wholes[ind]; ok {
		return c
	}
	c := make([]cell, len(t.schools))
	var fields *balance.Fields
	var at *positions
	for i := range t.schools {
		s := &t.schools[i]
		if f := s.Values.Fields(); i == 0 || f != fields {
			fields, at = f, ind.positions(balance.StageNone, f)
		}
		c[i] = ind.from(s, nil, at)
	}
	t.wholes[ind] = c
	return c
}

// scope finds which sections a scope counts.
func (t *table) scope(scope *balance.Scope) *scoped {
	for i := range t.scopes {
		if s := &t.scopes[i]; s.scope == scope || sameScope(s.scope, scope) {
			return s
		}
	}
	s := scoped{scope: scope, in: make([]bool, len(t.secs))}
	for k, stage := range compulsory {
		s.at[k] = make([]int, 0, len(t.secs))
		for i := range t.secs {
			if t.secs[i].stage == stage && counts(scope, &t.secs[i]) {
				s.in[i], s.at[k] = true, append(s.at[k], i)
			}
		}
	}
	t.scopes = append(t.scopes, s)
	return &t.scopes[len(t.scopes)-1]
}

// counted lists the sections of a stage that a scope counts.
func (t *table) counted(scope *balance.Scope, stage balance.Stage) []int {
	s := t.scope(scope)
	for k := range compulsory {
		if compulsory[k] == stage {
			return s.at[k]
		}
	}
	return nil
}

// sameScope reports whether two parts leave the same schools out.
func sameScope(a, b *balance.Scope) bool {
	return a.PointBelow == b.PointBelow && slices.Equal(a.Exclude, b.Exclude) && slices.Equal(a.Organisers, b.Organisers)
}
