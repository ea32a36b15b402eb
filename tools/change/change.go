// Package change compares two states of a district's folder: which values
// vanish, change or come, which verdicts turn, which pages differ. A value that
// was published and is gone comes first wherever changes are told: figures are
// corrected or withdrawn with a reason, never dropped.
//
// All functions are pure, and their order is the same for the same two states.
package change

import (
	"sort"

	"junheng/tools/balance"
	"junheng/tools/district"
	"junheng/tools/record"
)

// State 状态 is one state of a district.
type State struct {
	District *district.District // nil: there is no such district
	Pages    map[string]string  // address → digest of what the page shows
}

// District is what differs between two states of one district.
type District struct {
	Code     string    `json:"code"`
	Name     string    `json:"name"`
	Vanished []Value   `json:"vanished,omitempty"` // published before, and gone or without a number now
	Changed  []Value   `json:"changed,omitempty"`
	Added    []Value   `json:"added,omitempty"`
	Verdicts []Verdict `json:"verdicts,omitempty"` // of what is in both states
	Checks   []Check   `json:"checks,omitempty"`
	Pages    Pages     `json:"pages"`
}

// Kind 种类 says what a Value is: one number, or a whole that holds many.
type Kind string

const (
	WholeDistrict Kind = "district"
	WholeYear     Kind = "year"
	WholeSchool   Kind = "school"
	WholeReport   Kind = "report"
	Field         Kind = "field"  // of a school
	Item          Kind = "item"   // of the summary
	Figure        Kind = "figure" // of a report
)

// Value 值 is one published value, or a whole that is in one state only.
type Value struct {
	Kind   Kind          `json:"kind"`
	Year   int           `json:"year,omitempty"`
	Place  string        `json:"place,omitempty"` // school code or report slug
	Called string        `json:"called,omitempty"`
	ID     string        `json:"id,omitempty"` // column or indicator
	Name   string        `json:"name,omitempty"`
	Stage  balance.Stage `json:"stage,omitempty"`
	Old    string        `json:"old,omitempty"` // a number with its unit, a missing value's word, a judgement; empty: not there
	New    string        `json:"new,omitempty"`
	Count  int           `json:"count,omitempty"` // of a whole: the numbers it holds
}

// Verdict 结论 is one that turned, or that stands on another value.
type Verdict struct {
	Year      int             `json:"year"`
	Standard  string          `json:"standard"`
	Part      string          `json:"part,omitempty"`
	Criterion string          `json:"criterion,omitempty"`
	School    string          `json:"school,omitempty"`
	Stage     balance.Stage   `json:"stage,omitempty"`
	Basis     balance.Basis   `json:"basis,omitempty"`
	Called    string          `json:"called"` // what it is on, in words
	Old       balance.Outcome `json:"old,omitempty"`
	New       balance.Outcome `json:"new,omitempty"`
	OldValue  string          `json:"old_value,omitempty"`
	NewValue  string          `json:"new_value,omitempty"`
}

// Pages 网页 are addresses.
type Pages struct {
	Removed []string `json:"removed,omitempty"`
	Changed []string `json:"changed,omitempty"`
	Added   []string `json:"added,omitempty"`
}

// Any reports whether anything differs.
func (d District) Any() bool {
	return len(d.Vanished)+len(d.Changed)+len(d.Added)+len(d.Verdicts)+len(d.Checks)+
		len(d.Pages.Removed)+len(d.Pages.Changed)+len(d.Pages.Added) > 0
}

// Between compares two states of one district; n gives columns and indicators
// their names.
func Between(old, new State, n *record.National) District {
	c := comparison{names: n}
	switch {
	case old.District == nil && new.District == nil:
		return c.District
	case new.District == nil:
		c.Code, c.Name = old.District.Code, old.District.Name
		c.Vanished = append(c.Vanished, Value{Kind: WholeDistrict, Count: countDistrict(old.District)})
	case old.District == nil:
		c.Code, c.Name = new.District.Code, new.District.Name
		c.Added = append(c.Added, Value{Kind: WholeDistrict, Count: countDistrict(new.District)})
	default:
		c.Code, c.Name = new.District.Code, new.District.Name
		c.years(old.District.Years, new.District.Years)
	}
	c.Pages = comparePages(old.Pages, new.Pages)
	return c.District
}

// A comparison is a District being found out.
type comparison struct {
	District
	names *record.National
}

func (c *comparison) years(old, new []district.Year) {
	index := func(list []district.Year) map[int]*district.Year {
		m := map[int]*district.Year{}
		for i := range list {
			m[list[i].Year] = &list[i]
		}
		return m
	}
	before, after := index(old), index(new)
	for _, year := range both(before, after) {
		a, b := before[year], after[year]
		switch {
		case b == nil:
			c.Vanished = append(c.Vanished, Value{Kind: WholeYear, Year: year, Count: countYear(a)})
		case a == nil:
			c.Added = append(c.Added, Value{Kind: WholeYear, Year: year, Count: countYear(b)})
		default:
			c.items(year, a.Items, b.Items)
			c.schools(year, a.Schools, b.Schools)
			c.reports(year, a.Reports, b.Reports)
			c.verdicts(year, a, b)
		}
	}
}

// put files a value that differs under what became of it.
func (c *comparison) put(v Value, was, is bool) {
	switch {
	case was && !is:
		c.Vanished = append(c.Vanished, v)
	case v.Old == "" || !was && is:
		c.Added = append(c.Added, v)
	default:
		c.Changed = append(c.Changed, v)
	}
}

func comparePages(old, new map[string]string) (p Pages) {
	for _, address := range both(old, new) {
		a, was := old[address]
		b, is := new[address]
		switch {
		case !is:
			p.Removed = append(p.Removed, address)
		case !was:
			p.Added = append(p.Added, address)
		case a != b:
			p.Changed = append(p.Changed, address)
		}
	}
	return p
}

// both returns the keys of two maps in order.
func both[K int | string, V any](a, b map[K]V) []K {
	var keys []K
	for k := range a {
		keys = append(keys, k)
	}
	for k := range b {
		if _, ok := a[k]; !ok {
			keys = append(keys, k)
		}
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	return keys
}

func countDistrict(d *district.District) (n int) {
	for i := range d.Years {
		n += countYear(&d.Years[i])
	}
	return n
}

func countYear(y *district.Year) (n int) {
	for _, i := range y.Items {
		if known(i) {
			n++
		}
	}
	for _, s := range y.Schools {
		n += countSchool(s)
	}
	for _, r := range y.Reports {
		n += len(r.Figures)
	}
	return n
}

func countSchool(s balance.School) (n int) {
	for _, e := range s.Values.All() {
		if e.Known() {
			n++
		}
	}
	return n
}
