package record

import (
	"math"
	"reflect"
	"sort"
	"strings"
	"time"
	"unicode/utf8"

	"junheng/tools/balance"
)

// binder puts decoded values into structs, noting unknown keys, wrong types
// and missing keys where they stand, and goes on after each.
type binder struct {
	file *tomlFile
	ps   *balance.Problems
}

// table fills the struct dst from values; n gives the places.
func (b binder) table(values map[string]any, n *node, dst reflect.Value) {
	t := dst.Type()
	fields := map[string]int{}
	for i := range t.NumField() {
		if key := t.Field(i).Tag.Get("toml"); key != "" {
			fields[key] = i
		}
	}
	for _, key := range sortedKeys(values) {
		i, known := fields[key]
		if !known {
			mend := "删去它；可用的键名" + keysOf(t)
			if k := keyFor(t, key); k != "" {
				mend = "改成 " + k
			} else if k := nearest(key, sortedKeys(fields)); k != "" {
				mend = "是不是 " + k + "？"
			}
			b.ps.Fault(b.file.at(n, key), "不认识的键名“"+snippet(key)+"”", mend)
			continue
		}
		b.value(values[key], n.get(key), dst.Field(i), label(t.Field(i)))
	}
	for i := range t.NumField() {
		f := t.Field(i)
		if _, has := values[f.Tag.Get("toml")]; !has && f.Tag.Get("need") != "" && !b.file.partial {
			b.ps.Fault(b.file.place(n), "缺少 "+label(f), "补上一行："+f.Tag.Get("toml")+" = "+f.Tag.Get("need"))
		}
	}
}

// value fills dst from v, or says why it cannot.
func (b binder) value(v any, n *node, dst reflect.Value, name string) {
	switch dst.Kind() {
	case reflect.Pointer:
		p := reflect.New(dst.Type().Elem())
		before := len(*b.ps)
		b.value(v, n, p.Elem(), name)
		if len(*b.ps) == before {
			dst.Set(p)
		}
		return
	case reflect.Struct:
		if t, ok := v.(map[string]any); ok {
			b.table(t, n, dst)
			return
		}
	case reflect.Map:
		if t, ok := v.(map[string]any); ok {
			dst.Set(reflect.MakeMapWithSize(dst.Type(), len(t)))
			for _, key := range sortedKeys(t) {
				b.text(key, b.file.at(n, key), name+"里的键名")
				e := reflect.New(dst.Type().Elem()).Elem()
				before := len(*b.ps)
				b.value(t[key], n.get(key), e, name+"里的“"+snippet(key)+"”")
				if len(*b.ps) == before {
					dst.SetMapIndex(reflect.ValueOf(key), e)
				}
			}
			return
		}
	case reflect.Slice:
		if l, ok := list(v); ok {
			dst.Set(reflect.MakeSlice(dst.Type(), len(l), len(l)))
			for i, e := range l {
				b.value(e, n.item(i), dst.Index(i), name+" 的第 "+itoa(i+1)+" 项")
			}
			return
		}
	case reflect.String:
		if t, ok := v.(time.Time); ok && strings.Contains(t.Location().String(), "date") {
			v = t.Format(time.DateOnly)
		}
		if s, ok := v.(string); ok {
			b.text(s, b.valuePlace(n), name)
			dst.SetString(s)
			return
		}
	case reflect.Bool:
		if t, ok := v.(bool); ok {
			dst.SetBool(t)
			return
		}
	case reflect.Int:
		if i, ok := v.(int64); ok {
			dst.SetInt(i)
			return
		}
	case reflect.Float64:
		switch x := v.(type) {
		case int64:
			if x > 1<<53 || x < -1<<53 { // beyond these a float64 skips whole numbers
				b.ps.Fault(b.valuePlace(n), name+"的数太大", "检查数字和单位")
				return
			}
			dst.SetFloat(float64(x))
			return
		case float64:
			if math.IsNaN(x) || math.IsInf(x, 0) {
				b.ps.Fault(b.valuePlace(n), name+"不能写 nan 或 inf", "没有数的写 missing = \"无法计算\"（或 未填报、不适用、保密）")
				return
			}
			dst.SetFloat(x)
			return
		}
	}
	if name[len(name)-1] < utf8.RuneSelf {
		name += " "
	}
	b.ps.Fault(b.valuePlace(n), name+"应当是"+kindOf(dst)+"，现在是"+typeOf(v), remedy(v, dst))
}

// text notes a text for privacy and refuses characters that cannot be seen.
func (b binder) text(s string, at balance.Place, name string) {
	if name[len(name)-1] < utf8.RuneSelf {
		name += " "
	}
	if i, r := unseen(s); r != 0 {
		b.ps.Fault(at, name+"的第 "+itoa(i)+" 个字是看不见的字符（"+called(r)+"）", "删去这段文字，重新输入，不要从网页上复制")
	}
	b.file.texts = append(b.file.texts, Text{Name: strings.TrimSpace(name), Text: s, Place: at})
}

func (b binder) valuePlace(n *node) balance.Place {
	p := balance.Place{File: b.file.name}
	if n != nil {
		p.Line, p.Column = n.value.line, n.value.column
	}
	return p
}

// list returns v's elements, for the two forms the decoder has for a list.
func list(v any) ([]any, bool) {
	switch l := v.(type) {
	case []any:
		return l, true
	case []map[string]any:
		all := make([]any, len(l))
		for i, e := range l {
			all[i] = e
		}
		return all, true
	}
	return nil, false
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
