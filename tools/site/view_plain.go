package site

import (
	"slices"
	"strings"

	"junheng/tools/balance"
)

// Plain is what was judged, in words a parent uses (forms/plain.html).
type Plain struct {
	Groups []PlainGroup `json:"groups"`
}

// PlainGroup is what has come to the same end.
type PlainGroup struct {
	Title string     `json:"title"`
	Rows  []PlainRow `json:"rows"`
}

// PlainRow is one thing asked of a school.
type PlainRow struct {
	Mark  *Mark  `json:"mark"`
	Name  string `json:"name"`
	Raw   bool   `json:"raw,omitempty"`
	Says  string `json:"says"`            // what it is, what it should be, by how much it differs
	Means string `json:"means,omitempty"` // what the thing is
	Href  string `json:"href,omitempty"`  // how it is known; empty where there is nothing to know it by
}

// The groups of a school's page, worst first, with the outcomes each takes.
var plainGroups = []struct {
	title    string
	outcomes []balance.Outcome
}{
	{"还差的", []balance.Outcome{balance.NotMet}},
	{"还不知道的", []balance.Outcome{balance.Undecidable, balance.NotPublished}},
	{"达到的", []balance.Outcome{balance.Met, balance.MetTransition}},
}

// plainly is everything judged of one school, in words: what it lacks, what
// nobody has said, what it has.
func (y *year) plainly(s balance.School) Part {
	rows := make([][]PlainRow, len(plainGroups))
	for _, std := range y.standards {
		for _, c := range std.Criteria {
			vs := y.verdicts[spot{std.ID, "", c.ID, s.Code}]
			known := ""
			if y.how(c, vs) != nil {
				known = "#" + anchor(c.ID)
			}
			stages, of := byStage(vs)
			for _, stage := range stages {
				v := of[stage][0]
				for i, g := range plainGroups {
					if slices.Contains(g.outcomes, v.Outcome) {
						row := y.plainRow(c, v, len(stages) > 1)
						row.Href = known
						rows[i] = append(rows[i], row)
					}
				}
			}
		}
	}
	var p Plain
	for i, g := range plainGroups {
		if len(rows[i]) > 0 {
			p.Groups = append(p.Groups, PlainGroup{Title: g.title, Rows: rows[i]})
		}
	}
	if p.Groups == nil {
		return Part{}
	}
	return Part{
		ID: "plain", Title: "达标没有", Form: "plain", Data: p,
		Note: []string{"国家对每所学校的要求，一项一句话；分学段的各写一句。", "本站不排名，不给学校打分。"},
	}
}

func (y *year) plainRow(c balance.Criterion, v balance.Verdict, staged bool) PlainRow {
	row := PlainRow{
		Mark: mark(v.Outcome), Name: criterion{c}.short(y.b.n) + when(staged, "（"+string(v.Stage)+"）"), Raw: raw(v),
		Means: c.Plain,
	}
	if i, ok := y.b.n.Indicator(c.Indicator); ok && row.Means == "" {
		row.Means = i.Meaning
	}
	var says []string
	if v.Value != nil {
		says = append(says, perHead(y.printedOf(c, v), v.Unit))
	}
	if t := v.Threshold; t != nil {
		what, _, _ := strings.Cut(c.Unit, "/") // among whom it is shared was said with the value
		if v.Value == nil {
			what = c.Unit
		}
		says = append(says, "要求"+atLeast[t.Op]+perHead(shortest(round(t.Value)), what))
	}
	if v.Gap != nil && v.Outcome == balance.NotMet {
		says = append(says, gapInWords(v.Gap.Text))
	}
	if v.Value == nil && len(v.Missing) > 0 {
		says = append(says, lack(v.Missing[0]))
	}
	if len(says) == 0 {
		says = append(says, string(v.Outcome))
	}
	row.Says = strings.Join(says, "，") + "。"
	return row
}

// atLeast is what a value must be, as people say it.
var atLeast = map[balance.Comparator]string{
	balance.Ge: "至少", balance.Gt: "多于", balance.Le: "不超过", balance.Lt: "少于", balance.Eq: "正好",
}

// heads are how units that share among pupils are said.
var heads = map[string]string{"百生": "每百名学生", "生": "每名学生"}

// perHead says a number and its unit: 0.51 and 人/百生 give 每百名学生0.51人.
func perHead(value, u string) string {
	what, of, _ := strings.Cut(u, "/")
	return heads[of] + value + unit(what)
}

// gapInWords is a distance without the sharing among pupils: where it is also
// known in all, that alone.
func gapInWords(gap string) string {
	if _, all, ok := strings.Cut(gap, "，"); ok {
		gap = all
	}
	what, of, ok := strings.Cut(gap, "/")
	if ok && heads[of] != "" {
		gap = heads[of] + what
	}
	return unit(strings.Replace(gap, "共差", "一共差", 1))
}
