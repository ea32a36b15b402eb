package assess

import (
	"junheng/tools/balance"
)

// state judges by what the bureau itself says of what own is about: an item of
// its summary first, then a figure of its reports, each also by a number that
// decides in place of the criterion's own (a count of classes above the limit).
// It reports whether anything is said, and leaves it in b.said.
func (b *bench) state(own *finding) bool {
	if len(b.items) == 0 && len(b.in.Stated) == 0 {
		return false
	}
	f := &b.said
	again := func() {
		*f = *own
		f.basis, f.more = balance.Stated, &b.saying
		f.value, f.has = 0, false
		b.saying = detail{}
	}
	again()
	if !b.stated(f, again) {
		return false
	}
	f.more = b.detail()
	*f.more = b.saying
	return true
}

// stated does the work of state; again makes f what it was at first.
func (b *bench) stated(f *finding, again func()) bool {
	if it := b.item(f.crit.Indicator, f.crit, f.stage); it != nil {
		b.decideItem(f, it)
		b.others(f, f.ind.Indicator)
		return true
	}
	for i := range f.crit.Proxies {
		p := &f.crit.Proxies[i]
		if p.Stage != "" && p.Stage != f.stage {
			continue
		}
		if it := b.item(p.Indicator, f.crit, f.stage); it != nil {
			f.byProxy(p)
			if a := b.item(p.Amount, f.crit, f.stage); a != nil && a.Datum.Known() {
				f.more.amount = number{v: a.Datum.Value}
			}
			b.decideItem(f, it)
			return true
		}
	}
	if s := b.figure(f.ind.Indicator, f, false); s != nil {
		b.decideFigure(f, s)
		b.others(f, f.ind.Indicator)
		return true
	}
	for i := range f.crit.Proxies {
		p := &f.crit.Proxies[i]
		ind := b.rules.indicators[p.Indicator]
		if ind == nil || p.Stage != "" && p.Stage != f.stage {
			continue
		}
		if s := b.figure(ind.Indicator, f, true); s != nil {
			f.byProxy(p)
			if a := b.rules.indicators[p.Amount]; a != nil {
				if more := b.figure(a.Indicator, f, false); more != nil {
					f.more.amount = number{v: more.Figure.Value}
				}
			}
			b.decideFigure(f, s)
			if wholeDistrict(b.in, s.Figure.Scope) || f.outcome == balance.NotMet {
				return true // 城区 alone beyond a limit of none decides; within it, it does not
			}
			again()
		}
	}
	return false
}

// byProxy makes f a verdict by another number.
func (f *finding) byProxy(p *balance.Proxy) {
	f.more.proxy, f.want = p, p.Value
	f.more.amount.st = unpublished
	f.limit = &balance.Threshold{Stage: f.stage, Op: p.Op, Value: p.Value}
}

// item finds a summary item for a criterion and stage. One for the district as
// a whole speaks for a single stage only where the criterion has no other, or
// where it is a share of 100 %: then it is 100 % of each.
func (b *bench) item(id string, c *balance.Criterion, stage balance.Stage) *balance.Item {
	if id == "" {
		return nil
	}
	if it := b.items[key{id: id, stage: stage}]; it != nil {
		return it
	}
	switch stage {
	case balance.StageNone:
		return b.items[key{id: id, stage: balance.StageBoth}]
	case balance.StageBoth:
		return b.items[key{id: id}]
	}
	for _, all := range []balance.Stage{balance.StageNone, balance.StageBoth} {
		it := b.items[key{id: id, stage: all}]
		if it == nil {
			continue
		}
		if ind := b.rules.indicators[id]; len(c.Stages) == 1 || ind != nil && ind.Unit == "%" && it.Datum.Known() && it.Datum.Value == 100 {
			return it
		}
	}
	return nil
}

func (b *bench) decideItem(f *finding, it *balance.Item) {
	f.more.item, f.reviewed = it, true
	switch {
	case it.Judged != "":
		f.outcome = it.Judged
	case !it.Datum.Known():
		f.outcome = balance.Undecidable
		if it.Datum.Missing == balance.NotApplicable {
			f.outcome = balance.OutOfScope
		}
	default:
		b.decide(f, number{v: it.Datum.Value})
		f.doubtMean()
	}
}

// meanOnly reports whether a stated value is a district's mean of something
// that every school must reach.
func (f *finding) meanOnly() bool {
	return f.basis == balance.Stated && f.crit.Level == balance.LevelSchool && f.ind.perHead && f.more.proxy == nil
}

// doubtMean takes back what a mean cannot decide. Some school is no better than
// the mean; so only a mean below what any school is allowed decides.
func (f *finding) doubtMean() {
	if !f.meanOnly() || !decided(f.outcome) {
		return
	}
	floor := f.part.Floor
	if floor == 0 {
		floor = 1
	}
	if reaches(f.value, f.limit.Op, f.want, floor) {
		f.outcome = balance.Undecidable
	}
}
