package figure

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// dates finds the dates and periods of text, as written: 20__年12月, 到20__年,
// 近年来, “__五”期间.
func dates(found []span, text string) []span {
	for i := 0; i < len(text); {
		k := strings.Index(text[i:], "年")
		if k < 0 {
			break
		}
		at := i + k
		i = at + len("年")
		from := yearStart(text, at, max(0, at-48))
		if from == at {
			continue
		}
		end := i
		for more := true; more; {
			more = false
			for _, t := range []string{"度", "以来", "底", "末", "初", "年底", "春季学期", "秋季学期", "春季", "秋季", "春", "秋", "上半年", "下半年", "学年", "期间", "前", "月", "日", "份", "止", "起"} {
				if strings.HasPrefix(text[end:], t) {
					end, more = end+len(t), true
				}
			}
			d := end
			for d < len(text) && text[d]-'0' <= 9 {
				d++
			}
			if d > end && (strings.HasPrefix(text[d:], "月") || strings.HasPrefix(text[d:], "日")) {
				end, more = d, true
			}
		}
		for _, t := range []string{"截至到", "截止到", "截至", "截止", "直至", "至", "到", "自", "从"} {
			if strings.HasSuffix(text[:from], t) {
				from -= len(t)
				break
			}
		}
		if n := len(found); n > 0 && found[n-1].end >= from {
			from = min(from, found[n-1].start)
			found = found[:n-1]
		}
		found = append(found, span{from, end})
		i = end
	}
	return found
}

// yearStart returns where the year that ends at i begins: digits, redactions,
// and what joins two years.
func yearStart(text string, i, least int) int {
	from := i
	for from > least {
		c := text[from-1]
		switch {
		case c-'0' <= 9, c == '_', c == 'X', c == 'x', c == '-', c == '*':
			from--
			continue
		}
		ok := false
		for _, t := range []string{"和", "、", "—", "–", "～", "至", "×", "〇", "○", "□", "二", "一", "三", "四", "五", "六", "七", "八", "九", "零"} {
			if strings.HasSuffix(text[:from], t) && from-len(t) >= least {
				from, ok = from-len(t), true
				break
			}
		}
		if !ok {
			break
		}
	}
	for _, t := range []string{"和", "、", "—", "–", "～", "至", "-"} {
		for strings.HasPrefix(text[from:i], t) {
			from += len(t)
		}
	}
	if s := text[from:i]; !strings.Contains(s, "__") && !strings.HasPrefix(s, "20") && !strings.HasPrefix(s, "19") && (!strings.HasPrefix(s, "二") || len(s) < 12) {
		return i
	}
	return from
}

// period is the last one named before the figure in its sentence.
func (w *walker) period(v window, marks []mark) string {
	best := span{-1, -1}
	for _, d := range w.datesIn(v.from, v.at) {
		best = d
	}
	for _, m := range marks {
		if m.roles&namesPeriod == 0 || m.end > v.at || m.start < best.end || m.text == "现" && w.follows(m.start, "发实出表体呈再展涌") {
			continue
		}
		best = span{m.start, m.end}
		if m.text == "现有" {
			best.end = m.start + len("现")
		}
		if strings.HasSuffix(m.text, "期间") {
			left := w.text[max(v.from, m.start-30):m.start]
			if o := strings.LastIndex(left, "“"); o >= 0 {
				best.start = m.start - len(left) + o
			}
		}
	}
	if best.start >= 0 {
		w.carry.period = w.text[best.start:best.end]
	}
	return w.carry.period
}

// follows reports that one of signs stands right before i.
func (w *walker) follows(i int, signs string) bool {
	r, _ := utf8.DecodeLastRuneInString(w.text[:i])
	return strings.ContainsRune(signs, r)
}

// datesIn returns the dates within [from, to).
func (w *walker) datesIn(from, to int) []span {
	i := sort.Search(len(w.dates), func(i int) bool { return w.dates[i].start >= from })
	j := i
	for j < len(w.dates) && w.dates[j].end <= to {
		j++
	}
	return w.dates[i:j]
}
