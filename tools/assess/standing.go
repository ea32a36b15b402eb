package assess

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
)

// Standing 现状 is where a district or a school stands under one standard, in
// one plain sentence. It never rests on a figure that nobody has confirmed.
type Standing struct {
	Standard string          `json:"standard"`
	School   string          `json:"school,omitempty"` // School.Code; empty: the district
	Outcome  balance.Outcome `json:"verdict"`
	Counts   Counts          `json:"counts"`
	Furthest *Furthest       `json:"furthest,omitempty"`
	Sentence string          `json:"sentence"`
}

// Furthest 差得最多 is the criterion missed by the largest share of its limit,
// or by the largest share of schools.
type Furthest struct {
	Criterion string        `json:"criterion"`
	Stage     balance.Stage `json:"stage,omitempty"`
	Text      string        `json:"text"` // 小学体育运动场馆，47所中12所低于标准

	far float64
}

func (b *bench) standings(res *Result, vs []balance.Verdict) {
	s := Standing{Standard: b.std.ID, Outcome: b.whole.sure, Counts: b.counts("", func(s *stand) string { return s.crit.Item })}
	for i := range b.stands {
		st := &b.stands[i]
		if st.pair.sure != balance.NotMet || st.shown < 0 || st.part.Rule == balance.RuleInfo {
			continue
		}
		f := &b.found[st.shown]
		s.further(f, &vs[st.shown], st.stage, b.far(f))
	}
	name := b.in.District.Short
	if name == "" {
		name = b.in.District.Name
	}
	s.Sentence = sentence(fmt.Sprintf("%d学年，%s", b.in.Year, name), b.std.Short, "要求", &s)
	res.Standings = append(res.Standings, s)
	b.schoolStandings(res, vs)
}

// schoolStandings gives the sentence of every school that is judged.
func (b *bench) schoolStandings(res *Result, vs []balance.Verdict) {
	from := 0
	for i := range b.found[:b.districtFrom] {
		f := &b.found[i]
		if f.crit != nil || f.sec != nil {
			continue
		}
		s := Standing{Standard: b.std.ID, School: f.school.Code, Outcome: f.outcome}
		for j := from; j < i; j++ {
			c := &b.found[j]
			if c.crit == nil || c.part.Rule == balance.RuleInfo || c.outcome == balance.OutOfScope {
				continue
			}
			s.Counts.add(c.outcome)
			if c.outcome != balance.NotMet {
				continue
			}
			if c.section == balance.Met || c.section == balance.MetTransition {
				s.Counts.Excused++
				continue
			}
			stage := c.stage
			if len(f.school.Type.Stages()) == 1 {
				stage = balance.StageNone // a primary school need not be told that it is one
			}
			s.further(c, &vs[j], stage, b.far(c))
		}
		from = i + 1
		if s.Counts.Total > 0 {
			s.Sentence = sentence(fmt.Sprintf("%d学年，%s", b.in.Year, f.school.Name), b.std.Short, "对学校的要求", &s)
			res.Standings = append(res.Standings, s)
		}
	}
}

// further keeps the furthest miss; of equals the first.
func (s *Standing) further(f *finding, v *balance.Verdict, stage balance.Stage, far float64) {
	if s.Furthest != nil && far <= s.Furthest.far {
		return
	}
	name := f.ind.Short
	if name == "" {
		name = f.ind.Name
	}
	text := string(stage) + name
	if v.Gap != nil {
		text += "，" + v.Gap.Text
	}
	s.Furthest = &Furthest{Criterion: v.Criterion, Stage: v.Stage, Text: text, far: far}
}

// far measures a miss without a unit.
func (b *bench) far(f *finding) float64 {
	switch {
	case f.more != nil && f.more.tally != nil && f.more.tally.all() > 0:
		return float64(f.more.tally.notMet) / float64(f.more.tally.all())
	case f.has && f.limit != nil && f.want != 0:
		return shortfall(f.value, f.limit.Op, f.want)
	}
	return 0
}

// sentence says where somebody stands: the verdict where there is one, and the
// count behind it; otherwise the count alone.
func sentence(who, standard, what string, s *Standing) string {
	c := &s.Counts
	var parts []string
	for _, p := range []struct {
		n    int
		word string
	}{{c.Met, "达标"}, {c.Transition, "按过渡口径达标"}, {c.NotMet, "未达标"}, {c.Undecidable, "无法判定"}, {c.NotPublished, "未公布"}, {c.OutOfScope, "不适用"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%s%d项", p.word, p.n))
		}
	}
	count := fmt.Sprintf("%d项中", c.Total) + strings.Join(parts, "，")
	if c.Met == c.Total {
		count = fmt.Sprintf("%d项全部达标", c.Total)
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
		text = fmt.Sprintf("%s对照%s%s%d项：%s", who, standard, what, c.Total, strings.Join(parts, "，"))
		if c.NotPublished == c.Total {
			text = fmt.Sprintf("%s对照%s%s%d项，都还没有公布", who, standard, what, c.Total)
		}
	}
	if c.Excused > 0 && s.Outcome == balance.Met {
		text += fmt.Sprintf("，其中%d项略低于标准，按规则可以", c.Excused)
	}
	if s.Furthest != nil {
		text += "；差得最多的是" + s.Furthest.Text
	}
	if c.Unreviewed > 0 {
		text += fmt.Sprintf("；另有%d项只有机读待核的数，未计入", c.Unreviewed)
	}
	return text + "。"
}
