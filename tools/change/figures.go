package change

import (
	"fmt"
	"strconv"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/district"
)

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
			c.checks(year, a, b)
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
	if f.Rejected() {
		taken = append(taken, "剔除")
	}
	if len(taken) > 0 {
		s += fmt.Sprintf("（%s）", strings.Join(taken, "，"))
	}
	return s
}

var signs = map[balance.Comparator]string{balance.Ge: "≥", balance.Gt: ">", balance.Le: "≤", balance.Lt: "<", balance.Approx: "约"}

var kinds = map[balance.Kind]string{balance.Limit: "标准", balance.Target: "目标", balance.Plan: "规划", balance.Forecast: "预测"}
