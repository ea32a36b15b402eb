package change

import (
	"fmt"
	"strconv"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/district"
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
		{"学校名称", a.Name, b.Name}, {"曾用名", strings.Join(a.Former, "；"), strings.Join(b.Former, "；")},
		{"办学类型", string(a.Type), string(b.Type)}, {"举办者", a.Organiser, b.Organiser},
		{"城乡分类", a.Setting, b.Setting}, {"所在乡镇", a.Township, b.Township},
	} {
		if f.old != f.new {
			c.put(Value{Kind: Field, Year: year, Place: b.Code, Called: b.Name, Name: f.name, Old: f.old, New: f.new}, f.old != "", f.new != "")
		}
	}
	for _, id := range both(a.Values, b.Values) {
		x, was := a.Values[id]
		y, is := b.Values[id]
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

// reports compares the documents of a year by their address.
func (c *comparison) reports(year int, old, new []district.Report) {
	index := func(list []district.Report) map[string]*district.Report {
		m := map[string]*district.Report{}
		for i := range list {
			m[list[i].Slug] = &list[i]
		}
		return m
	}
	before, after := index(old), index(new)
	for _, slug := range both(before, after) {
		a, b := before[slug], after[slug]
		switch {
		case b == nil:
			c.Vanished = append(c.Vanished, Value{Kind: WholeReport, Year: year, Place: slug, Called: a.Title, Count: len(a.Figures)})
		case a == nil:
			c.Added = append(c.Added, Value{Kind: WholeReport, Year: year, Place: slug, Called: b.Title, Count: len(b.Figures)})
		default:
			c.figures(year, b, a.Figures, b.Figures)
		}
	}
}

// figures pairs what was read out of a document before and after: first what is
// alike in every word, wherever it now stands, then what stands in the same
// place, then what is said of the same thing. The rest vanished or came.
func (c *comparison) figures(year int, r *district.Report, old, new []balance.Figure) {
	for _, key := range []func(f balance.Figure) string{
		func(f balance.Figure) string { return f.Source.Quote + "\x00" + c.figure(f) + "\x00" + f.Period },
		func(f balance.Figure) string { return f.ID },
		func(f balance.Figure) string {
			if f.Indicator == "" {
				return ""
			}
			return strings.Join([]string{strconv.Itoa(f.Source.Article), f.Indicator, string(f.Stage), f.Scope, string(f.Kind), f.Period}, "\x00")
		},
	} {
		old, new = c.pair(year, r, old, new, key)
	}
	for _, f := range old {
		v := c.figureValue(year, r, f)
		v.Old = c.figure(f)
		c.Vanished = append(c.Vanished, v)
	}
	for _, f := range new {
		v := c.figureValue(year, r, f)
		v.New = c.figure(f)
		c.Added = append(c.Added, v)
	}
}

// pair takes away what has the same key, in the order of the text, and returns
// what is left of both.
func (c *comparison) pair(year int, r *district.Report, old, new []balance.Figure, key func(balance.Figure) string) (a, b []balance.Figure) {
	waiting := map[string][]balance.Figure{}
	for _, f := range old {
		waiting[key(f)] = append(waiting[key(f)], f)
	}
	taken := map[string]int{}
	for _, f := range new {
		k := key(f)
		if k == "" || taken[k] == len(waiting[k]) {
			b = append(b, f)
			continue
		}
		was := waiting[k][taken[k]]
		taken[k]++
		if x, y := c.figure(was), c.figure(f); x != y {
			v := c.figureValue(year, r, f)
			v.Old, v.New = x, y
			c.Changed = append(c.Changed, v)
		}
	}
	for _, f := range old {
		if k := key(f); k == "" || taken[k] == 0 {
			a = append(a, f)
		} else {
			taken[k]--
		}
	}
	return a, b
}

func (c *comparison) figureValue(year int, r *district.Report, f balance.Figure) Value {
	v := Value{Kind: Figure, Year: year, Place: r.Slug, Called: r.Title, ID: f.Indicator, Name: c.indicator(f.Indicator), Stage: f.Stage}
	if v.Name == "" {
		v.Name = f.Subject
	}
	if v.Name == "" {
		v.Name = "“" + f.Source.Quote + "”"
	}
	return v
}

// figure is a figure in words: what it says, and what it was taken for.
func (c *comparison) figure(f balance.Figure) string {
	s := signs[f.Comparator] + number(f.Value)
	if f.ValueMax != nil {
		s += "—" + number(*f.ValueMax)
	}
	s += f.Unit
	var taken []string
	for _, word := range []string{c.indicator(f.Indicator), string(f.Stage), f.Scope, kinds[f.Kind]} {
		if word != "" {
			taken = append(taken, word)
		}
	}
	if len(taken) > 0 {
		s += fmt.Sprintf("（%s）", strings.Join(taken, "，"))
	}
	return s
}

var signs = map[balance.Comparator]string{balance.Ge: "≥", balance.Gt: ">", balance.Le: "≤", balance.Lt: "<", balance.Approx: "约"}

var kinds = map[balance.Kind]string{balance.Limit: "标准", balance.Target: "目标", balance.Plan: "规划", balance.Forecast: "预测"}

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
