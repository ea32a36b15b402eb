package trend

import (
	"math"
	"strings"

	"junheng/tools/assess"
	"junheng/tools/balance"
)

// spot is what a verdict is on.
type spot struct {
	standard, criterion, school string
	stage                       balance.Stage
}

func index(r *assess.Result) map[spot][]balance.Verdict {
	m := map[spot][]balance.Verdict{}
	for _, v := range r.Verdicts {
		if v.Criterion != "" {
			at := spot{v.Standard, v.Criterion, v.School, v.Stage}
			m[at] = append(m[at], v)
		}
	}
	return m
}

// pairing finds what of the earlier year belongs to what of the later.
type pairing struct {
	c          *Comparison
	old, new   map[spot][]balance.Verdict
	indicators map[string]*balance.Indicator
}

func (p *pairing) compare(old, new *assess.Result, schools []balance.School) {
	before := map[string]*balance.Standard{}
	for i := range old.Standards {
		before[old.Standards[i].ID] = &old.Standards[i]
	}
	codes := []string{""}
	for _, s := range schools {
		codes = append(codes, s.Code)
	}
	for i := range new.Standards {
		s := &new.Standards[i]
		switch o := before[s.ID]; {
		case o == nil:
			p.c.Rules = append(p.c.Rules, Rule{s.ID, "", s.Number})
		case o.Number != s.Number:
			p.c.Rules = append(p.c.Rules, Rule{s.ID, o.Number, s.Number})
		}
		delete(before, s.ID)
	}
	for i := range old.Standards {
		if s := &old.Standards[i]; before[s.ID] != nil {
			p.c.Rules = append(p.c.Rules, Rule{s.ID, s.Number, ""})
		}
	}
	for _, code := range codes {
		for i := range new.Standards {
			p.standard(standardOf(old.Standards, new.Standards[i].ID), &new.Standards[i], code)
		}
	}
}

func standardOf(list []balance.Standard, id string) *balance.Standard {
	for i := range list {
		if list[i].ID == id {
			return &list[i]
		}
	}
	return nil
}

// standard pairs the criteria of one standard, for the district or one school.
// A standard that did not hold in the earlier year has nothing to be paired
// with and is told of by a Rule alone.
func (p *pairing) standard(old, new *balance.Standard, school string) {
	if old == nil {
		return
	}
	for i := range new.Criteria {
		c := &new.Criteria[i]
		var was *balance.Criterion
		for j := range old.Criteria {
			if old.Criteria[j].ID == c.ID {
				was = &old.Criteria[j]
			}
		}
		for _, stage := range append([]balance.Stage{balance.StageNone}, balance.Stages...) {
			now := p.new[spot{new.ID, c.ID, school, stage}]
			var then []balance.Verdict
			former, single := school, true
			if school != "" {
				former, single = p.c.Former(school)
			}
			if single {
				then = p.old[spot{old.ID, c.ID, former, stage}]
			}
			if len(now)+len(then) == 0 {
				continue
			}
			row := Row{Standard: new.ID, Part: c.Part, Criterion: c.ID, Indicator: c.Indicator, School: school, Stage: stage}
			row.Old, row.New = pick(then, now)
			p.breaks(&row, old, new, was, c)
			p.turn(&row, c)
			p.c.Rows = append(p.c.Rows, row)
		}
	}
}

// pick chooses of each year the verdict to compare: of the same basis and
// measure where both years have it, what was recomputed first.
func pick(old, new []balance.Verdict) (Held, Held) {
	for _, numbers := range []bool{true, false} {
		for _, basis := range []balance.Basis{balance.Recomputed, balance.Stated, ""} {
			for _, a := range old {
				for _, b := range new {
					if a.Basis == basis && b.Basis == basis && told(a, numbers) && told(b, numbers) && counted(a.Measure) == counted(b.Measure) {
						return held(&a), held(&b)
					}
				}
			}
		}
	}
	return best(old), best(new)
}

