package assess

import (
	"slices"

	"junheng/tools/balance"
)

// line is a criterion ready to be held against rows.
type line struct {
	crit *balance.Criterion
	ind  *indicator
	col  []cell // of a criterion kept by stage
}

// sheet is the criteria of a part that look at single schools.
type sheet struct {
	part      *balance.Part
	bySection []line
	bySchool  []line
}

// sheets lists the parts that judge schools.
func (b *bench) sheets() []sheet {
	var out []sheet
	for p := range b.std.Parts {
		s := sheet{part: &b.std.Parts[p]}
		for i := range b.std.Criteria {
			c := &b.std.Criteria[i]
			ind := b.rules.indicators[c.Indicator]
			switch {
			case c.Part != s.part.ID || c.Level != balance.LevelSchool || !c.Effective.Holds(b.in.Year) || ind == nil || !ind.fromRows():
			case len(c.Stages) == 0:
				s.bySchool = append(s.bySchool, line{crit: c, ind: ind})
			default:
				s.bySection = append(s.bySection, line{c, ind, b.column(ind)})
			}
		}
		if len(s.bySection)+len(s.bySchool) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// judgeSchools gives the verdicts on every school: criterion by criterion, by
// the rule of a part (six of seven), and on the school as a whole.
func (b *bench) judgeSchools() {
	sheets := b.sheets()
	if len(sheets) == 0 {
		return
	}
	room := len(b.in.Schools) + 2*len(b.std.Criteria) + len(b.std.Parts)
	for _, s := range sheets {
		room += len(b.secs)*(len(s.bySection)+1) + len(b.in.Schools)*len(s.bySchool)
	}
	b.found = make([]finding, 0, room)
	at := 0
	for i := range b.in.Schools {
		s := &b.in.Schools[i]
		from, first := len(b.found), at
		for at < len(b.secs) && b.secs[at].school == s {
			b.judgeSection(sheets, at)
			at++
		}
		if at > first {
			b.judgeWholeSchool(sheets, s, &b.secs[first])
		}
		b.judgeSchool(s, from)
	}
}

// judgeSection holds one section against the criteria kept by stage, then
// joins those of a part with the schools rule.
func (b *bench) judgeSection(sheets []sheet, at int) {
	sec := &b.secs[at]
	for i := range sheets {
		sh := &sheets[i]
		if len(sh.bySection) == 0 || !counts(&sh.part.Scope, sec) {
			continue
		}
		from := len(b.found)
		for j := range sh.bySection {
			l := &sh.bySection[j]
			if slices.Contains(l.crit.Stages, sec.stage) {
				b.judgeRow(sh.part, l, sec.school, sec, l.col[at])
			}
		}
		if sh.part.Rule == balance.RuleSchools && len(b.found) > from {
			o := sixOfSeven(sh.part, b.found[from:])
			for i := from; i < len(b.found); i++ {
				b.found[i].section = o
			}
			b.found = append(b.found, finding{part: sh.part, school: sec.school, sec: sec, stage: sec.stage,
				outcome: o, basis: balance.Recomputed, reviewed: true})
		}
	}
}

// judgeWholeSchool holds a school against the criteria kept for it as one.
func (b *bench) judgeWholeSchool(sheets []sheet, s *balance.School, first *section) {
	for i := range sheets {
		sh := &sheets[i]
		if !counts(&sh.part.Scope, first) {
			continue
		}
		for j := range sh.bySchool {
			l := &sh.bySchool[j]
			b.judgeRow(sh.part, l, s, nil, l.ind.of(s, nil))
		}
	}
}

// judgeRow gives one verdict on a section, or with sec nil on a school.
func (b *bench) judgeRow(part *balance.Part, l *line, s *balance.School, sec *section, v cell) {
	f := finding{part: part, crit: l.crit, ind: l.ind, school: s, sec: sec, basis: balance.Recomputed, reviewed: true}
	if sec != nil {
		f.stage = sec.stage
	}
	f.limit = limitFor(l.crit.Limits, f.stage, s.Type)
	f.raw, f.per, f.value, f.has = v.raw, v.per, v.v, v.st == known
	f.over.st = unpublished
	if f.limit == nil {
		f.outcome = balance.OutOfScope
	} else {
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
