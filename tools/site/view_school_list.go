package site

import (
	"fmt"
	"slices"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/chart"
)

// schoolList is the district's schools against the criteria judged school by
// school, in code order.
func (y *year) schoolList() Part {
	if len(y.Schools) == 0 {
		return Part{}
	}
	part := Part{ID: "schools", Title: "学校", Note: []string{"按学校标识码排列，不排名。"}}
	if !y.b.d.Release.SchoolRows {
		part.Form, part.Data = "rows", Entries{Rows: []Entry{{
			Name: "只公布汇总", Text: text(fmt.Sprintf("学校表有%d所学校。没有写明公开依据，逐校数据不公布，只用于推算。", len(y.Schools))),
		}}}
		return part
	}
	t := Table{
		Caption: y.b.d.Name + season(y.Year.Year) + "学校，资源配置按优质均衡判定",
		Head:    []TableHead{{Text: "学校"}, {Text: "类型"}, {Text: "在校生", Num: true}, {Text: "各校判定"}},
	}
	for _, s := range y.Schools {
		row := []TableCell{
			{Text: s.Name, Href: y.b.schoolHref(s.Code), Small: s.Code}, {Text: string(s.Type)}, {Text: pupils(s), Num: true}, {},
		}
		for _, std := range y.standards {
			for _, p := range std.Parts {
				if vs := y.verdicts[spot{std.ID, p.ID, "", s.Code}]; p.Rule == balance.RuleSchools && len(vs) > 0 {
					row[3].Mark = mark(vs[0].Outcome)
				}
			}
		}
		if row[3].Mark == nil {
			row[3].Mark = mark(balance.OutOfScope)
		}
		t.Rows = append(t.Rows, row)
	}
	part.Form, part.Data = "table", t
	if y.schoolSheet() != nil {
		part.Links = []Link{{Name: "各校各项的值（CSV）", Href: y.base() + "schools.csv"}}
	}
	return part
}

func pupils(s balance.School) string {
	sum, known := 0.0, false
	for _, id := range []string{"pupils_primary", "pupils_junior"} {
		if d, ok := s.Values.Get(id); ok && d.Known() {
			sum, known = sum+d.Value, true
		}
	}
	if !known {
		return string(balance.NotReported)
	}
	return number(sum, 0) + "人"
}

// oversize are the schools beyond a limit on size, against the line.
func (y *year) oversize() Part {
	if !y.b.d.Release.SchoolRows {
		return Part{}
	}
	for _, std := range y.standards {
		for _, c := range std.Criteria {
			i, ok := y.b.n.Indicator(c.Indicator)
			if !ok || c.Level != balance.LevelSchool || i.Formula == nil || i.Formula.Split != balance.SplitWhole || !lower([]balance.Criterion{c}) {
				continue
			}
			if p := y.beyond(std, c); p.Form != "" {
				return p
			}
		}
	}
	return Part{}
}

// beyond are the schools that miss a limit on size.
func (y *year) beyond(s balance.Standard, c balance.Criterion) Part {
	l := Ledger{Caption: y.b.d.Name + "超过规模上限的学校，" + season(y.Year.Year), Head: "学校与上限", Stages: []string{"在校生"}, Ends: []string{"两倍", "上限", "0人"}}
	sum := 0.0
	for _, sc := range y.Schools {
		for _, v := range y.verdicts[spot{s.ID, "", c.ID, sc.Code}] {
			if v.Outcome != balance.NotMet || v.Value == nil || v.Threshold == nil {
				continue
			}
			scale := chart.Scale{Limit: v.Threshold.Value, Op: v.Threshold.Op, Twice: true}
			over := *v.Value - v.Threshold.Value
			sum += over
			l.Rows = append(l.Rows, LedgerRow{
				Name: sc.Name, Href: y.b.schoolHref(sc.Code), Limit: "上限" + shortest(v.Threshold.Value) + "人",
				Cells: []Cell{{
					Value: number(*v.Value, 0), Mark: &Mark{"short", "超限"}, Gap: "多" + number(over, 0) + "人",
					Track: chart.Track{Scale: scale, Value: *v.Value, State: "short"}.SVG(),
				}},
			})
			break
		}
	}
	if len(l.Rows) == 0 {
		return Part{}
	}
	return Part{
		ID: "size", Title: "学校规模", Form: "ledger", Data: l,
		Note: []string{c.Name + "。", "竖线是规模上限，线右为不超。"},
		Gist: text(fmt.Sprintf("%d所学校超过上限，共多%s人。", len(l.Rows), number(sum, 0))),
	}
}

// matrix is every school against the criteria of a part.
func (y *year) matrix(s balance.Standard, p balance.Part, cs []balance.Criterion) Part {
	if !y.b.d.Release.SchoolRows {
		return Part{}
	}
	m := Matrix{Caption: y.b.d.Name + season(y.Year.Year) + "各校" + strings.ReplaceAll(p.Name, "·", "：") + "，按学校标识码排列", Head: []TableHead{{Text: "学校（部）"}}}
	for _, c := range cs {
		m.Head = append(m.Head, TableHead{Text: criterion{c}.short(y.b.n), Small: limits(c)})
	}
	m.Head = append(m.Head, TableHead{Text: "合计判定"})
	for _, sc := range y.Schools {
		stages := sc.Type.Stages()
		for _, st := range stages {
			row := MatrixRow{Name: sc.Name, Href: y.b.schoolHref(sc.Code)}
			if len(stages) > 1 {
				row.Small = string(st) + "部"
			}
			any := false
			for _, c := range cs {
				cell := TableCell{}
				_, of := byStage(y.verdicts[spot{s.ID, "", c.ID, sc.Code}])
				if vs := of[st]; len(vs) > 0 {
					any = true
					if vs[0].Value != nil {
						cell.Text = y.printed(c, *vs[0].Value)
					}
					cell.Mark = mark(vs[0].Outcome)
				}
				row.Cells = append(row.Cells, cell)
			}
			whole := TableCell{}
			for _, v := range y.verdicts[spot{s.ID, p.ID, "", sc.Code}] {
				if v.Stage == st || v.Stage == balance.StageNone {
					whole.Mark = mark(v.Outcome)
				}
			}
			row.Cells = append(row.Cells, whole)
			if any {
				m.Rows = append(m.Rows, row)
			}
		}
	}
	if len(m.Rows) == 0 {
		return Part{}
	}
	return Part{
		ID: p.ID + "-schools", Title: "各校逐项", Form: "matrix", Data: m, Gist: m.tally(),
		Note: []string{"圆点达标，三角未达标。每一格是这所学校（部）的值和结论；表头小字是限值，完整算法在学校页。"},
	}
}

// tally is how many of the rows came to what in all: 25所学校（部）：达标24，未达标1。
func (m Matrix) tally() []Run {
	var words []string
	counts := map[string]int{}
	for _, r := range m.Rows {
		if whole := r.Cells[len(r.Cells)-1].Mark; whole != nil {
			if counts[whole.Word] == 0 {
				words = append(words, whole.Word)
			}
			counts[whole.Word]++
		}
	}
	slices.Sort(words)
	for i, w := range words {
		words[i] = fmt.Sprintf("%s%d", w, counts[w])
	}
	return text(fmt.Sprintf("%d所学校（部）", len(m.Rows)) + when(len(words) > 0, "：") + strings.Join(words, "，") + "。")
}
