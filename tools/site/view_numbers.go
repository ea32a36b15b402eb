package site

import (
	"strings"

	"junheng/tools/balance"
	"junheng/tools/chart"
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
	for _, b := range []struct {
		stage  string
		name   balance.Stage
		limits []int
	}{{"_primary", balance.StagePrimary, []int{45, 55}}, {"_junior", balance.StageJunior, []int{50, 55}}} {
		if bands, ok := y.bands(s, b.stage, b.name, b.limits); ok {
			f.Bands = append(f.Bands, bands)
		}
	}
	part := Part{ID: "numbers", Title: "人数与班额", Form: "facts", Data: f, Note: []string{"学校表里的原始数，" + season(y.Year.Year) + "统计。"}}
	if len(f.Bands) > 0 {
		part.Note = append(part.Note, "优质均衡要求小学每班不超过45人、初中不超过50人；国家统计把56人以上称为大班额。两条线不要混用。")
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

// bands are a stage's classes by size: up to the limit of 优质均衡, beyond it,
// and 大班额. Each column classes_over<n> counts those above n.
func (y *year) bands(s balance.School, suffix string, stage balance.Stage, limits []int) (Bands, bool) {
	all, ok := s.Values.Get("classes" + suffix)
	if !ok || !all.Known() || all.Value == 0 {
		return Bands{}, false
	}
	over := []float64{all.Value}
	for _, n := range limits {
		d, ok := s.Values.Get("classes_over" + itoa(n) + suffix)
		if !ok || !d.Known() {
			return Bands{}, false
		}
		over = append(over, d.Value)
	}
	over = append(over, 0)
	out := Bands{Caption: s.Name + string(stage) + "各班人数，" + season(y.Year.Year), Head: string(stage) + "每班人数"}
	for i := 0; i+1 < len(over); i++ {
		n := over[i] - over[i+1]
		state := "short"
		if i == 0 {
			state = "met"
		}
		band := Band{Name: bandName(limits, i), Count: number(n, 0), Edge: i == 1}
		if n > 0 {
			band.Bar = chart.Bar(n/all.Value, state)
		}
		out.Rows = append(out.Rows, band)
	}
	return out, true
}

func bandName(limits []int, i int) string {
	switch {
	case i == 0:
		return itoa(limits[0]) + "人及以下"
	case i == len(limits):
		return itoa(limits[i-1]+1) + "人及以上"
	}
	return strings.Join([]string{itoa(limits[i-1] + 1), itoa(limits[i])}, "至") + "人"
}
