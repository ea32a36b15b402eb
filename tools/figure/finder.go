package figure

import (
	"sort"
	"strings"
	"unicode/utf8"
)

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
