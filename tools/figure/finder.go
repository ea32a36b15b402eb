package figure

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// finder finds words by their first two characters.
type finder struct {
	slots []slot          // open addressing by key, a power of two long
	two   [1 << 11]uint64 // hashes of two characters that words begin with, as a set: most pairs begin none
	one   [1 << 10]uint64 // characters that are words, as a set
	lists [][]*word       // the longest first
}

// slot is the words that share their first two characters, and those of the
// first alone.
type slot struct {
	first, second rune // second is 0 for words of one character
	list          int32
}

func newFinder(words map[string]*word) finder {
	byKey := map[[2]rune][]*word{}
	for t, w := range words {
		first, second := firstTwo(t)
		if first > 0xffff || t == "" {
			continue
		}
		byKey[[2]rune{first, second}] = append(byKey[[2]rune{first, second}], w)
	}
	n := 1
	for n < 4*len(byKey) {
		n *= 2
	}
	x := finder{slots: make([]slot, n)}
	for key, list := range byKey {
		if key[1] == 0 {
			x.one[key[0]/64] |= 1 << (key[0] % 64)
		} else {
			list = append(list, byKey[[2]rune{key[0], 0}]...)
		}
		sort.Slice(list, func(i, j int) bool {
			if len(list[i].text) != len(list[j].text) {
				return len(list[i].text) > len(list[j].text)
			}
			return list[i].text < list[j].text
		})
		x.lists = append(x.lists, list)
		h := hash(key[0], key[1])
		x.two[h>>6&(len(x.two)-1)] |= 1 << (h & 63)
		i := h & (n - 1)
		for ; x.slots[i].first != 0; i = (i + 1) & (n - 1) {
		}
		x.slots[i] = slot{key[0], key[1], int32(len(x.lists) - 1)}
	}
	return x
}

func hash(first, second rune) int {
	return int((uint32(first)*0x9e3779b1 ^ uint32(second)*0x85ebca6b) >> 13)
}

// firstTwo are the first two characters of text, 0 where there are none.
func firstTwo(text string) (first, second rune) {
	if text == "" {
		return 0, 0
	}
	first, n := utf8.DecodeRuneInString(text)
	if n < len(text) {
		second, _ = utf8.DecodeRuneInString(text[n:])
	}
	return first, second
}

// beginning lists the words that a text of these two first characters may
// begin with, the longest first.
func (x *finder) beginning(first, second rune) []*word {
	h := hash(first, second)
	if x.two[h>>6&(len(x.two)-1)]&(1<<(h&63)) != 0 {
		for i := h & (len(x.slots) - 1); x.slots[i].first != 0; i = (i + 1) & (len(x.slots) - 1) {
			if s := &x.slots[i]; s.first == first && s.second == second {
				return x.lists[s.list]
			}
		}
	}
	if second != 0 && first <= 0xffff && x.one[first/64]&(1<<(first%64)) != 0 {
		return x.beginning(first, 0)
	}
	return nil
}

// longest returns the length of the longest word that text begins with, or 0.
func (x *finder) longest(text string) int {
	for _, e := range x.beginning(firstTwo(text)) {
		if strings.HasPrefix(text, e.text) {
			return len(e.text)
		}
	}
	return 0
}

// decode is utf8.DecodeRuneInString for text that is mostly Chinese, of three
// bytes a character.
func decode(text string) (rune, int) {
	if len(text) >= 3 {
		if a, b, c := text[0], text[1], text[2]; a > 0xe0 && a < 0xf0 && a != 0xed && b&0xc0 == 0x80 && c&0xc0 == 0x80 {
			return rune(a&0x0f)<<12 | rune(b&0x3f)<<6 | rune(c&0x3f), 3
		}
	}
	return utf8.DecodeRuneInString(text)
}

// marks appends every word found in text. At one place longer words come
// first; words may overlap.
func (x *lexicon) marks(found []mark, text string) []mark {
	second, width := utf8.DecodeRuneInString(text)
	for i := 0; i < len(text); {
		first, w := second, width
		if second, width = 0, 0; i+w < len(text) {
			second, width = decode(text[i+w:])
		}
		if first == '中' && strings.HasSuffix(text[:i], "其") { // 其中小学 is not 中小学
			i += w
			continue
		}
		for _, e := range x.beginning(first, second) {
			if strings.HasPrefix(text[i:], e.text) {
				found = append(found, mark{i, i + len(e.text), e})
			}
		}
		i += w
	}
	return found
}
