package audit

import (
	"strings"
	"unicode/utf8"
)

// What a sign does that divides text.
const (
	opens  = '('
	closes = ')'
	commas = ','
)

// sign returns the width in bytes of the sign at i that divides text, and what
// it does; a character of a word has width 0.
func sign(text string, i int) (width int, does byte) {
	switch c := text[i]; {
	case c < utf8.RuneSelf:
		switch c {
		case '(', '[':
			return 1, opens
		case ')', ']':
			return 1, closes
		case ',', ';', ':':
			return 1, commas
		}
	case (c == 0xe3 || c == 0xef) && i+3 <= len(text):
		switch text[i : i+3] {
		case "【", "〔", "（":
			return 3, opens
		case "】", "〕", "）":
			return 3, closes
		case "、", "。", "，", "；", "：", "！", "？":
			return 3, commas
		}
	}
	return 0, 0
}

// stop returns the width of the sign at i that ends a clause, or 0: a comma or
// full stop that stands in no number (2。8, 1,234).
func stop(text string, i int) int {
	w, does := sign(text, i)
	if does != commas {
		return 0
	}
	switch text[i : i+w] {
	case ":", "：", "、":
		return 0
	case ",", "。", "，":
		if digitEnds(text, i) && digitBegins(text, i+w) {
			return 0
		}
	}
	return w
}

// clauseStart is where the clause before at begins, at most most bytes back.
func clauseStart(text string, at, most int) int {
	least := max(0, at-most)
	for i := at - 1; i >= least; i-- {
		if w := stop(text, i); w > 0 {
			return i + w
		}
	}
	for least < at && !utf8.RuneStart(text[least]) {
		least++
	}
	return least
}

// clauseEnd is where the clause that goes on at at ends.
func clauseEnd(text string, at int) int {
	for at < len(text) && stop(text, at) == 0 {
		at++
	}
	return at
}

func digitBegins(text string, i int) bool {
	return i < len(text) && (text[i]-'0' <= 9 || wideDigit(text, i))
}

func digitEnds(text string, i int) bool {
	return i > 0 && (text[i-1]-'0' <= 9 || i >= 3 && wideDigit(text, i-3))
}

func wideDigit(text string, i int) bool {
	return i+3 <= len(text) && text[i] == 0xef && text[i+1] == 0xbc && text[i+2]-0x90 <= 9
}

// text is the paragraph m stands in.
func (a *article) text(m *mention) string { return a.Paragraphs[m.paragraph].Text }

// clause is the piece between stops around a number; a colon begins one too.
func (a *article) clause(m *mention) string {
	text := a.text(m)
	from := clauseStart(text, m.start, m.start)
	for _, colon := range []string{"：", ":"} {
		if i := strings.LastIndex(text[from:m.start], colon); i >= 0 {
			from += i + len(colon)
		}
	}
	return text[from:clauseEnd(text, m.end)]
}

// nearBefore is what stands before a number back to the stop, brackets and
// all: 义务教育学校(村完小以上).
func (a *article) nearBefore(m *mention) string {
	text := a.text(m)
	return text[clauseStart(text, m.start, 120):m.start]
}

// sentence is the sentence a number stands in.
func (a *article) sentence(m *mention) string {
	text := a.text(m)
	from, to := m.start, m.end
	for from > 0 && !(stop(text, from-1) == 3 && text[from-1:from+2] == "。") {
		from--
	}
	if from > 0 {
		from += len("。") - 1
	}
	for to < len(text) && !(stop(text, to) == 3 && text[to:to+3] == "。") {
		to++
	}
	return text[from:to]
}

// quote is the clause that holds a number, with the bracket it opens.
func (a *article) quote(m *mention) string {
	if m.Source.Table > 0 {
		return m.Source.Quote
	}
	text := a.text(m)
	from := clauseStart(text, m.start, 180)
	if m.bracket >= from {
		w, _ := sign(text, m.bracket)
		from = m.bracket + w
	}
	to, depth := m.end, 0
	for to < len(text) && to-m.end < 300 {
		w, does := sign(text, to)
		if does == opens {
			depth++
		} else if does == closes {
			if depth--; depth < 0 {
				break
			}
		} else if depth == 0 && does == commas && stop(text, to) > 0 {
			break
		}
		to += max(w, 1)
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	return strings.TrimSpace(text[from:to])
}
