package assess

import "junheng/tools/balance"

// stand is where a criterion and stage stands: the verdicts found on it.
type stand struct {
	part        *balance.Part
	crit        *balance.Criterion
	stage       balance.Stage
	own, stated int  // index into found; -1 where there is none
	pair        pair //
	aside       bool // shown, but not counted
	shown       int  // the verdict that speaks for it, reviewed ones only; -1 where only an unreviewed one is
}

// pair is an outcome twice: resting on everything, and only on what a person
// wrote or confirmed. No list and no first sentence goes beyond the second.
type pair struct{ all, sure balance.Outcome }

// judgeWhole joins the criteria into parts and the parts into the standard.
func (b *bench) judgeWhole() {
	for i := range b.stands {
		s := &b.stands[i]
		if s.aside {
			s.pair, s.shown = pair{balance.OutOfScope, balance.OutOfScope}, -1
			continue
		}
		s.pair.all, _ = b.speak(s, false)
		s.pair.sure, s.shown = b.speak(s, true)
	}
	whole := pair{balance.OutOfScope, balance.OutOfScope}
	for i := range b.std.Parts {
		part := &b.std.Parts[i]
		p, ok := b.judgePart(part)
		if !ok {
			continue
		}
		b.found = append(b.found, finding{part: part, outcome: p.all, reviewed: p.all == p.sure})
		switch {
		case part.Rule == balance.RuleInfo:
		case part.Rule == balance.RuleVeto:
			whole = pair{weigh(whole.all, veto(p.all)), weigh(whole.sure, veto(p.sure))}
		default:
			whole = pair{weigh(whole.all, p.all), weigh(whole.sure, p.sure)}
		}
	}
	b.whole = whole
	b.found = append(b.found, finding{outcome: whole.all, reviewed: whole.all == whole.sure})
}

// veto is what a part of 一票否决 says of the whole: nothing, unless one of its
// cases is there.
func veto(o balance.Outcome) balance.Outcome {
	if o == balance.NotMet {
		return o
	}
	return balance.OutOfScope
}

// speak chooses the verdict that speaks for a criterion and stage: what was
// recomputed if it decides, else what was stated if that does.
func (b *bench) speak(s *stand, sure bool) (balance.Outcome, int) {
	stated := s.stated
	if sure && stated >= 0 && !b.found[stated].reviewed {
		stated = -1
	}
	switch {
	case s.own >= 0 && decided(b.found[s.own].outcome):
		return b.found[s.own].outcome, s.own
	case stated >= 0 && (s.own < 0 || decided(b.found[stated].outcome)):
		return b.found[stated].outcome, stated
	case s.own >= 0:
		return b.found[s.own].outcome, s.own
	}
	return balance.NotPublished, -1
}

// judgePart joins a part by its rule. It reports whether the part has criteria
// in force.
func (b *bench) judgePart(part *balance.Part) (pair, bool) {
	p, any := pair{balance.OutOfScope, balance.OutOfScope}, false
	for i := range b.stands {
		if s := &b.stands[i]; s.part == part {
			p, any = pair{weigh(p.all, s.pair.all), weigh(p.sure, s.pair.sure)}, true
		}
	}
	none := pair{balance.OutOfScope, balance.OutOfScope}
	switch part.Rule {
	case balance.RuleInfo:
		return none, any
	case balance.RuleSchools:
		if rows, ok := b.bySections(part, ""); ok {
			return pair{rows, rows}, any
		}
		// Without rows a stated count of schools below one limit does not say
		// how many of the seven any one school misses.
		if p.all == balance.NotMet {
			p.all = balance.Undecidable
		}
		if p.sure == balance.NotMet {
			p.sure = balance.Undecidable
		}
	}
	return p, any
}

// bySections joins the verdicts on the sections, of one stage or of all.
func (b *bench) bySections(part *balance.Part, stage balance.Stage) (balance.Outcome, bool) {
	o, any := balance.OutOfScope, false
	for i := range b.found[:b.districtFrom] {
		if f := &b.found[i]; f.part == part && f.crit == nil && f.sec != nil && (stage == "" || f.stage == stage) {
			o, any = weigh(o, f.outcome), true
		}
	}
	return o, any && o != balance.NotPublished
}
