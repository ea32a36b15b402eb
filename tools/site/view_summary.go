package site

import (
	"junheng/tools/balance"
	"junheng/tools/chart"
)

// Summary is what a district leaves for the national pages: small enough that
// a whole country's fit into one build.
type Summary struct {
	Code      string            `json:"code"`
	Name      string            `json:"name"`
	Short     string            `json:"short"`
	Parent    string            `json:"parent"`
	Example   bool              `json:"example"`
	Lead      string            `json:"lead"`
	Dated     string            `json:"dated"`
	Years     []SummaryYear     `json:"years"` // newest first
	Standings []SummaryStanding `json:"standings"`
	Lacks     int               `json:"lacks"` // things missing in the newest year
	Values    []SummaryValue    `json:"values"`
	Line      *Ledger           `json:"line,omitempty"` // the first ledger, for the home page
	LineHref  string            `json:"line_href,omitempty"`
	Flow      *Flow             `json:"flow,omitempty"`
	Bureau    balance.Bureau    `json:"bureau"`

	Corrections []SummaryCorrection `json:"corrections,omitempty"`
}

// SummaryYear is what one year holds.
type SummaryYear struct {
	Year    int    `json:"year"`
	Reports int    `json:"reports"`
	Schools int    `json:"schools"`
	Items   int    `json:"items"`
	Figures int    `json:"figures"`
	Checks  int    `json:"checks"`
	Open    int    `json:"open"` // checks that do not hold
	Dated   string `json:"dated,omitempty"`
}

// SummaryStanding is the newest verdict on one standard.
type SummaryStanding struct {
	Standard string      `json:"standard"`
	Marks    []StackMark `json:"marks"`
	Counts   string      `json:"counts"`
	Present  int         `json:"present"` // how many of its items have a verdict that rests on confirmed figures
	Total    int         `json:"total"`   // items that decide it
	Href     string      `json:"href"`
}

// SummaryValue is the newest value of one indicator and stage.
type SummaryValue struct {
	Standard  string        `json:"standard"` // whose scope and limit it is taken with
	Indicator string        `json:"indicator"`
	Stage     balance.Stage `json:"stage,omitempty"`
	Year      int           `json:"year"`
	Value     float64       `json:"value"`
	Text      string        `json:"text"`
	Mark      *Mark         `json:"mark,omitempty"`
	Basis     string        `json:"basis"`
	Says      string        `json:"says,omitempty"` // how many schools are short of it
	Href      string        `json:"href"`
}

func (b *builder) summary() Summary {
	s := Summary{
		Code: b.d.Code, Name: b.d.Name, Short: b.owner.Short, Parent: b.d.Parent, Example: b.d.Example(), Dated: b.owner.Dated,
		Bureau: b.d.Bureau,
	}
	for _, y := range b.years {
		s.Years = append(s.Years, y.summary())
	}
	if len(b.years) == 0 {
		return s
	}
	y := b.years[0]
	s.Lead = plain(y.lead())
	s.Lacks = len(y.missing())
	for _, std := range y.standards {
		whole := y.complete(std.ID, "").Counts
		s.Standings = append(s.Standings, SummaryStanding{
			Standard: std.ID, Marks: y.sure(std.ID), Counts: y.counts(std.ID, ""), Present: present(whole), Total: whole.Total, Href: y.base() + std.ID + "/",
		})
		s.Values = append(s.Values, y.summaryValues(std)...)
	}
	for _, p := range y.ledgers() {
		if l, ok := p.Data.(Ledger); ok && s.Line == nil {
			s.Line, s.LineHref = &l, b.owner.Href+"#"+p.ID
		}
	}
	if f, ok := y.flow(); ok && !f.Raw {
		s.Flow = &f
	}
	return s
}

// sure is the verdict on a standard that rests on confirmed figures alone: what
// nobody has confirmed stands in no list.
func (y *year) sure(standard string) []StackMark {
	for _, s := range y.Assessed.Standings {
		if s.Standard == standard && s.School == "" {
			return []StackMark{{Mark: mark(s.Outcome)}}
		}
	}
	return []StackMark{{Mark: mark(balance.NotPublished)}}
}

// judged is a verdict's mark; none where a number is shown for its own sake.
func judged(v balance.Verdict) *Mark {
	if v.Outcome == balance.OutOfScope {
		return nil
	}
	return mark(v.Outcome)
}

// confirmed is the first verdict with a value that somebody has confirmed.
func confirmed(vs []balance.Verdict) (balance.Verdict, bool) {
	for _, v := range vs {
		if v.Value != nil && v.Reviewed {
			return v, true
		}
	}
	return balance.Verdict{}, false
}

func (y *year) summary() SummaryYear {
	out := SummaryYear{Year: y.Year.Year, Reports: len(y.Reports), Schools: len(y.Schools), Items: len(y.Items)}
	date := ""
	for _, r := range y.Reports {
		out.Figures += len(r.Figures)
		date = max(date, r.Published, r.Retrieved)
		for _, c := range r.Checks {
			if y.speaks(r.Report, c.Article) {
				out.Checks++
				if !c.Holds {
					out.Open++
				}
			}
		}
	}
	out.Dated = day(date)
	return out
}

func (y *year) summaryValues(std balance.Standard) []SummaryValue {
	var out []SummaryValue
	for _, c := range std.Criteria {
		if c.Level == balance.LevelSchool {
			out = append(out, y.meanValues(std.ID, c)...)
			continue
		}
		stages, of := byStage(y.on(std.ID, c))
		for _, st := range stages {
			v, ok := confirmed(of[st])
			if !ok {
				continue
			}
			out = append(out, SummaryValue{
				Standard: std.ID, Indicator: c.Indicator, Stage: st, Year: y.Year.Year, Value: *v.Value, Text: y.printed(c, *v.Value),
				Mark: judged(v), Basis: string(v.Basis), Href: y.href(std.ID, c),
			})
		}
	}
	return out
}

// meanValues are the district's means of a criterion that is judged school by
// school.
func (y *year) meanValues(standard string, c balance.Criterion) []SummaryValue {
	var out []SummaryValue
	for _, st := range c.Stages {
		mean, ok := y.values[measure{standard, c.Indicator, "", st}]
		t, limited := threshold(c, st)
		scale, divides := chart.NewScale(t)
		if !ok || !limited || !divides {
			continue
		}
		m := &Mark{"short", "平均未到"}
		if scale.Ratio(mean) >= 1 {
			m = &Mark{"met", "平均达到"}
		}
		v := SummaryValue{
			Standard: standard, Indicator: c.Indicator, Stage: st, Year: y.Year.Year, Value: mean, Text: y.printed(c, mean), Mark: m,
			Basis: string(balance.Recomputed), Href: y.href(standard, c),
		}
		if says := y.reachedSays(standard, c, st, m.State); len(says) > 0 {
			v.Says = says[0].Text
		}
		out = append(out, v)
	}
	return out
}
