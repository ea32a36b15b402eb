package assess

import "junheng/tools/balance"

// sums is a value computed from counts that the bureau gives, with the counts.
type sums struct {
	formula  *balance.Formula
	terms    []term
	num, den float64
	value    float64
	variants []sums // the same by the other formulas in use
}

// term is one count of a sum.
type term struct {
	name  string
	value float64
	sign  float64
	below bool // in the denominator
	place *balance.Place
}

// fromItems computes an indicator from the counts given with its own item or,
// where a name is no such count, from another item of the summary. It reports
// whether any of them is there.
func (b *bench) fromItems(f *finding) (number, bool) {
	it := b.item(f.crit.Indicator, f.crit, f.stage)
	s, st := b.sum(f.ind.Formula, it, f)
	if st == unpublished {
		return number{}, false
	}
	f.more.item, f.more.sums = it, &s
	if st != known {
		return number{st: st}, true
	}
	for i := range f.ind.Variants {
		if v, st := b.sum(&f.ind.Variants[i], it, f); st == known {
			s.variants = append(s.variants, v)
		}
	}
	return number{v: s.value}, true
}

func (b *bench) sum(fm *balance.Formula, it *balance.Item, f *finding) (sums, state) {
	s := sums{formula: fm}
	have, lack := 0, false
	per := []string{fm.Per}
	if fm.Per == "" {
		per = nil
	}
	for _, g := range []struct {
		names []string
		sign  float64
		below bool
	}{{fm.Plus, 1, false}, {fm.Minus, -1, false}, {per, 1, true}, {fm.PerPlus, 1, true}, {fm.PerMinus, -1, true}} {
		for _, name := range g.names {
			t := term{name: name, sign: g.sign, below: g.below}
			if other := b.item(name, f.crit, f.stage); it != nil && hasInput(it, name) {
				t.value, t.place = float64(it.Inputs[name]), &it.Datum.Place
				if paper := f.ind.Formula.Names[name]; paper != "" {
					t.name = paper
				}
			} else if other != nil && other.Datum.Known() {
				t.value, t.place = other.Datum.Value, &other.Datum.Place
				t.name = b.rules.indicators[name].Name
			} else {
				lack = true
				continue
			}
			have++
			s.terms = append(s.terms, t)
			if g.below {
				s.den += g.sign * t.value
			} else {
				s.num += g.sign * t.value
			}
		}
	}
	if fm.Per == "" {
		s.den = 1
	}
	switch {
	case have == 0 || lack:
		return s, unpublished // the stated value, if any, stands alone
	case s.den <= 0:
		return s, unknown
	}
	s.value = fm.Factor * s.num / s.den
	return s, known
}

func hasInput(it *balance.Item, name string) bool { _, ok := it.Inputs[name]; return ok }
