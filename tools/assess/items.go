package assess

import "junheng/tools/balance"

// items gathers verdicts under the items they belong to.
type items struct {
	at  map[string]int
	all []itemState
}

type itemState struct {
	pair
	missed, excused bool // some miss is not excused; some is
}

// itemOf names what a criterion is counted under: its item, else itself.
func itemOf(c *balance.Criterion) string {
	if c.Item != "" {
		return c.Item
	}
	return c.ID
}

func (t *items) add(item string, p pair, excused bool) {
	i, ok := t.at[item]
	if !ok {
		if t.at == nil {
			t.at = map[string]int{}
		}
		i = len(t.all)
		t.at[item] = i
		t.all = append(t.all, itemState{pair: pair{balance.OutOfScope, balance.OutOfScope}})
	}
	s := &t.all[i]
	s.pair = pair{weigh(s.all, p.all), weigh(s.sure, p.sure)}
	if p.sure == balance.NotMet {
		s.missed, s.excused = s.missed || !excused, s.excused || excused
	}
}

// counts counts the items by their worst outcome.
func (t *items) counts() (c Counts, outcomes []balance.Outcome) {
	outcomes = make([]balance.Outcome, 0, len(t.all))
	for _, s := range t.all {
		c.add(s.sure)
		outcomes = append(outcomes, s.sure)
		if decided(s.all) && !decided(s.sure) {
			c.Unreviewed++
		}
		if s.excused && !s.missed {
			c.Excused++
		}
	}
	return c, outcomes
}
