package district

import (
	"slices"

	"junheng/tools/assess"
	"junheng/tools/audit"
)

// beside holds every report against the district's data files and against the
// reports of its year that came before it. It is done last: what is withheld
// of the school table is in no sum by then.
func (d *District) beside() {
	var known []audit.Known
	for _, y := range d.Years {
		known = append(append(known, audit.Table(y.Year, y.Schools)...), audit.Items(y.Year, y.Items)...)
	}
	whole := func(scope string) bool { return assess.WholeDistrict(&d.District, scope) }
	for i := range d.Years {
		y := &d.Years[i]
		var before []audit.Other
		for _, k := range inOrder(y.Reports) {
			r := &y.Reports[k]
			figs := kept(r.Figures)
			r.Checks = append(r.Checks, audit.Against(&r.Report, figs, audit.Beside{
				Year: y.Year, Known: known, Reports: before, Whole: whole, Own: r.Checks,
			})...)
			before = append(before, audit.Other{Report: &r.Report, Figures: figs})
		}
	}
}

// inOrder is the reports by the day they were published.
func inOrder(list []Report) []int {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := list[a].Published, list[b].Published
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	return order
}
