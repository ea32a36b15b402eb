package figure

import (
	"strings"

	"junheng/tools/balance"
)

// alias is one way in which prose names an indicator: words that must all
// stand near the figure. In data/indicators.toml they are joined by +:
// "班额+超过45人". The word @校名 stands for the name of a school.
type alias struct {
	indicator int
	parts     []int
	unit      int  // class of its indicator's unit
	standard  bool // of an indicator that is itself a limit
	change    bool // holds 增长 or the like
	partial   bool // holds a word that counts only some, such as 新建
	text      string
}

// basics is the theme of plain totals, which a word that counts only some
// (惠及, 撤并) keeps away.
const basics = "基本情况"

const schoolName = "@校名"

// part is the index of the part t of aliases, or -1.
func (r *Reader) part(t string) int {
	if w := r.lex.byTxt[t]; w != nil {
		return w.part
	}
	return -1
}

func (r *Reader) alias(indicator int, text string) {
	a := alias{indicator: indicator, text: text, standard: r.indicators[indicator].Kind == balance.Limit}
	for _, t := range strings.Split(text, "+") {
		if t == "" {
			continue
		}
		w := r.lex.word(t)
		if w.part < 0 {
			w.part = len(r.byPart)
			r.byPart = append(r.byPart, nil)
		}
		a.parts = append(a.parts, w.part)
		a.change = a.change || w.roles&isChange != 0
		a.partial = a.partial || holds(t, r.lex.some)
	}
	if len(a.parts) == 0 {
		return
	}
	class := unitClass(r.indicators[indicator].Unit)
	if _, ok := r.classOf[class]; !ok {
		r.classOf[class] = len(r.classOf)
	}
	a.unit = r.classOf[class]
	for _, p := range a.parts {
		r.byPart[p] = append(r.byPart[p], len(r.aliases))
	}
	r.aliases = append(r.aliases, a)
}

// named is a part of an alias near a figure.
type named struct {
	part, size int16 // size in characters
	place      int32 // distance from the figure in bytes
	local      bool
	behind     bool // right behind the unit: 一所学校
	limit      bool // in a threshold: 超过45人
}

// about is what a figure's own words say of how it counts.
type about struct {
	limited bool   // only those beyond a threshold
	change  bool   // by how much, not how many
	partial bool   // only those something was done for
	per     string // for one of many: 生均
	among   bool   // some of those counted before: 其中
}

// indicator returns the indicator whose alias fits best: all its words are
// there, one of them beside the figure, its unit and stage agree. inherit lets
// it rest on words of an earlier figure alone. leaned says that it does rest on
// some of them.
func (r *Reader) indicator(near []named, unit string, stage balance.Stage, kind balance.Kind, inherit bool, about about) (id string, leaned bool) {
	best, bestScore := -1, 0
	class, ok := r.classOf[unitClass(unit)]
	if !ok {
		return "", false
	}
	limit := kind == balance.Limit || kind == balance.Target
	for _, n := range near {
		if !n.local && !inherit {
			continue
		}
		for _, k := range r.byPart[n.part] {
			a := &r.aliases[k]
			if a.unit != class {
				continue
			}
			ind := &r.indicators[a.indicator]
			if a.change != about.change || about.partial && !a.partial && ind.Theme == basics ||
				about.per != "" && ind.Unit != "" && !strings.Contains(a.text, about.per) && !strings.Contains(ind.Unit, "/") {
				continue
			}
			fits, exact := agrees(ind.Stages, stage)
			if !fits || a.standard && !limit || about.limited && !names(a, near) {
				continue
			}
			score, borrowed, ok := r.score(a, near)
			if !ok {
				continue
			}
			score *= 4
			if exact {
				score += 2
			}
			if a.standard == limit {
				score += 4 * 8
			}
			if !borrowed || unit == "%" || unit == "" || about.among && ind.Theme != basics {
				score += 10000 // for a count, its own words come first
			}
			if !limit && (ind.CVOf != "" || len(ind.MeanOf) > 0) {
				score += a.coefficient(ind, borrowed)
			}
			if score > bestScore {
				best, bestScore, leaned = a.indicator, score, borrowed
			}
		}
	}
	if best < 0 {
		return "", false
	}
	return r.indicators[best].ID, leaned
}

// coefficient ranks the coefficients that words near a figure could mean: that
// of one thing, beside the figure, is not the mean of all, which its own words
// (小学差异系数) put before a thing named earlier.
func (a *alias) coefficient(ind *balance.Indicator, borrowed bool) int {
	rank := 0
	if !borrowed {
		rank = 2
	}
	if ind.CVOf != "" || strings.Contains(a.text, "综合") {
		rank++
	}
	return rank * 10000
}

// names reports whether a names the threshold near a figure.
func names(a *alias, near []named) bool {
	for _, p := range a.parts {
		for _, n := range near {
			if int(n.part) == p && n.limit {
				return true
			}
		}
	}
	return false
}

// criterion is the size given to the words of a heading that states one: they
// outweigh a plain noun beside the number.
const criterion = 30

// score says how much of a stands near a figure; false when a word is missing.
func (r *Reader) score(a *alias, near []named) (score int, borrowed, ok bool) {
	for _, p := range a.parts {
		best, local := 0, false // local also for the words of a criterion above
		for _, n := range near {
			if int(n.part) != p {
				continue
			}
			s := int(n.size)
			if n.local {
				s = s*16 + max(0, 15-int(n.place)/6)
				if n.behind {
					s += 40
				}
				local = true
			}
			local = local || n.size == criterion
			best = max(best, s)
		}
		if best == 0 {
			return 0, false, false
		}
		score += best
		borrowed = borrowed || !local
	}
	return score, borrowed, true
}

// agrees reports whether a figure of stage may belong to an indicator kept for
// stages, and whether it is kept for just that.
func agrees(stages []balance.Stage, stage balance.Stage) (fits, exact bool) {
	if len(stages) == 0 {
		return true, false
	}
	for _, s := range stages {
		if s == stage {
			return true, true
		}
	}
	switch stage {
	case balance.StageNone:
		return len(stages) > 1 || stages[0] == balance.StageBoth, false
	case balance.StageBoth, balance.StageNineYear, balance.StageTwelve:
		return len(stages) > 1 && stages[0] != balance.StageSenior, false
	case balance.StagePrimary, balance.StageJunior:
		return stages[0] == balance.StageBoth && len(stages) == 1, false
	}
	return false, false
}

// unitClass is a unit without what it is counted for (平方米/生), and one name
// for those that texts use for one another.
func unitClass(unit string) string {
	if i := strings.IndexByte(unit, '/'); i >= 0 {
		unit = unit[:i]
	}
	switch unit {
	case "条", "起", "例":
		return "件"
	case "家":
		return "所"
	case "班":
		return "个"
	case "比":
		return ""
	}
	return unit
}

// gather lists the parts of aliases among marks within [from, to).
func gather(list []named, marks []mark, from, to, at, end int) []named {
	for _, m := range marks {
		if m.part < 0 || m.start < from || m.end > to {
			continue
		}
		place := at - m.end
		if m.start >= end {
			place = m.start - end
		}
		list = append(list, named{int16(m.part), int16(m.chars), int32(place), true, m.start == end, false})
	}
	return list
}
