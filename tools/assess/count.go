package assess

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
)

// Completeness 完整程度 counts how much of a standard or of one of its parts is
// decided, resting only on what a person wrote or confirmed. Text is the same
// in words, for pages and for the JSON form alike.
type Completeness struct {
	Standard string `json:"standard"`
	Part     string `json:"part,omitempty"` // empty: the standard, counted by the items that decide it
	Counts
	Sections *Counts           `json:"sections,omitempty"` // of a part that judges schools: by school and stage
	Outcomes []balance.Outcome `json:"outcomes"`           // of each item, in the order of the document
	Text     string            `json:"text"`               // 15项：达标11项，未达标4项
}

// Counts of items by outcome. An item 计数项 is one number of the document:
// criteria and stages under one number count once, and the worst decides.
type Counts struct {
	Total        int `json:"total"`
	Met          int `json:"met"`
	Transition   int `json:"transition"` // 按过渡口径达标
	NotMet       int `json:"not_met"`
	Undecidable  int `json:"undecidable"`
	NotPublished int `json:"not_published"`
	OutOfScope   int `json:"out_of_scope"`
	Excused      int `json:"excused,omitempty"`    // of a school's not met: allowed by six of seven
	Unreviewed   int `json:"unreviewed,omitempty"` // of those not published: decided by 机读待核 figures only
}

func (c *Counts) add(o balance.Outcome) {
	c.Total++
	switch o {
	case balance.Met:
		c.Met++
	case balance.MetTransition:
		c.Transition++
	case balance.NotMet:
		c.NotMet++
	case balance.Undecidable:
		c.Undecidable++
	case balance.NotPublished:
		c.NotPublished++
	default:
		c.OutOfScope++
	}
}

// list writes the outcomes that occur: 达标11项，未达标4项.
func (c *Counts) list(unit string) string {
	var parts []string
	for i, n := range []int{c.Met, c.NotMet, c.Transition, c.Undecidable, c.NotPublished, c.OutOfScope} {
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%s%d%s", balance.Outcomes[i], n, unit))
		}
	}
	return strings.Join(parts, "，")
}

// String words the counts: 15项：达标11项，未达标4项.
func (c Counts) String() string { return c.in("项", "项") }

func (c *Counts) in(unit, what string) string {
	if c.Total == 0 {
		return "没有" + what
	}
	return fmt.Sprintf("%d%s：%s", c.Total, what, c.list(unit))
}

// complete counts one part or, with nil, the standard: for that only numbered
// items of parts that decide, so that no count stands against the verdict.
func (b *bench) complete(part *balance.Part) Completeness {
	out := Completeness{Standard: b.std.ID}
	var t items
	for i := range b.stands {
		s := &b.stands[i]
		switch {
		case part == nil && (s.crit.Item == "" || s.part.Rule == balance.RuleInfo), part != nil && s.part != part:
		default:
			t.add(itemOf(s.crit), s.pair, false)
		}
	}
	out.Counts, out.Outcomes = t.counts()
	out.Text = out.String()
	if part == nil {
		return out
	}
	out.Part = part.ID
	if part.Rule == balance.RuleSchools {
		var n Counts
		for i := range b.found[:b.districtFrom] {
			if f := &b.found[i]; f.part == part && f.crit == nil && f.sec != nil {
				n.add(f.outcome)
			}
		}
		if n.Total > 0 {
			out.Sections, out.Text = &n, n.in("所", "所学校（部）")
		}
	}
	if out.Unreviewed > 0 {
		out.Text += fmt.Sprintf("；另有%d项只有机读待核的数，未计入", out.Unreviewed)
	}
	return out
}

// count adds completeness and what is missing to the result.
func (b *bench) count(res *Result, vs []balance.Verdict) {
	res.Completeness = append(res.Completeness, b.complete(nil))
	for i := range b.std.Parts {
		res.Completeness = append(res.Completeness, b.complete(&b.std.Parts[i]))
	}
	for i := range b.stands {
		s := &b.stands[i]
		if decided(s.pair.sure) || s.pair.sure == balance.OutOfScope {
			continue
		}
		for _, at := range []int{s.own, s.stated} {
			if at < 0 {
				continue
			}
			for _, l := range vs[at].Missing {
				res.Lacks = append(res.Lacks, Lack{b.std.ID, s.part.ID, s.crit.ID, s.stage, l})
			}
		}
	}
}
