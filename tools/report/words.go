package report

import (
	_ "embed"
	"fmt"
	"regexp"

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
		BylinePublisher []string `toml:"byline_publisher"`
		BylinePublished []string `toml:"byline_published"`
		NoPublisher     []string `toml:"no_publisher"`
		BylineEnds      []string `toml:"byline_ends"`
		Card            []string `toml:"card"`
	} `toml:"meta"`
	Boilerplate struct {
		Exact    []string   `toml:"exact"`
		Starts   []string   `toml:"starts"`
		Together [][]string `toml:"together"`
		Patterns []pattern  `toml:"patterns"`
		Tails    []string   `toml:"tails"`
		Cut      []pattern  `toml:"cut"`
		Unfold   []pattern  `toml:"unfold"`
	} `toml:"boilerplate"`
	Collection struct {
		Marks     []pattern `toml:"marks"`
		Announced []pattern `toml:"announced"`
	} `toml:"collection"`
	Outline struct {
		Criterion []pattern `toml:"criterion"`
	} `toml:"outline"`
	Class []struct {
		Name balance.SectionClass `toml:"name"`
		When []pattern            `toml:"when"`
	} `toml:"class"`
	Level map[string][]string `toml:"level"`

	containers, noise, exact, tails, noPublisher map[string]bool
}

// pattern is a regular expression written in words.toml.
type pattern struct{ *regexp.Regexp }

// UnmarshalText compiles the pattern.
func (p *pattern) UnmarshalText(text []byte) (err error) {
	p.Regexp, err = regexp.Compile(string(text))
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
	w.containers, w.noise = set(w.Page.Containers), set(w.Page.Noise)
	w.noPublisher = set(w.Meta.NoPublisher)
	w.exact, w.tails = set(w.Boilerplate.Exact), set(w.Boilerplate.Tails)
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
		if p.MatchString(s) {
			return true
		}
	}
	return false
}
