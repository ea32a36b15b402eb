package audit

import (
	_ "embed"
	"fmt"
	"sort"
	"strings"

	"github.com/BurntSushi/toml"
)

//go:embed words.toml
var wordsTOML string

var words = loadWords(wordsTOML)

// family is one way of dividing a whole.
type family struct {
	Name  string     `toml:"name"`
	Words []string   `toml:"words"`
	Needs [][]string `toml:"needs"`
	Sure  bool       `toml:"sure"`
	Said  []string   `toml:"said"`
	More  []string   `toml:"more"`
}

type wordList struct {
	Family    []family `toml:"family"`
	Wider     []string `toml:"wider"`
	Filler    []string `toml:"filler"`
	Hedge     []string `toml:"hedge"`
	Averages  []string `toml:"averages"`
	Totals    []string `toml:"totals"`
	Part      []string `toml:"part"`
	Inside    []string `toml:"inside"`
	Share     []string `toml:"share"`
	Reaching  []string `toml:"reaching"`
	Beyond    []string `toml:"beyond"`
	Rates     []string `toml:"rates"`
	Change    []string `toml:"change"`
	Inclusive []struct {
		Says     []string `toml:"says"`
		Whole    []string `toml:"whole"`
		Base     []string `toml:"base"`
		Other    string   `toml:"other"`
		Narrower string   `toml:"narrower"`
		Unit     string   `toml:"unit"`
	} `toml:"inclusive"`
	Within []struct {
		Less          []string `toml:"less"`
		More          []string `toml:"more"`
		Unit          string   `toml:"unit"`
		HardToBelieve bool     `toml:"hard_to_believe"`
	} `toml:"within"`
	Excess struct {
		Says  []string `toml:"says"`
		Long  []string `toml:"long"`
		Parts []string `toml:"parts"`
	} `toml:"excess"`
	Table struct {
		Total []string `toml:"total"`
		Sub   []string `toml:"sub"`
		Ratio []string `toml:"ratio"`
	} `toml:"table"`
}

// loadWords panics on a fault: the list is part of the program.
func loadWords(text string) *wordList {
	w := new(wordList)
	md, err := toml.Decode(text, w)
	if err != nil {
		panic(fmt.Errorf("audit: words.toml: %w", err))
	}
	if left := md.Undecoded(); len(left) > 0 {
		panic(fmt.Errorf("audit: words.toml: unknown key %v", left))
	}
	for _, f := range w.Family {
		sort.SliceStable(f.Words, func(i, j int) bool { return len(f.Words[i]) > len(f.Words[j]) })
	}
	sort.SliceStable(w.Filler, func(i, j int) bool { return len(w.Filler[i]) > len(w.Filler[j]) })
	return w
}

func holdsAny(s string, list []string) bool {
	for _, w := range list {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func beginsAny(s string, list []string) bool {
	for _, w := range list {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

func among(s string, list []string) bool {
	for _, w := range list {
		if s == w {
			return true
		}
	}
	return false
}
