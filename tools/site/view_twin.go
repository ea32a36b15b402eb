package site

import (
	"encoding/json"

	"junheng/tools/assess"
	"junheng/tools/balance"
	"junheng/tools/district"
)

// Every page has a machine twin, index.json beside it. Its first field names
// its schema and version: junheng/<kind>/<version>.

// subject is whose data a twin holds.
type subject struct {
	Code    string `json:"code"`
	Name    string `json:"name"`
	Example bool   `json:"example"`
	Licence string `json:"licence"`
	Version string `json:"version"`
}

func (b *builder) subject() subject {
	return subject{b.d.Code, b.d.Name, b.d.Example(), b.d.Licence, b.d.Hash}
}

// twin writes a twin; encoding/json sorts maps, so the same data give the same bytes.
func twin(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic("site: twin: " + err.Error()) // only for a type that JSON cannot hold
	}
	return string(assess.Round(b))
}

type districtTwin struct {
	Schema    string            `json:"schema"`
	District  subject           `json:"district"`
	Bureau    balance.Bureau    `json:"bureau"`
	Years     []int             `json:"years"`
	Year      int               `json:"year"`
	Standings []assess.Standing `json:"standings"` // the sentences pages open with
	Verdicts  []balance.Verdict `json:"verdicts"`  // on standards and their parts
	Schools   []schoolName      `json:"schools"`
	Reports   []string          `json:"reports"`
}

type schoolName struct {
	Code string             `json:"code"`
	Name string             `json:"name"`
	Type balance.SchoolType `json:"type"`
}

func (y *year) districtTwin() any {
	t := districtTwin{Schema: "junheng/district/1", District: y.b.subject(), Bureau: y.b.d.Bureau, Years: y.b.d.District.Years, Year: y.Year.Year}
	for _, s := range y.Assessed.Standings {
		if s.School == "" {
			t.Standings = append(t.Standings, s)
		}
	}
	t.Verdicts = y.verdictsThat(func(v balance.Verdict) bool { return v.Criterion == "" && v.School == "" })
	if y.b.d.Release.SchoolRows {
		for _, s := range y.Schools {
			t.Schools = append(t.Schools, schoolName{s.Code, s.Name, s.Type})
		}
	}
	for _, r := range y.Reports {
		t.Reports = append(t.Reports, r.Slug)
	}
	return t
}

type yearTwin struct {
	Schema   string            `json:"schema"`
	District subject           `json:"district"`
	Year     int               `json:"year"`
	Items    []balance.Item    `json:"items"`
	Verdicts []balance.Verdict `json:"verdicts"` // on the district: standards, parts and criteria, without working
	Says     []statement       `json:"statements"`
}

func (y *year) yearTwin() any {
	t := yearTwin{Schema: "junheng/year/1", District: y.b.subject(), Year: y.Year.Year, Items: y.Items, Says: y.statementsOf()}
	t.Verdicts = y.verdictsThat(func(v balance.Verdict) bool { return v.School == "" })
	for i := range t.Verdicts {
		t.Verdicts[i].Working = nil
	}
	return t
}

// verdictsThat copies the year's verdicts that keep asks for.
func (y *year) verdictsThat(keep func(balance.Verdict) bool) (out []balance.Verdict) {
	for _, v := range y.Assessed.Verdicts {
		if keep(v) {
			out = append(out, v)
		}
	}
	return out
}

type workingTwin struct {
	Schema   string            `json:"schema"`
	District subject           `json:"district"`
	Year     int               `json:"year"`
	Standard string            `json:"standard"`
	Verdicts []balance.Verdict `json:"verdicts"` // with working
}

func (y *year) workingTwin(s balance.Standard) any {
	t := workingTwin{Schema: "junheng/working/1", District: y.b.subject(), Year: y.Year.Year, Standard: s.ID}
	t.Verdicts = y.verdictsThat(func(v balance.Verdict) bool { return v.Standard == s.ID && v.School == "" })
	return t
}

type schoolTwin struct {
	Schema   string            `json:"schema"`
	District subject           `json:"district"`
	Year     int               `json:"year"`
	School   balance.School    `json:"school"`
	Verdicts []balance.Verdict `json:"verdicts"`
}

func (y *year) schoolTwin(s balance.School) any {
	t := schoolTwin{Schema: "junheng/school/1", District: y.b.subject(), Year: y.Year.Year, School: s}
	t.Verdicts = y.verdictsThat(func(v balance.Verdict) bool { return v.School == s.Code })
	return t
}

type reportTwin struct {
	Schema   string              `json:"schema"`
	District subject             `json:"district"`
	Year     int                 `json:"year"`
	Report   balance.Report      `json:"report"`
	Figures  []balance.Figure    `json:"figures"`
	Says     []balance.Statement `json:"statements"`
	Checks   []balance.Check     `json:"checks"`
}

func (y *year) reportTwin(r *district.Report) any {
	return reportTwin{"junheng/report/1", y.b.subject(), y.Year.Year, r.Report, r.Figures, r.Statements, r.Checks}
}
