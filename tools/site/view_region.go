package site

import (
	"slices"
	"sort"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/record"
)

// RegionSummary is what a region leaves for the national pages when these are
// too many districts to list. Its size does not depend on how many schools or
// years there are.
type RegionSummary struct {
	Code      string           `json:"code"` // first four digits of its districts' codes (GB/T 2260)
	Name      string           `json:"name"`
	Expected  int              `json:"expected"`  // districts that ought to publish
	Published int              `json:"published"` // of them, those that did
	Reports   int              `json:"reports"`
	Open      int              `json:"open"` // checks that do not hold
	Dated     string           `json:"dated,omitempty"`
	Standings []RegionStanding `json:"standings"`
	Values    []RegionValues   `json:"values"`
	Hero      *Hero            `json:"hero,omitempty"` // the first district's line
}

// RegionStanding counts a region's districts by their verdict on one standard.
type RegionStanding struct {
	Standard string  `json:"standard"`
	Tally    []Tally `json:"tally"`
}

// Tally is how many have one mark.
type Tally struct {
	Mark  Mark `json:"mark"`
	Count int  `json:"count"`
}

// RegionValues are the values of one indicator and stage on the two sides of
// the line, in rising order.
type RegionValues struct {
	Indicator string        `json:"indicator"`
	Stage     balance.Stage `json:"stage,omitempty"`
	Met       []float64     `json:"met,omitempty"`
	Short     []float64     `json:"short,omitempty"`
	Plain     int           `json:"plain,omitempty"` // values that no line is drawn for
}

// Region derives the page of the districts whose codes begin with code, and
// what it leaves for the national pages.
func Region(n *record.National, code string, districts []Summary) (Page, RegionSummary) {
	own := *n
	own.Divisions = nil
	for _, d := range n.Divisions {
		if strings.HasPrefix(d.Code, code) {
			own.Divisions = append(own.Divisions, d)
		}
	}
	c := newNation(&own, districts)
	sum := c.regionSummary(code)
	view := PageView{
		Example: c.example,
		Address: "/districts/" + code + "/",
		Crumbs:  []Link{{Name: "区县", Href: "/districts/"}},
		Heading: sum.Name,
		Meta:    []Run{{Text: "区划代码前四位" + code}},
		Lead:    text(c.published()),
		Parts:   join([]Part{c.glance(), c.publishing()}, c.complete(), c.reductions(), c.compared(&sum)),
	}
	page := Page{
		Path: code, Kind: "region", Title: sum.Name + "各区县义务教育均衡与双减",
		Description: sum.Name + "：" + c.published(), View: view,
		Twin: twin(struct {
			Schema    string    `json:"schema"`
			Region    string    `json:"region"`
			Name      string    `json:"name"`
			Districts []Summary `json:"districts"`
		}{"junheng/region/1", code, sum.Name, bare(c.summaries)}),
		Files: []File{c.valueSheet()},
	}
	return page, sum
}

// bare leaves out what only pages need, and keeps the values.
func bare(in []Summary) []Summary {
	out := slices.Clone(in)
	for i := range out {
		out[i].Line, out[i].LineHref, out[i].Flow = nil, "", nil
	}
	return out
}

func (c *nation) regionSummary(code string) RegionSummary {
	s := RegionSummary{Code: code, Name: c.regionName(code), Expected: len(c.n.Divisions), Published: len(c.summaries), Hero: c.hero()}
	s.Hero.Finds = nil
	for _, d := range c.summaries {
		s.Dated = max(s.Dated, d.Dated)
		for _, y := range d.Years {
			s.Reports += y.Reports
		}
		s.Open += d.Years[0].Open
	}
	for _, std := range c.national() {
		s.Standings = append(s.Standings, RegionStanding{std.ID, c.tally(std.ID)})
	}
	at := map[[2]string]int{}
	for _, d := range c.summaries {
		for _, v := range d.Values {
			key := [2]string{v.Indicator, string(v.Stage)}
			i, ok := at[key]
			if !ok {
				i, at[key] = len(s.Values), len(s.Values)
				s.Values = append(s.Values, RegionValues{Indicator: v.Indicator, Stage: v.Stage})
			}
			s.Values[i].add(v)
		}
	}
	for i := range s.Values {
		sort.Float64s(s.Values[i].Met)
		sort.Float64s(s.Values[i].Short)
	}
	return s
}

func (r *RegionValues) add(v SummaryValue) {
	switch {
	case v.Mark != nil && v.Mark.State == "met":
		r.Met = append(r.Met, v.Value)
	case v.Mark != nil && v.Mark.State == "short":
		r.Short = append(r.Short, v.Value)
	default:
		r.Plain++
	}
}

// regionName is what its districts say they belong to.
func (c *nation) regionName(code string) string {
	var names []string
	for _, d := range c.n.Divisions {
		if d.Parent != "" && !slices.Contains(names, d.Parent) {
			names = append(names, d.Parent)
		}
	}
	if len(names) == 0 {
		return "区划代码" + code + "开头的区县"
	}
	return strings.Join(names, "、") + "（" + code + "）"
}

// tally counts the districts by verdict on a standard or on one made from it,
// in the order of the verdicts' own list; those without one are 未公布.
func (c *nation) tally(standard string) []Tally {
	count := map[Mark]int{}
	for _, d := range c.summaries {
		m := *mark(balance.NotPublished)
		for _, st := range d.Standings {
			if (st.Standard == standard || c.base(st.Standard) == standard) && len(st.Marks) > 0 && st.Marks[0].Mark != nil {
				m = *st.Marks[0].Mark
			}
		}
		count[m]++
	}
	count[*mark(balance.NotPublished)] += len(c.n.Divisions) - len(c.summaries)
	var out []Tally
	for _, o := range balance.Outcomes {
		if m := *mark(o); count[m] > 0 {
			out = append(out, Tally{m, count[m]})
		}
	}
	return out
}
