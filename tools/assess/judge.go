package assess

import (
	"slices"

	"junheng/tools/balance"
)

// bench is one standard being held against one district's year.
type bench struct {
	rules  *Rules
	in     *Input
	std    *balance.Standard
	parts  map[string]*balance.Part
	*table // empty where the standard does not look at the school table
	items  map[key]*balance.Item
	found  []finding

	tallies map[key]*tally // by criterion
	cvs     map[key]*Spread
	stands  []stand
	whole   pair // of the standard

	own, said finding  // the verdicts being made on a criterion for the district
	saying    detail   // of said
	details   []detail // room for more of them

	districtFrom int // where in found the verdicts on the district begin
}

// key names an indicator or criterion for one stage, and the part whose scope
// it is taken in.
type key struct {
	id    string
	stage balance.Stage
	part  string
}

// judge holds everything in the input against one standard.
// Tables already made for standards that split alike are shared.
func (r *Rules) judge(in *Input, std *balance.Standard, tables *[]*table) *bench {
	b := &bench{rules: r, in: in, std: std, parts: make(map[string]*balance.Part, len(std.Parts)),
		items: make(map[key]*balance.Item, len(in.Items)), cvs: map[key]*Spread{}, tallies: map[key]*tally{}}
	for i := range std.Parts {
		b.parts[std.Parts[i].ID] = &std.Parts[i]
	}
	for i := range in.Items {
		it := &in.Items[i]
		b.items[key{id: it.Indicator, stage: it.Stage}] = it
	}
	b.table = newTable(nil, nil)
	if b.usesRows() {
		b.table = tableFor(in.Schools, std.Splits, tables)
		b.derive(b.columns())
	}
	sheets := b.sheets()
	b.found = r.buffer(b.room(sheets))
	b.stands = make([]stand, 0, 2*len(std.Criteria)+8)
	if len(sheets) > 0 {
		b.judgeSchools(sheets)
	}
	b.districtFrom = len(b.found)
	b.tallyUp()
	for i := range std.Criteria {
		c := &std.Criteria[i]
		ind, part := r.indicators[c.Indicator], b.parts[c.Part]
		if ind == nil || part == nil || !c.Effective.Holds(in.Year) {
			continue
		}
		for _, stage := range stagesOf(c) {
			b.judgeDistrict(c, ind, part, stage)
		}
		if len(c.Stages) > 1 && len(c.Proxies) > 0 {
			b.judgeBoth(c, ind, part)
		}
	}
	b.judgeWhole()
	return b
}

// room is how many verdicts there can be.
func (b *bench) room(sheets []sheet) int {
	n := 5*len(b.std.Criteria) + len(b.std.Parts) + 1 // two for each stage, one for both
	if len(sheets) > 0 {
		n += len(b.in.Schools)
	}
	for _, s := range sheets {
		n += len(b.secs)*(len(s.bySection)+1) + len(b.in.Schools)*len(s.bySchool)
	}
	return n
}

// detail is room for what only a verdict on the district has.
func (b *bench) detail() *detail {
	if len(b.details) == 0 {
		b.details = make([]detail, 64)
	}
	d := &b.details[0]
	b.details = b.details[1:]
	return d
}

// columns lists the indicators that the standard needs section by section.
func (b *bench) columns() (inds []*indicator) {
	for i := range b.std.Criteria {
		ind := b.rules.indicators[b.std.Criteria[i].Indicator]
		if ind != nil && ind.CVOf != "" {
			ind = b.rules.indicators[ind.CVOf]
		}
		if ind != nil && ind.fromRows() && ind.Formula.Split != balance.SplitWhole && !slices.Contains(inds, ind) {
			inds = append(inds, ind)
		}
	}
	return inds
}

// usesRows reports whether the standard looks at the school table at all.
func (b *bench) usesRows() bool {
	for i := range b.std.Criteria {
		ind := b.rules.indicators[b.std.Criteria[i].Indicator]
		if ind != nil && (ind.fromRows() || ind.CVOf != "" || ind.MeanOf != nil) {
			return len(b.in.Schools) > 0
		}
	}
	return false
}

// stagesOf lists the stages a criterion is judged for: itself where it has none.
func stagesOf(c *balance.Criterion) []balance.Stage {
	if len(c.Stages) == 0 {
		return noStage
	}
	return c.Stages
}

var noStage = []balance.Stage{balance.StageNone}

// weigh joins outcomes by the precedence of the design: any 未达标, else any
// 无法判定, else any 未公布, else 达标 (按过渡口径 if any only so). What is 不适用
// does not count; nothing that counts is 不适用.
func weigh(os ...balance.Outcome) balance.Outcome {
	worst := balance.OutOfScope
	for _, o := range os {
		if weight(o) > weight(worst) {
			worst = o
		}
	}
	return worst
}

func weight(o balance.Outcome) int {
	switch o {
	case balance.NotMet:
		return 5
	case balance.Undecidable:
		return 4
	case balance.NotPublished:
		return 3
	case balance.MetTransition:
		return 2
	case balance.Met:
		return 1
	}
	return 0
}

// outcomeOf says what stands for a number that is not there.
func outcomeOf(st state) balance.Outcome {
	switch st {
	case unpublished:
		return balance.NotPublished
	case inapplicable:
		return balance.OutOfScope
	}
	return balance.Undecidable
}

func decided(o balance.Outcome) bool {
	return o == balance.Met || o == balance.NotMet || o == balance.MetTransition
}
