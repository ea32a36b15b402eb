package audit

import (
	"math"
	"sort"
	"strings"

	"junheng/tools/balance"
)

// mention is a figure with the words around it.
type mention struct {
	balance.Figure
	paragraph  int // index into Article.Paragraphs
	start, end int // code points of the numeral in the paragraph
	sentence   int
	depth      int    // brackets around it
	bracket    int    // where the innermost opens, or -1
	before     string // what names it: back to the number, comma or bracket before
	after      string // up to the next comma, bracket or number
	slack      float64
	called     string // what name found, kept
	near       string // what nearBefore found, kept
}

// article is one article prepared for auditing.
type article struct {
	*balance.Article
	texts [][]rune     // of each paragraph
	lines [][]*mention // of each paragraph, in order; table cells left out
	cells []*mention
	all   []*mention // of all paragraphs
	out   []found
}

func newArticle(src *balance.Article, figs []balance.Figure) *article {
	a := &article{Article: src, texts: make([][]rune, len(src.Paragraphs)), lines: make([][]*mention, len(src.Paragraphs))}
	for i, p := range src.Paragraphs {
		a.texts[i] = []rune(p.Text)
	}
	for _, f := range figs {
		i := f.Source.Paragraph - 1
		if f.Source.Article != src.Number || i < 0 || i >= len(a.texts) {
			continue
		}
		m := &mention{Figure: f, paragraph: i, bracket: -1, slack: slack(f)}
		if f.Source.Table > 0 {
			a.cells = append(a.cells, m)
			continue
		}
		m.start = f.Source.Start + f.RawStart
		m.end = m.start + len([]rune(f.Raw))
		if m.start < 0 || m.end > len(a.texts[i]) {
			continue
		}
		a.lines[i] = append(a.lines[i], m)
	}
	for i := range a.lines {
		if len(a.lines[i]) == 0 {
			continue
		}
		if len(a.lines[i]) > maxLine || len(a.all) > maxAll {
			a.lines[i] = nil // no prose has so many; relating all to all would take too long
			continue
		}
		sort.SliceStable(a.lines[i], func(x, y int) bool { return a.lines[i][x].start < a.lines[i][y].start })
		around(a.texts[i], a.lines[i])
		a.all = append(a.all, a.lines[i]...)
	}
	return a
}

// The most figures of a paragraph and of an article that are related.
const (
	maxLine = 300
	maxAll  = 3000
)

const (
	opens  = "(（[【〔"
	closes = ")）]】〕"
	commas = "，,；;：:、。！？"
)

// around fills in sentences, brackets and the words beside each number of a
// paragraph. ms are in order.
func around(text []rune, ms []*mention) {
	var stack []int
	sentence, next := 0, 0
	mark := 0 // where the words before the next number begin
	for i := 0; i < len(text); i++ {
		for next < len(ms) && ms[next].start < i { // one number named twice by 分别
			ms[next].sentence, ms[next].depth, ms[next].bracket = sentence, len(stack), last(stack)
			if next > 0 {
				ms[next].before, ms[next].after = ms[next-1].before, ms[next-1].after
			}
			next++
		}
		if next < len(ms) && ms[next].start == i {
			m := ms[next]
			m.sentence, m.depth, m.bracket = sentence, len(stack), last(stack)
			m.before = string(text[mark:i])
			end := m.end
			for end < len(text) && end < m.end+16 && !strings.ContainsRune(opens+closes+commas, text[end]) && (next+1 == len(ms) || ms[next+1].start <= m.start || end < ms[next+1].start) {
				end++
			}
			m.after = string(text[m.end:end])
			next++
			mark = m.end
			i = m.end - 1
			continue
		}
		r := text[i]
		if r >= 0x4E00 && r <= 0x9FFF {
			continue
		}
		switch {
		case strings.ContainsRune(opens, r):
			stack = append(stack, i)
			mark = i + 1
		case strings.ContainsRune(closes, r):
			if len(stack) > 0 {
				stack = stack[:len(stack)-1]
			}
			mark = max(mark, i+1)
		case strings.ContainsRune(commas, r):
			if r == '：' || r == ':' || r == '、' || stops(text, i) {
				mark = i + 1
			}
			if strings.ContainsRune("。！？", r) && stops(text, i) {
				sentence++
			}
		}
	}
	for ; next > 0 && next < len(ms); next++ {
		ms[next].sentence, ms[next].depth, ms[next].bracket = sentence, len(stack), last(stack)
		ms[next].before = ms[next-1].before
	}
}

