package figure

import (
	"strings"
	"unicode/utf8"

	"junheng/tools/balance"
)

// statements gathers what a paragraph says besides numbers: the problems named,
// the measures and documents, what is promised and what is foreseen.
func (w *walker) statements(p *balance.Paragraph) {
	if p.Text == "" {
		return
	}
	w.para, w.text = p, p.Text
	if len(w.qs) == 0 {
		w.breaks = cut(w.breaks[:0], w.text, nil)
		w.marks = w.lex.marks(w.marks[:0], w.text)
		w.dates = dates(w.dates[:0], w.text)
	}
	heading := 0
	for range p.Heading {
		_, n := utf8.DecodeRuneInString(w.text[heading:])
		heading += n
	}
	listed := false
	from := 0
	w.at = cursor{}
	for k := 0; k <= len(w.breaks); k++ {
		to := len(w.text)
		if k < len(w.breaks) {
			b := w.breaks[k]
			if b.sort != fullStop && (b.sort != semicolon && b.sort != colon || !pointed(w.text[b.end:])) {
				continue
			}
			to = b.end
		}
		if to > from {
			w.sentence(from, to, to <= heading || from == 0 && heading > 0, &listed)
		}
		from = to
	}
}

// sentence adds what text[from:to] says. listed becomes true once a sentence of
// an enumeration (一是…) was seen: then only such sentences are points.
func (w *walker) sentence(from, to int, heading bool, listed *bool) {
	for from < to && (w.text[from] == ' ' || strings.HasPrefix(w.text[from:], "\u3000")) {
		_, n := utf8.DecodeRuneInString(w.text[from:])
		from += n
	}
	text := w.text[from:to]
	if len(text) > 2400 {
		return
	}
	if n := utf8.RuneCountInString(text); n < 5 || n > 600 || strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：") {
		return
	}
	var roles role
	for _, m := range w.within(from, to) {
		roles |= m.roles
	}
	if roles&isAnnounced != 0 {
		return
	}
	point := pointed(text)
	*listed = *listed || point
	lead := heading || point || !*listed
	deep := !heading || w.depth() > 1
	if titles := w.documents(text, roles); len(titles) > 0 {
		w.say(balance.SaysDocument, from, to, strings.Join(titles, "、"))
	}
	if roles&isForecast != 0 && w.section.class != balance.ClassNext {
		w.say(balance.SaysForecast, from, to, brief(text))
	}
	switch w.section.class {
	case balance.ClassProblems:
		if lead && deep && roles&isProblem != 0 {
			w.say(balance.SaysProblem, from, to, brief(text))
		}
	case balance.ClassNext:
		if lead && deep && (heading || roles&isCommitment != 0) {
			w.say(balance.SaysCommitment, from, to, brief(text))
		}
	default:
		switch {
		case point && holdsOne(text, w.lex.problem.Missed):
			w.say(balance.SaysProblem, from, to, brief(text))
		case roles&isMeasure != 0 && (strings.Contains(text, "领导小组") || strings.Contains(text, "工作专班")) && !heading,
			w.section.class == balance.ClassMeasures && heading && deep && roles&(isMeasure|isCommitment) != 0,
			w.section.class == balance.ClassMeasures && point && roles&isMeasure != 0:
			w.say(balance.SaysMeasure, from, to, brief(text))
		}
	}
}

// depth is how many headings stand above.
func (w *walker) depth() int { return len(w.section.headings) }

// pointed reports whether a sentence is a point of an enumeration.
func pointed(text string) bool {
	if len(text) < 6 || text[3:6] != "是" && text[3:6] != "要" {
		return false
	}
	switch text[:3] {
	case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十":
		return true
	}
	return false
}

// documents lists the titles 《…》 a sentence says were issued.
func (w *walker) documents(text string, roles role) []string {
	if roles&isDocument == 0 {
		return nil
	}
	var titles []string
	issued := false // the title before was
	for rest := text; ; {
		i := strings.Index(rest, "《")
		if i < 0 {
			return titles
		}
		k := strings.Index(rest[i:], "》")
		if k < 0 {
			return titles
		}
		joined := issued && (rest[:i] == "" || rest[:i] == "和" || rest[:i] == "及" || rest[:i] == "、" || rest[:i] == "以及")
		if issued = joined || holdsOne(rest[max(0, i-90):i], issues); issued {
			titles = append(titles, rest[i:i+k+len("》")])
		}
		rest = rest[i+k+len("》"):]
	}
}

var issues = []string{"印发", "出台", "制定", "下发", "发布", "颁布", "制订", "修订", "转发", "通过"}

// say adds a statement.
func (w *walker) say(kind balance.StatementKind, from, to int, text string) {
	start := w.at.points(w.text, from)
	quote := w.text[from:to]
	s := balance.Statement{Kind: kind, Text: text, Indicator: w.touched(from, to), Source: balance.Source{
		File: w.file, Article: w.article.Number, Section: w.section.headings, Paragraph: w.para.Number,
		Start: start, End: start + utf8.RuneCountInString(quote), Quote: quote,
	}}
	if kind == balance.SaysCommitment || kind == balance.SaysForecast {
		for _, d := range w.dates {
			if d.start >= from && d.end <= to {
				s.Due = w.text[d.start:d.end]
			}
		}
		if s.Due == "" {
			s.Due = reaches(quote, w.lex.problem.Ahead)
		}
	}
	w.said = append(w.said, s)
}

// touched is the indicator whose alias a sentence holds at its longest.
func (w *walker) touched(from, to int) string {
	list := gather(w.list[:0], w.within(from, to), from, to, to, -1)
	w.list = list
	best, score := -1, 0
	for _, n := range list {
		for _, k := range w.byPart[n.part] {
			a := &w.aliases[k]
			if s, _, ok := w.score(a, list); ok && !a.standard && n.size > 3 && s > score && w.indicators[a.indicator].Theme != "基本情况" {
				best, score = a.indicator, s
			}
		}
	}
	if best < 0 {
		return ""
	}
	return w.indicators[best].ID
}

// brief is a sentence without its number, up to its first stop.
func brief(text string) string {
	text = strings.TrimSpace(text)
	if pointed(text) {
		_, n := utf8.DecodeRuneInString(text)
		text = text[n+len("是"):]
	} else if i := strings.IndexAny(text, "、.．)）"); i >= 0 && i <= 9 && strings.Trim(text[:i], "一二三四五六七八九十0123456789(（") == "" {
		_, n := utf8.DecodeRuneInString(text[i:])
		text = text[i+n:]
	}
	text = strings.TrimSpace(text)
	if i := firstStop(text); i > 0 {
		text = text[:i]
	}
	if r := []rune(text); len(r) > 60 {
		text = string(r[:59]) + "…"
	}
	return text
}
