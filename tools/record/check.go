package record

import (
	"strings"
	"time"

	"junheng/tools/balance"
)

// oneOf requires v, where it is given, to be one of all.
func oneOf[T ~string](f *tomlFile, e *node, key string, v T, all []T, ps *balance.Problems) {
	if v == "" || has(all, v) {
		return
	}
	words := make([]string, len(all))
	for i, w := range all {
		words[i] = string(w)
	}
	mend := "可以写：" + strings.Join(words, "、")
	if w := nearest(string(v), words); w != "" {
		mend = "是不是“" + w + "”？" + mend
	}
	ps.Fault(f.valueAt(e, key), key+" 不能是“"+snippet(string(v))+"”", mend)
}

func has[T comparable](all []T, v T) bool {
	for _, x := range all {
		if x == v {
			return true
		}
	}
	return false
}

// unique notes ids that occur twice.
type unique struct {
	file *tomlFile
	what string
	ps   *balance.Problems
	seen map[string]balance.Place
}

func (u *unique) add(id string, e *node, key string) bool {
	if first, ok := u.seen[id]; ok {
		u.ps.Fault(u.file.valueAt(e, key), u.what+"“"+snippet(id)+"”重复，前一个在第 "+itoa(first.Line)+" 行", "删去一个，或改正写错的那个")
		return false
	}
	if u.seen == nil {
		u.seen = map[string]balance.Place{}
	}
	u.seen[id] = u.file.at(e, key)
	return true
}

// digits reports whether s is exactly n ASCII digits.
func digits(s string, n int) bool {
	if len(s) != n {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// identifier reports whether s is made of a-z, 0-9 and _ and begins with a letter.
func identifier(s string) bool {
	for i := range len(s) {
		c := s[i]
		if !(c >= 'a' && c <= 'z' || i > 0 && (c >= '0' && c <= '9' || c == '_')) {
			return false
		}
	}
	return s != "" && len(s) <= 64
}

// slug reports whether s may be a report's address: a-z, 0-9 and hyphens
// between them.
func slug(s string) bool {
	for i := range len(s) {
		c := s[i]
		if !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' && i > 0 && i < len(s)-1) {
			return false
		}
	}
	return s != "" && len(s) <= 64
}

// date requires a day of the calendar written 2024-01-12.
func date(f *tomlFile, e *node, key, v string, ps *balance.Problems) {
	if v == "" {
		return
	}
	if _, err := time.Parse(time.DateOnly, v); err != nil || len(v) != 10 {
		ps.Fault(f.valueAt(e, key), key+"“"+snippet(v)+"”不是日期", "写成 \"2024-01-12\"，年四位、月和日各两位")
	}
}
