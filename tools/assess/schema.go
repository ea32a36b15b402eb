package assess

import (
	_ "embed"
	"encoding/json"
	"reflect"
	"strings"

	"github.com/BurntSushi/toml"

	"junheng/tools/balance"
)

// schemaWords says in Chinese what each field of the JSON form is.
//
//go:embed schema.toml
var schemaWords string

// form is the JSON form of a Result.
type form struct {
	Schema int `json:"schema"`
	Result
}

// Schema is the JSON Schema (2020-12) of what JSON prints, made from the types
// themselves and the words of schema.toml. A field without words is missing
// from it, which a test forbids.
func Schema() []byte {
	var words map[string]map[string]string
	if err := toml.Unmarshal([]byte(schemaWords), &words); err != nil {
		panic(err) // embedded: a fault of this program
	}
	d := describer{words: words, defs: map[string]any{}}
	root := d.object(reflect.TypeFor[form]())
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["title"] = "junheng assess"
	root["$defs"] = d.defs
	root["properties"].(map[string]any)["schema"].(map[string]any)["const"] = SchemaVersion
	data, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		panic(err)
	}
	return append(data, '\n')
}

type describer struct {
	words map[string]map[string]string
	defs  map[string]any
}

// object describes a struct: embedded ones give their fields to it.
func (d *describer) object(t reflect.Type) map[string]any {
	props, required := map[string]any{}, []string{}
	for _, f := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous || !f.IsExported() || name == "-" {
			continue
		}
		p := d.typ(f.Type)
		if said := d.said(t, f, name); said != "" {
			p["description"] = said
		}
		props[name] = p
		if !strings.Contains(options, "omit") {
			required = append(required, name)
		}
	}
	return map[string]any{"type": "object", "properties": props, "required": required}
}

// said is what schema.toml says of a field, under the type that declares it.
func (d *describer) said(t reflect.Type, f reflect.StructField, name string) string {
	for i := range len(f.Index) - 1 {
		t = t.Field(f.Index[i]).Type
	}
	return d.words[t.Name()][name]
}

func (d *describer) typ(t reflect.Type) map[string]any {
	switch t.Kind() {
	case reflect.Pointer:
		return d.typ(t.Elem())
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int:
		return map[string]any{"type": "integer"}
	case reflect.Float64:
		return map[string]any{"type": "number"}
	case reflect.Slice:
		return map[string]any{"type": []string{"array", "null"}, "items": d.typ(t.Elem())}
	case reflect.Struct:
		if _, ok := d.defs[t.String()]; !ok {
			d.defs[t.String()] = nil // it may name itself
			d.defs[t.String()] = d.object(t)
		}
		return map[string]any{"$ref": "#/$defs/" + t.String()}
	}
	p := map[string]any{"type": "string"}
	if values, ok := enums[t]; ok {
		p["enum"] = values()
	}
	return p
}

// enums are the types whose values are a list of words.
var enums = map[reflect.Type]func() []string{
	reflect.TypeFor[balance.Outcome]():    func() []string { return texts(balance.Outcomes) },
	reflect.TypeFor[balance.Missing]():    func() []string { return append([]string{""}, texts(balance.Missings)...) },
	reflect.TypeFor[balance.Stage]():      func() []string { return append([]string{""}, texts(balance.Stages)...) },
	reflect.TypeFor[balance.SchoolType](): func() []string { return texts(balance.SchoolTypes) },
	reflect.TypeFor[balance.Comparator](): func() []string { return texts(balance.Comparators) },
	reflect.TypeFor[balance.Basis]():      func() []string { return texts([]balance.Basis{balance.Stated, balance.Recomputed}) },
}

func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}
