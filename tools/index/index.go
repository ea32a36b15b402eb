package index

import (
	"encoding/json"
	"fmt"
	"sort"
	"strings"
)

// District 区县 is what a search knows of a division.
type District struct {
	Code    string
	Name    string
	Kind    string // 县 市辖区 …
	Parent  string
	Schools int // how many can be found; -1 where the district has no page
}

// School 学校 is what a search knows of a school.
type School struct {
	Code   string   `json:"code"`
	Name   string   `json:"name"`
	Type   string   `json:"type"`
	Former []string `json:"former,omitempty"` // 曾用名
}

// own is name without that of its district, and whether it began with it. A
// school's name is searched with and without.
func own(district, name string) (string, bool) {
	rest, ok := strings.CutPrefix(name, district)
	if !ok || rest == "" {
		return name, false
	}
	return rest, true
}

// Own is a school's name without that of its district.
func Own(district, name string) string {
	rest, _ := own(district, name)
	return rest
}

// spelt is a name and its pinyin; ^ stands for the district's name before it.
func spelt(district, name string) [2]string {
	rest, ok := own(district, name)
	if ok {
		return [2]string{"^" + rest, Pinyin(rest)}
	}
	return [2]string{rest, Pinyin(rest)}
}

// Schools is the file in which a district's schools are found:
//
//	junheng.schools({code, name, pinyin, rows: [[code, type, [name, pinyin], former [[name, pinyin]], short [[name, pinyin]]]]})
func Schools(district District, schools []School) []byte {
	rows := make([][]any, 0, len(schools))
	for _, s := range schools {
		former, short := [][2]string{}, [][2]string{}
		names := append([]string{s.Name}, s.Former...)
		for i, name := range names {
			if i > 0 {
				former = append(former, spelt(district.Name, name))
			}
			rest, ok := own(district.Name, name)
			for _, n := range Short(rest) {
				if ok {
					n = district.Name + n
				}
				short = append(short, spelt(district.Name, n))
			}
		}
		row := []any{s.Code, s.Type, spelt(district.Name, s.Name)}
		if len(former)+len(short) > 0 {
			row = append(row, former)
		}
		if len(short) > 0 {
			row = append(row, short)
		}
		rows = append(rows, row)
	}
	return call("schools", struct {
		Code   string  `json:"code"`
		Name   string  `json:"name"`
		Pinyin string  `json:"pinyin"`
		Rows   [][]any `json:"rows"`
	}{district.Code, district.Name, Pinyin(district.Name), rows})
}

// Pairs lists, sorted, the two characters and the two initials by which a
// district's schools are found from anywhere in the country.
func Pairs(district string, schools []School) []string {
	found := map[string]bool{}
	for _, s := range schools {
		for _, name := range append([]string{s.Name}, s.Former...) {
			rest := Own(district, name)
			for _, n := range append([]string{rest}, Short(rest)...) {
				pairs(found, n)
			}
		}
	}
	out := make([]string, 0, len(found))
	for p := range found {
		out = append(out, p)
	}
	sort.Strings(out)
	return out
}

func pairs(into map[string]bool, name string) {
	rs, said := []rune(name), strings.Fields(Pinyin(name))
	for i := 1; i < len(rs); i++ {
		into[strings.ToLower(string(rs[i-1:i+1]))] = true
		for _, a := range strings.Split(said[i-1], "/") {
			for _, b := range strings.Split(said[i], "/") {
				into[a[:1]+b[:1]] = true
			}
		}
	}
}

// call writes a script that hands value to junheng.<name>.
func call(name string, value any) []byte {
	data, err := json.Marshal(value)
	if err != nil {
		panic("index: " + err.Error()) // only strings, numbers and lists of them
	}
	return fmt.Appendf(nil, "junheng.%s(%s)\n", name, data)
}
