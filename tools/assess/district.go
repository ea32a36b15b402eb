package assess

import "junheng/tools/balance"

// judgeDistrict gives the verdicts on one criterion and stage for the district:
// what follows from its tables and what it states, both where both are there,
// and 未公布 where neither is.
func (b *bench) judgeDistrict(c *balance.Criterion, ind *indicator, part *balance.Part, stage balance.Stage) {
	f := &b.own
	*f = finding{part: part, crit: c, ind: ind, stage: stage, basis: balance.Recomputed, reviewed: true, more: b.detail()}
	f.limit = limitFor(c.Limits, stage, "")
	if f.limit != nil {
		f.want = f.limit.Value
	}
	own := b.recompute(f)
	says := b.state(f)
	switch {
	case own && f.outcome != balance.NotPublished:
	case says:
		own = false
	default:
		own = true
		f.outcome, f.basis = balance.NotPublished, ""
	}
	s := stand{part: part, crit: c, stage: stage, own: -1, stated: -1}
	if own {
		s.own = len(b.found)
		b.found = append(b.found, *f)
	}
	if says {
		s.stated = len(b.found)
		b.found = append(b.found, b.said)
	}
	b.stands = append(b.stands, s)
}

// judgeBoth takes what is stated for 小学 and 初中 together about a criterion
// that is judged for each: 57 schools below the limit, of whatever stage. It
// counts only while a stage is undecided.
func (b *bench) judgeBoth(c *balance.Criterion, ind *indicator, part *balance.Part) {
	if !b.state(&finding{part: part, crit: c, ind: ind, stage: balance.StageBoth}) {
		return
	}
	s := stand{part: part, crit: c, stage: balance.StageBoth, own: -1, stated: len(b.found), aside: true}
	for i := len(b.stands) - len(c.Stages); i < len(b.stands); i++ {
		if o, _ := b.speak(&b.stands[i], false); !decided(o) {
			s.aside = false
		}
	}
	b.found = append(b.found, b.said)
	b.stands = append(b.stands, s)
}

// recompute judges f by the district's own tables. It reports whether the
// criterion can be computed from tables at all.
func (b *bench) recompute(f *finding) bool {
	switch {
	case f.crit.Level == balance.LevelSchool && f.ind.fromRows():
		b.fromSchools(f)
	case f.ind.CVOf != "":
		s := b.spread(f.ind.CVOf, f.stage, f.part)
		f.more.spread = s
		b.decide(f, number{s.CV, s.st})
	case len(f.ind.MeanOf) > 0:
		b.decide(f, b.composite(f))
	case f.ind.fromRows():
		b.decide(f, b.pool(f))
	case f.ind.Formula != nil:
		n, ok := b.fromItems(f)
		if !ok {
			return false
		}
		b.decide(f, n)
	default:
		return false
	}
	return true
}

// decide holds a district's own number against the limit.
func (b *bench) decide(f *finding, n number) {
	f.value, f.has = n.v, n.st == known
	switch {
	case !f.has:
		f.outcome = outcomeOf(n.st)
	case f.limit == nil:
		f.outcome = balance.OutOfScope // shown, not judged: there is no limit
	case passes(f.value, f.limit.Op, f.want, f.crit.Tolerance):
		f.outcome = balance.Met
	default:
		f.outcome = balance.NotMet
	}
}

// fromSchools joins the verdicts on the schools. The value beside it is the
// district's pooled mean where there is one, else the value furthest off.
func (b *bench) fromSchools(f *finding) {
	t := b.tallies[key{id: f.crit.ID, stage: f.stage}]
	f.more.tally = t
	switch {
	case len(b.in.Schools) == 0:
		f.outcome = balance.NotPublished
		return
	case t == nil:
		f.outcome = balance.OutOfScope // no school of this stage
		return
	}
	f.outcome = t.outcome()
	switch {
	case f.ind.perHead && !t.missing && t.per > 0:
		f.value, f.has = f.ind.Formula.Factor*t.raw/t.per, true
	case !f.ind.perHead && t.any && !t.missing:
		f.value, f.has = t.worst, true
	}
}

// spread measures how an indicator differs among the sections that a part counts.
func (b *bench) spread(of string, stage balance.Stage, part *balance.Part) *Spread {
	k := key{of, stage, part.ID}
	if s := b.cvs[k]; s != nil {
		return s
	}
	s := &Spread{Standard: b.std.ID, Indicator: of, Stage: stage, table: b.table}
	b.cvs[k] = s
	ind := b.rules.indicators[of]
	if ind == nil || !ind.fromRows() || len(b.in.Schools) == 0 {
		s.st = unpublished
		return s
	}
	s.factor, s.col, s.at = ind.Formula.Factor, b.column(ind), b.counted(&part.Scope, stage)
	for _, i := range s.at {
		if st := s.col[i].st; st != known {
			s.st = st
			return s
		}
	}
	s.measure()
	return s
}

// composite is the plain mean of the coefficients an indicator names.
func (b *bench) composite(f *finding) number {
	parts := make([]float64, 0, len(f.ind.MeanOf))
	st := known
	for _, id := range f.ind.MeanOf {
		of := b.rules.indicators[id]
		if of == nil {
			return number{st: unknown}
		}
		s := b.spread(of.CVOf, f.stage, f.part)
		if s.st != known && st != unknown {
			st = s.st
		}
		parts = append(parts, s.CV)
		f.more.composite = append(f.more.composite, partOf{of.Name, s.CV})
	}
	if st != known {
		f.more.composite = nil
		return number{st: st}
	}
	return number{v: mean(parts)}
}

// pooled is a district's value from rows: all of it over all of it.
type pooled struct {
	raw, per float64
	rows     int
}

func (b *bench) pool(f *finding) number {
	if len(b.in.Schools) == 0 {
		return number{st: unpublished}
	}
	p := &pooled{}
	f.more.pooled = p
	col := b.column(f.ind)
	for _, i := range b.counted(&f.part.Scope, f.stage) {
		c := col[i]
		if c.st != known {
			return number{st: c.st}
		}
		p.raw, p.per, p.rows = p.raw+c.raw, p.per+c.per, p.rows+1
	}
	switch {
	case p.rows == 0:
		return number{st: inapplicable}
	case f.ind.Formula.Per == "":
		return number{v: f.ind.Formula.Factor * p.raw}
	}
	return number{v: f.ind.Formula.Factor * p.raw / p.per}
}
