package record

import (
	"reflect"
	"strings"

	"junheng/tools/balance"
)

// Format 格式 is one file a bureau writes, as the program reads it: the page for
// bureaus is made from the very types that files are read into.
type Format struct {
	File string `json:"file"` // inside the bureau's folder: <学年>/summary.toml
	Says string `json:"says"` // what it is for
	Keys []Key  `json:"keys"`
}

// Key 键 is one entry of a Format.
type Key struct {
	Path    string   `json:"path"` // bureau.name; item.value inside each [[item]]
	Name    string   `json:"name"` // 中文名
	Type    string   `json:"type"` // 文字 整数 数 是或否 表 多条
	Need    bool     `json:"need"` // must be there
	Choices []string `json:"choices,omitempty"`
	Says    string   `json:"says"` // what to write
}

// formats pairs each file with the struct it is read into.
var formats = []struct {
	file, says string
	of         any
}{
	{"district.toml", "单位、联系方式、数据许可和逐校公布的依据", districtFile{}},
	{"<学年>/summary.toml", "全区县的数据项，一项一条", summaryFile{}},
	{"<学年>/reports/<报告>.toml", "一份已公布报告的来源说明，与原件同名", sidecarFile{}},
	{"<学年>/answers.toml", "对核对的答复，与核对并列公布", answersFile{}},
	{"<学年>/corrections.toml", "已经公布、后来改正的", correctionsFile{}},
}

// Formats lists every file a bureau writes by hand, and every key in it. The
// school table has columns instead: National.Columns.
func Formats() []Format {
	var out []Format
	for _, f := range formats {
		out = append(out, Format{File: f.file, Says: f.says, Keys: keys(reflect.TypeOf(f.of), "")})
	}
	return out
}

func keys(t reflect.Type, above string) []Key {
	var out []Key
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("zh"), ",")
		k := Key{Path: above + f.Tag.Get("toml"), Name: name, Need: f.Tag.Get("need") != "", Says: f.Tag.Get("say"), Choices: choices[f.Type]}
		of := f.Type
		for of.Kind() == reflect.Pointer {
			of = of.Elem()
		}
		switch of.Kind() {
		case reflect.String:
			k.Type = "文字"
		case reflect.Int:
			k.Type = "整数"
		case reflect.Float64:
			k.Type = "数"
		case reflect.Bool:
			k.Type = "是或否"
		case reflect.Map, reflect.Struct:
			k.Type = "表"
		case reflect.Slice:
			k.Type, of = "多条", of.Elem()
		}
		out = append(out, k)
		if of.Kind() == reflect.Struct {
			out = append(out, keys(of, k.Path+".")...)
		}
	}
	return out
}

// choices are the words that may stand where only some may.
var choices = map[reflect.Type][]string{
	reflect.TypeFor[balance.Level]():     words(balance.Levels),
	reflect.TypeFor[balance.Stage]():     words(balance.Stages),
	reflect.TypeFor[balance.Missing]():   words(balance.Missings),
	reflect.TypeFor[balance.Outcome]():   words([]balance.Outcome{balance.Met, balance.NotMet}),
	reflect.TypeFor[balance.SpeaksFor](): words(balance.SpeaksFors),
}

func words[T ~string](list []T) []string {
	var out []string
	for _, w := range list {
		out = append(out, string(w))
	}
	return out
}
