package site

import (
	"encoding/json"
	"fmt"
	"slices"

	"junheng/tools/assess"
	"junheng/tools/balance"
)

// The working of every coefficient and of every limit that schools must keep,
// row by row: beside the page of a standard's full working, as CSV and JSON.
// Nothing where no basis for publishing school by school is stated.

// rowsJSON is rows.json.
type rowsJSON struct {
	Schema   string      `json:"schema"`
	District subject     `json:"district"`
	Year     int         `json:"year"`
	Standard string      `json:"standard"`
	Sheets   []rowsSheet `json:"sheets"`
}

// rowsSheet is one criterion and stage: a line for each school's section, a
// value for each column, null where there is none.
type rowsSheet struct {
	Criterion string          `json:"criterion"`
	Stage     balance.Stage   `json:"stage,omitempty"`
	Indicator string          `json:"indicator"`
	Unit      string          `json:"unit,omitempty"`
	Formula   string          `json:"formula,omitempty"`
	Sums      *assess.Sums    `json:"sums,omitempty"`
	Columns   []assess.Column `json:"columns"`
	Lines     [][]any         `json:"lines"`
}

// What pages add to every line: the cells of the school table that went in,
// where they stand, and why a school is not counted.
var rowColumns = []assess.Column{{Key: "inputs", Header: "学校表的数"}, {Key: "place", Header: "在学校表的"}, {Key: "counted", Header: "计入"}, {Key: "why", Header: "不计入的原因"}}

// rowFiles are the tables beside a standard's full working.
func (y *year) rowFiles(s balance.Standard) []File {
	if !y.b.d.Release.SchoolRows || y.b.d.Release.Basis == "" || len(y.Schools) == 0 {
		return nil
	}
	all := rowsJSON{"junheng/rows/1", y.b.subject(), y.Year.Year, s.ID, []rowsSheet{}}
	var spreads, limits [][]string
	var spreadHead, limitHead []string
	for _, c := range s.Criteria {
		stages := c.Stages
		if len(stages) == 0 {
			stages = []balance.Stage{balance.StageNone}
		}
		for _, stage := range stages {
			sheet, ok := y.Assessed.Sheet(s.ID, c.ID, stage, y.b.n.Indicators, y.Schools)
			if !ok {
				continue
			}
			spread, held := has(sheet, "part"), has(sheet, "verdict")
			if spread || held {
				y.complement(&sheet, s, c, spread)
			}
			all.Sheets = append(all.Sheets, compact(sheet))
			switch head, rows := y.rowRecords(sheet, c); {
			case spread:
				spreadHead, spreads = head, append(spreads, rows...)
			case held:
				limitHead, limits = head, append(limits, rows...)
			}
		}
	}
	if len(all.Sheets) == 0 {
		return nil
	}
	data, err := json.Marshal(all)
	if err != nil {
		panic("site: rows: " + err.Error()) // only for a type that JSON cannot hold
	}
	files := []File{{Name: "rows.json", Text: string(assess.Round(data))}}
	if spreads != nil {
		files = append(files, y.sheet("spreads.csv", spreadHead, spreads, "学校表", season(y.Year.Year)))
	}
	if limits != nil {
		files = append(files, y.sheet("limits.csv", limitHead, limits, "学校表", season(y.Year.Year)))
	}
	return files
}

func has(s assess.Sheet, key string) bool {
	return slices.ContainsFunc(s.Columns, func(c assess.Column) bool { return c.Key == key })
}

// complement adds the cells that went into each line, and a line for each
// school of the stage that a coefficient leaves out.
func (y *year) complement(sheet *assess.Sheet, s balance.Standard, c balance.Criterion, spread bool) {
	sheet.Columns = append(slices.Clone(sheet.Columns), rowColumns...)
	terms := y.terms(sheet)
	listed := map[string]bool{}
	for _, l := range sheet.Lines {
		code, _ := l["school"].(string)
		listed[code] = true
		sc := y.schools[code]
		l["inputs"], l["place"], l["counted"] = inputs(terms, &sc), where(sc.Place), "是"
		if !spread {
			if o, _ := l["verdict"].(string); o == string(balance.OutOfScope) {
				l["counted"], l["why"] = "否", y.excluded(sheet, s, c, sc)
			}
		}
	}
	if !spread {
		return
	}
	for _, sc := range y.Schools {
		if listed[sc.Code] || y.valueOf(sheet, sc.Code) == nil && !slices.Contains(sc.Type.Stages(), sheet.Stage) && len(sc.Type.Stages()) > 0 {
			continue // a school without the stage is not left out
		}
		l := assess.Line{
			"school": sc.Code, "name": sc.Name, "stage": string(sheet.Stage), "inputs": inputs(terms, &sc), "place": where(sc.Place),
			"counted": "否", "why": y.excluded(sheet, s, c, sc),
		}
		if v := y.valueOf(sheet, sc.Code); v != nil {
			if v.Pupils != nil {
				l["pupils"] = *v.Pupils
			}
			if v.Value != nil {
				l["value"] = *v.Value
			}
		}
		sheet.Lines = append(sheet.Lines, l)
	}
}

// valueOf is a section's value behind a sheet, if it has one.
func (y *year) valueOf(sheet *assess.Sheet, code string) *assess.Value {
	return y.rows[measure{sheet.Standard, sheet.Indicator, code, sheet.Stage}]
}

// excluded says why a school is not counted.
func (y *year) excluded(sheet *assess.Sheet, s balance.Standard, c balance.Criterion, sc balance.School) string {
	var scope balance.Scope
	for _, p := range s.Parts {
		if p.ID == c.Part {
			scope = p.Scope
		}
	}
	v := y.valueOf(sheet, sc.Code)
	switch {
	case slices.Contains(scope.Exclude, sc.Type):
		return string(sc.Type) + "不计入"
	case sc.Type == balance.TeachingSite && v != nil && v.Pupils != nil && *v.Pupils < float64(scope.PointBelow):
		return fmt.Sprintf("教学点在校生不足%d人", scope.PointBelow)
	case sheet.Stage != "" && v == nil && !slices.Contains(sc.Type.Stages(), sheet.Stage):
		return string(sc.Type) + "没有义务教育学段"
	case v != nil && v.Missing != "":
		return string(v.Missing)
	case v != nil && v.Counted:
		return "没有数"
	}
	return "不在判定范围"
}
