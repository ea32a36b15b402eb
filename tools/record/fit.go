package record

import "strconv"

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
}

func (t *table) resolve() (r rules) {
	have := func(ids ...string) bool {
		for _, id := range ids {
			if _, ok := t.byID[id]; !ok {
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
			}{x, t.byID[x.Part], t.byID[x.Whole]})
		}
	}
	for _, x := range t.national.bands {
		if have(x.Classes, x.Largest) {
			r.bands = append(r.bands, struct {
				band
				classes, largest int
			}{x, t.byID[x.Classes], t.byID[x.Largest]})
		}
	}
	for _, x := range t.national.capacities {
		if have(x.Total, x.Count, x.Most) {
			r.capacities = append(r.capacities, struct{ total, count, most int }{t.byID[x.Total], t.byID[x.Count], t.byID[x.Most]})
		}
	}
	return r
}

// fit holds the numbers of the row at hand against each other: a part is not
// larger than its whole, the classes above a limit agree with the largest
// class, and the classes have room for all pupils.
func (t *table) fit(cells []cell) {
	v, known := t.vals, t.known
	for i := range t.rules.relations {
		r := &t.rules.relations[i]
		if !known[r.part] || !known[r.whole] || v[r.part] <= v[r.whole] {
			continue
		}
		what := show(v[r.part]) + " 大于" + t.named(r.whole) + show(v[r.whole]) + "，" + r.Text
		if r.Notice {
			t.notice(&t.heads[r.part], cells[r.part], what, "请核对两栏")
		} else {
			t.fault(&t.heads[r.part], cells[r.part], what, "核对两栏，改正写错的一个")
		}
	}
	for _, b := range t.rules.bands {
		if !known[b.classes] || !known[b.largest] || (v[b.largest] > b.Limit) == (v[b.classes] > 0) {
			continue
		}
		is := "没有超过 "
		if v[b.largest] > b.Limit {
			is = "已超过 "
		}
		t.fault(&t.heads[b.classes], cells[b.classes], "是 "+show(v[b.classes])+"，而"+t.named(b.largest)+show(v[b.largest])+" "+is+show(b.Limit),
			"核对两栏，改正写错的一个")
	}
	for _, c := range t.rules.capacities {
		if !known[c.total] || !known[c.count] || !known[c.most] || v[c.total] <= v[c.count]*v[c.most] {
			continue
		}
		t.fault(&t.heads[c.total], cells[c.total], show(v[c.total])+" 多于 "+show(v[c.count])+" 个班、每班至多 "+show(v[c.most])+" 人所能容纳的 "+
			show(v[c.count]*v[c.most]), "核对"+t.named(c.count)+"和"+t.named(c.most))
	}
}

// named quotes the header of a column.
func (t *table) named(i int) string { return "“" + snippet(t.heads[i].written) + "”" }

func show(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
