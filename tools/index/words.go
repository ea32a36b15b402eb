package index

import (
	_ "embed"
	"sort"
	"strings"
	"sync"
	"unicode"

	"github.com/BurntSushi/toml"
	"github.com/mozillazg/go-pinyin"
)

//go:embed words.toml
var wordsFile string

type lexicon struct {
	Drops    []string            `toml:"drops"`
	Readings map[string]string   `toml:"readings"`
	Endings  []ending            `toml:"ending"`
	readings map[string][]string // one entry a character
	longest  int                 // of the readings' words, in characters
}

// ending is how the end of a name is said for short.
type ending struct {
	Long  string   `toml:"long"`
	Short []string `toml:"short"`
}

var words = sync.OnceValue(func() *lexicon {
	var l lexicon
	if _, err := toml.Decode(wordsFile, &l); err != nil {
		panic("index: words.toml: " + err.Error()) // embedded; a test reads it
	}
	l.readings = map[string][]string{}
	for word, said := range l.Readings {
		n := len([]rune(word))
		l.longest = max(l.longest, n)
		if n == 1 {
			l.readings[word] = []string{said}
			continue
		}
		// "da cheng/dai cheng": the ways to say a word, each with a syllable a character
		syllables := make([]string, n)
		for _, way := range strings.Split(said, "/") {
			parts := strings.Fields(way)
			if len(parts) != n {
				panic("index: words.toml: " + word + " has not as many syllables as characters")
			}
			for i, p := range parts {
				if !strings.Contains("/"+syllables[i]+"/", "/"+p+"/") {
					syllables[i] = strings.TrimPrefix(syllables[i]+"/"+p, "/")
				}
			}
		}
		l.readings[word] = syllables
	}
	sort.SliceStable(l.Endings, func(i, j int) bool { return len(l.Endings[i].Long) > len(l.Endings[j].Long) })
	return &l
})

// Pinyin 拼音 says name one syllable a character, apart by blanks and without
// tones, ü as v; a character that can be said in two ways gives both: le/yue.
// What is no Chinese character says itself, and a blank or mark says -.
func Pinyin(name string) string {
	l, rs := words(), []rune(name)
	out := make([]string, 0, len(rs))
	for i := 0; i < len(rs); {
		n := min(l.longest, len(rs)-i)
		for ; n > 0; n-- {
			if said, ok := l.readings[string(rs[i:i+n])]; ok {
				out = append(out, said...)
				break
			}
		}
		if n == 0 {
			out, n = append(out, syllable(rs[i])), 1
		}
		i += n
	}
	return strings.Join(out, " ")
}

// syllable is the dictionary's first reading.
func syllable(r rune) string {
	if said := pinyin.SinglePinyin(r, pinyin.NewArgs()); len(said) > 0 {
		return said[0]
	}
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return strings.ToLower(string(r))
	}
	return "-"
}

// Initial is the letter under which a name stands in a list: its first
// syllable's, upper case; # for what has none.
func Initial(name string) string {
	said := Pinyin(name)
	if said == "" || said[0] < 'a' || said[0] > 'z' {
		return "#"
	}
	return strings.ToUpper(said[:1])
}

// Short 简称 lists what a school is called for short: 第一小学 is 一小. What a
// part of the name already gives is left out; so is what is one character.
func Short(name string) []string {
	l, stem := words(), name
	for _, d := range l.Drops {
		stem = strings.ReplaceAll(stem, d, "")
	}
	candidates := []string{stem}
	for _, e := range l.Endings {
		if head, ok := strings.CutSuffix(stem, e.Long); ok {
			for _, s := range e.Short {
				candidates = append(candidates, head+s)
			}
			break
		}
	}
	var out []string
	for _, c := range candidates {
		if len([]rune(c)) > 1 && !strings.Contains(name, c) {
			out = append(out, c)
		}
	}
	return out
}
