package assess

import "junheng/tools/balance"

// judgeSchools gives the verdicts on every school: criterion by criterion, by
// the rule of a part (six of seven), and on the school as a whole.
func (b *bench) judgeSchools() {
	if len(b.in.Schools) == 0 {
		return
	}
	// Room for everything at once: this is where most verdicts are.
	b.found = make([]finding, 0, len(b.secs)*(len(b.std.Criteria)/2+4))
	at := 0
	for i := range b.in.Schools {
		s := &b.in.Schools[i]
		from := len(b.found)
		first := at
		for at < len(b.secs) && b.secs[at].school == s {
			at++
		}
		secs := b.secs[first:at]
		for j := range secs {
			b.judgeSection(&secs[j])
		}
		b.judgeWholeSchool(s, secs)
		b.judgeSchool(s, from)
	}
}

// judgeSection holds one section against the criteria kept by stage, then
// joins those of a part with the schools rule.
func (b *bench) judgeSection(sec *section) {
	for p := range b.std.Parts {
		part := &b.std.Parts[p]
		if !counts(&part.Scope, sec) {
			continue
		}
		from := len(b.found)
		for i := range b.std.Criteria {
			c := &b.std.Criteria[i]
			if c.Part != part.ID || c.Level != balance.LevelSchool || len(c.Stages) == 0 || !c.Effective.Holds(b.in.Year) {
				continue
			}
			ind := b.rules.indicators[c.Indicator]
			if ind == nil || !ind.fromRows() {
				continue
			}
			for _, stage := range c.Stages {
				if stage == sec.stage {
					b.judgeRow(part, c, ind, sec.school, sec)
				}
			}
		}
		if part.Rule == balance.RuleSchools && len(b.found) > from {
			o := sixOfSeven(part, b.found[from:])
			for i := from; i < len(b.found); i++ {
				b.found[i].section = o
			}
			b.found = append(b.found, finding{part: part, school: sec.school, sec: sec, stage: sec.stage,
				outcome: o, basis: balance.Recomputed, reviewed: true})
		}
	}
}

// judgeWholeSchool holds a school against the criteria kept for it as one.
func (b *bench) judgeWholeSchool(s *balance.School, secs []section) {
	if len(secs) == 0 {
		return
	}
	for i := range b.std.Criteria {
		c := &b.std.Criteria[i]
		if c.Level != balance.LevelSchool || len(c.Stages) != 0 || !c.Effective.Holds(b.in.Year) {
			continue
		}
		part, ind := b.parts[c.Part], b.rules.indicators[c.Indicator]
		if part == nil || ind == nil || !ind.fromRows() || !counts(&part.Scope, &secs[0]) {
			continue
		}
		b.judgeRow(part, c, ind, s, nil)
	}
}

// judgeRow gives one verdict on a section, or with sec nil on a school.
func (b *bench) judgeRow(part *balance.Part, c *balance.Criterion, ind *indicator, s *balance.School, sec *section) {
	f := finding{part: part, crit: c, ind: ind, school: s, sec: sec, basis: balance.Recomputed, reviewed: true}
	if sec != nil {
		f.stage = sec.stage
	}
	f.limit = limitFor(c.Limits, f.stage, s.Type)
	v := ind.of(s, sec)
	f.raw, f.per, f.value, f.has = v.raw, v.per, v.v, v.st == known
	f.over.st = unpublished
	switch {
	case f.limit == nil:
		f.outcome = balance.OutOfScope
	default:
		b.hold(&f, v.st)
	}
	b.found = append(b.found, f)
}

// hold decides a school's finding against its limit.
func (b *bench) hold(f *finding, st state) {
	want := amount(f.limit, f.school)
	f.want = want.v
	f.over = beyond(f.limit, f.school)
	switch {
	case f.over.st == known && f.over.v > 0:
		f.outcome = balance.NotMet // a class counted above the limit decides, whatever else is said
	case st == known && want.st == known:
		f.outcome = balance.NotMet
		if passes(f.value, f.limit.Op, f.want, f.crit.Tolerance) {
			f.outcome = balance.Met
		}
	case f.over.st == known:
		f.outcome = balance.Met
	case st != known:
		f.outcome = outcomeOf(st)
	default:
		f.outcome = balance.Undecidable
	}
	if f.outcome == balance.NotMet && f.has && len(f.crit.Relaxed) > 0 {
		var claimed bool
		if f.relaxed, claimed = relaxation(f.crit, f.school, f.stage, f.value, b.in.Year); claimed {
			f.outcome = balance.MetTransition
		}
	}
}

// beyond sums what the school itself counts beyond a limit.
func beyond(l *balance.Threshold, s *balance.School) number {
	if len(l.Over) == 0 {
		return number{st: unpublished}
	}
	var sum float64
	for _, field := range l.Over {
		n := read(s, field)
		if n.st != known {
			return n
		}
		sum += n.v
	}
	return number{v: sum}
}

// sixOfSeven joins a section's verdicts: at least Pass of them met, and each of
// the rest no lower than Floor of its limit. It fails as soon as no value that
// is still missing could mend it.
func sixOfSeven(part *balance.Part, fs []finding) balance.Outcome {
	met, missed, judged, worst := 0, 0, 0, balance.Met
	for i := range fs {
		f := &fs[i]
		if f.outcome == balance.OutOfScope {
			continue
		}
		judged++
		switch f.outcome {
		case balance.Met, balance.MetTransition:
			met++
			worst = weigh(worst, f.outcome)
		case balance.NotMet:
			missed++
			if !f.has || !reaches(f.value, f.limit.Op, f.want, part.Floor) {
				return balance.NotMet
			}
		default:
			worst = weigh(worst, f.outcome)
		}
	}
	need := part.Pass
	if need == 0 || need > judged {
		need = judged
	}
	switch {
	case judged == 0:
		return balance.OutOfScope
	case missed > judged-need:
		return balance.NotMet
	}
	return worst
}

// judgeSchool joins everything found about a school into one verdict.
func (b *bench) judgeSchool(s *balance.School, from int) {
	outcome := balance.OutOfScope
	for i := from; i < len(b.found); i++ {
		f := &b.found[i]
		switch {
		case f.part.Rule == balance.RuleSchools && f.crit != nil, f.part.Rule == balance.RuleInfo, f.part.Rule == balance.RuleVeto:
			// the rule speaks for its criteria; what is shown only does not count
		default:
			outcome = weigh(outcome, f.outcome)
		}
	}
	b.found = append(b.found, finding{school: s, outcome: outcome, basis: balance.Recomputed, reviewed: true})
}
