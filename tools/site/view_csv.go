package site

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/district"
)

// File is written beside a page: a table for spreadsheets, or a script that holds data.
type File struct {
	Name string `json:"name"` // verdicts.csv, names.js
	Text string `json:"text"`

	Base64 bool `json:"base64,omitempty"` // Text stands for bytes that are none
}

// sheet writes rows as CSV (RFC 4180) with a byte order mark, which is how Excel
// knows UTF-8. Every row ends in where it comes from, so that a row copied out
// still says so.
func (y *year) sheet(name string, head []string, rows [][]string, source, date string) File {
	place := []string{y.b.d.Code, y.b.d.Name, strconv.Itoa(y.Year.Year)}
	from := []string{source, date, y.b.owner.Version, y.b.d.Licence}
	out := [][]string{slices.Concat([]string{"区划代码", "区县", "学年"}, head, []string{"来源", "来源日期", "数据版本", "许可"})}
	for _, row := range rows {
		out = append(out, slices.Concat(place, row, from))
	}
	return csvFile(name, out)
}

func csvFile(name string, rows [][]string) File {
	var s strings.Builder
	s.WriteString("\ufeff")
	w := csv.NewWriter(&s)
	w.UseCRLF = true
	for _, row := range rows {
		for i := range row {
			row[i] = inert(row[i])
		}
		w.Write(row) // a strings.Builder does not fail
	}
	w.Flush()
	return File{Name: name, Text: s.String()}
}

// inert keeps a spreadsheet from taking text for a formula.
func inert(cell string) string {
	if cell == "" || !strings.Contains("=+-@\t\r", cell[:1]) {
		return cell
	}
	if _, err := strconv.ParseFloat(cell, 64); err == nil {
		return cell
	}
	return "'" + cell
}

// verdictSheet is every verdict on the district: standards, parts, criteria.
func (y *year) verdictSheet() File {
	var rows [][]string
	for _, s := range y.standards {
		for _, v := range y.Assessed.Verdicts {
			if v.Standard != s.ID || v.School != "" {
				continue
			}
			part, name := "", s.Short
			for _, p := range s.Parts {
				if p.ID == v.Part {
					part, name = p.Name, p.Name
				}
			}
			if c, ok := y.criterion(s.ID, v.Criterion); ok {
				name = c.Name
			}
			gap := ""
			if v.Gap != nil {
				gap = v.Gap.Text
			}
			rests := ""
			if v.Basis != "" || v.Criterion == "" {
				rests = checked(v.Reviewed)
			}
			rows = append(rows, []string{s.Short, s.Number, part, v.Criterion, name, string(v.Stage), string(v.Outcome), string(v.Basis), rests,
				optional(v.Value), v.Unit, v.Measure, limit(v.Threshold), gap, v.Note})
		}
	}
	return y.sheet("verdicts.csv", []string{"标准", "文号", "部分", "条目编号", "条目", "学段", "结论", "依据", "核实", "值", "单位", "值的含义", "限值", "差距", "说明"},
		rows, y.b.d.Bureau.Name+"公布的数据与报告", newestOf(y.Year))
}

// schoolSheet is every school's values; nothing where no basis for publishing
// school by school is stated.
func (y *year) schoolSheet() []File {
	if !y.b.d.Release.SchoolRows || y.b.d.Release.Basis == "" || len(y.Assessed.Values) == 0 {
		return nil
	}
	criteria := map[[2]string]balance.Criterion{}
	short := map[string]string{}
	for _, s := range y.standards {
		short[s.ID] = s.Short
		for _, c := range s.Criteria {
			if c.Level == balance.LevelSchool {
				criteria[[2]string{s.ID, c.Indicator}] = c
			}
		}
	}
	var rows [][]string
	for _, v := range y.Assessed.Values {
		s := y.schools[v.School]
		i, _ := y.b.n.Indicator(v.Indicator)
		missing := string(v.Missing)
		if v.Value == nil && missing == "" {
			missing = string(balance.NotPublished)
		}
		row := []string{s.Code, s.Name, string(s.Type), string(v.Stage), optional(v.Pupils), short[v.Standard], v.Indicator, i.Name,
			optional(v.Value), i.Unit, missing, "是", "", ""}
		if !v.Counted {
			row[11] = "否"
		}
		if c, ok := criteria[[2]string{v.Standard, v.Indicator}]; ok {
			for _, held := range y.verdicts[spot{v.Standard, "", c.ID, v.School}] {
				if held.Stage == v.Stage {
					row[12], row[13] = limit(held.Threshold), string(held.Outcome)
				}
			}
		}
		rows = append(rows, row)
	}
	return []File{y.sheet("schools.csv", []string{"学校标识码", "学校", "类型", "学段", "在校生", "标准", "指标编号", "指标", "值", "单位", "缺的原因", "计入判定", "限值", "结论"},
		rows, "学校表；公开依据："+y.b.d.Release.Basis, season(y.Year.Year))}
}

// figureSheet is every figure read from a report.
func (y *year) figureSheet(r *district.Report) File {
	speaks := map[int]string{}
	for _, a := range r.Articles {
		speaks[a.Number] = levels[a.SpeaksFor]
	}
	var rows [][]string
	for i := range r.Figures {
		f := &r.Figures[i]
		ind, _ := y.b.n.Indicator(f.Indicator)
		was, reason := "", ""
		if f.Review != nil {
			reason = f.Review.Reason
			if f.Review.Read != nil {
				was = y.reads(*f.Review.Read)
			}
		}
		rows = append(rows, []string{f.ID, speaks[f.Source.Article], f.Source.Quote, f.Raw, exact(f.Value), optional(f.ValueMax), f.Unit, hedge(f.Comparator), kinds[f.Kind],
			string(f.Stage), f.Scope, f.Period, f.Indicator, ind.Name, f.State(), was, reason})
	}
	date := r.Published
	if date == "" {
		date = r.Retrieved
	}
	return y.sheet("figures.csv", []string{"编号", "这一篇代表", "原句", "原文数字", "读作", "上限", "单位", "约数或界限", "性质", "学段", "范围", "时间", "指标编号", "指标", "核实", "更正前机读", "核实理由"},
		rows, fmt.Sprintf("%s《%s》", r.Publisher, r.Title), date)
}

func checked(reviewed bool) string {
	if reviewed {
		return "已核"
	}
	return "机读待核"
}

func limit(t *balance.Threshold) string {
	if t == nil {
		return ""
	}
	return signs[t.Op] + exact(t.Value)
}

func optional(v *float64) string {
	if v == nil {
		return ""
	}
	return exact(*v)
}

// exact writes a number for machines, with as many digits as the JSON twins.
func exact(v float64) string {
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	return strconv.FormatFloat(v, 'f', -1, 64)
}
