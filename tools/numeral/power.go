package numeral

import (
	"math"
	"strings"
)

// power reads what raises the Arabic number n, which ends at j: 2³, 2^5,
// 3×10^4, 1.5e6. It returns the end of the whole.
func (s *scanner) power(n *number, j int) int {
	if n.style != Digits || n.power > 0 || n.end != n.first.end || j >= len(s.text) {
		return j
	}
	base, k := n.value, j
	factor := 1.0
	for _, times := range []string{"×", "x", "X", "*"} {
		if at := skip(s.text, j, times); at > j && strings.HasPrefix(s.text[at:], "10") {
			base, k, factor = 10, at+2, n.value
		}
	}
	e, end := s.exponent(k)
	if end == k {
		return j
	}
	if c := s.text[k]; c == 'e' || c == 'E' {
		if factor != 1 {
			return j
		}
		base, factor = 10, n.value
	}
	v := factor * math.Pow(base, float64(e))
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return j
	}
	n.value, n.max, n.end, n.first.scale = v, v, end, max(n.first.scale, 1)
	return end
}

// exponent reads an exponent at k: superscript digits, or digits behind ^ or e.
func (s *scanner) exponent(k int) (e, end int) {
	const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹"
	for end = k; end < len(s.text) && end < k+9; {
		r, w := after(s.text, end)
		d := strings.IndexRune(raised, r)
		if d < 0 || r == 0 {
			break
		}
		n := 0
		for range raised[:d] {
			n++
		}
		e, end = e*10+n, end+w
	}
	if end > k || k >= len(s.text) || s.text[k] != '^' && s.text[k]|0x20 != 'e' {
		return e, end
	}
	at, minus := k+1, false
	if at < len(s.text) && (s.text[at] == '-' || s.text[at] == '+') {
		at, minus = at+1, s.text[at] == '-'
	}
	from := at
	for at < len(s.text) && s.text[at]-'0' <= 9 && at < from+3 {
		e, at = e*10+int(s.text[at]-'0'), at+1
	}
	if at == from || digitAt(s.text, at) || at < len(s.text) && letter(s.text[at]) {
		return 0, k
	}
	if minus {
		e = -e
	}
	return e, at
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
