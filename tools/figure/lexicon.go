package figure

import (
	_ "embed"
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
	isAnnounced // problems are, and none is named
)

// word is one entry of the lexicon.
type word struct {
	text   string
	chars  int // of text
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
	title     struct{ Plan, Standard, Account, Offer, Notice, Demands, Assess []string }
	qualified struct{ Words, Clears []string }
	some      []string
	persons   []string // people counted by 个
	coming    []string // periods that lie ahead: 明年
	empty     finder   // what names nothing: 其中, 共有
	zero      struct {
		Word  string
		Units map[string]string
	}
	problem struct{ Words, Missed, Announces, Ahead []string }
	middle  *word // 中学 in a school's name
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
		Title                                         struct{ Plan, Standard, Account, Offer, Notice, Demands, Assess []string }
		Next, Other, School, Per, Some, Adjust, Reach struct{ Words []string }
		Qualified                                     struct{ Words, Clears []string }
		Problem                                       struct{ Words, Missed, Announces, Ahead []string }
		Measure, Commitment, Forecast                 struct{ Words []string }
		Document                                      struct{ Verbs []string }
		Plain, Empty, Change, Persons                 struct{ Words []string }
		Period                                        struct{ Words, Ahead []string }
		Built                                         struct{ Words []string }
		Zero                                          struct {
			Word  string
			Units map[string]string
		}
	}
	if _, err := toml.Decode(wordsFile, &f); err != nil {
		panic("figure: words.toml: " + err.Error())
	}
	x := &lexicon{byTxt: map[string]*word{}, title: f.Title, qualified: f.Qualified, zero: f.Zero, some: f.Some.Words, coming: f.Period.Ahead, persons: f.Persons.Words, problem: f.Problem}
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
	add(f.Period.Ahead, namesPeriod, nil)
	add(f.Change.Words, isChange, nil)
	add(f.Next.Words, saysNext, nil)
	add(f.Other.Words, isOther, nil)
	add(f.School.Words, isSchool, nil)
	add(f.Per.Words, isPer, nil)
	add(f.Some.Words, countsSome, nil)
	add(f.Adjust.Words, adjusts, nil)
	add(f.Reach.Words, toValue, nil)
	x.middle = &word{text: "中学", chars: 2, roles: namesStage, stage: balance.StageJunior, part: -1}
	empties := map[string]*word{}
	for _, t := range append(f.Empty.Words, f.Reach.Words...) {
		empties[t] = &word{text: t, part: -1}
	}
	x.empty = newFinder(empties)
	add(f.Problem.Words, isProblem, nil)
	add(f.Problem.Announces, isAnnounced, nil)
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
		w = &word{text: t, chars: utf8.RuneCountInString(t), part: -1}
		x.byTxt[t] = w
	}
	return w
}

// ready makes the words findable. It is called once, after the last one.
func (x *lexicon) ready() { x.finder = newFinder(x.byTxt) }
