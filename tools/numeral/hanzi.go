package numeral

import (
	"math"
	"strings"
)

// number is a numeral before anything beside it is read.
type number struct {
	value, max float64
	end        int
	style      Style
	first      literal // its first Arabic part
	power      int     // the last 万 or 亿 it ends in, as a power of ten
	signs      int     // hanzi characters
	lone       bool    // begins with 万 or 百 that no digit counts
	plain      bool    // a row of digits without 十 or 百: 二〇二三
	odd        bool    // goes on as no number does: 十三五
	infix      string  // 余 or 多 inside: 100多万
}

// reading is the state of one numeral: total holds finished 万s and 亿s,
// section the 千s, 百s and 十s of the present one, cur the digits read last.
type reading struct {
	total, section float64
	cur            literal
	have           bool
	small, big     int // what the next 十百千, the next 万亿 must stay below
	last           int // power of the sign before, 0 after digits
	spread         float64
}

// scale applies 十 (1) to 兆 (12) to what was read; false when it cannot follow.
func (r *reading) scale(p int) bool {
	if p < 4 {
		if p >= r.small {
			return false
		}
		r.section += r.cur.value(p)
		r.small = p
	} else {
		switch {
		case p == 8 && r.big == 4:
			r.total = (r.total + r.section + r.cur.value(0)) * powers[p]
		case p >= r.big:
			return false
		case r.section == 0:
			r.total += r.cur.value(p)
		default:
			v := (r.section + r.cur.value(0)) * powers[p]
			if r.cur.scale <= p { // 三百二十五点六亿 is whole
				v = math.Round(v)
			}
			r.total += v
		}
		r.section, r.small, r.big = 0, 4, p
	}
	r.spread *= powers[p]
	r.cur, r.have, r.last = literal{}, false, p
	return true
}

func (r *reading) empty() bool { return !r.have && r.section == 0 && r.total == 0 && r.last == 0 }

func (r *reading) value() float64 {
	v := r.total + r.section
	if r.have {
		v += r.cur.value(0)
	}
	if r.big < 16 || r.section > 0 {
		v = math.Round(v*1e6) / 1e6
	}
	return v
}

// numeral reads the longest numeral at i; its end is 0 when there is none.
func (s *scanner) numeral(i int) (n number) {
	if r, w := after(s.text, i); r >= 'Ⅰ' && r <= 'Ⅻ' {
		v := float64(r - 'Ⅰ' + 1)
		return number{value: v, max: v, end: i + w, style: Roman}
	}
	r := reading{small: 4, big: 16}
	n.style = Hanzi
	if _, w := digit(s.text, i); w > 0 {
		n.style = Digits
		n.first = s.literal(i)
		r.cur, r.have, n.end = n.first, true, n.first.end
	}
	j := max(i, n.end)
	for s.step(&n, &r, i, &j) {
		n.end = j
	}
	n.value = r.value()
	n.max = n.value + r.spread
	if r.big < 16 {
		n.power = r.big
	}
	return n
}

// step reads one part of the numeral that began at i; *j moves behind it.
func (s *scanner) step(n *number, r *reading, i int, j *int) bool {
	if _, w := digit(s.text, *j); w > 0 {
		if r.have || r.last < 2 || n.first.scale > 0 {
			return false
		}
		l := s.literal(*j)
		if l.digits > r.last || l.zero || l.scale > 0 {
			return false
		}
		s.tail(&l, r.last)
		r.cur, r.have, r.last, *j = l, true, 0, l.end
		return true
	}
	if k := blank(s.text, *j); k > *j && r.have && sign(s.text, k) > tens+3 && s.step(n, r, i, &k) { // 30 万元
		*j = k
		return true
	}
	g := sign(s.text, *j)
	switch {
	case g == 0:
		if k := skip(s.text, *j, "个亿"); k > *j && r.have && r.scale(8) { // 5个亿
			n.signs++
			*j = k
			return true
		}
		return !r.empty() && (s.fraction(n, r, j) || s.infix(n, r, j))
	case g <= 10:
		if r.have || n.infix != "" || n.first.scale > 0 && r.last > 0 {
			return false
		}
		return s.digits(n, r, i, j)
	case g < tens: // 廿五
		if !r.empty() || *j > i {
			return false
		}
		r.section, r.small, r.last = float64(g-twenty+2)*10, 1, 1
		n.signs += 2
		*j += 3
		return true
	}
	p := int(g) - tens
	if n.infix != "" && p < 4 || s.names(*j) {
		return false
	}
	if !r.have && (p == 1 || r.empty()) {
		n.lone = p != 1
		r.cur = literal{mantissa: 1}
	} else if !r.have && p < 4 {
		return false
	}
	if !r.scale(p) {
		r.cur = literal{}
		return false
	}
	n.signs++
	*j += 3
	return true
}

