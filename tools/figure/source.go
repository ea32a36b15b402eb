package figure

import (
	"strings"
	"unicode/utf8"

	"junheng/tools/balance"
)

// place fills in where the figure stands.
func (w *walker) place(f *balance.Figure, it *item) {
	raw := it.Raw(w.text)
	from, to := w.from(it.From, comma), w.to(it.To, comma)
	from, to = near(w.text, from, to, it.Start, 360)
	to = max(to, it.To)
	for from < it.From && (w.text[from] == ' ' || strings.HasPrefix(w.text[from:], "\u3000")) {
		_, n := utf8.DecodeRuneInString(w.text[from:])
		from += n
	}
	for to > it.To && w.text[to-1] == ' ' {
		to--
	}
	start := w.at.points(w.text, from)
	f.Raw, f.RawStart = raw, utf8.RuneCountInString(w.text[from:it.Start])
	f.Source.Start, f.Source.Quote = start, w.text[from:to]
	f.Source.End = start + utf8.RuneCountInString(f.Source.Quote)
}

// subject is a short label: the words before the number back to the last break,
// or those behind it.
func (w *walker) subject(v window) string {
	from := max(v.from, w.from(v.at, opening))
	s := strings.TrimSpace(w.text[min(from, v.at):v.at])
	for changed := true; changed; {
		changed = false
		for _, t := range []string{"现有", "共有", "共", "有", "为", "达到", "达", "了", "是", "约", "仅", "只", "其中", "分别", "含", "和", "、", "的", "数", "高", "占", "各"} {
			if strings.HasSuffix(s, t) && len(s) > len(t) || s == t {
				s, changed = strings.TrimSuffix(s, t), true
			}
		}
	}
	s = strings.TrimPrefix(s, "其中")
	if s == "" {
		s = strings.TrimSpace(w.text[v.end:v.to])
	}
	if n := utf8.RuneCountInString(s); n > 24 {
		r := []rune(s)
		s = string(r[n-24:])
	}
	return s
}
