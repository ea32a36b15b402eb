package figure

import (
	"sort"
	"strings"

	"junheng/tools/balance"
)

// stageIn returns the stage a heading or title names.
func (w *walker) stageIn(text string) balance.Stage {
	all, stage := w.stages(w.lex.marks(nil, text, 0, len(text))), balance.StageNone
	for _, m := range all {
		switch {
		case stage == "" || stage == balance.StageBoth && len(all) == 1:
			stage = m.stage
		case m.stage == stage || m.stage == balance.StageBoth:
		case stage == balance.StageBoth:
			stage = m.stage
		case (compulsory(m.stage) || m.stage == balance.StageTwelve) && (compulsory(stage) || stage == balance.StageTwelve):
			return balance.StageBoth
		default:
			return balance.StageNone
		}
	}
	return stage
}

// stages keeps the marks that name stages, the longest at each place.
func (w *walker) stages(marks []mark) []mark {
	var out []mark
	for _, m := range marks {
		if m.roles&namesStage == 0 || len(out) > 0 && m.start < out[len(out)-1].end {
			continue
		}
		out = append(out, m)
	}
	return out
}

// grouped is the last row of stages in a clause: 小学、初中.
type grouped struct {
	stage balance.Stage
	row   []balance.Stage
	start int
}

// group reads the last row of stages named in marks. 小学 and 初中 together are
// 义务教育; a row that goes beyond it has no stage.
func group(marks []mark) grouped {
	var g grouped
	weak := balance.StageNone
	for i := len(marks) - 1; i >= 0; i-- {
		m := marks[i]
		if m.stage == balance.StageBoth {
			if len(g.row) > 0 {
				break
			}
			weak, g.start = m.stage, m.start
			continue
		}
		if len(g.row) > 0 && g.start-m.end > 9 {
			break
		}
		g.row = append([]balance.Stage{m.stage}, g.row...)
		g.start = m.start
	}
	if len(g.row) == 0 {
		g.stage = weak
		return g
	}
	g.stage = g.row[0]
	for _, s := range g.row[1:] {
		switch {
		case s == g.stage, s == balance.StageTwelve && g.stage == balance.StageNineYear:
		case compulsory(s) && compulsory(g.stage):
			g.stage = balance.StageBoth
		default:
			g.stage = balance.StageNone
			return g
		}
	}
	return g
}

func compulsory(s balance.Stage) bool {
	return s == balance.StagePrimary || s == balance.StageJunior || s == balance.StageBoth || s == balance.StageNineYear
}

// stage settles the stage of a figure, and whether the text says it: words
// right behind the number, the nearest clause before it that names a stage, the
// figure before, the headings.
func (w *walker) stage(it *item, v window, marks []mark, school string) (balance.Stage, bool) {
	if s := stageOfSchool(school); s != "" {
		return s, true
	}
	all := w.stages(marks)
	if g, ok := w.counts(it, v); ok {
		return g, true
	}
	for _, m := range w.within(v.end, v.end+1) {
		if m.roles&isGeneral != 0 {
			return balance.StageNone, true // 9个县
		}
	}
	if school != "" {
		return w.section.stage, false
	}
	end := v.at
	for end > v.from {
		start := max(v.from, w.from(end, opening))
		var here []mark
		for _, m := range all {
			if m.start >= start && m.end <= end {
				here = append(here, m)
			}
		}
		if len(here) > 0 {
			g := group(here)
			return g.stage, true
		}
		if s := ageStage(w.text[start:end]); s != "" {
			return s, true
		}
		for _, m := range marks {
			if m.roles&resetsStage != 0 && m.start >= start && m.end <= end {
				return w.section.stage, false
			}
		}
		end = w.outside(start, v.from)
	}
	if w.carry.staged {
		if both(w.text[v.from:v.at]) {
			return union(w.carry.seen), false
		}
		return w.carry.stage, false
	}
	return w.section.stage, false
}

// counts reads the row of stages right behind a number: 2所小学, 6所小学、初中.
func (w *walker) counts(it *item, v window) (balance.Stage, bool) {
	if it.Unit == "%" {
		return "", false
	}
	var row []mark
	end := v.end
	if strings.HasPrefix(w.text[end:], "的") {
		end += len("的")
	}
	for _, m := range w.stages(w.within(v.end, v.end+90)) {
		gap := w.text[end:max(m.start, end)]
		if gap != "" && (len(row) == 0 || !strings.Contains("、和及与", gap)) {
			break
		}
		row, end = append(row, m), m.end
	}
	if len(row) == 0 || it.Unit != "所" && it.Unit != "个" && it.Unit != "人" && it.Unit != "班" && it.Unit != "间" && it.Unit != "家" {
		return "", false
	}
	return group(row).stage, true
}

