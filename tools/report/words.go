package report

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"

	"github.com/BurntSushi/toml"

	"junheng/tools/balance"
)

//go:embed words.toml
var wordsTOML string

// words is words.toml, with its patterns compiled.
var words = loadWords(wordsTOML)

type wordList struct {
	Page struct {
		Containers []string  `toml:"containers"`
		Noise      []string  `toml:"noise"`
		Site       []pattern `toml:"site"`
	} `toml:"page"`
	Meta struct {
		Title           []string `toml:"title"`
		Publisher       []string `toml:"publisher"`
		Published       []string `toml:"published"`
		URL             []string `toml:"url"`
		Content         []string `toml:"content"`
		Byline          []string `toml:"byline"`
		BylinePublisher []string `toml:"byline_publisher"`
		BylinePublished []string `toml:"byline_published"`
		NoPublisher     []string `toml:"no_publisher"`
		BylineEnds      []string `toml:"byline_ends"`
		Card            []string `toml:"card"`
	} `toml:"meta"`
	Boilerplate struct {
		Exact         []string   `toml:"exact"`
		Edges         []string   `toml:"edges"`
		Starts        []string   `toml:"starts"`
		Together      [][]string `toml:"together"`
		PatternBegins string     `toml:"pattern_begins"`
		Patterns      []string   `toml:"patterns"`
		Tails         []string   `toml:"tails"`
		Cut           []pattern  `toml:"cut"`
		Unfold        []pattern  `toml:"unfold"`
		CutWords      []string   `toml:"cut_words"`
	} `toml:"boilerplate"`
	Collection struct {
		Marks     []pattern `toml:"marks"`
		Announced []pattern `toml:"announced"`
	} `toml:"collection"`
	Outline struct {
		CriterionBegins string    `toml:"criterion_begins"`
		Criterion       []pattern `toml:"criterion"`
	} `toml:"outline"`
	Class []struct {
		Name   balance.SectionClass `toml:"name"`
		When   []pattern            `toml:"when"`
		Unless []pattern            `toml:"unless"`
		Inner  []pattern            `toml:"inner"`
	} `toml:"class"`
	Level map[string][]string `toml:"level"`

	exact, tails, noPublisher map[string]bool

	boxes map[string]kindOfElement // Page.Containers and Page.Noise

	starts  *finder             // Boilerplate.Starts
	edges   *finder             // Boilerplate.Edges
	shapes  *regexp.Regexp      // Boilerplate.Patterns in one
	notices *finder             // the words of Boilerplate.Together and CutWords
	persons *finder             // the words of Level
	levelOf map[string][]string // the lists of Level a word stands in
}

// pattern is a regular expression written in words.toml.
type pattern struct {
	*regexp.Regexp
	word string // what is looked for, when the expression is only a word
}

// UnmarshalText compiles the pattern.
func (p *pattern) UnmarshalText(text []byte) (err error) {
	if p.Regexp, err = regexp.Compile(string(text)); err == nil {
		if word, all := p.LiteralPrefix(); all {
			p.word = word
		}
	}
	return err
}

// loadWords panics on a fault: the list is part of the program.
func loadWords(text string) *wordList {
	w := new(wordList)
	md, err := toml.Decode(text, w)
	if err != nil {
		panic(fmt.Errorf("report: words.toml: %w", err))
	}
	if left := md.Undecoded(); len(left) > 0 {
		panic(fmt.Errorf("report: words.toml: unknown key %v", left))
	}
	w.boxes = map[string]kindOfElement{}
	for _, name := range w.Page.Noise {
		w.boxes[name] = noise
	}
	for _, name := range w.Page.Containers {
		w.boxes[name] = container
	}
	w.noPublisher = set(w.Meta.NoPublisher)
	w.exact, w.tails = set(w.Boilerplate.Exact), set(w.Boilerplate.Tails)
	w.starts, w.edges = newFinder(w.Boilerplate.Starts), newFinder(w.Boilerplate.Edges)
	w.shapes = regexp.MustCompile("(?:" + strings.Join(w.Boilerplate.Patterns, ")|(?:") + ")")
	w.notices = newFinder(append(w.Boilerplate.Together, w.Boilerplate.CutWords)...)
	w.levelOf = map[string][]string{}
	var all []string
	for list, ws := range w.Level {
		all = append(all, ws...)
		for _, word := range ws {
			w.levelOf[word] = append(w.levelOf[word], list)
		}
	}
	w.persons = newFinder(all)
	return w
}

func set(list []string) map[string]bool {
	m := make(map[string]bool, len(list))
	for _, s := range list {
		m[s] = true
	}
	return m
}

// anyOf reports whether one of the patterns is found in s.
func anyOf(ps []pattern, s string) bool {
	for _, p := range ps {
		if p.word != "" {
			if strings.Contains(s, p.word) {
				return true
			}
		} else if p.MatchString(s) {
			return true
		}
	}
	return false
}
