package record

import (
	"math"
	"slices"
	"strconv"

	"junheng/tools/balance"
)

// rules are the relations of columns.toml with the positions that their
// columns have in the table at hand; those it has no columns for are left out.
type rules struct {
	relations []struct {
		relation
		part, whole int
	}
	bands []struct {
		band
		classes, largest int
	}
	capacities []struct{ total, count, most int }
	sums       []struct {
		sum
		whole   int
		parts   []int
		derived bool // the table has no such column: the row's whole is made here
	}
}

// resolveSums finds the sums that the table has every part of, and adds the
// wholes that it does not have to ids.
func (t *table) resolveSums(ids []string) []string {
	for _, x := range t.national.sums {
		var parts []int
		for _, part := range x.Parts {
			if i := slices.Index(ids, part); i >= 0 {
				parts = append(parts, i)
			}
		}
		if len(parts) < len(x.Parts) {
			continue
		}
		whole := slices.Index(ids, x.Whole)
		derived := whole < 0
		if derived {
			c, _ := t.national.Column(x.Whole)
			whole = len(ids)
			ids, t.headOf = append(ids, x.Whole), append(t.headOf, t.headOf[parts[0]])
			t.headings = append(t.headings, &heading{Column: c, written: c.Header + "（各栏相加）"})
		}
		t.rules.sums = append(t.rules.sums, struct {
			sum
			whole   int
			parts   []int
			derived bool
		}{x, whole, parts, derived})
	}
	return ids
}

// addUp holds the parts of each sum of the row at hand against their whole, or
// makes the whole where the table has none.
func (t *table) addUp(cells []cell) {
	v := t.values
	for i := range t.rules.sums {
		x := &t.rules.sums[i]
		total := added(v, x.parts)
		switch {
		case x.derived:
			v[x.whole] = total
		case total.Known() && v[x.whole].Known() && total != v[x.whole]:
			t.fault(t.headings[x.whole], cells[t.headOf[x.whole]], "是 "+show(v[x.whole])+"，而各栏相加是 "+show(total)+"，"+x.Text,
				"核对从“"+snippet(t.headings[x.parts[0]].written)+"”到“"+snippet(t.headings[x.parts[len(x.parts)-1]].written)+"”的各栏，改正写错的一个")
		}
	}
}

// added is the sum of entries; where all say 不适用 that, and where one is not
// known for another reason, the reason.
func added(v []balance.Entry, parts []int) balance.Entry {
	total, some := balance.Number(0), false
	for _, i := range parts {
		switch {
		case v[i].Known():
			total, some = total+v[i], true
		case v[i].Missing() != balance.NotApplicable:
			return v[i]
		}
	}
	if !some {
		return notApplicable
	}
	return total
}

func (t *table) resolve() (r rules) {
	r.sums = t.rules.sums
	have := func(ids ...string) bool {
		for _, id := range ids {
			if t.fields.Index(id) < 0 {
				return false
			}
		}
		return true
	}
	for _, x := range t.national.relations {
		if have(x.Part, x.Whole) {
			r.relations = append(r.relations, struct {
				relation
				part, whole int
			}{x, t.fields.Index(x.Part), t.fields.Index(x.Whole)})
		}
	}
	for _, x := range t.national.bands {
		if have(x.Classes, x.Largest) {
			r.bands = append(r.bands, struct {
				band
				classes, largest int
			}{x, t.fields.Index(x.Classes), t.fields.Index(x.Largest)})
		}
	}
	for _, x := range t.national.capacities {
		if have(x.Total, x.Count, x.Most) {
			r.capacities = append(r.capacities, struct{ total, count, most int }{t.fields.Index(x.Total), t.fields.Index(x.Count), t.fields.Index(x.Most)})
		}
	}
	return r
}

// fit holds the numbers of the row at hand against each other: a part is not
// larger than its whole, the classes above a limit agree with the largest
// class, and the classes have room for all pupils. What is no number is
// neither larger nor smaller than another.
func (t *table) fit(cells []cell) {
	v := t.values
	for i := range t.rules.relations {
		r := &t.rules.relations[i]
		if !(v[r.part] > v[r.whole]) {
			continue
		}
		what := show(v[r.part]) + " 大于" + t.named(r.whole) + show(v[r.whole]) + "，" + r.Text
		h, c := t.headings[r.part], cells[t.headOf[r.part]]
		if r.Notice {
			t.notice(h, c, what, "请核对两栏")
		} else {
			t.fault(h, c, what, "核对两栏，改正写错的一个")
		}
	}
	for i := range t.rules.bands {
		b := &t.rules.bands[i]
		limit := balance.Number(b.Limit)
		if !v[b.classes].Known() || !v[b.largest].Known() || (v[b.largest] > limit) == (v[b.classes] > 0) {
			continue
		}
		is := "没有超过 "
		if v[b.largest] > limit {
			is = "已超过 "
		}
		t.fault(t.headings[b.classes], cells[t.headOf[b.classes]], "是 "+show(v[b.classes])+"，而"+t.named(b.largest)+show(v[b.largest])+" "+is+show(limit),
			"核对两栏，改正写错的一个")
	}
	for _, c := range t.rules.capacities {
		if !(v[c.total] > v[c.count]*v[c.most]) {
			continue
		}
		t.fault(t.headings[c.total], cells[t.headOf[c.total]], show(v[c.total])+" 多于 "+show(v[c.count])+" 个班、每班至多 "+show(v[c.most])+" 人所能容纳的 "+
			show(v[c.count]*v[c.most]), "核对"+t.named(c.count)+"和"+t.named(c.most))
	}
}

// named quotes the header of a field.
func (t *table) named(field int) string { return "“" + snippet(t.headings[field].written) + "”" }

func show[T ~float64](v T) string {
	if math.Abs(float64(v)) >= 1e21 {
		return strconv.FormatFloat(float64(v), 'g', 3, 64)
	}
	return strconv.FormatFloat(float64(v), 'f', -1, 64)
}
