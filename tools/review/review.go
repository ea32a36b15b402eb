// Package review holds what a clerk decided (review.toml) against what is read
// from the documents now, and drafts the entries that are still to be decided.
//
// Every entry names what it expects to find: sentence, numeral, value, unit,
// stage, kind, indicator and place. Where the document or its reading has
// changed, a decided entry is a fault and an undecided one a notice; nothing
// is ever applied to another figure than the one a person looked at.
package review

import (
	"fmt"
	"math"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/record"
)

// Apply marks the figures of a report as its entries decide. Corrected figures
// take the clerk's values; rejected ones stay in the list, for the report page.
func Apply(rep *balance.Report, figs []balance.Figure, entries []record.Review, ps *balance.Problems) {
	for k, i := range match(rep, figs, entries, ps) {
		if i >= 0 && entries[k].Decision != "" {
			decide(&figs[i], &entries[k])
		}
	}
}

// match finds the figure of each entry: its index, or -1 for none or for one
// that is not what the entry expects. Faults are noted.
func match(rep *balance.Report, figs []balance.Figure, entries []record.Review, ps *balance.Problems) []int {
	at := map[string][]int{}
	for i := range figs {
		at[place(&figs[i])] = append(at[place(&figs[i])], i)
	}
	found, first := make([]int, len(entries)), map[int]*record.Review{}
	for k := range entries {
		e := &entries[k]
		found[k] = -1
		if e.Report != rep.Slug {
			continue
		}
		i, wrong := pick(figs, at[placeOf(e)], e)
		switch {
		case i < 0:
			missing(rep, figs, e, ps)
		case first[i] != nil:
			ps.Fault(e.Place, fmt.Sprintf("“%s”里的“%s”已在第 %d 行写过", clip(e.Quote), e.Raw, first[i].Place.Line), "同一个数只写一条，删去其中一条")
		case len(wrong) > 0:
			first[i] = e
			differs(e, wrong, ps)
		default:
			first[i] = e
			found[k] = i
		}
	}
	return found
}

// place is where a figure stands; figures that share a numeral share it.
func place(f *balance.Figure) string {
	s := f.Source
	return key(s.Article, s.Paragraph, s.Table, s.Row, s.Column, s.Quote, f.Raw, f.RawStart)
}

func placeOf(e *record.Review) string {
	start := points(e.Quote, strings.Index(e.Quote, e.Raw))
	if e.RawStart != nil {
		start = *e.RawStart
	}
	return key(e.Article, e.Paragraph, e.Table, e.Row, e.Column, e.Quote, e.Raw, start)
}

func key(article, paragraph, table, row, column int, quote, raw string, start int) string {
	return fmt.Sprint(article, paragraph, table, row, column, start, "\x00", raw, "\x00", quote)
}

// points counts the code points of s before byte at; -1 stays.
func points(s string, at int) int {
	if at < 0 {
		return at
	}
	return len([]rune(s[:at]))
}

// pick chooses among the figures of one numeral the one an entry means: that
// with the fewest differences.
func pick(figs []balance.Figure, list []int, e *record.Review) (best int, wrong []difference) {
	best = -1
	for _, i := range list {
		d := differences(figs[i].Reading(), e.Expect)
		if best < 0 || len(d) < len(wrong) {
			best, wrong = i, d
		}
	}
	return best, wrong
}

// difference is one key whose value is not what is read now.
type difference struct{ key, now string }

func differences(r balance.Reading, want record.Expected) (out []difference) {
	text := func(key string, now string, want *string) {
		if want != nil && *want != now {
			out = append(out, difference{key, fmt.Sprintf("%q", now)})
		}
	}
	if want.Value != nil && !same(*want.Value, r.Value) {
		out = append(out, difference{"value", number(r.Value)})
	}
	if m := want.ValueMax; m != nil && (r.ValueMax == nil || !same(*m, *r.ValueMax)) {
		now := "没有上限"
		if r.ValueMax != nil {
			now = number(*r.ValueMax)
		}
		out = append(out, difference{"value_max", now})
	}
	text("unit", r.Unit, want.Unit)
	text("comparator", string(r.Comparator), (*string)(want.Compare))
	text("stage", string(r.Stage), (*string)(want.Stage))
	text("scope", r.Scope, want.Scope)
	text("kind", string(r.Kind), (*string)(want.Kind))
	text("period", r.Period, want.Period)
	text("indicator", r.Indicator, want.Indicator)
	return out
}

func same(a, b float64) bool {
	return math.Abs(a-b) <= 1e-9*max(1, math.Abs(a), math.Abs(b))
}

// decide carries out one decision.
func decide(f *balance.Figure, e *record.Review) {
	f.Review = &balance.Review{Decision: e.Decision, Reason: e.Reason, Date: e.Date}
	f.Reviewed = e.Decision != balance.Reject
	if e.Decision != balance.Correct {
		return
	}
	read := f.Reading()
	f.Review.Read = &read
	now := read
	to := e.To
	if to.Value != nil {
		now.Value, now.ValueMax = *to.Value, nil
	}
	if to.ValueMax != nil {
		now.ValueMax = to.ValueMax
	}
	set(&now.Unit, to.Unit)
	set(&now.Comparator, to.Compare)
	set(&now.Stage, to.Stage)
	set(&now.Scope, to.Scope)
	set(&now.Kind, to.Kind)
	set(&now.Period, to.Period)
	set(&now.Indicator, to.Indicator)
	f.Take(now)
	f.Approx = now.Comparator == balance.Approx
}

func set[T any](to, from *T) {
	if from != nil {
		*to = *from
	}
}