// told reports whether a verdict says something: a number, or that and nothing but a judgement.
func told(v balance.Verdict, number bool) bool {
	if number {
		return v.Value != nil
	}
	return v.Value == nil && decided(v.Outcome)
}

func best(vs []balance.Verdict) Held {
	for _, number := range []bool{true, false} {
		for i := range vs {
			if told(vs[i], number) {
				return held(&vs[i])
			}
		}
	}
	if len(vs) > 0 {
		return held(&vs[0])
	}
	return Held{}
}

func held(v *balance.Verdict) Held {
	h := Held{Outcome: v.Outcome, Basis: v.Basis, Value: v.Value, Unit: v.Unit, Measure: v.Measure, Reviewed: v.Reviewed}
	if v.Threshold != nil {
		h.side = v.Threshold.Op
	}
	return h
}

// counted is what a measure counts, without how many: 327个班超过45人 and
// 310个班超过45人 count the same.
func counted(measure string) string {
	return strings.TrimLeft(measure, "0123456789.,")
}

func decided(o balance.Outcome) bool {
	return o == balance.Met || o == balance.NotMet || o == balance.MetTransition
}

// turn says how far a criterion moved and which way.
func (p *pairing) turn(r *Row, c *balance.Criterion) {
	old, new := &r.Old, &r.New
	said := func(h *Held) bool { return h.Value != nil || decided(h.Outcome) }
	switch {
	case !said(old) && !said(new):
		r.Turn = Silent
		return
	case said(new) && r.apart():
		r.Turn = Apart
		return
	case !said(old) || !said(new):
		r.Turn = Lacking
		return
	}
	if old.Value == nil || new.Value == nil {
		r.Turn = judged(old.Outcome, new.Outcome)
		return
	}
	d := math.Round((*new.Value-*old.Value)*1e9) / 1e9 // without what binary fractions add
	r.Delta, r.Unit = &d, new.Unit
	switch side := p.direction(new.side, c); {
	case math.Abs(d) < p.printed(r):
		r.Turn = Same
	case side == 0:
		r.Turn = Moved
	case d > 0 == (side > 0):
		r.Turn = Better
	default:
		r.Turn = Worse
	}
}

// apart reports whether a break forbids comparing.
func (r *Row) apart() bool {
	for _, b := range r.Breaks {
		if b.Apart {
			return true
		}
	}
	return false
}

// printed is half of the last digit a value is printed with.
func (p *pairing) printed(r *Row) float64 {
	i := p.indicators[r.Indicator]
	if i == nil || i.Unit != r.Unit {
		return 1e-9
	}
	return math.Pow10(-i.Decimals) / 2
}

// direction is 1 where more is better, −1 where less is, 0 where neither: by
// the limit the verdict was held against, else by the criterion's. A
// coefficient of differences between schools is better smaller, limit or none.
func (p *pairing) direction(op balance.Comparator, c *balance.Criterion) int {
	if op == "" && len(c.Limits) > 0 {
		op = c.Limits[0].Op
	}
	switch op {
	case balance.Ge, balance.Gt:
		return 1
	case balance.Le, balance.Lt:
		return -1
	}
	if i := p.indicators[c.Indicator]; i != nil && (i.CVOf != "" || len(i.MeanOf) > 0) {
		return -1
	}
	return 0
}

// judged turns two judgements without a number.
func judged(old, new balance.Outcome) Turn {
	rank := map[balance.Outcome]int{balance.NotMet: 0, balance.MetTransition: 1, balance.Met: 2}
	switch d := rank[new] - rank[old]; {
	case d > 0:
		return Better
	case d < 0:
		return Worse
	}
	return Same
}

// words of a list, for a Break.
func list(names []School) string {
	out := make([]string, len(names))
	for i, s := range names {
		out[i] = s.Name
	}
	return strings.Join(out, "、")
}
