package numeral

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

// unit is one entry of words.toml; what its keys mean is said there.
type unit struct {
	Name   string
	Forms  []string
	Whole  bool
	Small  string
	Unless string
	Never  bool
	Alone  bool
}

// form is one way to write a unit, or one bounding word.
type form struct {
	text string
	unit *unit
	cmp  balance.Comparator
}

// words is words.toml, ready to be looked up: forms by first character (by last
// for what stands before a numeral), longest first.
var words = func() (w struct {
	units, nouns, named, before, between, whose, lone, after, money map[rune][]form
}) {
	var f struct {
		Unit                  []*unit
		Nouns, Between, Whose struct{ Words []string }
		Before, Lone, After   map[balance.Comparator][]string
		Infix, Currency       map[string][]string
	}
	if _, err := toml.Decode(wordsFile, &f); err != nil {
		panic("numeral: words.toml: " + err.Error())
	}
	w.units, w.nouns, w.named = map[rune][]form{}, map[rune][]form{}, map[rune][]form{}
	for _, u := range f.Unit {
		for _, t := range u.Forms {
			put(w.units, form{text: t, unit: u}, false)
		}
	}
	for _, t := range f.Nouns.Words {
		put(w.nouns, form{text: t}, false)
		put(w.named, form{text: t}, true)
	}
	w.money = map[rune][]form{}
	for name, forms := range f.Currency {
		u := &unit{Name: name}
		for _, t := range forms {
			put(w.money, form{text: t, unit: u}, true)
		}
	}
	w.between = map[rune][]form{}
	for _, t := range f.Between.Words {
		put(w.between, form{text: t}, true)
	}
	w.whose = map[rune][]form{}
	for _, t := range f.Whose.Words {
		put(w.whose, form{text: t}, true)
	}
	bounds := func(from map[balance.Comparator][]string, last bool) map[rune][]form {
		to := map[rune][]form{}
		for cmp, list := range from {
			for _, t := range list {
				put(to, form{text: t, cmp: cmp}, last)
			}
		}
		return to
	}
	w.before, w.lone, w.after = bounds(f.Before, true), bounds(f.Lone, true), bounds(f.After, false)
	for _, m := range []map[rune][]form{w.units, w.nouns, w.named, w.before, w.between, w.whose, w.lone, w.after, w.money} {
		for _, list := range m {
			sort.SliceStable(list, func(i, j int) bool { return len(list[i].text) > len(list[j].text) })
		}
	}
	return w
}()

func put(m map[rune][]form, f form, last bool) {
	r, _ := utf8.DecodeRuneInString(f.text)
	if last {
		r, _ = utf8.DecodeLastRuneInString(f.text)
	}
	m[r] = append(m[r], f)
}

// find returns the longest form that text begins with at i.
func find(m map[rune][]form, text string, i int) (form, bool) {
	r, _ := after(text, i)
	for _, f := range m[r] {
		if strings.HasPrefix(text[i:], f.text) {
			return f, true
		}
	}
	return form{}, false
}

// findBefore returns the longest form that ends at i.
func findBefore(m map[rune][]form, text string, i int) (form, bool) {
	r, _ := before(text, i)
	for _, f := range m[r] {
		if strings.HasSuffix(text[:i], f.text) {
			return f, true
		}
	}
	return form{}, false
}

// unitAt returns the unit written at i and where it ends.
func unitAt(text string, i int) (*unit, int) {
	r, _ := after(text, i)
	for _, f := range words.units[r] {
		if !strings.HasPrefix(text[i:], f.text) {
			continue
		}
		end := i + len(f.text)
		if f.unit.Unless != "" {
			if r, _ := after(text, end); strings.ContainsRune(f.unit.Unless, r) {
				continue
			}
		}
		if f.unit.Alone && !ends(text, end) {
			continue
		}
		if c := f.text[len(f.text)-1]; c < 0x80 && end < len(text) { // m, km: not the start of a word
			if t := text[end]; t|0x20 >= 'a' && t|0x20 <= 'z' || t-'0' <= 9 {
				return nil, i
			}
		}
		return f.unit, end
	}
	return nil, i
}

// ends reports whether a word has ended at i.
func ends(text string, i int) bool {
	r, _ := after(text, i)
	if r < 0x2e80 || r >= 0xff00 || r == '，' || r == '。' || r == '、' || r == '；' {
		return true
	}
	if strings.ContainsRune("的左以之半多到至", r) {
		return true
	}
	g := sign(text, i)
	return g > 0 && g <= 10 && sign(text, i+3) == 0 // 三块五
}

// per reads what a unit is counted for: 元/生, 件/套, 元/生·年. It returns the
// end of the whole unit.
func per(text string, end int) int {
	for {
		r, w := after(text, end)
		if r != '/' && r != '／' && (r != '·' && r != '.') {
			return end
		}
		k := end + w
		for _, t := range []string{"百名学生", "百人", "百生", "生", "学期", "学年", "平方米"} {
			if strings.HasPrefix(text[k:], t) {
				end = k + len(t)
				k = -1
				break
			}
		}
		if k < 0 {
			continue
		}
		u, e := unitAt(text, k)
		if u == nil || u.Never && u.Name == "" && text[k:e] != "日" && text[k:e] != "月" && text[k:e] != "秒" {
			return end
		}
		end = e
	}
}
