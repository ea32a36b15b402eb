package change

import (
	"fmt"
	"reflect"

	"junheng/tools/balance"
	"junheng/tools/record"
)

// Shared is an entry of the national data that differs: what every district is
// held against.
type Shared struct {
	Kind  string `json:"kind"` // division standard indicator column
	ID    string `json:"id"`
	Name  string `json:"name"`
	State string `json:"state"` // removed changed added
}

// National compares the national data of two states.
func National(old, new *record.National) (out []Shared) {
	if old == nil || new == nil {
		return nil
	}
	out = append(out, entries("division", old.Divisions, new.Divisions, func(d balance.Division) (string, string) { return d.Code, d.Name })...)
	out = append(out, entries("standard", old.Standards, new.Standards, func(s balance.Standard) (string, string) { return s.ID, s.Short })...)
	out = append(out, entries("indicator", old.Indicators, new.Indicators, func(i balance.Indicator) (string, string) { return i.ID, i.Name })...)
	return append(out, entries("column", old.Columns, new.Columns, func(c record.Column) (string, string) { return c.ID, c.Header })...)
}

// entries compares two lists whose entries are named by id.
func entries[T any](kind string, old, new []T, named func(T) (id, name string)) (out []Shared) {
	before, after, names := map[string]T{}, map[string]T{}, map[string]string{}
	for _, e := range old {
		id, name := named(e)
		before[id], names[id] = e, name
	}
	for _, e := range new {
		id, name := named(e)
		after[id], names[id] = e, name
	}
	for _, id := range both(before, after) {
		x, was := before[id]
		y, is := after[id]
		c := Shared{Kind: kind, ID: id, Name: names[id]}
		switch {
		case !is:
			c.State = "removed"
		case !was:
			c.State = "added"
		case !reflect.DeepEqual(x, y):
			c.State = "changed"
		default:
			continue
		}
		out = append(out, c)
	}
	return out
}

var (
	sharedKinds  = map[string]string{"division": "行政区划", "standard": "标准", "indicator": "指标", "column": "学校表的栏"}
	sharedStates = map[string]string{"removed": "删去", "changed": "改动", "added": "新增"}
)

func (c Shared) line() string {
	return fmt.Sprintf("全国数据%s%s：%s（%s）", sharedStates[c.State], sharedKinds[c.Kind], c.Name, c.ID)
}
