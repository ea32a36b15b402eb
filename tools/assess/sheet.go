package assess

import (
	"encoding/json"
	"math"
	"strconv"

	"junheng/tools/balance"
)

// Sheet 演算表 is the whole working of one criterion and stage, a line for each
// school (or for each coefficient of a composite): with its sums it can be
// repeated in a spreadsheet. It names schools one by one; whoever shows it asks
// first whether the district has a basis for that.
type Sheet struct {
	Standard  string        `json:"standard"`
	Criterion string        `json:"criterion"`
	Stage     balance.Stage `json:"stage,omitempty"`
	Indicator string        `json:"indicator"` // whose values the lines hold
	Unit      string        `json:"unit,omitempty"`
	Formula   string        `json:"formula"` // how a line's value and the sums follow, in signs
	Sums      *Sums         `json:"sums,omitempty"`
	Columns   []Column      `json:"columns"` // in the order of a table; every line has these keys and no others
	Lines     []Line        `json:"lines"`
}

// Sums 合计 are what the lines of a coefficient add up to.
type Sums struct {
	Pupils   float64 `json:"pupils"`   // ΣP
	Raw      float64 `json:"raw"`      // ΣR
	Mean     float64 `json:"mean"`     // X̄
	Variance float64 `json:"variance"` // S²
	CV       float64 `json:"cv"`
}

// Column is one column of a Sheet.
type Column struct {
	Key    string `json:"key"`
	Header string `json:"header"` // in Chinese
	Unit   string `json:"unit,omitempty"`
}

// Line is one line of a Sheet: text or float64 by Column.Key; nothing where
// there is none.
type Line map[string]any

// What a coefficient's lines hold, and what the lines of a limit that every
// school must keep hold.
var (
	spreadColumns = []Column{{"school", "学校标识码", ""}, {"name", "学校", ""}, {"stage", "学段", ""}, {"pupils", "在校生P", "人"},
		{"whole", "全校共有", "R"}, {"share", "本学段份额", ""}, {"raw", "计入R", "R"}, {"value", "每校值x", "x"},
		{"deviation", "x−X̄", "x"}, {"part", "(P÷ΣP)(x−X̄)²", ""}, {"percent", "占S²", "%"}}
	limitColumns = []Column{{"school", "学校标识码", ""}, {"name", "学校", ""}, {"stage", "学段", ""}, {"pupils", "在校生P", "人"},
		{"whole", "全校共有", "R"}, {"share", "本学段份额", ""}, {"raw", "计入R", "R"}, {"value", "值x", "x"},
		{"limit", "限值", "x"}, {"verdict", "结论", ""}, {"gap", "差距", ""}, {"missing", "缺的", ""}}
	compositeColumns = []Column{{"name", "差异系数", ""}, {"value", "值", ""}}
)

// Sheet lays out the working of a criterion. It reports whether there is one:
// a coefficient, a composite of them, or a limit that every school must keep.
func (r *Result) Sheet(standard, criterion string, stage balance.Stage, indicators []balance.Indicator, schools []balance.School) (Sheet, bool) {
	s := Sheet{Standard: standard, Criterion: criterion, Stage: stage, Lines: []Line{}}
	c := r.criterion(standard, criterion)
	if c == nil {
		return s, false
	}
	byID := map[string]*balance.Indicator{}
	for i := range indicators {
		byID[indicators[i].ID] = &indicators[i]
	}
	ind := byID[c.Indicator]
	names := map[string]string{}
	for i := range schools {
		names[schools[i].Code] = schools[i].Name
	}
	switch {
	case ind == nil:
		return s, false
	case ind.CVOf != "" && byID[ind.CVOf] != nil:
		s.head(byID[ind.CVOf], spreadColumns, "x = R%s ÷ P，X̄ = ΣR%s ÷ ΣP，S² = Σ(P ÷ ΣP)(x − X̄)²，CV = √S² ÷ X̄")
		r.spreadLines(&s)
	case len(ind.MeanOf) > 0:
		s.head(ind, compositeColumns, "各项差异系数相加 ÷ "+strconv.Itoa(len(ind.MeanOf)))
		r.compositeLines(&s)
	case c.Level == balance.LevelSchool && ind.Formula != nil:
		formula := ""
		if ind.Formula.Per == "pupils" {
			formula = "x = R%s ÷ P"
		}
		s.head(ind, limitColumns, formula)
		r.limitLines(&s, names)
	}
	return s, len(s.Lines) > 0
}

func (r *Result) criterion(standard, id string) *balance.Criterion {
	for i := range r.Standards {
		for j := range r.Standards[i].Criteria {
			if c := &r.Standards[i].Criteria[j]; r.Standards[i].ID == standard && c.ID == id {
				return c
			}
		}
	}
	return nil
}

// JSON is the sheet as published, with its schema version.
func (s *Sheet) JSON() ([]byte, error) {
	data, err := json.Marshal(struct {
		Schema int `json:"schema"`
		*Sheet
	}{SchemaVersion, s})
	return Round(data), err
}

// Records are the lines as rows of text under a row of headers, for CSV.
func (s *Sheet) Records() [][]string {
	head := make([]string, 0, len(s.Columns))
	for _, c := range s.Columns {
		h := c.Header
		if c.Unit != "" {
			h += "（" + c.Unit + "）"
		}
		head = append(head, h)
	}
	out := [][]string{head}
	for _, l := range s.Lines {
		row := make([]string, 0, len(s.Columns))
		for _, c := range s.Columns {
			switch v := l[c.Key].(type) {
			case string:
				row = append(row, v)
			case float64:
				row = append(row, strconv.FormatFloat(significant(v), 'f', -1, 64))
			default:
				row = append(row, "")
			}
		}
		out = append(out, row)
	}
	return out
}

// significant drops the digits beyond what a published number has.
func significant(v float64) float64 {
	if v == math.Trunc(v) {
		return v
	}
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', digits, 64), 64)
	return v
}
