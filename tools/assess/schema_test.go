package assess

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"junheng/tools/balance"
)

// conforms holds a JSON value against as much of JSON Schema as Schema uses.
func conforms(v any, s, root map[string]any, at string) error {
	if ref, ok := s["$ref"].(string); ok {
		s = root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	}
	types := []any{s["type"]}
	if list, ok := s["type"].([]any); ok {
		types = list
	}
	is := func(name string) bool { return slices.Contains(types, any(name)) }
	switch x := v.(type) {
	case nil:
		if !is("null") {
			return fmt.Errorf("%s: null", at)
		}
	case bool:
		if !is("boolean") {
			return fmt.Errorf("%s: bool", at)
		}
	case float64:
		if !is("number") && !(is("integer") && x == float64(int(x))) {
			return fmt.Errorf("%s: number %v", at, x)
		}
		if c, ok := s["const"].(float64); ok && c != x {
			return fmt.Errorf("%s: %v, not %v", at, x, c)
		}
	case string:
		if enum, ok := s["enum"].([]any); !is("string") || ok && !slices.Contains(enum, any(x)) {
			return fmt.Errorf("%s: %q", at, x)
		}
	case []any:
		if !is("array") {
			return fmt.Errorf("%s: array", at)
		}
		for i, e := range x {
			if err := conforms(e, s["items"].(map[string]any), root, fmt.Sprintf("%s[%d]", at, i)); err != nil {
				return err
			}
		}
	case map[string]any:
		props, _ := s["properties"].(map[string]any)
		for _, name := range s["required"].([]any) {
			if _, ok := x[name.(string)]; !ok {
				return fmt.Errorf("%s has no %s", at, name)
			}
		}
		for name, e := range x {
			p, ok := props[name].(map[string]any)
			if !ok {
				return fmt.Errorf("%s.%s is not in the schema", at, name)
			}
			if err := conforms(e, p, root, at+"."+name); err != nil {
				return err
			}
		}
	}
	return nil
}

// TestSchema: what is printed keeps the schema, over districts with gaps and
// with stated values; a field that the types do not have is refused.
func TestSchema(t *testing.T) {
	var schema map[string]any
	if err := json.Unmarshal(Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	inds, standards := national(t)
	rules := New(inds, standards)
	r := rand.New(rand.NewSource(11))
	for i := range 30 {
		schools := randomDistrict(r, 20)
		spoil(r, schools)
		in := Input{District: balance.District{Division: balance.Division{Code: "990101", Name: "示例市"}}, Year: 2013 + i%12, Schools: schools,
			Stated: []Stated{stated("cv_primary", "小学", .31, ""), stated("school_size_over_limit_count", "义务教育", 5, "所")},
			Items:  []balance.Item{{Indicator: "enrolment_disabled", Datum: balance.Datum{Missing: balance.Suppressed}}}}
		data, err := JSON(rules.Year(in))
		var v map[string]any
		if err != nil || json.Unmarshal(data, &v) != nil {
			t.Fatal(err)
		}
		if err := conforms(v, schema, schema, "result"); err != nil {
			t.Fatal(err)
		}
		v["verdicts"].([]any)[0].(map[string]any)["rank"] = 1.0
		if conforms(v, schema, schema, "result") == nil {
			t.Fatal("a field that no type has went through")
		}
	}
}

// TestSchemaSaysEveryField: every field has words, and no words are left over.
func TestSchemaSaysEveryField(t *testing.T) {
	var schema map[string]any
	if err := json.Unmarshal(Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	said := 0
	check := func(name string, def map[string]any) {
		for field, p := range def["properties"].(map[string]any) {
			if p.(map[string]any)["description"] == nil {
				t.Errorf("schema.toml says nothing of %s.%s", name, field)
			}
			said++
		}
	}
	check("form", schema)
	for name, def := range schema["$defs"].(map[string]any) {
		check(name, def.(map[string]any))
	}
	if said < 90 {
		t.Errorf("only %d fields", said)
	}
}
