package record

import "strconv"

// fit holds the numbers of the row at hand against each other: a part is not
// larger than its whole, the classes above a limit agree with the largest
// class, and the classes have room for all pupils. What is compared is data
// (columns.toml).
func (t *table) fit(cells []cell) {
	n := t.national
	for _, r := range n.relations {
		part, p := t.value(r.Part)
		whole, w := t.value(r.Whole)
		if p < 0 || w < 0 || part <= whole {
			continue
		}
		what := show(part) + " 大于“" + snippet(t.heads[w].written) + "”" + show(whole) + "，" + r.Text
		if r.Notice {
			t.notice(&t.heads[p], cells[p], what, "请核对两栏")
		} else {
			t.fault(&t.heads[p], cells[p], what, "核对两栏，改正写错的一个")
		}
	}
	for _, b := range n.bands {
		classes, c := t.value(b.Classes)
		largest, l := t.value(b.Largest)
		if c < 0 || l < 0 || (largest > b.Limit) == (classes > 0) {
			continue
		}
		is := "没有超过 "
		if largest > b.Limit {
			is = "已超过 "
		}
		t.fault(&t.heads[c], cells[c], "是 "+show(classes)+"，而“"+snippet(t.heads[l].written)+"”"+show(largest)+is+show(b.Limit), "核对两栏，改正写错的一个")
	}
	for _, k := range n.capacities {
		total, p := t.value(k.Total)
		count, c := t.value(k.Count)
		most, m := t.value(k.Most)
		if p < 0 || c < 0 || m < 0 || total <= count*most {
			continue
		}
		t.fault(&t.heads[p], cells[p], show(total)+" 多于 "+show(count)+" 个班、每班至多 "+show(most)+" 人所能容纳的 "+show(count*most), "核对“"+
			snippet(t.heads[c].written)+"”和“"+snippet(t.heads[m].written)+"”")
	}
}

// value returns the number in a column of the row at hand and the column's
// position, -1 when there is no number.
func (t *table) value(id string) (float64, int) {
	if i, ok := t.byID[id]; ok && t.known[i] {
		return t.vals[i], i
	}
	return 0, -1
}

func show(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
