// Package trend lays two years of a district side by side: by how much each
// criterion moved, whether that is for the better by the criterion's own
// direction, and where the two numbers do not measure the same thing. Schools
// are followed through new names, new codes, mergers and splits.
//
// All functions are pure; for the same two years their answer has the same
// order.
package trend

import (
	"junheng/tools/assess"
	"junheng/tools/balance"
)

// Side 一年 is one of the two years.
type Side struct {
	Year    int // 学年 by its first calendar year
	Schools []balance.School
	Result  *assess.Result
}

// Comparison 两年对照 is what differs between two years of one district.
type Comparison struct {
	From    int    `json:"from"`
	To      int    `json:"to"`
	Rules   []Rule `json:"rules,omitempty"` // standards whose text or validity changed between the years
	Rows    []Row  `json:"rows"`            // of the district first, then by school code; in the order of the documents
	Fates   []Fate `json:"fates,omitempty"` // schools that are not the same in both years
	Matched int    `json:"matched"`         // schools that are
	lines   map[string]line
}

// Rule 标准变化 is a standard that holds in one of the years only, or by another document.
type Rule struct {
	Standard string `json:"standard"`      // Standard.ID
	Old      string `json:"old,omitempty"` // number of the document, 文号; empty: not in force
	New      string `json:"new,omitempty"`
}

// Row 一项 is one criterion in two years.
type Row struct {
	Standard  string        `json:"standard"`
	Part      string        `json:"part"`
	Criterion string        `json:"criterion"`
	Indicator string        `json:"indicator"`
	School    string        `json:"school,omitempty"` // School.Code in the later year
	Stage     balance.Stage `json:"stage,omitempty"`
	Old       Held          `json:"old"`
	New       Held          `json:"new"`
	Delta     *float64      `json:"delta,omitempty"` // new − old, where both are numbers of the same thing
	Unit      string        `json:"unit,omitempty"`  // of Delta; % means percentage points
	Turn      Turn          `json:"turn"`
	Breaks    []Break       `json:"breaks,omitempty"`
}

// Held 一年的情况 is what one year gives for a criterion.
type Held struct {
	Outcome  balance.Outcome `json:"verdict,omitempty"` // empty: there is no such criterion or school in that year
	Basis    balance.Basis   `json:"basis,omitempty"`
	Value    *float64        `json:"value,omitempty"`
	Unit     string          `json:"unit,omitempty"`
	Measure  string          `json:"measure,omitempty"` // what the value counts, where another number decides
	Reviewed bool            `json:"reviewed"`

	side balance.Comparator // of the limit it was held against
}

// Turn 变化 is the way a criterion moved.
type Turn string

const (
	Better  Turn = "变好"
	Worse   Turn = "变差"
	Same    Turn = "不变"     // by the decimals the indicator is printed with
	Moved   Turn = "有变化"    // of what has no better side
	Apart   Turn = "不能直接比较" // the two do not measure the same thing; Breaks says why
	Lacking Turn = "缺一年"    // one of the years gives nothing
	Silent  Turn = "两年都没有"  // neither does
)

// Turns lists every Turn.
var Turns = []Turn{Better, Worse, Same, Moved, Apart, Lacking, Silent}

// Break 口径变化 is a reason why two values of a series differ in more than the
// matter itself. With Apart they cannot be compared at all.
type Break struct {
	Kind  BreakKind `json:"kind"`
	Old   string    `json:"old,omitempty"`
	New   string    `json:"new,omitempty"`
	Apart bool      `json:"apart,omitempty"`
}

// BreakKind 口径变化的种类.
type BreakKind string

const (
	BreakStandard BreakKind = "standard" // the standard is another version
	BreakMeaning  BreakKind = "meaning"  // the criterion measures another indicator
	BreakLimit    BreakKind = "limit"    // the limit is another one
	BreakBasis    BreakKind = "basis"    // 自报 in one year, 推算 in the other
	BreakMeasure  BreakKind = "measure"  // another number decides, or another unit
	BreakSchools  BreakKind = "schools"  // the schools it is made from are not the same
	BreakSchool   BreakKind = "school"   // the school was merged, split or is of another type
)

// BreakKinds lists every BreakKind.
var BreakKinds = []BreakKind{BreakStandard, BreakMeaning, BreakLimit, BreakBasis, BreakMeasure, BreakSchools, BreakSchool}

// Compare lays two years of one district side by side. Indicators give the
// decimals a value is printed with and say what is made from the school table.
func Compare(old, new Side, indicators []balance.Indicator) Comparison {
	c := &Comparison{From: old.Year, To: new.Year, Rows: []Row{}}
	c.follow(old.Schools, new.Schools)
	p := pairing{c: c, old: index(old.Result), new: index(new.Result), indicators: map[string]*balance.Indicator{}}
	for i := range indicators {
		p.indicators[indicators[i].ID] = &indicators[i]
	}
	p.compare(old.Result, new.Result, new.Schools)
	return *c
}

// Of returns the rows on one school, or with "" on the district.
func (c *Comparison) Of(school string) []Row {
	var out []Row
	for _, r := range c.Rows {
		if r.School == school {
			out = append(out, r)
		}
	}
	return out
}

// Count says how many of the rows moved which way.
func Count(rows []Row) map[Turn]int {
	n := map[Turn]int{}
	for _, r := range rows {
		n[r.Turn]++
	}
	return n
}