func last(stack []int) int {
	if len(stack) == 0 {
		return -1
	}
	return stack[len(stack)-1]
}

// slack is how far a printed number may lie from the true one: half of its
// last digit where it is written with decimals, as a percentage, or in 万 and
// 亿 (in the numeral, the unit or a table's header), else nothing.
func slack(f balance.Figure) float64 {
	n, decimals := number(f.Raw)
	if n == 0 {
		return 0
	}
	scale := math.Abs(f.Value) / n
	if decimals == 0 && scale < 1.5 && f.Unit != "%" {
		return 0
	}
	return scale * math.Pow(10, -float64(decimals)) / 2
}

// number reads the digits and the decimal point of a numeral, without its
// multipliers: 307。5837万 is 307.5837, with 4 decimals.
func number(raw string) (v float64, decimals int) {
	point := false
	for _, r := range raw {
		if r >= '０' && r <= '９' {
			r -= '０' - '0'
		}
		switch {
		case r >= '0' && r <= '9':
			v = v*10 + float64(r-'0')
			if point {
				decimals++
			}
		case r == '.' || r == '。' || r == '．':
			point = true
		}
	}
	return v / math.Pow(10, float64(decimals)), decimals
}

// between is the text from the end of x to the start of y.
func (a *article) between(x, y *mention) string {
	if x.paragraph != y.paragraph || x.end >= y.start {
		return ""
	}
	return string(a.texts[x.paragraph][x.end:y.start])
}

// kindOfUnit groups the counters that texts use for one another.
func kindOfUnit(unit string) string {
	switch unit {
	case "所", "间", "个", "家", "处":
		return "所"
	case "名", "位":
		return "人"
	}
	return unit
}

func round(v float64) float64 { return math.Round(v*1e6) / 1e6 }

// counts tells schools, which are counted in 所, from classes and places.
func (m *mention) counts() string {
	if m.Unit == "个" || m.Unit == "班" {
		return "个"
	}
	return kindOfUnit(m.Unit)
}

// exact reports a figure that is stated without a hedge.
func (m *mention) exact() bool {
	return m.Comparator == balance.Eq && !m.Approx && m.ValueMax == nil && !holdsAny(m.before, words.Hedge)
}

// stops reports whether text[i] ends a clause: a comma or full stop that
// stands in no number (2。8, 1,234).
func stops(text []rune, i int) bool {
	if !strings.ContainsRune("，,；;。！？", text[i]) {
		return false
	}
	return !(strings.ContainsRune("。,，", text[i]) && i > 0 && i+1 < len(text) && isDigit(text[i-1]) && isDigit(text[i+1]))
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// quote is the clause that holds a number, with the bracket it opens.
func (a *article) quote(m *mention) string {
	if m.Source.Table > 0 {
		return m.Source.Quote
	}
	text := a.texts[m.paragraph]
	from, to, depth := m.start, m.end, 0
	for from > 0 && m.start-from < 60 && !stops(text, from-1) && !(from == m.bracket+1) {
		from--
	}
	for ; to < len(text) && to-m.end < 100; to++ {
		if strings.ContainsRune(opens, text[to]) {
			depth++
		} else if strings.ContainsRune(closes, text[to]) {
			if depth--; depth < 0 {
				break
			}
		} else if depth == 0 && stops(text, to) {
			break
		}
	}
	return strings.TrimSpace(string(text[from:to]))
}
