package site

import (
	"junheng/tools/balance"
)

// What a school's page shows in large; the rest of its row is behind a summary.
var headline = []string{"pupils_primary", "pupils_junior", "classes_primary", "classes_junior", "teachers_primary", "teachers_junior"}

// schoolNumbers is what the school's own row says: pupils, classes and teachers
// in large, classes by size, and the whole row.
func (y *year) schoolNumbers(s balance.School) Part {
	f := Facts{All: &Fold{Summary: "展开学校表的全部数", Table: Table{
		Caption: s.Name + season(y.Year.Year) + "学校表", Head: []TableHead{{Text: "栏目"}, {Text: "数值", Num: true}},
	}}}
	for _, id := range headline {
		if c, ok := y.b.n.Column(id); ok {
			if fact, ok := factOf(s, c.ID, c.Header, c.Unit); ok {
				f.Facts = append(f.Facts, fact)
			}
		}
	}
	for _, c := range y.b.n.Columns {
		if !c.Type.Numeric() {
			continue
		}
		if fact, ok := factOf(s, c.ID, c.Header, c.Unit); ok {
			f.All.Table.Rows = append(f.All.Table.Rows, []TableCell{{Text: fact.Name}, {Text: fact.Value + fact.Unit, Num: true}})
		}
	}
	if len(f.All.Table.Rows) == 0 {
		return Part{}
	}
	for _, st := range balance.Stages {
		if bands, ok := y.bands(s.Name, ofSchool(s), st); ok {
			f.Bands = append(f.Bands, bands)
		}
	}
	part := Part{ID: "numbers", Title: "人数与班额", Form: "facts", Data: f, Note: []string{"学校表里的原始数，" + season(y.Year.Year) + "统计。"}}
	if len(f.Bands) > 0 {
		part.Note = append(part.Note, bandNotes...)
	}
	return part
}

func factOf(s balance.School, id, header, u string) (Fact, bool) {
	d, ok := s.Values.Get(id)
	if !ok || d.Missing == balance.NotApplicable {
		return Fact{}, false
	}
	if !d.Known() {
		return Fact{Name: header, Value: string(d.Missing)}, true
	}
	return Fact{Name: header, Value: shortest(round(d.Value)), Unit: unit(u)}, true
}
