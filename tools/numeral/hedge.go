package numeral

import (
	"strings"

	"junheng/tools/balance"
)

// bounds reads the words before and after a quantity that bound it. The one
// behind decides when both are there.
func (s *scanner) bounds(q *Quantity, n *number) {
	i := q.From
	table := &words.before
	if n.lone {
		table = &words.lone
	}
	at := i
	if b, w := before(s.text, i); b == ' ' {
		at -= w
	}
	if f, ok := findBefore(table, s.text, at); ok && at-len(f.text) >= s.last && f.cmp != balance.Eq {
		if f.text != "超" || q.Value < 100 || q.Value == float64(int(q.Value/10)*10) { // 超6982人 says by how much
			q.Comparator, q.Hedge, q.From = f.cmp, f.text, at-len(f.text)
		}
	}
	if q.Hedge == "" && !n.lone {
		if v, ok := findBefore(&words.between, s.text, at); ok && at-len(v.text) >= s.last { // 最多招收45人
			if f, ok := findBefore(&words.before, s.text, at-len(v.text)); ok && at-len(v.text)-len(f.text) >= s.last && (f.cmp == balance.Ge || f.cmp == balance.Le) {
				q.Comparator, q.Hedge = f.cmp, f.text
			}
		}
	}
	if v, ok := findBefore(&words.whose, s.text, at); ok && q.Hedge == "" && at-len(v.text) >= s.last { // 超过省定2000元
		if f, ok := findBefore(&words.before, s.text, at-len(v.text)); ok && at-len(v.text)-len(f.text) >= s.last && f.cmp != balance.Eq && f.cmp != balance.Approx {
			q.Comparator, q.Hedge = f.cmp, f.text
		}
	}
	if q.Hedge == "" && (q.Unit == "%" || q.Unit == "倍") && strings.HasSuffix(s.text[:q.From], "的") {
		if f, ok := s.based(q.From); ok {
			q.Comparator, q.Hedge = f.cmp, f.text
		}
	}
	if f, ok := find(&words.after, s.text, q.To); ok {
		if r, _ := after(s.text, q.To+len(f.text)); f.text != "余" && f.text != "许" && f.text != "多" || r == '的' || r < 0x2e80 || r > 0xff00 || r == '，' || r == '。' {
			q.Comparator, q.Hedge, q.To = f.cmp, f.text, q.To+len(f.text)
		}
	}
	if n.infix != "" && q.Hedge == "" {
		q.Comparator, q.Hedge = balance.Gt, n.infix
	}
}

// based finds the bound before the base of a share: 不低于公用经费总额的5%. It
// looks back within the clause, past no other number.
func (s *scanner) based(i int) (form, bool) {
	for n := 0; n < 20 && i > s.last; n++ {
		r, w := before(s.text, i)
		if r < 0x2e80 || strings.ContainsRune("，。；、：（）", r) {
			break
		}
		if f, ok := findBefore(&words.before, s.text, i); ok && len(f.text) > 3 && f.cmp != balance.Eq && f.cmp != balance.Approx && i-len(f.text) >= s.last {
			return f, true
		}
		i -= w
	}
	return form{}, false
}

// sign takes a minus or a currency before the numeral.
func (s *scanner) sign(q *Quantity) int {
	if c, ok := findBefore(&words.money, s.text, q.Start); ok && q.Start-len(c.text) >= s.last {
		if q.Unit == "" {
			q.Unit, q.Form, q.Bare = c.unit.Name, c.text, false
		}
		return q.Start - len(c.text)
	}
	r, w := before(s.text, q.Start)
	switch r {
	case '负', '−', '-', '－':
		p, _ := before(s.text, q.Start-w)
		signed := r == '负' || q.Unit == "%" || q.Unit == "摄氏度" || p == 0 || p == ' ' || p == '为' || p == '：' || p == '（' || p == '('
		if !signed || p >= '0' && p <= 'z' || q.Start-w < s.last {
			return q.Start
		}
		q.Start -= w
		q.Value, q.Max = -q.Max, -q.Value
	case '+', '＋':
		if p, _ := before(s.text, q.Start-w); q.Unit == "%" && q.Start-w >= s.last && (p == 0 || p > 0x2e80 || p == ' ' || p == '(') {
			q.Start -= w
		}
	case '下':
		if at := q.Start - len("零下"); (q.Unit == "摄氏度" || q.Unit == "度") && strings.HasSuffix(s.text[:q.Start], "零下") && q.Value >= 0 {
			q.Start = at
			q.Value, q.Max = -q.Max, -q.Value
		}
	}
	return q.Start
}
