package figure

import (
	"strings"

	"junheng/tools/balance"
	"junheng/tools/numeral"
)

// orBound gives a bound to the second of two limits: 不得超过60课时或3个月.
func (w *walker) orBound(k int) {
	if k == 0 {
		return
	}
	p, q := &w.qs[k-1], &w.qs[k]
	if q.Hedge == "" && q.From >= p.To && ahead(p, w.text) {
		if gap := w.text[p.To:q.From]; gap == "或" || gap == "或者" {
			q.Comparator, q.Hedge = p.Comparator, p.Hedge
		}
	}
}

// rowBound gives the bound at the end of a row to all of it: 0.50、0.45以内.
func (w *walker) rowBound(k int) {
	q := w.qs[k]
	if q.Hedge == "" || q.Comparator == balance.Approx || !strings.HasSuffix(w.text[:q.To], q.Hedge) {
		return
	}
	for i := k - 1; i >= 0; i-- {
		p := &w.qs[i]
		if p.Hedge != "" || p.Unit != q.Unit || p.To > w.qs[i+1].From {
			return
		}
		if gap := w.text[p.To:w.qs[i+1].From]; gap != "、" && gap != "和" {
			return
		}
		p.Comparator, p.Hedge = q.Comparator, q.Hedge
	}
}

// ahead reports a bound said before the number: 不超过, 至少.
func ahead(q *numeral.Quantity, text string) bool {
	return q.Hedge != "" && q.Comparator != balance.Approx && !strings.HasSuffix(text[:q.To], q.Hedge)
}
