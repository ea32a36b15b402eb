package numeral

import "strings"

// compose joins the numeral n with what belongs to it: a fraction, a percent
// sign, a ratio, the other end of a range. It returns the end of the whole and
// false when that is no quantity at all.
func (s *scanner) compose(q *Quantity, n *number, j int) (int, bool) {
	if k := s.power(n, j); k > j {
		j, q.Value, q.Max = k, n.value, n.max
	}
	j, ok := s.share(q, n, j)
	if !ok {
		return j, false
	}
	if n.style == Digits && q.Unit == "" && n.power == 0 {
		if k, ok, done := s.ratio(q, n, j); done {
			return k, ok
		}
	}
	if n.style == Roman {
		return j, true
	}
	return s.rangeEnd(q, n, j)
}

// share reads 百分之三, 三分之一, 一又二分之一, 3%, 5‰, 三成, 八折.
func (s *scanner) share(q *Quantity, n *number, j int) (int, bool) {
	t := s.text
	whole := 0.0
	if k := skip(t, j, "又"); k > j && !n.lone {
		if m := s.numeral(k); m.end > 0 && skip(t, m.end, "分之") > m.end {
			whole, j = n.value, m.end
			*n = m
		}
	}
	if k := skip(t, j, "分之"); k > j && n.value > 0 {
		m := s.numeral(k)
		if m.end == 0 {
			return j, false
		}
		switch {
		case n.lone && n.value == 100:
			q.Unit = "%"
		case n.lone && n.value == 1000:
			q.Unit = "‰"
		case n.lone && n.value == 10000:
			q.Unit = "‱"
		default:
			m.value, m.max = whole+m.value/n.value, whole+m.max/n.value
		}
		q.Value, q.Max, q.Form = m.value, m.max, t[j:k]
		n.lone, n.plain, n.odd, n.power, n.signs = false, false, m.odd, 0, n.signs+m.signs+2
		return m.end, true
	}
	k := blank(t, j)
	switch r, w := after(t, k); r {
	case '%', '％', '﹪':
		q.Unit, q.Form = "%", t[k:k+w]
		return k + w, true
	case '‰':
		q.Unit, q.Form = "‰", t[k:k+w]
		return k + w, true
	case '成':
		if c, _ := after(t, j+w); n.value > 0 && n.max <= 10 && j == k && !strings.ContainsRune("立员效果绩人为了功长都年型本就熟品套份交不", c) {
			q.Value, q.Max, q.Unit, q.Form = n.value*10, n.max*10, "%", t[k:k+w]
			if half := skip(t, k+w, "半"); half > k+w && q.Value == q.Max {
				q.Value += 5
				q.Max = q.Value
				n.signs += 2
				return half, true
			}
			if m := s.numeral(k + w); m.signs == 1 && m.value < 10 && m.value > 0 && q.Value == q.Max {
				q.Value += m.value
				q.Max = q.Value
				return m.end, true
			}
			n.signs++
			return k + w, true
		}
	case '折':
		if c, _ := after(t, j+w); n.value > 0 && j == k && !strings.ContainsRune("合算叠旧腾磨返射页", c) {
			v := n.value
			for v >= 10 {
				v /= 10
			}
			q.Value, q.Max, q.Unit, q.Form = v*10, v*10, "%", t[k:k+w]
			n.signs++
			return k + w, true
		}
	}
	return j, true
}

