package numeral

import (
	"strings"

	"junheng/tools/balance"
)

// smaller are the units that a part of a larger one may follow it in, and what
// they are worth in it: 3元5角, 五亩三分.
var smaller = map[string][]struct {
	forms []string
	worth float64
}{
	"元": {{[]string{"角", "毛"}, 0.1}, {[]string{"分"}, 0.01}},
	"亩": {{[]string{"分"}, 0.1}, {[]string{"厘"}, 0.01}},
}

// smaller joins what is said in the next smaller unit: 3元5角, 三块五, 一米七五.
func (s *scanner) smaller(q *Quantity) {
	if q.Range() || q.Form == "" || slash(q.Form) >= 0 {
		return
	}
	for _, part := range smaller[q.Unit] {
		n := s.numeral(skip(s.text, q.To, "零"))
		if n.end == 0 || n.value != float64(int(n.value)) || n.max != n.value || n.value <= 0 || n.value >= 10 {
			continue
		}
		for _, name := range part.forms {
			if k := skip(s.text, n.end, name); k > n.end {
				q.add(n.value*part.worth, n.end, k)
				q.Form = name
				break
			}
		}
	}
	if q.Form != "块" && q.Unit != "米" || q.Value >= 10 || pointed(q.Raw(s.text)) {
		return
	}
	n := s.numeral(q.To) // 三块五, 1米8
	digits := n.signs
	if n.style == Digits {
		digits = n.first.digits
	}
	if n.end == 0 || n.power > 0 || n.infix != "" || n.value != float64(int(n.value)) || digits < 1 || digits > 2 || n.signs > 1 && !n.plain && n.max == n.value || !ends(s.text, n.end) {
		return
	}
	v := n.value
	if n.max > n.value { // 一米七八 is no range
		v = n.value*10 + n.max
	}
	for range digits {
		v /= 10
	}
	q.add(v, n.end, n.end)
}

// yuan is the unit of 三块五.
var yuan = &unit{Name: "元", Small: "yes"}

// money reports whether a 块 that ends at k counts money: more of it follows,
// or nothing else is said.
func (s *scanner) money(q *Quantity, k int) bool {
	if r, _ := after(s.text, k); r == '半' || r == '零' && sign(s.text, k+3) > 0 {
		return true
	}
	if n := s.numeral(k); n.end > 0 && n.value < 10 {
		if r, _ := after(s.text, n.end); r == '毛' || r == '角' || ends(s.text, n.end) {
			return true
		}
	}
	return k == len(s.text) && strings.TrimSpace(s.text[:q.Start]) == ""
}

// add adds a part that ends at end; with its unit at to.
func (q *Quantity) add(v float64, end, to int) {
	q.Value = float64(int((q.Value+v)*1000+0.5)) / 1000
	q.Max, q.End, q.To = q.Value, end, to
}

// half reads 半 behind a unit or 个: 两亩半, 一个半小时. It returns the unit
// where that changes.
func (s *scanner) half(q *Quantity, u *unit) *unit {
	if u == nil || u.Never || q.Range() || q.Unit == "" || u.Whole {
		return nil
	}
	k := skip(s.text, q.To, "半")
	if k == q.To {
		return nil
	}
	if q.Form == "个" {
		if v, e := unitAt(s.text, k); v != nil && v.Name != "年" && v.Name != "天" && (!v.Never || strings.HasPrefix(s.text[k:], "月")) {
			if v.Never {
				v, e = months, k+len("月")
			}
			q.add(0.5, k, e)
			q.Unit, q.Form = v.Name, s.text[k:e]
			return v
		}
		return nil
	}
	if u.Small == "noun" || !ends(s.text, k) {
		return nil
	}
	q.add(0.5, k, k)
	return nil
}

// months is the unit of 两个半月.
var months = &unit{Name: "个月", Small: "yes"}

// alone reads 半 at i where it stands before a unit (半小时) or in 一半, and
// returns where to go on.
func (s *scanner) alone(i int) int {
	k := i + len("半")
	b, _ := before(s.text, i)
	q := Quantity{Start: i, End: k, From: i, To: k, Value: 0.5, Max: 0.5, Style: Hanzi, Comparator: balance.Eq}
	n := number{value: 0.5, max: 0.5, end: k, style: Hanzi, signs: 1}
	if b == '一' {
		at := i - len("一")
		c, _ := before(s.text, at)
		if l := len(s.found); l > s.first && s.found[l-1].To > at || sign(s.text, at-3) > 0 || strings.ContainsRune("另这那每", c) && c != 0 {
			return k
		}
		q.Start, q.From, q.Bare, s.last = at, at, true, 0
		if l := len(s.found); l > s.first {
			s.last = s.found[l-1].To
		}
		s.bounds(&q, &n)
		s.found, s.last = append(s.found, q), q.To
		return q.To
	}
	e := k
	if strings.HasPrefix(s.text[k:], "个") {
		e = skip(s.text, k, "个")
	}
	u, end := unitAt(s.text, e)
	switch {
	case strings.ContainsRune("上下前后大多小过对参各另夜", b) && b != 0:
		return k
	case e > k && strings.HasPrefix(s.text[e:], "月"):
		u, end = months, e+len("月")
	case u == nil || u.Never || u.Small == "noun" || u.Whole:
		return k
	}
	q.Unit, q.Form, q.To = u.Name, s.text[k:end], end
	s.bounds(&q, &n)
	s.found = append(s.found, q)
	s.last = q.To
	return q.To
}
