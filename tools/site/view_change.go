package site

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/trend"
)

// Turned are two years side by side (forms/turns.html).
type Turned struct {
	Caption string      `json:"caption"`
	Head    string      `json:"head"`
	From    string      `json:"from"`
	To      string      `json:"to"`
	Last    string      `json:"last"`
	Groups  []TurnGroup `json:"groups"`
}

// TurnGroup is what belongs to one part of a standard.
type TurnGroup struct {
	Name string    `json:"name,omitempty"`
	Rows []TurnRow `json:"rows"`
}

// TurnRow is one criterion and stage.
type TurnRow struct {
	ID    string   `json:"id,omitempty"`
	Name  string   `json:"name"`
	Href  string   `json:"href,omitempty"`
	Limit string   `json:"limit,omitempty"`
	Old   TurnSide `json:"old"`
	New   TurnSide `json:"new"`
	Turn  TurnSays `json:"turn"`
	Notes []Run    `json:"notes,omitempty"`
}

// TurnSide is what one year gives.
type TurnSide struct {
	Value string `json:"value,omitempty"`
	Mark  *Mark  `json:"mark,omitempty"`
	Raw   bool   `json:"raw,omitempty"`
}

// TurnSays is how a value moved: ↑0.3㎡/生, 变好.
type TurnSays struct {
	State string `json:"state"` // better worse same apart
	Move  string `json:"move,omitempty"`
	Word  string `json:"word"`
}

// against lays the year beside the one published before it.
func (y *year) against() {
	if y.before == nil {
		return
	}
	side := func(y *year) trend.Side {
		return trend.Side{Year: y.Year.Year, Schools: y.Schools, Result: &y.Assessed}
	}
	c := trend.Compare(side(y.before), side(y), y.b.n.Indicators)
	y.trend = &c
}

// changePage is /districts/<code>/<year>/change/: the year beside the one
// published before it.
func (y *year) changePage() Page {
	b, from := y.b, term(y.before.Year.Year)
	view := PageView{
		Owner:   b.owner,
		Crumbs:  []Link{{Name: "区县", Href: "/districts/"}, {Name: b.d.Name, Href: b.owner.Href}, {Name: term(y.Year.Year), Href: y.base()}},
		Heading: b.d.Name + "两年对照",
		Meta:    []Run{{Text: from, Href: y.before.base()}, {Text: term(y.Year.Year), Href: y.base()}},
		Lead:    y.changeLead(),
		Aside:   []string{"变好还是变差，按各条标准自己的方向：有的越大越好，有的越小越好；没有限值的只写增减。两年依据或口径不同的，不比较。"},
	}
	view.Parts = join(view.Parts, y.crossed())
	for _, s := range y.standards {
		view.Parts = join(view.Parts, y.turned(s))
	}
	view.Parts = join(view.Parts, y.breaks(), y.fates())
	view.Parts = append(view.Parts, Part{
		ID: "data", Title: "数据", Form: "rows", Data: Entries{Rows: []Entry{{Name: "下载", Text: []Run{
			{Text: "全部对照（CSV）", Href: y.base() + "change/change.csv"}, {Text: "　"}, {Text: "JSON", Href: "index.json"}}}}},
	})
	return Page{
		Path: fmt.Sprintf("%s/%d/change", b.d.Code, y.Year.Year), Kind: "change",
		Title:       fmt.Sprintf("%s%d与%d学年对照", b.d.Name, y.before.Year.Year, y.Year.Year),
		Description: plain(view.Lead), View: view, Twin: twin(y.changeTwin()), Files: []File{y.changeSheet()},
	}
}

// changeLead counts what moved under the standard that is held school by
// school, of what somebody has confirmed in both years.
func (y *year) changeLead() []Run {
	lead, _ := y.standing("")
	for _, s := range y.standards {
		if s.ID == lead.Standard {
			return append([]Run{{Text: fmt.Sprintf("与%s相比，%s对照%s", term(y.before.Year.Year), y.b.owner.Short, s.Short)}}, y.moved(s.ID, "", true)...)
		}
	}
	return text(fmt.Sprintf("%s与%s没有共同的标准可以对照。", term(y.before.Year.Year), term(y.Year.Year)))
}

// moved counts the turns of one standard: 能比的42项里，变好20项…
func (y *year) moved(standard, school string, strong bool) []Run {
	n, all := map[trend.Turn]int{}, 0
	for _, r := range y.trend.Of(school) {
		if r.Standard == standard && sure(r) {
			n[r.Turn]++
			if r.Turn == trend.Better || r.Turn == trend.Worse || r.Turn == trend.Same || r.Turn == trend.Moved {
				all++
			}
		}
	}
	if all == 0 {
		return []Run{{Text: "没有两年都公布、口径相同的数。"}}
	}
	says := []string{}
	for _, t := range []trend.Turn{trend.Better, trend.Worse, trend.Same, trend.Moved} {
		if n[t] > 0 {
			says = append(says, fmt.Sprintf("%s%d项", t, n[t]))
		}
	}
	return []Run{{Text: fmt.Sprintf("能比的%d项里，", all)}, {Text: strings.Join(says, "，"), Strong: strong}, {Text: "。"}}
}

// sure reports whether nothing on a row is 机读待核.
func sure(r trend.Row) bool { return !unsaid(r.Old) && !unsaid(r.New) }

func unsaid(h trend.Held) bool {
	return !h.Reviewed && (h.Value != nil || h.Outcome == balance.Met || h.Outcome == balance.NotMet || h.Outcome == balance.MetTransition)
}

// changes is the section of the district's and the year's page that leads to it.
func (y *year) changes() Part {
	if y.before == nil {
		return Part{}
	}
	e := Entries{Rows: []Entry{}}
	for _, s := range y.standards {
		e.Rows = append(e.Rows, Entry{Name: s.Short, Sums: y.moved(s.ID, "", false)})
	}
	return Part{
		ID: "change", Title: "与上年相比", Form: "rows", Data: e,
		Note:  []string{fmt.Sprintf("%s对%s，按各条标准自己的方向说变好变差。", term(y.Year.Year), term(y.before.Year.Year))},
		Links: []Link{{Name: "两年对照，逐项写差多少", Href: y.base() + "change/"}},
	}
}