// ratio reads 1:19 and 1比19, and sees times, dates and page numbers (9:30,
// 3/17) for what they are.
func (s *scanner) ratio(q *Quantity, n *number, j int) (end int, ok, done bool) {
	r, w := after(s.text, j)
	switch r {
	case ':', '：', '∶', '比', '/', '／':
	default:
		return j, true, false
	}
	if _, d := digit(s.text, j+w); d == 0 {
		return j, true, false
	}
	m := s.literal(j + w)
	if c, _ := after(s.text, m.end); c == r {
		return s.code(m.end), false, true // 10:06:35, 2023/1/16
	}
	a, b := n.value, m.value(0)
	q.End = m.end
	switch {
	case b == 0:
		return m.end, false, true
	case r == '/' || r == '／':
		if n.first.scale+m.scale > 0 || a >= b || m.zero {
			return m.end, false, true
		}
		q.Value, q.Form = a/b, s.text[j:j+w]
	case m.zero || m.scale == 0 && m.digits == 2 && b < 60 && a < 25 && a != 1 && n.first.scale == 0 && !s.near(q.Start, "比"):
		return m.end, false, true
	default:
		q.Value, q.Unit, q.Form = a/b, "比", s.text[j:j+w]
	}
	q.Max = q.Value
	return m.end, true, true
}

// near reports whether word stands within a few characters before i.
func (s *scanner) near(i int, word string) bool {
	return strings.Contains(s.text[max(0, i-24):i], word)
}

// rangeEnd reads the other end of 25-30, 三至五, 5%—10%, 45人到50人.
func (s *scanner) rangeEnd(q *Quantity, n *number, j int) (int, bool) {
	k := j
	u, e := unitAt(s.text, j)
	if u != nil && !u.Never && q.Unit == "" {
		k = e
	} else {
		u = nil
	}
	r, w := after(s.text, blank(s.text, k))
	switch r {
	case '-', '—', '–', '－', '~', '～', '∼', '〜', '至', '到', '─', '―':
	default:
		return j, true
	}
	k = blank(s.text, k) + w
	if r2, w2 := after(s.text, k); r2 == r && (r == '—' || r == '-' || r == '─') {
		k += w2
	}
	k = blank(s.text, k)
	if _, d := digit(s.text, k); d == 0 && sign(s.text, k) == 0 {
		return j, true
	}
	m := s.numeral(k)
	if m.end == 0 || m.lone && skip(s.text, m.end, "分之") == m.end {
		return j, true
	}
	p := Quantity{Value: m.value, Max: m.max}
	end, _ := s.share(&p, &m, m.end)
	code := r == '-' || r == '－' || r == '–'
	lo := q.Value
	if m.power > 0 && n.power == 0 && lo*powers[m.power] < p.Max {
		lo *= powers[m.power]
	}
	switch {
	case m.first.zero || code && n.style == Digits && skip(s.text, m.end, "-") > m.end && digitAt(s.text, m.end+1):
		return s.code(m.end), false
	case p.Unit == "" && strings.HasSuffix(q.Form, "分之") && !s.measured(end) && p.Max > q.Value: // 百分之五至八
		p.Unit = q.Unit
	case p.Unit != q.Unit && q.Unit != "":
		return j, true
	case u != nil:
		if v, _ := unitAt(s.text, end); v != u {
			return j, true
		}
	}
	if lo >= p.Max {
		return choose(code && u == nil && q.Unit == "", end, j), !code || u != nil || q.Unit != ""
	}
	q.Value, q.Max, q.Unit = lo, p.Max, p.Unit
	if p.Form != "" {
		q.Form = p.Form
	}
	n.power, n.signs, n.lone = m.power, n.signs+m.signs, false
	return end, true
}

func choose(b bool, x, y int) int {
	if b {
		return x
	}
	return y
}

func digitAt(text string, i int) bool {
	_, w := digit(text, i)
	return w > 0
}

// code returns the end of digits joined by signs: a date, a telephone number.
func (s *scanner) code(i int) int {
	for i < len(s.text) {
		if c := s.text[i]; c-'0' > 9 && (c != '-' && c != '/' && c != ':' && c != '.' || !digitAt(s.text, i+1)) {
			break
		}
		i++
	}
	return i
}

// skip returns where i leads past word, or i.
func skip(text string, i int, word string) int {
	if strings.HasPrefix(text[i:], word) {
		return i + len(word)
	}
	return i
}
