package site

import (
	"strings"

	"junheng/tools/trend"
)

type changeTwin struct {
	Schema   string  `json:"schema"`
	District subject `json:"district"`
	trend.Comparison
}

// shown is the comparison without schools where no basis for naming them is stated.
func (y *year) shown() trend.Comparison {
	c := *y.trend
	if !y.b.d.Release.SchoolRows {
		c.Fates, c.Rows = nil, y.trend.Of("")
	}
	return c
}

func (y *year) changeTwin() any {
	return changeTwin{"junheng/change/1", y.b.subject(), y.shown()}
}

// changeSheet is every criterion in two years, of the district and of each school.
func (y *year) changeSheet() File {
	var rows [][]string
	for _, r := range y.shown().Rows {
		c, _ := y.criterion(r.Standard, r.Criterion)
		var why []string
		for _, b := range r.Breaks {
			if b.Kind == trend.BreakSchools {
				why = append(why, "两年所含学校不完全相同")
			} else if says := breakSays(b); says != "" {
				why = append(why, says)
			}
		}
		rows = append(rows, []string{
			r.School, y.schools[r.School].Name, y.standardName(r.Standard), r.Criterion, c.Name, string(r.Stage),
			itoa(y.trend.From), optional(r.Old.Value), r.Old.Unit, string(r.Old.Outcome), string(r.Old.Basis), heldChecked(r.Old),
			itoa(y.trend.To), optional(r.New.Value), r.New.Unit, string(r.New.Outcome), string(r.New.Basis), heldChecked(r.New),
			optional(r.Delta), when(r.Delta != nil, percentPoints(r.Unit)), string(r.Turn), strings.Join(why, "；"),
		})
	}
	return y.sheet("change.csv", []string{"学校标识码", "学校", "标准", "条目编号", "条目", "学段",
		"前一学年", "前值", "前值单位", "前结论", "前依据", "前核实", "后一学年", "后值", "后值单位", "后结论", "后依据", "后核实",
		"增减", "增减单位", "变化", "口径变化"}, rows, y.b.d.Bureau.Name+"公布的数据与报告", newestOf(y.Year))
}

func heldChecked(h trend.Held) string {
	if h.Value == nil && !ruled(h.Outcome) {
		return ""
	}
	return checked(h.Reviewed)
}

func percentPoints(unit string) string {
	if unit == "%" {
		return "个百分点"
	}
	return unit
}

func (y *year) standardName(id string) string {
	for _, s := range y.standards {
		if s.ID == id {
			return s.Short
		}
	}
	return id
}
