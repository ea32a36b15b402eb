package assess

import (
	"iter"

	"junheng/tools/balance"
)

// tally counts how the sections or schools of one criterion came out.
type tally struct {
	met, relaxed, notMet, excused, undecided, unpublished int

	b       *bench
	rows    []int32 // every one in b.found, in the order of the table
	missing bool    // a value is not there
	raw     float64 // ΣR
	per     float64 // ΣP
	worst   float64 // the value furthest on the wrong side
	any     bool    // worst holds something
	over    float64 // classes counted beyond the limit, in all
	counted bool    // over holds something
}

func (t *tally) all() int {
	return t.met + t.relaxed + t.notMet + t.excused + t.undecided + t.unpublished
}

// judged goes through every one.
func (t *tally) judged() iter.Seq[*finding] {
	return func(yield func(*finding) bool) {
		for _, i := range t.rows {
			if !yield(&t.b.found[i]) {
				return
			}
		}
	}
}

// below counts those that miss the criterion itself, whether or not the rule of
// its part excuses them.
func (t *tally) below() (n int) {
	for f := range t.judged() {
		if f.outcome == balance.NotMet {
			n++
		}
	}
	return n
}

// tallyUp counts every verdict on a school towards its criterion. A miss that
// the six-of-seven rule allows the school is excused; one that may yet be
// allowed is undecided. So a part fails exactly where one of its criteria does.
func (b *bench) tallyUp() {
	for i := range b.found {
		if f := &b.found[i]; f.to != nil {
			f.to.rows = append(f.to.rows, int32(i))
			f.to.add(f)
		}
	}
}

// tallyOf is where the verdicts on a line count; kind is its place in line.
func (b *bench) tallyOf(l *line, kind int, stage balance.Stage) *tally {
	if l.tally[kind] == nil {
		l.tally[kind] = &tally{b: b, rows: make([]int32, 0, len(b.secs))}
		b.tallies[key{id: l.crit.ID, stage: stage}] = l.tally[kind]
	}
	return l.tally[kind]
}

func (t *tally) add(f *finding) {
	switch f.outcome {
	case balance.Met:
		t.met++
	case balance.MetTransition:
		t.relaxed++
	case balance.NotMet:
		switch f.section {
		case "", balance.NotMet:
			t.notMet++
		case balance.Met, balance.MetTransition:
			t.excused++
		default:
			t.undecided++
		}
	case balance.NotPublished:
		t.unpublished++
	default:
		t.undecided++
	}
	if !f.has {
		t.missing = true
	} else {
		t.raw += f.raw
		t.per += f.per
		if !t.any || shortfall(f.value, f.limit.Op, f.want) > shortfall(t.worst, f.limit.Op, f.want) {
			t.worst, t.any = f.value, true
		}
	}
	if f.over.st == known {
		t.over += f.over.v
		t.counted = true
	}
}

// outcome joins the schools: one that misses decides.
func (t *tally) outcome() balance.Outcome {
	switch {
	case t.notMet > 0:
		return balance.NotMet
	case t.undecided > 0:
		return balance.Undecidable
	case t.unpublished > 0:
		return balance.NotPublished
	case t.relaxed > 0:
		return balance.MetTransition
	case t.met+t.excused > 0:
		return balance.Met
	}
	return balance.OutOfScope
}
