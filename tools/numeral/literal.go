package numeral

import "strings"

// literal is an Arabic number: mantissa ÷ 10^scale.
type literal struct {
	mantissa uint64
	scale    int
	end      int
	digits   int  // before the point
	zero     bool // starts with a 0 that counts nothing: 0771
	version  bool // has a second point: 1.2.3
}

func (l literal) value(power int) float64 {
	if l.scale > power {
		return float64(l.mantissa) / powers[min(l.scale-power, 18)]
	}
	return float64(l.mantissa) * powers[min(power-l.scale, 18)]
}

// run adds the digits from i to l.
func (l *literal) run(text string, i int) int {
	for {
		d, w := digit(text, i)
		if w == 0 {
			return i
		}
		if l.mantissa < 1e16 {
			l.mantissa = l.mantissa*10 + d
		} else {
			l.scale--
		}
		l.digits++
		i += w
	}
}

// literal reads the Arabic number at i: thousands separators, digits broken by
// spaces, and a decimal point in any of its forms.
func (s *scanner) literal(i int) literal {
	var l literal
	d, _ := digit(s.text, i)
	j := l.run(s.text, i)
	l.zero = d == 0 && l.digits > 1
	if l.digits <= 3 && !l.zero {
		j = s.groups(&l, i, j)
	}
	l.end = j
	k, point, spaced := s.point(j)
	if k == 0 || l.digits > 15 {
		return l
	}
	f := l
	e := f.run(s.text, k)
	f.scale += f.digits - l.digits
	f.digits = l.digits
	if point == '。' && !s.decimal(e, &f) || point == '点' && !s.pointed(e) || spaced && (!s.measured(e) || s.heads(i)) {
		return l
	}
	if r, w := after(s.text, e); point != '。' && r == point {
		if _, more := digit(s.text, e+w); more > 0 {
			f.version = true
		}
	}
	f.end = e
	return f
}

// groups reads further groups of digits after the first, which ends at j:
// 59,325 and 59 325, and numbers that a page broke at any place (5 9 325人).
func (s *scanner) groups(l *literal, i, j int) int {
	full := j-i > l.digits // full-width digits may have a full-width comma
	for {
		r, w := after(s.text, j)
		if r != ',' && r != '，' && r != '\u2009' {
			break
		}
		g := *l
		e := g.run(s.text, j+w)
		if g.digits-l.digits != 3 || r == '，' && !full && (!s.measured(e) || s.near(i, "分别") || s.near(i, "依次")) {
			break // 分别为120，135所; 寄宿生14，209人 is one number
		}
		*l, j = g, e
	}
	if b := blank(s.text, j); b > j {
		g, e, even, n := *l, j, true, 0
		for b > e && n < 5 {
			if _, w := digit(s.text, b); w == 0 {
				break
			}
			had := g.digits
			e = g.run(s.text, b)
			even = even && g.digits-had == 3
			b = blank(s.text, e)
			n++
		}
		r, _ := before(s.text, i)
		glued := r > 0x2e80 && r != '、' && r != '，' && r != '。'
		if n > 0 && n < 5 && g.digits <= 9 && (even || glued) && (s.measured(e) || even && s.whole(i, e)) {
			*l, j = g, e
		}
	}
	return j
}

// whole reports whether the groups from i to e, with a fraction behind them, have
// a unit (6 512.3万元) or are all that the text holds, as in a table's cell.
func (s *scanner) whole(i, e int) bool {
	if r, w := after(s.text, e); r == '.' || r == '．' {
		var f literal
		if k := f.run(s.text, e+w); f.digits > 0 {
			e = k
		}
	}
	return s.measured(e) || i == 0 && e == len(s.text)
}

// point returns where the digits after a decimal point at j start, or 0, and
// whether spaces stand around the point.
func (s *scanner) point(j int) (k int, point rune, spaced bool) {
	at := blank(s.text, j)
	r, w := after(s.text, at)
	switch r {
	case '.', '．', '。', '·', '﹒', '点':
	default:
		return 0, 0, false
	}
	k = blank(s.text, at+w)
	spaced = k > j+w
	if _, d := digit(s.text, k); d == 0 || spaced && r == '。' {
		return 0, 0, false
	}
	return k, r, spaced
}

// decimal decides whether a 。 between digits was a decimal point. f ends at e.
func (s *scanner) decimal(e int, f *literal) bool {
	r, w := after(s.text, e)
	switch r {
	case '年', '月', '日', '号', '级', '届', '_', '＿', 'X', 'x', '×', '*', '．', '.', '-', '/':
		return false
	case '、':
		_, d := digit(s.text, e+w)
		return d > 0
	case '%', '％', '‰', '万', '亿':
		return true
	}
	if u, _ := unitAt(s.text, blank(s.text, e)); u != nil && u.Whole && f.scale > 0 {
		window := s.text[max(0, e-48):e]
		return strings.Contains(window, "平均") || strings.Contains(window, "每") || strings.Contains(window, "均")
	}
	return true
}

// pointed reports whether a 点 between digits that end at e is a decimal
// point: 3点5倍, but not 3点5分.
func (s *scanner) pointed(e int) bool {
	switch r, _ := after(s.text, e); r {
	case '%', '％', '‰', '万', '亿':
		return true
	}
	u, _ := unitAt(s.text, blank(s.text, e))
	return u != nil && !u.Never && u.Name != "分"
}

// measured reports whether a unit, a percent sign or 万 and the like stands at i.
func (s *scanner) measured(i int) bool {
	i = blank(s.text, i)
	switch r, _ := after(s.text, i); r {
	case '%', '％', '‰', '万', '亿', '余', '多':
		return true
	}
	u, _ := unitAt(s.text, i)
	return u != nil && !u.Never
}