// digits reads a row of hanzi digits: one, a pair that means either (三四千),
// or a number spelt digit by digit.
func (s *scanner) digits(n *number, r *reading, i int, j *int) bool {
	l := literal{}
	k, row, zero := *j, [2]uint8{}, false
	for count := 0; ; count++ {
		g := sign(s.text, k)
		if g == 0 || g > 10 {
			break
		}
		if g == 1 && count == 0 && *j > i {
			zero = true
			count--
			if k += 3; r.last == 0 {
				break
			}
			if _, w := digit(s.text, k); w > 0 && r.last >= 8 { // 10亿零3万
				if l = s.literal(k); l.zero || l.scale > 0 {
					return false
				}
				k = l.end
				break
			}
			continue
		}
		if count < 2 {
			row[count] = g
		}
		if l.mantissa < 1e16 {
			l.mantissa = l.mantissa*10 + uint64(g-1)
		}
		l.digits++
		k += 3
	}
	switch {
	case l.digits == 0:
		return false
	case l.digits == 2 && row[0] > 1 && (row[1] == row[0]+1 || row == [2]uint8{4, 6} && *j == i): // 七八个, 三五个
		l.mantissa, l.digits = uint64(row[0]-1), 1
		r.spread = float64(row[1] - row[0])
		n.signs++
	case l.digits > 1 && *j > i:
		n.odd = true
		return false
	case l.digits > 1:
		n.plain = true
	}
	l.end = k
	if r.last > 1 && !zero {
		s.tail(&l, r.last)
	}
	r.cur, r.have, r.last, *j = l, true, 0, k
	n.signs += l.digits
	return true
}

// tail lets an unnamed last digit stand for the next lower power: 两千五 is
// 2500, 1万5 is 15000.
func (s *scanner) tail(l *literal, power int) {
	if l.digits != 1 || sign(s.text, l.end) > tens {
		return
	}
	if r, _ := after(s.text, l.end); r == '点' || r == '又' {
		return
	}
	for range power - 1 {
		l.mantissa *= 10
	}
}

// fraction reads 点 and the hanzi digits behind it.
func (s *scanner) fraction(n *number, r *reading, j *int) bool {
	c, w := after(s.text, *j)
	if c != '点' && c != '點' || n.style != Hanzi || n.infix != "" || r.cur.scale > 0 {
		return false
	}
	l, k := r.cur, *j+w
	for {
		g := sign(s.text, k)
		if g == 0 || g > 10 {
			break
		}
		if l.mantissa < 1e15 {
			l.mantissa, l.scale = l.mantissa*10+uint64(g-1), l.scale+1
		}
		k += 3
	}
	if g := sign(s.text, k); l.scale == 0 || g == tens+1 {
		return false
	}
	if c, _ := after(s.text, k); c == '分' && !strings.HasPrefix(s.text[k:], "分之") || c == '刻' {
		return false
	}
	r.cur, r.have, r.last, *j = l, true, 0, k
	return true
}

// infix reads 余, 多, 来 or 几 before 万 or 亿: 100多万, 十几亿.
func (s *scanner) infix(n *number, r *reading, j *int) bool {
	c, w := after(s.text, *j)
	if c != '余' && c != '多' && c != '来' && c != '几' || n.infix != "" {
		return false
	}
	p := int(sign(s.text, *j+w)) - tens
	if p < 2 || s.names(*j+w) {
		return false
	}
	if c == '几' && r.last == 1 { // 十几万
		r.spread = 9
	}
	if !r.scale(p) {
		return false
	}
	n.infix = s.text[*j : *j+w]
	n.signs++
	*j += w + 3
	return true
}

// names reports whether the 千, 百 or 万 at i begins a word: 千米, 百分点,
// 1000兆宽带.
func (s *scanner) names(i int) bool {
	r, _ := after(s.text, i+3)
	switch s.text[i : i+3] {
	case "千":
		return r == '米' || r == '克' || r == '瓦' || r == '卡' || r == '伏'
	case "兆":
		return strings.ContainsRune("以宽带光网到互出局专的", r)
	case "百":
		return strings.HasPrefix(s.text[i+3:], "分点")
	}
	return false
}
