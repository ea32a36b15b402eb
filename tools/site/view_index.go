package site

import (
	"fmt"
	"sort"
	"strings"

	"junheng/tools/assess"
	"junheng/tools/balance"
	"junheng/tools/district"
	"junheng/tools/record"
	"junheng/tools/trend"
)

// builder holds one district while its pages are made.
type builder struct {
	d     *district.District
	n     *record.National
	owner *Owner
	years []*year // newest first
}

// year is one year with its verdicts laid out for looking up.
type year struct {
	*district.Year
	b         *builder
	standards []balance.Standard         // as applied: in force, overrides merged; by date
	verdicts  map[spot][]balance.Verdict // by what they are on
	values    map[measure]float64        // district means and schools' values
	rows      map[measure]*assess.Value  // the sections' values, with what they were divided from
	figures   map[string]*balance.Figure // by slug#id
	used      map[string][]Link          // slug#id → the criteria whose verdict rests on it
	schools   map[string]balance.School
	before    *year             // the one published before it, if any
	later     *year             // the one published after it, if any
	trend     *trend.Comparison // with before
}

// spot is what a verdict is on: a standard, a part, a criterion or a school.
type spot struct{ standard, part, criterion, school string }

// measure names a value; school is empty for the district.
type measure struct {
	standard, indicator, school string
	stage                       balance.Stage
}

func newBuilder(d *district.District, n *record.National) *builder {
	b := &builder{d: d, n: n}
	b.owner = &Owner{
		Code: d.Code, Name: d.Name, Short: d.Short, Example: d.Example(), Bureau: d.Bureau,
		Licence: d.Licence, Version: clip12(d.Hash), Dated: day(newest(d)), Updated: newest(d), Href: "/districts/" + d.Code + "/",
	}
	if b.owner.Short == "" {
		b.owner.Short = d.Name
	}
	for i := range d.Years {
		b.years = append(b.years, b.index(&d.Years[i]))
	}
	sort.SliceStable(b.years, func(i, j int) bool { return b.years[i].Year.Year > b.years[j].Year.Year })
	for i := 1; i < len(b.years); i++ {
		b.years[i-1].before, b.years[i].later = b.years[i], b.years[i-1]
		b.years[i-1].against()
	}
	return b
}

func (b *builder) index(dy *district.Year) *year {
	y := &year{
		Year: dy, b: b, verdicts: map[spot][]balance.Verdict{}, values: map[measure]float64{}, rows: map[measure]*assess.Value{},
		figures: map[string]*balance.Figure{}, used: map[string][]Link{}, schools: map[string]balance.School{},
	}
	y.standards = append([]balance.Standard(nil), dy.Assessed.Standards...)
	sort.SliceStable(y.standards, func(i, j int) bool { return y.standards[i].Issued < y.standards[j].Issued })
	for _, s := range dy.Schools {
		y.schools[s.Code] = s
	}
	for i := range dy.Reports {
		r := &dy.Reports[i]
		for j := range r.Figures {
			y.figures[r.Slug+"#"+r.Figures[j].ID] = &r.Figures[j]
		}
	}
	for _, v := range dy.Assessed.Verdicts {
		at := spot{v.Standard, v.Part, v.Criterion, v.School}
		if v.Criterion != "" {
			at.part = ""
		}
		y.verdicts[at] = append(y.verdicts[at], v)
	}
	for i, v := range dy.Assessed.Values {
		y.rows[measure{v.Standard, v.Indicator, v.School, v.Stage}] = &dy.Assessed.Values[i]
		if v.Value != nil {
			y.values[measure{v.Standard, v.Indicator, v.School, v.Stage}] = *v.Value
		}
	}
	for _, s := range dy.Assessed.Spreads {
		y.values[measure{s.Standard, s.Indicator, "", s.Stage}] = s.Mean
	}
	for _, v := range dy.Assessed.Verdicts {
		y.use(v)
	}
	return y
}

// use notes which figures of the reports a verdict rests on.
func (y *year) use(v balance.Verdict) {
	if v.Criterion == "" {
		return
	}
	c, ok := y.criterion(v.Standard, v.Criterion)
	if !ok {
		return
	}
	link := Link{Name: c.short(y.b.n), Href: y.href(v.Standard, c.Criterion)}
	add := func(figure string) {
		if figure == "" {
			return
		}
		for _, l := range y.used[figure] {
			if l == link {
				return
			}
		}
		y.used[figure] = append(y.used[figure], link)
	}
	add(v.Figure)
	if v.Working != nil {
		for _, in := range v.Working.Inputs {
			add(in.Figure)
		}
	}
}

// criterion is a balance.Criterion with the name pages give it.
type criterion struct{ balance.Criterion }

func (y *year) criterion(standard, id string) (criterion, bool) {
	for _, s := range y.standards {
		if s.ID != standard {
			continue
		}
		for _, c := range s.Criteria {
			if c.ID == id {
				return criterion{c}, true
			}
		}
	}
	return criterion{}, false
}

// short is the indicator's short name, else the criterion's own.
func (c criterion) short(n *record.National) string {
	if i, ok := n.Indicator(c.Indicator); ok && !i.Judged {
		of := i
		if o, ok := n.Indicator(i.CVOf); ok {
			of = o
		}
		if of.Short != "" {
			return of.Short
		}
		return of.Name
	}
	return c.Name
}

// href is a criterion's place on the working page of its standard.
func (y *year) href(standard string, c balance.Criterion) string {
	return y.base() + standard + "/#" + anchor(c.ID)
}

func (y *year) base() string {
	return fmt.Sprintf("/districts/%s/%d/", y.b.d.Code, y.Year.Year)
}

// figureHref is where a figure stands in its report: slug#a2-p14-f3.
func (y *year) figureHref(id string) string {
	slug, at, ok := strings.Cut(id, "#")
	if !ok {
		return ""
	}
	return y.base() + "reports/" + slug + "/#" + at
}

// on returns the verdicts on a criterion for the district as a whole.
func (y *year) on(standard string, c balance.Criterion) []balance.Verdict {
	return y.verdicts[spot{standard, "", c.ID, ""}]
}

func clip12(hash string) string {
	if len(hash) > 12 {
		return hash[:12]
	}
	return hash
}

// newest is the date of the newest source of a district.
func newest(d *district.District) string {
	date := ""
	for i := range d.Years {
		date = max(date, newestOf(&d.Years[i]))
	}
	return date
}

func newestOf(y *district.Year) string {
	date := ""
	for _, r := range y.Reports {
		date = max(date, r.Published, r.Retrieved)
	}
	return date
}
