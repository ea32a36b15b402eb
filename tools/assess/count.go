package assess

import "junheng/tools/balance"

// Completeness 完整程度 counts how much of a standard or of one of its parts is
// decided, resting only on what a person wrote or confirmed.
type Completeness struct {
	Standard string `json:"standard"`
	Part     string `json:"part,omitempty"` // empty: the standard, counted by its items (31 of 优质均衡)
	Counts
}

// Counts of criteria or items by outcome.
type Counts struct {
	Total        int `json:"total"`
	Met          int `json:"met"`
	Transition   int `json:"transition"` // 按过渡口径达标
	NotMet       int `json:"not_met"`
	Undecidable  int `json:"undecidable"`
	NotPublished int `json:"not_published"`
	OutOfScope   int `json:"out_of_scope"`
	Excused      int `json:"excused,omitempty"`    // of a school's not met: allowed by six of seven
	Unreviewed   int `json:"unreviewed,omitempty"` // of those not published: decided by 机读待核 figures only
}

func (c *Counts) add(o balance.Outcome) {
	c.Total++
	switch o {
	case balance.Met:
		c.Met++
	case balance.MetTransition:
		c.Transition++
	case balance.NotMet:
		c.NotMet++
	case balance.Undecidable:
		c.Undecidable++
	case balance.NotPublished:
		c.NotPublished++
	default:
		c.OutOfScope++
	}
}

// count adds completeness and what is missing to the result.
func (b *bench) count(res *Result, vs []balance.Verdict) {
	res.Completeness = append(res.Completeness, Completeness{Standard: b.std.ID, Counts: b.counts("", func(s *stand) string { return s.crit.Item })})
	for i := range b.std.Parts {
		part := &b.std.Parts[i]
		res.Completeness = append(res.Completeness, Completeness{Standard: b.std.ID, Part: part.ID,
			Counts: b.counts(part.ID, func(s *stand) string { return s.crit.ID })})
	}
	for i := range b.stands {
		s := &b.stands[i]
		if decided(s.pair.sure) || s.pair.sure == balance.OutOfScope {
			continue
		}
		for _, at := range []int{s.own, s.stated} {
			if at < 0 {
				continue
			}
			for _, l := range vs[at].Missing {
				res.Lacks = append(res.Lacks, Lack{b.std.ID, s.part.ID, s.crit.ID, s.stage, l})
			}
		}
	}
}

// counts joins the stands of one name (an item or a criterion, over its
// stages) and counts the names; those without a name are not counted.
func (b *bench) counts(part string, name func(*stand) string) Counts {
	var order []string
	all, sure := map[string]balance.Outcome{}, map[string]balance.Outcome{}
	for i := range b.stands {
		s := &b.stands[i]
		n := name(s)
		if n == "" || part != "" && s.part.ID != part {
			continue
		}
		if _, ok := all[n]; !ok {
			order = append(order, n)
			all[n], sure[n] = balance.OutOfScope, balance.OutOfScope
		}
		all[n], sure[n] = weigh(all[n], s.pair.all), weigh(sure[n], s.pair.sure)
	}
	var c Counts
	for _, n := range order {
		c.add(sure[n])
		if decided(all[n]) && !decided(sure[n]) {
			c.Unreviewed++
		}
	}
	return c
}

// tables adds the row-by-row values and the coefficients to the result.
func (b *bench) tables(res *Result) {
	type want struct {
		ind  *indicator
		part *balance.Part
	}
	var wants []want
	seen := map[*indicator]bool{}
	for i := range b.std.Criteria {
		c := &b.std.Criteria[i]
		ind, part := b.rules.indicators[c.Indicator], b.parts[c.Part]
		if ind != nil && ind.CVOf != "" {
			ind = b.rules.indicators[ind.CVOf]
		}
		if ind != nil && part != nil && ind.fromRows() && ind.Formula.Split != balance.SplitWhole && ind.Level == balance.LevelSchool && !seen[ind] {
			seen[ind] = true
			wants = append(wants, want{ind, part})
		}
	}
	for _, w := range wants {
		col := b.column(w.ind)
		for i := range b.secs {
			sec := &b.secs[i]
			c := &col[i]
			v := Value{Standard: b.std.ID, Indicator: w.ind.ID, School: sec.school.Code, Stage: sec.stage, Counted: counts(&w.part.Scope, sec)}
			if sec.pupils.st == known {
				v.Pupils = &sec.pupils.v
			}
			if sec.share.st == known && sec.share.v != 1 {
				v.Share = &sec.share.v
			}
			switch c.st {
			case known:
				v.Raw, v.Value = &c.raw, &c.v
			case unknown:
				v.Missing = balance.NotComputable
			}
			res.Values = append(res.Values, v)
		}
	}
	for i := b.districtFrom; i < len(b.found); i++ {
		if f := &b.found[i]; f.more != nil && f.more.spread != nil && f.more.spread.st == known {
			f.more.spread.fill()
			s := *f.more.spread
			s.Criterion = f.crit.ID
			res.Spreads = append(res.Spreads, s)
		}
	}
}
