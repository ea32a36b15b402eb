package assess

import "junheng/tools/balance"

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
		b.relax(f)
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
