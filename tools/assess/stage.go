package assess

import "junheng/tools/balance"

// StageVerdict 学段结论 joins what a standard asks of one stage: the criteria
// judged for 小学 or for 初中 by themselves. What is asked of the district or of
// schools as one is in neither.
type StageVerdict struct {
	Standard string          `json:"standard"`
	Stage    balance.Stage   `json:"stage"`
	Outcome  balance.Outcome `json:"verdict"` // by the precedence of the whole, resting only on what a person wrote or confirmed
	Counts   Counts          `json:"counts"`  // of items
	Text     string          `json:"text"`    // 小学14项：达标12项，未达标2项
}

// stageVerdicts joins the criteria stage by stage.
func (b *bench) stageVerdicts(res *Result) {
	for _, stage := range compulsory {
		outcome, any := balance.OutOfScope, false
		var t items
		for i := range b.std.Parts {
			part := &b.std.Parts[i]
			if part.Rule == balance.RuleInfo || part.Rule == balance.RuleVeto {
				continue
			}
			o := balance.OutOfScope
			for j := range b.stands {
				if s := &b.stands[j]; s.part == part && s.stage == stage && !s.aside {
					o, any = weigh(o, s.pair.sure), true
					t.add(itemOf(s.crit), s.pair, false)
				}
			}
			if part.Rule == balance.RuleSchools {
				if rows, ok := b.bySections(part, stage); ok {
					o = rows
				} else if o == balance.NotMet {
					o = balance.Undecidable
				}
			}
			outcome = weigh(outcome, o)
		}
		if !any {
			continue
		}
		c, _ := t.counts()
		res.Stages = append(res.Stages, StageVerdict{b.std.ID, stage, outcome, c, string(stage) + c.String()})
	}
}
