package figure

import (
	"strings"
	"unicode/utf8"

	"junheng/tools/balance"
	"junheng/tools/numeral"
)

// judge fills items with the quantities of the paragraph that state something
// by themselves. Thresholds that qualify another quantity, age bands, spans of
// time and bare numbers without a meaning are left out.
func (w *walker) judge() {
	w.items, w.limits = w.items[:0], w.limits[:0]
	for k := range w.qs {
		w.orBound(k)
		w.rowBound(k)
	}
	for k := range w.qs {
		q := w.qs[k]
		if q.Style == wordStyle {
			w.items = append(w.items, item{Quantity: &w.qs[k], word: true})
			continue
		}
		r := w.rest(k)
		switch {
		case w.duration(q, r), w.age(q, r), q.Unit == "" && !w.bare(k, q), w.each(q):
			continue
		case w.qualifies(k, q, r):
			w.limits = append(w.limits, span{q.From, q.To})
			continue
		}
		w.items = append(w.items, item{Quantity: &w.qs[k]})
	}
}

// rest is the text behind quantity k to the next break or quantity.
func (w *walker) rest(k int) string {
	q := w.qs[k]
	to := w.to(q.To, listMark)
	if k+1 < len(w.qs) {
		to = min(to, w.qs[k+1].From)
	}
	_, to = near(w.text, q.To, max(to, q.To), q.To, 120)
	return w.text[q.To:to]
}

// duration reports a span of time, which says when rather than how much.
func (w *walker) duration(q numeral.Quantity, rest string) bool {
	switch q.Unit {
	case "个月", "天":
		return q.Style != numeral.Digits || q.Comparator != balance.Le && q.Comparator != balance.Ge || strings.HasPrefix(w.text[q.End:], "以") // but 不得超过3个月
	case "年", "周", "学期":
		return true
	case "学时":
		return strings.HasSuffix(w.text[:q.From], "年") // 5年360学时培训
	case "级":
		return q.Style == numeral.Hanzi
	}
	return false
}

// age reports an age that says who is counted: 30岁以下教师.
func (w *walker) age(q numeral.Quantity, rest string) bool {
	if q.Unit != "岁" {
		return false
	}
	left := w.left(q.From, 36)
	if strings.Contains(left, "平均年龄") {
		return false
	}
	return q.Range() || rest != "" || q.Comparator == balance.Eq
}

// each reports a denominator: 每100名学生.
func (w *walker) each(q numeral.Quantity) bool { return strings.HasSuffix(w.text[:q.From], "每") }

// left is the text of at most n bytes before i, in the same sentence.
func (w *walker) left(i, n int) string {
	from, _ := near(w.text, w.from(i, semicolon), i, i, n)
	return w.text[from:i]
}