// outside returns where the clause before the one that starts at start ends,
// past a parenthesis that ended there.
func (w *walker) outside(start, least int) int {
	k := sort.Search(len(w.breaks), func(k int) bool { return w.breaks[k].end >= start })
	if k == len(w.breaks) || start <= least {
		return least
	}
	depth := 0
	for ; k >= 0 && w.breaks[k].start >= least; k-- {
		switch w.breaks[k].sort {
		case closing:
			depth++
		case opening:
			depth--
		}
		if depth <= 0 {
			return w.breaks[k].start
		}
	}
	return least
}

// stageOfSchool guesses a school's stage from its name.
func stageOfSchool(name string) balance.Stage {
	for _, k := range []struct {
		ending string
		stage  balance.Stage
	}{
		{"小学部", balance.StagePrimary}, {"初中部", balance.StageJunior}, {"高中部", balance.StageSenior},
		{"小学", balance.StagePrimary}, {"完小", balance.StagePrimary}, {"小", balance.StagePrimary},
		{"初中", balance.StageJunior}, {"初级中学", balance.StageJunior}, {"高级中学", balance.StageSenior}, {"高中", balance.StageSenior},
		{"幼儿园", balance.StagePreschool},
	} {
		if strings.HasSuffix(name, k.ending) {
			return k.stage
		}
	}
	if strings.HasSuffix(name, "中") || strings.HasSuffix(name, "中学") {
		return balance.StageJunior
	}
	return balance.StageNone
}

// ageStage reads the stage from the age of those counted: 6—11周岁.
func ageStage(text string) balance.Stage {
	i := strings.Index(text, "周岁")
	if i < 0 {
		if i = strings.Index(text, "岁"); i < 0 {
			return balance.StageNone
		}
	}
	var ages []int
	n, in := 0, false
	for _, r := range text[:i] {
		if r >= '0' && r <= '9' {
			n, in = n*10+int(r-'0'), true
			continue
		}
		if in {
			ages = append(ages, n)
		}
		n, in = 0, false
	}
	if in {
		ages = append(ages, n)
	}
	if len(ages) < 2 {
		return balance.StageNone
	}
	lo, hi := ages[len(ages)-2], ages[len(ages)-1]
	switch {
	case lo >= 6 && lo <= 7 && hi >= 10 && hi <= 12:
		return balance.StagePrimary
	case lo >= 11 && lo <= 13 && hi >= 14 && hi <= 16:
		return balance.StageJunior
	case lo >= 6 && lo <= 7 && hi >= 14 && hi <= 16:
		return balance.StageBoth
	case lo >= 2 && lo <= 4 && hi >= 5 && hi <= 7:
		return balance.StagePreschool
	}
	return balance.StageNone
}

// landed reports a figure about the territory, which has no stage unless the
// text gives one.
func (w *walker) landed(v window, marks []mark, form string) bool {
	switch form {
	case "乡", "镇", "街道", "村", "社区", "县", "行政村":
		return true
	}
	from := max(v.from, w.from(v.at, comma))
	for _, m := range marks {
		if m.roles&isGeneral != 0 && m.start >= from && m.end <= v.at && len(m.text) > 3 {
			return true
		}
	}
	return false
}

// both reports a 均 that speaks of all that was named: 均达到.
func both(text string) bool {
	for _, t := range []string{"均达", "均为", "均超", "均高", "均低", "均在", "均不", "均未", "均已", "均有", "均实现"} {
		if i := strings.Index(text, t); i >= 0 && !strings.HasSuffix(text[:i], "平") && !strings.HasSuffix(text[:i], "人") {
			return true
		}
	}
	return false
}

// union is the stage that holds all of stages.
func union(stages []balance.Stage) balance.Stage {
	u := balance.StageNone
	for _, s := range stages {
		switch {
		case u == "" || u == s:
			u = s
		case compulsory(u) && compulsory(s):
			u = balance.StageBoth
		default:
			return balance.StageNone
		}
	}
	return u
}
