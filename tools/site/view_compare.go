package site

import (
	"encoding/json"

	"junheng/tools/balance"
)

// What the page /compare/ reads of one district: two small scripts beside the
// district's page and its list of names, because a copy opened from disk can
// load nothing but scripts. assets/js/compare/ prints them.

// comparedDistrict is /districts/<code>/compare.js: the confirmed values that
// also stand in the national lists.
type comparedDistrict struct {
	Code      string             `json:"code"`
	Name      string             `json:"name"`
	About     string             `json:"about"`
	Href      string             `json:"href"`
	Standards []comparedStandard `json:"standards"`
}

// comparedStandard is where a district stands under one standard.
type comparedStandard struct {
	ID     string          `json:"id"` // of the national standard it is or is made from
	Name   string          `json:"name"`
	Mark   *Mark           `json:"mark"`
	Counts string          `json:"counts"`
	Href   string          `json:"href"`
	Values []comparedValue `json:"values"`
}

// comparedValue is one row's entry.
type comparedValue struct {
	Key  string `json:"key"`  // of the row: indicator and stage
	Name string `json:"name"` // of the row
	Of   string `json:"of"`   // where the row's indicator is explained
	Text string `json:"text"`
	Unit string `json:"unit,omitempty"`
	Mark *Mark  `json:"mark,omitempty"`
	Says string `json:"says,omitempty"` // basis, year, and how many schools are short
	Gap  string `json:"gap,omitempty"`
	Href string `json:"href"` // to its working, which leads to its source
}

func (b *builder) compared(s Summary) File {
	d := comparedDistrict{Code: s.Code, Name: s.Name, About: b.d.Kind + "，" + b.d.Parent, Href: b.owner.Href, Standards: []comparedStandard{}}
	for _, st := range s.Standings {
		std, ok := b.n.Standard(st.Standard)
		if !ok || len(st.Marks) == 0 {
			continue
		}
		id := std.ID
		if std.Base != "" {
			id = std.Base
		}
		c := comparedStandard{ID: id, Name: std.Short, Mark: st.Marks[0].Mark, Counts: st.Counts, Href: st.Href, Values: []comparedValue{}}
		for _, v := range s.Values {
			if v.Standard == st.Standard {
				i, _ := b.n.Indicator(v.Indicator)
				c.Values = append(c.Values, comparedValue{
					Key: v.Indicator + "/" + string(v.Stage), Name: rowName(i, v.Stage), Of: indicatorHref(v.Indicator), Text: v.Text, Unit: unit(i.Unit),
					Mark: v.Mark, Says: v.Basis + "，" + term(v.Year) + when(v.Says != "", "，"+v.Says), Href: v.Href,
				})
			}
		}
		d.Standards = append(d.Standards, c)
	}
	return script("compare.js", "compared", d)
}

// rowName is an indicator and the stage it is taken for.
func rowName(i balance.Indicator, st balance.Stage) string {
	name := i.Short
	if name == "" {
		name = i.Name
	}
	return name + when(st != balance.StageNone, "（"+string(st)+"）")
}

// script writes a file that hands value to junheng.<call>.
func script(name, call string, value any) File {
	data, err := json.Marshal(value)
	if err != nil {
		panic("site: " + name + ": " + err.Error()) // only for a type that JSON cannot hold
	}
	return File{Name: name, Text: "junheng." + call + "(" + string(data) + ")\n"}
}

// comparedSchools is /districts/<code>/names/compare.js: every school's newest
// values against the criteria judged school by school.
type comparedSchools struct {
	Code    string                    `json:"code"`
	Name    string                    `json:"name"`
	Rows    []comparedRow             `json:"rows"`
	Schools map[string]comparedSchool `json:"schools"`
}

// comparedRow is a criterion and stage.
type comparedRow struct {
	Standard string `json:"standard"`
	Key      string `json:"key"`
	Name     string `json:"name"`
	Unit     string `json:"unit,omitempty"`
	Of       string `json:"of"`
	At       string `json:"at"` // its place on a school's page
}

// comparedSchool holds [row, value, state, word, gap] for each value.
type comparedSchool struct {
	Name   string  `json:"name"`
	Type   string  `json:"type"`
	About  string  `json:"about"`
	Values [][]any `json:"values"`
}

func (b *builder) comparedSchools() File {
	out := comparedSchools{Code: b.d.Code, Name: b.d.Name, Rows: []comparedRow{}, Schools: map[string]comparedSchool{}}
	rows := map[comparedRow]int{}
	for _, y := range b.years {
		for _, s := range y.Schools {
			if _, done := out.Schools[s.Code]; done {
				continue
			}
			c := comparedSchool{Name: s.Name, Type: string(s.Type), About: string(s.Type) + "，" + b.d.Name + "，" + season(y.Year.Year), Values: [][]any{}}
			for _, std := range y.standards {
				for _, cr := range std.Criteria {
					stages, of := byStage(y.verdicts[spot{std.ID, "", cr.ID, s.Code}])
					for _, st := range stages {
						v := of[st][0]
						if v.Value == nil || !v.Reviewed {
							continue
						}
						i, _ := b.n.Indicator(cr.Indicator)
						row := comparedRow{std.Short, cr.Indicator + "/" + string(st), rowName(i, st), unit(v.Unit), indicatorHref(cr.Indicator), "#" + anchor(cr.ID)}
						at, ok := rows[row]
						if !ok {
							at = len(out.Rows)
							rows[row], out.Rows = at, append(out.Rows, row)
						}
						gap := ""
						if v.Gap != nil {
							gap = unit(v.Gap.Text)
						}
						m := mark(v.Outcome)
						c.Values = append(c.Values, []any{at, y.printedOf(cr, v), m.State, m.Word, gap})
					}
				}
			}
			out.Schools[s.Code] = c
		}
	}
	return script("compare.js", "comparedSchools", out)
}