// qualifies reports a threshold that says what is counted by the quantity
// behind it (超过45人的班级有327个) or before it (有2所小学平均班额超过60人).
func (w *walker) qualifies(k int, q numeral.Quantity, rest string) bool {
	if q.Comparator == balance.Eq && !q.Range() || q.Comparator == balance.Approx || q.Unit == "%" {
		return false
	}
	left := w.left(q.From, 60)
	for _, t := range w.lex.qualified.Clears {
		if strings.Contains(left, t) {
			return false
		}
	}
	tail := strings.TrimPrefix(rest, "的")
	if tail != rest && w.counted(tail) && !strings.HasPrefix(tail, "占") && q.Style == numeral.Digits && (k+1 == len(w.qs) || w.to(q.To, comma) < w.qs[k+1].From) {
		return true // 50人以上的教学点逐一核对
	}
	if w.counted(tail) && k+1 < len(w.qs) {
		next := w.qs[k+1]
		stop := w.to(q.To, semicolon)
		gap := w.text[q.To:max(q.To, min(next.From, stop))]
		if next.From <= stop && len(gap) < 90 && next.Comparator == balance.Eq && (tail != rest || !strings.ContainsAny(gap, "，,、")) && counts(next) {
			return true
		}
	}
	if k > 0 {
		prev := w.qs[k-1]
		between := w.text[prev.To:max(q.From, prev.To)]
		if prev.To <= q.From && w.from(q.From, listMark) <= prev.To && strings.Contains("所个家校", orDash(prev.Unit)) && utf8.RuneCountInString(between) >= 2 && len(between) < 60 && q.Unit != prev.Unit {
			return rest == "" || w.counted(tail)
		}
	}
	return false
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func counts(q numeral.Quantity) bool {
	switch q.Unit {
	case "所", "个", "班", "%", "人", "间", "家", "":
		return true
	}
	return false
}

// counted reports whether text begins with something that thresholds qualify.
func (w *walker) counted(text string) bool {
	for _, t := range w.lex.qualified.Words {
		if strings.HasPrefix(text, t) {
			return true
		}
	}
	return false
}

// bare reports whether a number without a unit states something: a coefficient,
// or a count whose noun implies its unit; in short lines everything does.
func (w *walker) bare(k int, q numeral.Quantity) bool {
	if q.Form != "" && q.Unit == "" { // 三分之一, 3/4
		return q.Style == numeral.Hanzi || strings.ContainsRune("的左，。", nextRune(w.text, q.To)) || w.short()
	}
	left := w.left(q.From, 45)
	next := nextRune(w.text, q.To)
	ended := q.To == len(w.text) || strings.ContainsRune("，。；、,;)）：:！!？? ”的和与及下降缩提上升至到之", next)
	raw := q.Raw(w.text)
	if k > 0 && len(w.items) > 0 && w.items[len(w.items)-1].To == w.qs[k-1].To && w.qs[k-1].Unit == "" && q.From >= w.qs[k-1].To {
		switch strings.TrimPrefix(w.text[w.qs[k-1].To:q.From], "分别") {
		case "、", "和", "与", "及", "，", ",", "下降到", "下降至", "降到", "降至", "降为", "提高到", "缩小到", "缩小至", "上升到", "变为":
			return true // 分别由0.46、0.39下降到0.35、0.28
		}
	}
	point := strings.ContainsAny(raw, ".。．点·")
	switch {
	case w.impliedUnit(q.From, q.To) != "":
		return true
	case point && ended && (strings.Contains(left, "系数") || strings.Contains(left, "比") || strings.Contains(left, "率") || strings.Contains(left, "值") || strings.Contains(left, "指数") || q.Comparator != balance.Eq):
		return true
	case ended && w.short() && len(w.qs) <= 4 && !endsIn(strings.TrimRight(left, "：: "), codes):
		return true
	}
	return false
}

func endsIn(text string, list []string) bool {
	for _, t := range list {
		if strings.HasSuffix(text, t) {
			return true
		}
	}
	return false
}

// short reports a line too short to be prose.
func (w *walker) short() bool {
	return len(w.text) <= 90 && utf8.RuneCountInString(w.text) <= 30 && w.section.index <= 0
}

func nextRune(text string, i int) rune {
	r, _ := utf8.DecodeRuneInString(text[min(i, len(text)):])
	return r
}

// wordStyle marks a zero that is said in a word.
const wordStyle numeral.Style = 99

// zeros puts the words that say zero among the quantities.
func (w *walker) zeros(qs []numeral.Quantity) []numeral.Quantity {
	word := w.lex.zero.Word
	if !strings.Contains(w.text, word) {
		return qs
	}
	var all []numeral.Quantity
	for i := 0; ; {
		k := strings.Index(w.text[i:], word)
		if k < 0 {
			return append(all, qs...)
		}
		q := numeral.Quantity{Start: i + k, End: i + k + len(word), From: i + k, To: i + k + len(word), Comparator: balance.Eq, Style: wordStyle}
		for len(qs) > 0 && qs[0].Start < q.Start {
			all, qs = append(all, qs[0]), qs[1:]
		}
		for len(qs) > 0 && qs[0].Start < q.End { // the 零 in it
			qs = qs[1:]
		}
		all, i = append(all, q), q.End
	}
}
