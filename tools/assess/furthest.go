package assess

import "junheng/tools/balance"

// Furthest 差得最多 is the missed criterion whose own value lies furthest from
// its limit, as a share of the limit: the district's value (for an indicator
// per pupil the mean of all), or the school's. Numbers that decide in place of
// a criterion's own, judgements and limits of 0 have no such share. Where no
// miss has one, it is the criterion that the largest share of schools misses.
type Furthest struct {
	Criterion string        `json:"criterion"`
	Stage     balance.Stage `json:"stage,omitempty"`
	Share     float64       `json:"share"`                // of the limit: 0.33 is a third short of it, or beyond it
	BySchools bool          `json:"by_schools,omitempty"` // Share is of schools instead
	Text      string        `json:"text"`                 // 小学体育运动场馆，47所中12所低于标准，平均为标准的88%
}

// lead names what kind of furthest it is.
func (f *Furthest) lead() string {
	if f.BySchools {
		return "未达标学校最多的是"
	}
	return "差得最多的是"
}

// further keeps the furthest miss; of equals the first.
func (s *Standing) further(f *finding, v *balance.Verdict, stage balance.Stage) {
	share, by := far(f)
	if was := s.Furthest; share <= 0 || was != nil && (by && !was.BySchools || by == was.BySchools && share <= was.Share) {
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
	if !by {
		mean, line := "", "上限"
		if f.more != nil && f.more.tally != nil {
			mean = "平均"
		}
		if higher(f.limit.Op) {
			line = "标准"
		}
		text += "，" + mean + "为" + line + "的" + short(100*f.value/f.want, 1) + "%"
	}
	s.Furthest = &Furthest{Criterion: v.Criterion, Stage: v.Stage, Share: share, BySchools: by, Text: text}
}

// far measures a miss without a unit; 0 where it cannot be measured.
func far(f *finding) (share float64, bySchools bool) {
	var t *tally
	if f.more != nil {
		t = f.more.tally
	}
	own := f.has && f.limit != nil && f.want != 0 && (t == nil || f.ind.perHead) && (f.more == nil || f.more.proxy == nil)
	if own {
		share = shortfall(f.value, f.limit.Op, f.want)
	}
	if share <= 0 && t != nil && t.all() > 0 {
		return float64(t.below()) / float64(t.all()), true
	}
	return share, false
}
