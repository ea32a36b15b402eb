package figure

import (
	_ "embed"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"junheng/tools/balance"
)

//go:embed words.toml
var wordsFile string

// role says what a word is a cue for. One word may have several.
type role uint32

const (
	namesStage role = 1 << iota
	resetsStage
	namesScope
	impliesUnit
	isGeneral
	setsKind   // figures after it
	setsBehind // figures before it
	hidesKind
	isProblem
	isMeasure
	isDocument
	isCommitment
	isForecast
	isBuilt
	isPlain
	namesPeriod
	isChange
	saysNext
	isOther  // aliases inside it do not count
	isSchool // 所 is its counter
	isPer    // 生均 and the like
	countsSome
	adjusts
	isNoun // a plan only as a verb
	toValue
)

// word is one entry of the lexicon.
type word struct {
	text   string
	roles  role
	stage  balance.Stage
	unit   string // impliesUnit
	ahead  balance.Kind
	behind balance.Kind
	part   int // index of an alias's part, or -1
}

// lexicon finds all cue words of a text in one pass.
type lexicon struct {
	finder
	byTxt     map[string]*word
	title     struct{ Plan, Standard, Account, Offer, Notice, Demands []string }
	qualified struct{ Words, Clears []string }
	some      []string
	empty     finder // what names nothing: 其中, 共有
	zero      struct {
		Word  string
		Units map[string]string
	}
}

// mark is a word at a place.
type mark struct {
	start, end int
	*word
}

func newLexicon() *lexicon {
	var f struct {
		Stage, Implied                                map[string][]string
		Reset, Scope, General                         struct{ Words []string }
		Kind                                          map[string]struct{ Ahead, Verb, Behind, Words []string }
		Title                                         struct{ Plan, Standard, Account, Offer, Notice, Demands []string }
		Next, Other, School, Per, Some, Adjust, Reach struct{ Words []string }
		Qualified                                     struct{ Words, Clears []string }
		Problem, Measure, Commitment, Forecast        struct{ Words []string }
		Document                                      struct{ Verbs []string }
		Plain, Empty, Period, Change                  struct{ Words []string }
		Built                                         struct{ Words []string }
		Zero                                          struct {
			Word  string
			Units map[string]string
		}
	}
	if _, err := toml.Decode(wordsFile, &f); err != nil {
		panic("figure: words.toml: " + err.Error())
	}
	x := &lexicon{byTxt: map[string]*word{}, title: f.Title, qualified: f.Qualified, zero: f.Zero, some: f.Some.Words}
	add := func(list []string, r role, set func(*word)) {
		for _, t := range list {
			w := x.word(t)
			w.roles |= r
			if set != nil {
				set(w)
			}
		}
	}
	for stage, list := range f.Stage {
		add(list, namesStage, func(w *word) { w.stage = balance.Stage(stage) })
	}
	for unit, list := range f.Implied {
		add(list, impliesUnit, func(w *word) { w.unit = unit })
	}
	for kind, k := range f.Kind {
		if kind == "none" {
			add(k.Words, hidesKind, nil)
			continue
		}
		add(k.Ahead, setsKind, func(w *word) { w.ahead = balance.Kind(kind) })
		add(k.Verb, setsKind|isNoun, func(w *word) { w.ahead = balance.Kind(kind) })
		add(k.Behind, setsBehind, func(w *word) { w.behind = balance.Kind(kind) })
	}
	add(f.Reset.Words, resetsStage, nil)
	add(f.Scope.Words, namesScope, nil)
	add(f.General.Words, isGeneral, nil)
	add(f.Built.Words, isBuilt, nil)
	add(f.Plain.Words, isPlain, nil)
	add(f.Period.Words, namesPeriod, nil)
	add(f.Change.Words, isChange, nil)
	add(f.Next.Words, saysNext, nil)
	add(f.Other.Words, isOther, nil)
	add(f.School.Words, isSchool, nil)
	add(f.Per.Words, isPer, nil)
	add(f.Some.Words, countsSome, nil)
	add(f.Adjust.Words, adjusts, nil)
	add(f.Reach.Words, toValue, nil)
	empties := map[string]*word{}
	for _, t := range f.Empty.Words {
		empties[t] = &word{text: t, part: -1}
	}
	x.empty = newFinder(empties)
	add(f.Problem.Words, isProblem, nil)
	add(f.Measure.Words, isMeasure, nil)
	add(f.Document.Verbs, isDocument, nil)
	add(f.Commitment.Words, isCommitment, nil)
	add(f.Forecast.Words, isForecast, nil)
	return x
}

