package numeral

import (
	"strings"

	"junheng/tools/balance"
)

// Quantity is one number in a text, with what belongs to it. Start, End, From
// and To are byte offsets.
type Quantity struct {
	Start, End int // the numeral with its 万, 亿 or %, without bounding words and unit
	From, To   int // the same with bounding words and unit

	Value float64 // 万 and 亿 expanded; a percentage stays as written
	Max   float64 // upper end of a range, otherwise Value
	Unit  string  // normalised: 名 → 人, 公分 → 厘米; empty when there is none
	Form  string  // the unit as written

	Comparator balance.Comparator
	Hedge      string // the bounding word as written: 不超过, 余
	Style      Style
	Bare       bool // no unit was written; Unit may be that of the next number in a series
}

// Range reports whether q has two ends.
func (q Quantity) Range() bool { return q.Max != q.Value }

// Raw is the numeral as it stands in the text that was scanned.
func (q Quantity) Raw(text string) string { return text[q.Start:q.End] }

// Style says how a numeral is written.
type Style uint8

const (
	Digits Style = iota // 38, ３８, 1.6万
	Hanzi               // 三十八, 叁拾捌
	Roman               // Ⅲ
)

// Scan returns the quantities of text in order. They do not overlap.
func Scan(text string) []Quantity { return Append(nil, text) }

// Append is Scan for callers that keep a buffer.
func Append(found []Quantity, text string) []Quantity {
	s := scanner{text: text, found: found, first: len(found)}
	for i := 0; i < len(text); {
		c := text[i]
		if c < 0x80 {
			if c-'0' <= 9 {
				i = s.quantity(i)
			} else {
				i++
			}
			continue
		}
		if c < 0xe0 || i+3 > len(text) {
			i++
			continue
		}
		// Every other sign of interest takes three bytes.
		r := rune(c&0x0f)<<12 | rune(text[i+1]&0x3f)<<6 | rune(text[i+2]&0x3f)
		if r == '半' && i >= s.last {
			i = s.alone(i)
		} else if opens(r) {
			i = s.quantity(i)
		} else {
			i += 3
			if c >= 0xf0 {
				i++
			}
		}
	}
	return s.found
}

// scanner is the state of one Scan. Words before and after a numeral are looked
// at within a fixed distance, so that the whole is linear.
type scanner struct {
	text  string
	found []Quantity
	first int // index of this text's first quantity
	last  int // end of the last numeral read, kept or not
}

// quantity reads what starts at i and returns where to go on.
func (s *scanner) quantity(i int) int {
	if sign(s.text, i) == 1 && sign(s.text, i+3) > 0 {
		return i + 3 // 找零十二元
	}
	n := s.numeral(i)
	if n.end <= i {
		_, w := after(s.text, i)
		return i + max(w, 1)
	}
	q := Quantity{Start: i, Value: n.value, Max: n.max, Style: n.style, Comparator: balance.Eq}
	end, ok := s.compose(&q, &n, n.end)
	q.End, q.To = end, end
	if ok {
		u := s.measure(&q, &n)
		if h := s.half(&q, u); h != nil {
			u = h
		}
		q.From = s.sign(&q)
		s.smaller(&q)
		if ok = s.keep(&q, &n, u); ok {
			s.bounds(&q, &n)
			s.series(q)
			s.found = append(s.found, q)
		}
		if q.End > end {
			end = q.End
		}
		if q.To > q.End && (ok || u != nil && u.Never) {
			end = q.To
		}
	}
	s.last = end
	return end
}

// measure takes the unit behind q, past 余 or 多.
func (s *scanner) measure(q *Quantity, n *number) *unit {
	j := q.End
	if q.Unit != "" || strings.HasSuffix(q.Form, "分之") {
		return nil
	}
	if r, w := after(s.text, j); n.infix == "" && n.style != Roman && (r == '余' || r == '多' || r == '来' || r == '几') {
		k := blank(s.text, j+w)
		u, _ := unitAt(s.text, k)
		c, _ := after(s.text, k)
		if u != nil && !u.Never || r == '余' && (c == 0 || c < 0x80 || c == '，' || c == '。' || c == '、') {
			n.infix, j = s.text[j:j+w], k
			if r == '几' && n.style == Hanzi { // 十几所, 二十几所
				q.Max = q.Value + 9
			}
			q.To = j
		}
	}
	k := blank(s.text, j)
	u, e := unitAt(s.text, k)
	if u != nil && s.text[k:e] == "块" && s.money(q, e) {
		u = yuan
	}
	if u == nil {
		q.Bare = true
		return nil
	}
	if !u.Never {
		e = per(s.text, e)
		q.Unit, q.Form = u.Name, s.text[k:e]
		if i := slash(q.Form); i > 0 {
			q.Unit += strings.ReplaceAll(q.Form[i:], "／", "/")
		}
	}
	q.To = e
	return u
}

func pointed(raw string) bool { return strings.ContainsAny(raw, ".。．·") }

// series gives the unit of q to the bare numbers right before it: 30、6和2所.
func (s *scanner) series(q Quantity) {
	if q.Unit == "" {
		return
	}
	from := q.From
	for k := len(s.found) - 1; k >= s.first; k-- {
		p := &s.found[k]
		if !p.Bare || p.Unit != "" || from < p.To {
			return
		}
		switch s.text[p.To:from] {
		case "、", "和", "与", "及", "、和", " 、", "但", "，但":
		case "，", ",":
			if pointed(p.Raw(s.text)) && !pointed(q.Raw(s.text)) { // 工程2.0，3750名
				return
			}
		default:
			return
		}
		p.Unit = q.Unit
		from = p.From
	}
}
