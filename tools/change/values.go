package change

import (
	"maps"
	"strconv"
	"strings"

	"junheng/tools/balance"
)

// known reports whether an item says anything but why it is missing.
func known(i balance.Item) bool { return i.Judged != "" || i.Datum.Known() }

// items compares the summary's entries. Two with the same indicator, stage and
// period are told apart by their order.
func (c *comparison) items(year int, old, new []balance.Item) {
	index := func(list []balance.Item) map[string]*balance.Item {
		m := map[string]*balance.Item{}
		for i := range list {
			it := &list[i]
			key := it.Indicator + "\x00" + string(it.Stage) + "\x00" + it.Period
			for m[key] != nil {
				key += "\x00"
			}
			m[key] = it
		}
		return m
	}
	before, after := index(old), index(new)
	for _, key := range both(before, after) {
		a, b := before[key], after[key]
		v := Value{Kind: Item, Year: year}
		for _, i := range []*balance.Item{a, b} {
			if i != nil {
				v.ID, v.Name, v.Stage = i.Indicator, c.indicator(i.Indicator), i.Stage
			}
		}
		v.Old, v.New = itemText(a), itemText(b)
		if v.Old != v.New {
			c.put(v, a != nil && known(*a), b != nil && known(*b))
		}
	}
}

func itemText(i *balance.Item) string {
	switch {
	case i == nil:
		return ""
	case i.Judged != "":
		return string(i.Judged)
	}
	return datumText(i.Datum, i.Unit)
}

func datumText(d balance.Datum, unit string) string {
	if !d.Known() {
		return string(d.Missing)
	}
	return number(d.Value) + unit
}

// schools compares the rows of the school table by code.
func (c *comparison) schools(year int, old, new []balance.School) {
	index := func(list []balance.School) map[string]*balance.School {
		m := map[string]*balance.School{}
		for i := range list {
			m[list[i].Code] = &list[i]
		}
		return m
	}
	before, after := index(old), index(new)
	for _, code := range both(before, after) {
		a, b := before[code], after[code]
		switch {
		case b == nil:
			c.Vanished = append(c.Vanished, Value{Kind: WholeSchool, Year: year, Place: code, Called: a.Name, Count: countSchool(*a)})
		case a == nil:
			c.Added = append(c.Added, Value{Kind: WholeSchool, Year: year, Place: code, Called: b.Name, Count: countSchool(*b)})
		default:
			c.school(year, a, b)
		}
	}
}

func (c *comparison) school(year int, a, b *balance.School) {
	for _, f := range []struct{ name, old, new string }{
		{"学校名称", a.Name, b.Name}, {"曾用名", strings.Join(a.Former, "；"), strings.Join(b.Former, "；")}, {"原标识码", strings.Join(a.FormerCodes, "；"), strings.Join(b.FormerCodes, "；")},
		{"办学类型", string(a.Type), string(b.Type)}, {"举办者", a.Organiser, b.Organiser},
		{"城乡分类", a.Setting, b.Setting}, {"所在乡镇", a.Township, b.Township},
	} {
		if f.old != f.new {
			c.put(Value{Kind: Field, Year: year, Place: b.Code, Called: b.Name, Name: f.name, Old: f.old, New: f.new}, f.old != "", f.new != "")
		}
	}
	for _, id := range both(maps.Collect(a.Values.All()), maps.Collect(b.Values.All())) {
		x, was := a.Values.Get(id)
		y, is := b.Values.Get(id)
		name, unit := c.column(id)
		v := Value{Kind: Field, Year: year, Place: b.Code, Called: b.Name, ID: id, Name: name}
		if was {
			v.Old = datumText(x, unit)
		}
		if is {
			v.New = datumText(y, unit)
		}
		if v.Old != v.New {
			c.put(v, was && x.Known(), is && y.Known())
		}
	}
}

func (c *comparison) indicator(id string) string {
	if c.names != nil {
		if i, ok := c.names.Indicator(id); ok {
			return i.Name
		}
	}
	return id
}

func (c *comparison) column(id string) (name, unit string) {
	if c.names != nil {
		if col, ok := c.names.Column(id); ok {
			return col.Header, col.Unit
		}
	}
	return id, ""
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
