package assess

import (
	"fmt"

	"junheng/tools/balance"
)

// Standing 现状 is where a district or a school stands under one standard, in
// one plain sentence. It never rests on a figure that nobody has confirmed.
// Counts are of the items that decide; what is only shown is not among them.
type Standing struct {
	Standard string          `json:"standard"`
	School   string          `json:"school,omitempty"` // School.Code; empty: the district
	Outcome  balance.Outcome `json:"verdict"`
	Counts   Counts          `json:"counts"`
	Makeup   string          `json:"makeup,omitempty"` // of the district's count: which items there are
	Furthest *Furthest       `json:"furthest,omitempty"`
	Sentence string          `json:"sentence"`

	beside []string // parts that decide without being counted, and keep it from 达标: 社会认可度未公布
}

func (b *bench) standings(res *Result, vs []balance.Verdict) {
	s := Standing{Standard: b.std.ID, Outcome: b.whole.sure, Counts: b.complete(nil).Counts, Makeup: Makeup(b.std, b.in.Year), beside: b.beside()}
	for i := range b.stands {
		st := &b.stands[i]
		if st.pair.sure != balance.NotMet || st.shown < 0 || st.part.Rule == balance.RuleInfo {
			continue
		}
		s.further(&b.found[st.shown], &vs[st.shown], st.stage)
	}
	name := b.in.District.Short
	if name == "" {
		name = b.in.District.Name
	}
	s.Sentence = sentence(fmt.Sprintf("%d学年，%s", b.in.Year, name), b.std.Short, "要求", &s)
	res.Standings = append(res.Standings, s)
	b.schoolStandings(res, vs)
}

// beside names the parts that decide without numbered items and are not met,
// so that no sentence says that all is met where the verdict says otherwise.
func (b *bench) beside() (out []string) {
	for i := range b.std.Parts {
		part := &b.std.Parts[i]
		numbered := false
		for j := range b.stands {
			numbered = numbered || b.stands[j].part == part && b.stands[j].crit.Item != ""
		}
		p, any := b.judgePart(part)
		switch {
		case !any || numbered || part.Rule == balance.RuleInfo:
		case part.Rule == balance.RuleVeto && p.sure == balance.NotMet:
			out = append(out, "触及"+part.Name)
		case part.Rule != balance.RuleVeto && p.sure != balance.Met && p.sure != balance.OutOfScope:
			out = append(out, part.Name+string(p.sure))
		}
	}
	return out
}

// schoolStandings gives the sentence of every school that is judged.
func (b *bench) schoolStandings(res *Result, vs []balance.Verdict) {
	from := 0
	for i := range b.found[:b.districtFrom] {
		f := &b.found[i]
		if f.crit != nil || f.sec != nil {
			continue
		}
		s := Standing{Standard: b.std.ID, School: f.school.Code, Outcome: f.outcome, Counts: b.rowItems(from, i)}
		for j := from; j < i; j++ {
			c := &b.found[j]
			if c.crit == nil || c.part.Rule == balance.RuleInfo || c.outcome != balance.NotMet ||
				c.section == balance.Met || c.section == balance.MetTransition {
				continue
			}
			stage := c.stage
			if len(f.school.Type.Stages()) == 1 {
				stage = balance.StageNone // a primary school need not be told that it is one
			}
			s.further(c, &vs[j], stage)
		}
		from = i + 1
		if s.Counts.Total > 0 {
			s.Sentence = sentence(fmt.Sprintf("%d学年，%s", b.in.Year, f.school.Name), b.std.Short, "对学校的要求", &s)
			res.Standings = append(res.Standings, s)
		}
	}
}

// sentence says where somebody stands: the verdict where there is one, and the
// count behind it; otherwise the count alone.
func sentence(who, standard, what string, s *Standing) string {
	c := &s.Counts
	count := fmt.Sprintf("%d项中%s", c.Total, c.list("项"))
	switch c.Total {
	case c.Met:
		count = fmt.Sprintf("%d项全部达标", c.Total)
	case c.NotPublished:
		count = fmt.Sprintf("%d项都还没有公布", c.Total)
	}
	var text string
	switch s.Outcome {
	case balance.Met:
		text = fmt.Sprintf("%s达到%s%s：%s", who, standard, what, count)
	case balance.MetTransition:
		text = fmt.Sprintf("%s按过渡口径达到%s%s：%s", who, standard, what, count)
	case balance.NotMet:
		text = fmt.Sprintf("%s没有达到%s%s：%s", who, standard, what, count)
	case balance.OutOfScope:
		return fmt.Sprintf("%s不在%s的判定范围内。", who, standard)
	default:
		text = fmt.Sprintf("%s对照%s%s%d项：%s", who, standard, what, c.Total, c.list("项"))
		if c.NotPublished == c.Total {
			text = fmt.Sprintf("%s对照%s%s%d项，都还没有公布", who, standard, what, c.Total)
		}
	}
	if c.Excused > 0 && s.Outcome == balance.Met {
		text += fmt.Sprintf("，其中%d项略低于标准，按规则可以", c.Excused)
	}
	if c.NotPublished < c.Total || s.Outcome == balance.NotMet { // else it goes without saying
		for _, part := range s.beside {
			text += "，" + part
		}
	}
	if s.Furthest != nil {
		text += "；" + s.Furthest.lead() + s.Furthest.Text
	}
	if c.Unreviewed > 0 {
		text += fmt.Sprintf("；另有%d项只有机读待核的数，未计入", c.Unreviewed)
	}
	return text + "。"
}
