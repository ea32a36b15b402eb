package assess

import (
	"fmt"
	"slices"

	"junheng/tools/balance"
)

// Lack 缺项 is one thing that is missing for a criterion, why, and who owes it.
type Lack struct {
	Standard  string        `json:"standard"`
	Part      string        `json:"part"`
	Criterion string        `json:"criterion"`
	Stage     balance.Stage `json:"stage,omitempty"`
	balance.Lack
}

// lacks lists what a finding would need to be decided.
func (b *bench) lacks(f *finding) []balance.Lack {
	if decided(f.outcome) || f.outcome == balance.OutOfScope {
		return nil
	}
	g := gathering{b: b, owner: f.crit.Owner}
	m := f.more
	switch {
	case m == nil:
		g.row(f.ind, f.school, f.sec)
		if f.limit != nil {
			g.fields(f.school, f.limit.For...)
		}
	case f.meanOnly() && f.has:
		return []balance.Lack{{What: f.ind.Name + "（各校的数）", Owner: f.crit.Owner}}
	case m.stated != nil:
		return []balance.Lack{{What: f.ind.Name + "（原文只给出范围，不足以判定）", Reason: balance.NotComputable, Owner: f.crit.Owner}}
	case m.item != nil && m.sums == nil:
		return []balance.Lack{{What: f.ind.Name, Reason: m.item.Datum.Missing, Owner: f.crit.Owner}}
	case m.tally != nil:
		for s := range m.tally.judged() {
			if !decided(s.outcome) {
				g.row(f.ind, s.school, s.sec)
				g.fields(s.school, s.limit.For...)
			}
		}
	case m.spread != nil:
		g.scope(b.rules.indicators[f.ind.CVOf], f)
	case len(f.ind.MeanOf) > 0:
		for _, id := range f.ind.MeanOf {
			if i := b.rules.indicators[id]; i != nil {
				g.scope(b.rules.indicators[i.CVOf], f)
			}
		}
	case m.pooled != nil:
		g.scope(f.ind, f)
	}
	if out := g.list(); len(out) > 0 {
		return out
	}
	reason := balance.Missing("")
	if f.outcome == balance.Undecidable {
		reason = balance.NotComputable
	}
	what := f.ind.Name
	if f.ind.fromRows() || f.ind.CVOf != "" || f.ind.MeanOf != nil {
		what += "（学校表）"
	}
	return []balance.Lack{{What: what, Reason: reason, Owner: f.crit.Owner}}
}

// gathering counts missing fields over rows, in the order met.
type gathering struct {
	b     *bench
	owner string
	order []balance.Lack
	rows  map[balance.Lack]map[string]bool // schools, by code
}

func (g *gathering) fields(s *balance.School, ids ...string) {
	for _, id := range ids {
		d, ok := s.Values.Get(id)
		if ok && d.Known() {
			continue
		}
		l := balance.Lack{What: g.b.field(id).Header, Reason: d.Missing, Owner: g.owner}
		if g.rows == nil {
			g.rows = map[balance.Lack]map[string]bool{}
		}
		if g.rows[l] == nil {
			g.order = append(g.order, l)
			g.rows[l] = map[string]bool{}
		}
		g.rows[l][s.Code] = true
	}
}

// row gathers what one section's or school's value lacks.
func (g *gathering) row(ind *indicator, s *balance.School, sec *section) {
	stage := balance.StageNone
	if sec != nil {
		stage = sec.stage
	}
	if ind == nil {
		return
	}
	c := ind.columns[stage]
	terms := append(append([]string(nil), c.plus...), c.minus...)
	if c.per != "" {
		terms = append(terms, c.per)
	}
	for _, id := range terms {
		// Beside other terms 不适用 is none of it, not a gap.
		if d, ok := s.Values.Get(id); !ok || d.Missing != balance.NotApplicable || len(terms) == 1 {
			g.fields(s, id)
		}
	}
	if sec != nil && sec.pupils.st != known {
		g.fields(s, pupilsOf(sec.stage))
	}
	if sec != nil && ind.Formula.Split == balance.SplitAsset && sec.share.st != known {
		for _, part := range g.b.weightsOf(s.Type) {
			held := part.stage == balance.StageSenior || slices.Contains(s.Type.Stages(), part.stage)
			if d, ok := s.Values.Get(pupilsOf(part.stage)); ok && d.Missing != balance.NotApplicable || !ok && held {
				g.fields(s, pupilsOf(part.stage))
			}
		}
	}
}

// scope gathers over every section a part counts.
func (g *gathering) scope(ind *indicator, f *finding) {
	if ind == nil {
		return
	}
	for _, i := range g.b.counted(&f.part.Scope, f.stage) {
		g.row(ind, g.b.secs[i].school, &g.b.secs[i])
	}
}

// list words what was gathered: a whole column, or the rows without a value.
func (g *gathering) list() []balance.Lack {
	out := make([]balance.Lack, 0, len(g.order))
	for _, l := range g.order {
		if n := len(g.rows[l]); l.Reason != "" && n > 1 {
			l.What = fmt.Sprintf("%s（%d所学校）", l.What, n)
		}
		out = append(out, l)
	}
	return out
}
