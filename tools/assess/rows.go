package assess

import "junheng/tools/balance"

// judgeRow gives one verdict on a section, or with sec nil on a school; at is
// the school's row.
func (b *bench) judgeRow(part *balance.Part, l *line, s *balance.School, sec *section, at int, v *cell) {
	b.found = append(b.found, finding{})
	f := &b.found[len(b.found)-1]
	f.part, f.crit, f.ind, f.school, f.sec, f.basis, f.reviewed = part, l.crit, l.ind, s, sec, balance.Recomputed, true
	kind := 2
	if sec != nil {
		f.stage = sec.stage
		kind = 0
		if sec.stage != compulsory[0] {
			kind = 1
		}
	}
	f.raw, f.per, f.value, f.has = v.raw, v.per, v.v, v.st == known
	f.over.st = unpublished
	which := limitAt(l.crit.Limits, f.stage, s.Type)
	if which < 0 {
		f.outcome = balance.OutOfScope
		return
	}
	f.limit = &l.crit.Limits[which]
	b.hold(f, v.st, &l.limits[which], at)
	if f.outcome != balance.OutOfScope {
		f.to = b.tallyOf(l, kind, f.stage)
	}
}

// hold decides a school's finding against its limit.
func (b *bench) hold(f *finding, st state, l *limit, at int) {
	want := amount(f.limit, l.per, at)
	f.want = want.v
	f.over = beyond(l.over, at)
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
func beyond(over [][]number, at int) number {
	if len(over) == 0 {
		return number{st: unpublished}
	}
	var sum float64
	for _, c := range over {
		if c[at].st != known {
			return c[at]
		}
		sum += c[at].v
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
