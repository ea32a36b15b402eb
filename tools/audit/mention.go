package audit

import (
	"math"
	"slices"
	"sort"
	"unicode/utf8"

	"junheng/tools/balance"
)

// mention is a figure with the words around it. Places are in bytes.
type mention struct {
	*balance.Figure
	paragraph  int // index into Article.Paragraphs
	start, end int // the numeral in the paragraph
	sentence   int
	depth      int    // brackets around it
	bracket    int    // where the innermost opens, or -1
	before     string // what names it: back to the number, comma or bracket before
	after      string // up to the next comma, bracket or number
	slack      float64
	called     string // what name found, kept
	hedged     int8   // what exact found, kept: 1 yes, -1 no
}

// article is one article prepared for auditing.
type article struct {
	*balance.Article
	lines [][]*mention // of each paragraph, in order; table cells left out
	cells []*mention
	all   []*mention // of all paragraphs
	out   []found
	run   []*mention // room for listSums
	marks []clause   // room for saidTwice
}

// newArticle prepares src. figs are those of all articles, in reading order.
func newArticle(src *balance.Article, figs []balance.Figure) *article {
	a := &article{Article: src, lines: make([][]*mention, len(src.Paragraphs))}
	from := sort.Search(len(figs), func(i int) bool { return figs[i].Source.Article >= src.Number })
	to := sort.Search(len(figs), func(i int) bool { return figs[i].Source.Article > src.Number })
	list := make([]*mention, 0, to-from)
	var at cursor
	for figs = figs[from:to]; len(figs) > 0; {
		i, n := figs[0].Source.Paragraph-1, 1
		for n < len(figs) && figs[n].Source.Paragraph == i+1 {
			n++
		}
		here := figs[:n]
		figs = figs[n:]
		if i < 0 || i >= len(src.Paragraphs) || n > maxLine && src.Paragraphs[i].Table == nil {
			continue // no prose has so many; relating all to all would take too long
		}
		ms := make([]mention, n)
		for k := range ms {
			m := &ms[k]
			*m = mention{Figure: &here[k], paragraph: i, bracket: -1, slack: slack(&here[k])}
			if m.Source.Table > 0 {
				a.cells = append(a.cells, m)
				continue
			}
			if m.start = at.find(a.text(m), i, m.Source.Start+m.RawStart); m.start < 0 {
				continue
			}
			if m.end = m.start + len(m.Raw); m.end <= len(a.text(m)) {
				list = append(list, m)
			}
		}
	}
	for len(list) > 0 {
		i, n := list[0].paragraph, 1
		for n < len(list) && list[n].paragraph == i {
			n++
		}
		line := list[:n:n]
		list = list[n:]
		if len(a.all) > maxAll {
			continue
		}
		slices.SortStableFunc(line, func(x, y *mention) int { return x.start - y.start })
		around(a.Paragraphs[i].Text, line)
		a.lines[i], a.all = line, append(a.all, line...)
	}
	return a
}

// cursor turns code points of a paragraph into bytes, mostly going forward.
type cursor struct{ paragraph, points, bytes int }

// find returns the byte at which the n-th code point begins, or -1.
func (c *cursor) find(text string, paragraph, n int) int {
	if c.paragraph != paragraph || n < c.points {
		*c = cursor{paragraph: paragraph}
	}
	for c.points < n {
		if c.bytes >= len(text) {
			return -1
		}
		_, w := utf8.DecodeRuneInString(text[c.bytes:])
		c.bytes, c.points = c.bytes+w, c.points+1
	}
	return c.bytes
}

// The most figures of a paragraph and of an article that are related.
const (
	maxLine = 300
	maxAll  = 3000
)

// around fills in sentences, brackets and the words beside each number of a
// paragraph. ms are in order.
func around(text string, ms []*mention) {
	var stack []int
	sentence := 0
	mark := 0 // where the words before the next number begin
	for i, next := 0, 0; next < len(ms); {
		m := ms[next]
		if m.start <= i {
			m.sentence, m.depth, m.bracket = sentence, len(stack), last(stack)
			if m.start < i && next > 0 { // one number named twice by 分别
				m.before, m.after = ms[next-1].before, ms[next-1].after
				next++
				continue
			}
			to := min(len(text), m.end+48)
			if next+1 < len(ms) && ms[next+1].start > m.start {
				to = max(m.end, min(to, ms[next+1].start))
			}
			m.before, m.after = text[mark:m.start], nextTo(text, m.end, to)
			next++
			mark, i = m.end, m.end
			continue
		}
		w, does := sign(text, i)
		switch does {
		case opens:
			stack = append(stack, i)
			mark = i + w
		case closes:
			if len(stack) > 0 {
				stack = stack[:len(stack)-1]
			}
			mark = max(mark, i+w)
		case commas:
			stops := stop(text, i) > 0
			if s := text[i : i+w]; stops || s == "：" || s == ":" || s == "、" {
				mark = i + w
				if s == "。" || s == "！" || s == "？" {
					sentence++
				}
			}
		}
		i += max(w, 1)
	}
}

// nextTo is text[from:to] up to the first sign that divides.
func nextTo(text string, from, to int) string {
	end := from
	for end < to {
		if w, _ := sign(text, end); w > 0 {
			break
		}
		end++
	}
	for end > from && end < len(text) && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[from:end]
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
func slack(f *balance.Figure) float64 {
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
	return a.text(x)[x.end:y.start]
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
	if m.hedged == 0 {
		m.hedged = 1
		if m.Comparator == balance.Eq && !m.Approx && m.ValueMax == nil && !holdsAny(m.before, words.Hedge) {
			m.hedged = -1
		}
	}
	return m.hedged < 0
}
