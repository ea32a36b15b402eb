package assess

import "junheng/tools/balance"

// tables adds the row-by-row values and the coefficients to the result.
func (b *bench) tables(res *Result) {
	type want struct {
		ind  *indicator
		part *balance.Part
	}
	var wants []want
	seen := map[*indicator]bool{}
	for i := range b.std.Criteria {
		c := &b.std.Criteria[i]
		ind, part := b.rules.indicators[c.Indicator], b.parts[c.Part]
		if ind != nil && ind.CVOf != "" {
			ind = b.rules.indicators[ind.CVOf]
		}
		if ind != nil && part != nil && ind.fromRows() && ind.Formula.Split != balance.SplitWhole && ind.Level == balance.LevelSchool && !seen[ind] {
			seen[ind] = true
			wants = append(wants, want{ind, part})
		}
	}
	for _, w := range wants {
		col := b.column(w.ind)
		for i := range b.secs {
			sec := &b.secs[i]
			c := &col[i]
			v := Value{Standard: b.std.ID, Indicator: w.ind.ID, School: sec.school.Code, Stage: sec.stage, Counted: counts(&w.part.Scope, sec)}
			if sec.pupils.st == known {
				v.Pupils = &sec.pupils.v
			}
			if sec.share.st == known && sec.share.v != 1 {
				v.Share = &sec.share.v
			}
			switch c.st {
			case known:
				v.Raw, v.Value = &c.raw, &c.v
			case unknown:
				v.Missing = balance.NotComputable
			}
			res.Values = append(res.Values, v)
		}
	}
	for i := b.districtFrom; i < len(b.found); i++ {
		if f := &b.found[i]; f.more != nil && f.more.spread != nil && f.more.spread.st == known {
			f.more.spread.fill()
			s := *f.more.spread
			s.Criterion = f.crit.ID
			res.Spreads = append(res.Spreads, s)
		}
	}
}
