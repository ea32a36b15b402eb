package audit

import (
	"regexp"
	"strings"
)

// counters are the units a count may be written with, longest first; they
// stand between a number and what the next one names.
var counters = []string{"平方公里", "平方米", "人次", "万元", "亿元", "个班", "元", "人", "名", "所", "个", "间", "家", "处", "台", "套", "件", "册", "本", "亩", "班", "位", "%", "％", "‰", "㎡"}

var yearWords = regexp.MustCompile(`^(?:截[至止]|到|至|直至|自)?(?:[0-9０-９_＿xXｘ×*]{2,4}(?:-|—|至)?)+(?:学年度?|年度?)?(?:[0-9]{1,2}月)?(?:春季|秋季|底|末|初|以来)?(?:学期)?`)

// clean takes from the words around a number what does not name the thing
// counted: the unit of the number before, years, 共有 and the like.
func clean(s string) string {
	for {
		t := strings.Trim(s, " 、“”\"‘’《》()（）-—")
		for _, u := range counters {
			if u2, ok := strings.CutPrefix(t, u); ok && (u2 == "" || !strings.HasPrefix(t, "人口") && !strings.HasPrefix(t, "本校") && !strings.HasPrefix(t, "本科") && !strings.HasPrefix(t, "班额") && !strings.HasPrefix(t, "人均")) {
				t = u2
				break
			}
		}
		if y := yearWords.FindString(t); len(y) >= 4 && strings.ContainsAny(y, "0123456789_＿") {
			t = t[len(y):]
		}
		for _, w := range words.Filler {
			t = strings.TrimPrefix(t, w)
			t = strings.TrimSuffix(t, w)
		}
		if t == s {
			return t
		}
		s = t
	}
}

// name is what m counts, as the text beside it says: mostly before the number,
// otherwise after it (31个教学点).
func (m *mention) name() string {
	if m.called == "" {
		if m.called = clean(m.before); m.called == "" {
			m.called = clean(m.after)
		}
	}
	return m.called
}

// divides finds the family and the word of it that names a part, and what the
// name says besides.
func divides(name string) (f *family, word, rest string) {
	best := 0
	for i := range words.Family {
		for _, w := range words.Family[i].Words {
			if len(w) <= best {
				continue
			}
			if r, ok := strings.CutPrefix(name, w); ok {
				f, word, rest, best = &words.Family[i], w, r, len(w)
			} else if r, ok := strings.CutSuffix(name, w); ok {
				f, word, rest, best = &words.Family[i], w, r, len(w)
			}
		}
	}
	return f, word, rest
}

// complete reports whether the parts divide their whole completely: all of one
// family, each once, with every kind that must be there, and nothing named
// that the whole does not count.
func complete(whole *mention, parts []*mention) bool {
	var fam *family
	seen := map[string]bool{}
	for _, p := range parts {
		f, word, rest := divides(p.name())
		if f == nil || fam != nil && f != fam || seen[word] || rest != "" && !strings.Contains(whole.before+whole.after, rest) {
			return false
		}
		fam = f
		seen[word] = true
	}
	if fam == nil {
		return false
	}
	for _, need := range fam.Needs {
		has := false
		for _, w := range need {
			has = has || seen[w]
		}
		if !has {
			return false
		}
	}
	return true
}
