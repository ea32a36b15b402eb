// Package assess holds a district's year against the standards in force: it
// turns the rows of the school table and the items of the summary into values,
// values into verdicts, and every verdict into a working that a reader can
// repeat by hand.
//
// All functions are pure. Judging (judge.go, schools.go, district.go, whole.go)
// works in numbers alone; words (words.go, working.go, standing.go) are put to
// what was found afterwards, so that a whole country can be judged in seconds.
package assess

import (
	"sync"

	"junheng/tools/balance"
)

// Input is all that the verdicts of one district and year rest on.
type Input struct {
	District   balance.District
	Year       int // 学年 by its first calendar year
	Schools    []balance.School
	Items      []balance.Item
	Stated     []Stated // from articles that speak for the district
	Indicators []balance.Indicator
	Standards  []balance.Standard // all of them; those in force are chosen by year and region
	Fields     map[string]Field   // columns of the school table; without them workings show ids
}

// Field is how a column of the school table is called on paper.
type Field struct{ Header, Unit string }

// Stated is a figure of a published report that speaks for the district.
type Stated struct {
	Report string // slug
	Figure balance.Figure
}

// Result is everything found for one district and year.
type Result struct {
	District     string             `json:"district"` // Division.Code
	Year         int                `json:"year"`
	Standards    []balance.Standard `json:"-"`         // as applied: in force, overrides merged
	Versions     []Version          `json:"standards"` // which documents these are
	Verdicts     []balance.Verdict  `json:"verdicts"`
	Values       []Value            `json:"values"`
	Spreads      []Spread           `json:"spreads"`
	Standings    []Standing         `json:"standings"`    // the one sentence for the district and each school
	Stages       []StageVerdict     `json:"stages"`       // what each standard asks of one stage, joined
	Completeness []Completeness     `json:"completeness"` // how much of each standard and part is decided
	Lacks        []Lack             `json:"lacks"`        // what is missing, why, and who owes it
}

// Year judges one district and year.
func Year(in Input) Result { return New(in.Indicators, in.Standards).Year(in) }

// Rules are the indicators and standards made ready for judging many districts.
// They may be used by several goroutines at once.
type Rules struct {
	indicators map[string]*indicator
	standards  []balance.Standard
	only       *balance.Standard // judge under this one, whenever and wherever it holds
	buffers    *sync.Pool        // of []finding, used again from one standard to the next
}

// New makes rules ready.
func New(indicators []balance.Indicator, standards []balance.Standard) *Rules {
	r := &Rules{indicators: make(map[string]*indicator, len(indicators)), standards: standards, buffers: new(sync.Pool)}
	for i := range indicators {
		r.indicators[indicators[i].ID] = newIndicator(&indicators[i])
	}
	return r
}

// Year judges one district and year; in.Indicators and in.Standards are not
// read.
func (r *Rules) Year(in Input) Result {
	res := Result{District: in.District.Code, Year: in.Year}
	res.Standards = r.applied(&in)
	var tables []*table
	for i := range res.Standards {
		res.Versions = append(res.Versions, version(&res.Standards[i], &in))
		b := r.judge(&in, &res.Standards[i], &tables)
		b.explain(&res)
		b.free()
	}
	return res
}

// Judge judges without putting anything into words: it returns how many
// verdicts there are of each outcome, by standard id.
func (r *Rules) Judge(in Input) map[string]map[balance.Outcome]int {
	counts := map[string]map[balance.Outcome]int{}
	applied := r.applied(&in)
	var tables []*table
	for i := range applied {
		b := r.judge(&in, &applied[i], &tables)
		var n [6]int
		for j := range b.found {
			n[weight(b.found[j].outcome)]++
		}
		counts[applied[i].ID] = map[balance.Outcome]int{}
		for _, o := range balance.Outcomes {
			if n[weight(o)] > 0 {
				counts[applied[i].ID][o] = n[weight(o)]
			}
		}
		b.free()
	}
	return counts
}

// buffer is room for so many findings.
func (r *Rules) buffer(room int) []finding {
	if old, ok := r.buffers.Get().(*[]finding); ok && cap(*old) >= room {
		return (*old)[:0]
	}
	return make([]finding, 0, room+room/8)
}

// free gives the findings back; nothing may point at them any more.
func (b *bench) free() {
	found := b.found[:0]
	b.rules.buffers.Put(&found)
	b.tallies, b.stands = nil, nil
}
