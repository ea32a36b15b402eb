package assess

import (
	"slices"

	"junheng/tools/balance"
)

// line is a criterion ready to be held against rows.
type line struct {
	crit   *balance.Criterion
	ind    *indicator
	col    []cell    // of every section, or of every school where it is kept for schools as one
	limits []limit   // as crit.Limits
	tally  [3]*tally // of 小学, of 初中, of schools as one
}

// limit is a Threshold with the columns that it names.
type limit struct{ over, per [][]number }

func (b *bench) line(c *balance.Criterion, ind *indicator, col []cell) line {
	l := line{crit: c, ind: ind, col: col, limits: make([]limit, len(c.Limits))}
	for i := range c.Limits {
		l.limits[i] = limit{b.allFields(c.Limits[i].Over), b.allFields(c.Limits[i].For)}
	}
	return l
}

// sheet is the criteria of a part that look at single schools.
type sheet struct {
	part      *balance.Part
	in        []bool // its scope, by section
	bySection []line
	bySchool  []line
}

// sheets lists the parts that judge schools, where there is a table of them.
func (b *bench) sheets() []sheet {
	var out []sheet
	if len(b.schools) == 0 {
		return nil
	}
	for p := range b.std.Parts {
		s := sheet{part: &b.std.Parts[p]}
		for i := range b.std.Criteria {
			c := &b.std.Criteria[i]
			ind := b.rules.indicators[c.Indicator]
			switch {
			case c.Part != s.part.ID || c.Level != balance.LevelSchool || !c.Effective.Holds(b.in.Year) || ind == nil || !ind.fromRows():
			case len(c.Stages) == 0:
				s.bySchool = append(s.bySchool, b.line(c, ind, b.wholeColumn(ind)))
			default:
				s.bySection = append(s.bySection, b.line(c, ind, b.column(ind)))
			}
		}
		if len(s.bySection)+len(s.bySchool) > 0 {
			s.in = b.scope(&s.part.Scope).in
			out = append(out, s)
		}
	}
	return out
}

// judgeSchools gives the verdicts on every school: criterion by criterion, by
// the rule of a part (six of seven), and on the school as a whole.
func (b *bench) judgeSchools(sheets []sheet) {
	at := 0
	for i := range b.in.Schools {
		s := &b.in.Schools[i]
		from, first := len(b.found), at
		for at < len(b.secs) && b.secs[at].school == s {
			b.judgeSection(sheets, at)
			at++
		}
		if at > first {
			b.judgeWholeSchool(sheets, s, first, i)
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
		if len(sh.bySection) == 0 || !sh.in[at] {
			continue
		}
		from := len(b.found)
		for j := range sh.bySection {
			l := &sh.bySection[j]
			if slices.Contains(l.crit.Stages, sec.stage) {
				b.judgeRow(sh.part, l, sec.school, sec, sec.at, &l.col[at])
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
func (b *bench) judgeWholeSchool(sheets []sheet, s *balance.School, first, row int) {
	for i := range sheets {
		sh := &sheets[i]
		if !sh.in[first] {
			continue
		}
		for j := range sh.bySchool {
			l := &sh.bySchool[j]
			b.judgeRow(sh.part, l, s, nil, row, &l.col[row])
		}
	}
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
