package report

import (
	"strings"
	"unicode/utf8"
)

// finder looks for many words in one pass over a text.
type finder struct {
	begins [0x10000 / 64]uint64 // first code points, as a set
	words  map[rune][]string
}

func newFinder(lists ...[]string) *finder {
	f := &finder{words: map[rune][]string{}}
	seen := map[string]bool{}
	for _, list := range lists {
		for _, w := range list {
			if seen[w] {
				continue
			}
			seen[w] = true
			for _, r := range w {
				if r < 0x10000 {
					f.begins[r/64] |= 1 << (r % 64)
					f.words[r] = append(f.words[r], w)
				}
				break
			}
		}
	}
	return f
}

// opens reports whether text begins with one of the words.
func (f *finder) opens(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	for _, w := range f.words[r] {
		if strings.HasPrefix(text, w) {
			return true
		}
	}
	return false
}

// each calls found for every word in text, as often as it stands there.
func (f *finder) each(text string, found func(word string)) {
	for i, r := range text {
		if r >= 0x10000 || f.begins[r/64]&(1<<(r%64)) == 0 {
			continue
		}
		for _, w := range f.words[r] {
			if strings.HasPrefix(text[i:], w) {
				found(w)
			}
		}
	}
}
