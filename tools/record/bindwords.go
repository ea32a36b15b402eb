package record

import (
	"reflect"
	"strconv"
	"strings"
	"time"

	"junheng/tools/balance"
)

func kindOf(dst reflect.Value) string {
	switch dst.Kind() {
	case reflect.String:
		return "文字"
	case reflect.Int:
		return "整数"
	case reflect.Float64:
		return "数"
	case reflect.Bool:
		return " true 或 false"
	case reflect.Slice:
		if dst.Type().Elem().Kind() == reflect.Struct {
			return "可以重复的表 [[…]]"
		}
		return "列表 [ … ]"
	}
	return "表 [ … ]"
}

func typeOf(v any) string {
	switch v.(type) {
	case string:
		return "文字"
	case int64:
		return "整数"
	case float64:
		return "小数"
	case bool:
		return " true 或 false"
	case time.Time:
		return "日期"
	case map[string]any:
		return "表"
	}
	return "列表"
}

// remedy says how to write v so that dst can take it.
func remedy(v any, dst reflect.Value) string {
	switch x := v.(type) {
	case string:
		if _, err := strconv.ParseFloat(strings.TrimSpace(x), 64); err == nil && (dst.Kind() == reflect.Float64 || dst.Kind() == reflect.Int) {
			return "去掉引号：" + strings.TrimSpace(x)
		}
		if isMissing(x) {
			return "改写成 missing = \"" + x + "\""
		}
		if dst.Kind() == reflect.Slice {
			return "放进方括号：[" + quoted(x) + "]"
		}
	case int64:
		if dst.Kind() == reflect.String {
			return "加上英文双引号：\"" + strconv.FormatInt(x, 10) + "\""
		}
	case float64:
		if dst.Kind() == reflect.String {
			return "加上英文双引号"
		}
		if dst.Kind() == reflect.Int {
			return "只写整数"
		}
	case map[string]any:
		if dst.Kind() == reflect.Slice {
			return "表头改用双层方括号 [[…]]"
		}
	case []map[string]any:
		if dst.Kind() == reflect.Struct {
			return "表头改用单层方括号 […]，只写一个"
		}
	}
	switch dst.Kind() {
	case reflect.String:
		return "文字放在英文双引号里"
	case reflect.Float64, reflect.Int:
		return "只写数字，不加引号和单位"
	case reflect.Bool:
		return "写 true 或 false，不加引号"
	}
	return "对照示例改写"
}

func isMissing(s string) bool { return missingWord(s) != balance.NotMissing }

// missingWord returns the reason that s names, NotMissing if it names none.
func missingWord(s string) balance.Missing {
	for _, m := range balance.Missings {
		if s == string(m) {
			return m
		}
	}
	return balance.NotMissing
}

// label names a field in messages: indicator（指标）.
func label(f reflect.StructField) string {
	key, zh := f.Tag.Get("toml"), f.Tag.Get("zh")
	if zh == "" {
		return key
	}
	zh, _, _ = strings.Cut(zh, ",")
	return key + "（" + zh + "）"
}

// keyFor returns the key that a Chinese word means in t or the tables in it.
func keyFor(t reflect.Type, word string) string {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return ""
	}
	for i := range t.NumField() {
		f := t.Field(i)
		for _, zh := range strings.Split(f.Tag.Get("zh"), ",") {
			if zh != "" && zh == word {
				return f.Tag.Get("toml")
			}
		}
		if k := keyFor(f.Type, word); k != "" {
			return k
		}
	}
	return ""
}

// keysOf lists the keys of t for a message.
func keysOf(t reflect.Type) string {
	var keys []string
	for i := range t.NumField() {
		if k := t.Field(i).Tag.Get("toml"); k != "" {
			keys = append(keys, k)
		}
	}
	if len(keys) == 0 || len(keys) > 12 {
		return ""
	}
	return "：" + strings.Join(keys, "、")
}
