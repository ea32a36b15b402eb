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

// table holds forms by first character (by last for what stands before a
// numeral), longest first.
type table struct {
	has   [0x10000 / 64]uint64 // the characters, as a set
	forms map[rune][]form
}

func (t *table) put(f form, last bool) {
	r, _ := utf8.DecodeRuneInString(f.text)
	if last {
		r, _ = utf8.DecodeLastRuneInString(f.text)
	}
	if t.forms == nil {
		t.forms = map[rune][]form{}
	}
	t.has[r/64] |= 1 << (r % 64)
	t.forms[r] = append(t.forms[r], f)
}

// of returns the forms of r.
func (t *table) of(r rune) []form {
	if r >= 0x10000 || t.has[r/64]&(1<<(r%64)) == 0 {
		return nil
	}
	return t.forms[r]
}

// words is words.toml, ready to be looked up.
var words = func() (w struct {
	units, nouns, named, before, between, whose, lone, after, money table
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
	for _, u := range f.Unit {
		for _, t := range u.Forms {
			w.units.put(form{text: t, unit: u}, false)
		}
	}
	for _, t := range f.Nouns.Words {
		w.nouns.put(form{text: t}, false)
		w.named.put(form{text: t}, true)
	}
	for name, forms := range f.Currency {
		u := &unit{Name: name}
		for _, t := range forms {
			w.money.put(form{text: t, unit: u}, true)
		}
	}
	for _, t := range f.Between.Words {
		w.between.put(form{text: t}, true)
	}
	for _, t := range f.Whose.Words {
		w.whose.put(form{text: t}, true)
	}
	bounds := func(t *table, from map[balance.Comparator][]string, last bool) {
		for cmp, list := range from {
			for _, text := range list {
				t.put(form{text: text, cmp: cmp}, last)
			}
		}
	}
	bounds(&w.before, f.Before, true)
	bounds(&w.lone, f.Lone, true)
	bounds(&w.after, f.After, false)
	for _, t := range []*table{&w.units, &w.nouns, &w.named, &w.before, &w.between, &w.whose, &w.lone, &w.after, &w.money} {
		for _, list := range t.forms {
			sort.SliceStable(list, func(i, j int) bool { return len(list[i].text) > len(list[j].text) })
		}
	}
	return w
}()

// find returns the longest form that text begins with at i.
func find(t *table, text string, i int) (form, bool) {
	r, _ := after(text, i)
	for _, f := range t.of(r) {
		if strings.HasPrefix(text[i:], f.text) {
			return f, true
		}
	}
	return form{}, false
}

// findBefore returns the longest form that ends at i.
func findBefore(t *table, text string, i int) (form, bool) {
	r, _ := before(text, i)
	for _, f := range t.of(r) {
		if strings.HasSuffix(text[:i], f.text) {
			return f, true
		}
	}
	return form{}, false
}

// unitAt returns the unit written at i and where it ends.
func unitAt(text string, i int) (*unit, int) {
	r, _ := after(text, i)
	for _, f := range words.units.of(r) {
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

// slash is where a form says what it is counted for, or -1.
func slash(form string) int {
	for i, r := range form {
		if r == '/' || r == '／' {
			return i
		}
	}
	return -1
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