// word returns the entry for t, made where there is none.
func (x *lexicon) word(t string) *word {
	w := x.byTxt[t]
	if w == nil {
		w = &word{text: t, part: -1}
		x.byTxt[t] = w
	}
	return w
}

// ready makes the words findable. It is called once, after the last one.
func (x *lexicon) ready() { x.finder = newFinder(x.byTxt) }

// finder finds words by their first two characters.
type finder struct {
	first []uint16 // by character: 1 + index into lists, 0 for none
	lists [][]*word
	pairs [][]pair // by index of lists; the last is of words of one character
}

// pair is the words that share their first two characters, the longest first.
type pair struct {
	second rune
	words  []*word
}

func newFinder(words map[string]*word) finder {
	x := finder{first: make([]uint16, 1<<16)}
	texts := make([]string, 0, len(words))
	for t := range words {
		texts = append(texts, t)
	}
	sort.Slice(texts, func(i, j int) bool {
		if len(texts[i]) != len(texts[j]) {
			return len(texts[i]) > len(texts[j])
		}
		return texts[i] < texts[j]
	})
	for _, t := range texts {
		r, _ := utf8.DecodeRuneInString(t)
		if r > 0xffff {
			continue
		}
		if x.first[r] == 0 {
			x.lists = append(x.lists, nil)
			x.first[r] = uint16(len(x.lists))
		}
		i := x.first[r] - 1
		x.lists[i] = append(x.lists[i], words[t])
	}
	x.pairs = make([][]pair, len(x.lists))
	for i, list := range x.lists {
		var one []*word
		at := map[rune]int{}
		for _, w := range list {
			r := second(w.text)
			if r == 0 {
				one = append(one, w)
				continue
			}
			k, ok := at[r]
			if !ok {
				k, at[r] = len(x.pairs[i]), len(x.pairs[i])
				x.pairs[i] = append(x.pairs[i], pair{second: r})
			}
			x.pairs[i][k].words = append(x.pairs[i][k].words, w)
		}
		for k := range x.pairs[i] {
			x.pairs[i][k].words = append(x.pairs[i][k].words, one...)
		}
		x.pairs[i] = append(x.pairs[i], pair{words: one})
	}
	return x
}

// second is the second character of text, or 0.
func second(text string) rune {
	_, n := utf8.DecodeRuneInString(text)
	if n >= len(text) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(text[n:])
	return r
}

// beginning lists the words that text may begin with, whose first character has
// list k, the longest first.
func (x *finder) beginning(k uint16, text string) []*word {
	pairs := x.pairs[k-1]
	last := len(pairs) - 1
	r := second(text)
	for i := range pairs[:last] {
		if pairs[i].second == r {
			return pairs[i].words
		}
	}
	return pairs[last].words
}

// longest returns the length of the longest word that text begins with, or 0.
func (x *finder) longest(text string) int {
	if r, _ := utf8.DecodeRuneInString(text); r < 1<<16 && x.first[r] > 0 {
		for _, e := range x.beginning(x.first[r], text) {
			if strings.HasPrefix(text, e.text) {
				return len(e.text)
			}
		}
	}
	return 0
}

// marks appends every word found in text[from:to]. At one place longer words
// come first; words may overlap.
func (x *lexicon) marks(found []mark, text string, from, to int) []mark {
	for i := from; i < to; {
		r, w := rune(text[i]), 1
		if r >= 0x80 {
			r, w = utf8.DecodeRuneInString(text[i:])
		}
		if r < 1<<16 {
			if k := x.first[r]; k > 0 && (r != '中' || !strings.HasSuffix(text[:i], "其")) { // 其中小学 is not 中小学
				for _, e := range x.beginning(k, text[i:]) {
					if len(e.text) <= to-i && strings.HasPrefix(text[i:], e.text) {
						found = append(found, mark{i, i + len(e.text), e})
					}
				}
			}
		}
		i += w
	}
	return found
}
