package figure

import (
	"strings"
	"unicode/utf8"

	"junheng/tools/balance"
)

// touch gives a statement in which no indicator is named that of the first
// figure of its own sentence: 在校生不足50人的教学点46个 is about what it counts.
// Plain counts of the district (基本情况) are not what a sentence is about.
func (w *walker) touch() {
	at := 0
	for i := range w.said {
		s := &w.said[i]
		if s.Indicator != "" {
			continue
		}
		for at > 0 && !earlier(w.figures[at-1].Source, s.Source) {
			at--
		}
		for at < len(w.figures) && earlier(w.figures[at].Source, s.Source) {
			at++
		}
		for k := at; k < len(w.figures); k++ {
			f := &w.figures[k]
			if f.Source.Article != s.Source.Article || f.Source.Paragraph != s.Source.Paragraph {
				break
			}
			if here := f.Source.Start + f.RawStart; here < s.Source.Start || here >= s.Source.End || f.Kind == balance.Limit || f.Indicator == "" {
				continue
			}
			if w.about(f.Indicator) {
				s.Indicator = f.Indicator
				break
			}
		}
	}
}

// earlier reports whether a paragraph stands before another.
func earlier(a, b balance.Source) bool {
	return a.Article < b.Article || a.Article == b.Article && a.Paragraph < b.Paragraph
}

// about reports whether a sentence can be about an indicator.
func (r *Reader) about(id string) bool {
	for i := range r.indicators {
		if ind := &r.indicators[i]; ind.ID == id {
			return ind.Theme != "基本情况" && ind.Kind != balance.Limit
		}
	}
	return false
}

// reaches is how far a promise or forecast reaches that names no year: 三年内,
// 未来3年内, as written.
func reaches(text string, ends []string) string {
	const numerals = "0123456789０１２３４５６７８９一二两三四五六七八九十"
	for _, end := range ends {
		i := strings.Index(text, end)
		if i < 0 {
			continue
		}
		from := i
		for from > 0 {
			r, n := utf8.DecodeLastRuneInString(text[:from])
			if !strings.ContainsRune(numerals, r) {
				break
			}
			from -= n
		}
		if from == i || i-from > 9 {
			continue
		}
		for _, lead := range []string{"未来", "今后"} {
			if strings.HasSuffix(text[:from], lead) {
				from -= len(lead)
			}
		}
		return text[from : i+len(end)]
	}
	return ""
}

// firstStop is where the first clause ends, in bytes; -1 where none does. A 。
// between digits is a decimal point.
func firstStop(text string) int {
	for i, r := range text {
		if !strings.ContainsRune("。；;！", r) {
			continue
		}
		if r == '。' && i > 0 && i+len("。") < len(text) && digit(text[i-1]) && digit(text[i+len("。")]) {
			continue
		}
		return i
	}
	return -1
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

func holdsOne(s string, list []string) bool {
	for _, w := range list {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
