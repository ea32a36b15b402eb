package figure

import (
	"sort"
	"strings"

	"junheng/tools/balance"
)

// stageIn returns the stage a heading or title names.
func (w *walker) stageIn(text string) balance.Stage {
	s, known := w.stageOf[text]
	if !known {
		if w.stageOf == nil || len(w.stageOf) > 4096 {
			w.stageOf = map[string]balance.Stage{}
		}
		s = w.readStage(text)
		w.stageOf[text] = s
	}
	return s
}

func (w *walker) readStage(text string) balance.Stage {
	all, stage := stages(nil, w.lex.marks(nil, text)), balance.StageNone
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

// stages appends the marks that name stages, the longest at each place.
func stages(found, marks []mark) []mark {
	for _, m := range marks {
		if m.roles&namesStage == 0 || len(found) > 0 && m.start < found[len(found)-1].end {
			continue
		}
		found = append(found, m)
	}
	return found
}

// grouped is the last row of stages in a clause: 小学、初中.
type grouped struct {
	stage balance.Stage
	row   []mark
}

// group reads the last row of stages named in marks. 小学 and 初中 together are
// 义务教育; a row that goes beyond it has no stage.
func group(marks []mark) grouped {
	last := len(marks)
	for last > 0 && marks[last-1].stage == balance.StageBoth {
		last--
	}
	if last == 0 {
		if len(marks) > 0 {
			return grouped{stage: balance.StageBoth}
		}
		return grouped{}
	}
	first := last - 1
	for first > 0 && marks[first-1].stage != balance.StageBoth && marks[first].start-marks[first-1].end <= 9 {
		first--
	}
	g := grouped{marks[first].stage, marks[first:last]}
	for _, m := range g.row[1:] {
		switch {
		case m.stage == g.stage, m.stage == balance.StageTwelve && g.stage == balance.StageNineYear:
		case compulsory(m.stage) && compulsory(g.stage):
			g.stage = balance.StageBoth
		default:
			g.stage = balance.StageNone
			return g
		}
	}
	return g
}

// stage settles the stage of a figure, and whether the text says it: words
// right behind the number, the nearest clause before it that names a stage, the
// figure before, the headings.
func (w *walker) stage(it *item, v window, marks []mark, school string) (balance.Stage, bool) {
	if s := stageOfSchool(school); s != "" {
		return s, true
	}
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
		here := startIn(w.stageMarks, start, min(end, v.to))
		for len(here) > 0 && here[len(here)-1].end > end {
			here = here[:len(here)-1]
		}
		if len(here) > 0 {
			return group(here).stage, true
		}
		if s := ageStage(w.text[start:end]); s != "" {
			return s, true
		}
		for _, m := range marks {
			if m.roles&resetsStage != 0 && m.start >= start && m.end <= end && !w.ranks(m) {
				return w.section.stage, false
			}
		}
		end = w.outside(start, v.from)
	}
	clauses := w.carry.apart && !w.parted(w.carry.end, it.From, semicolon) // 小学…27个；初中有4个，最大班额54人
	if w.carry.row > 1 && !clauses && w.begins(it, v, marks) {
		return w.carry.base, false
	}
	if w.carry.staged {
		if both(w.text[v.from:it.End]) {
			return union(w.carry.seen), false
		}
		return w.carry.stage, false
	}
	return w.section.stage, false
}

// ranks reports a whole that is only what something is ranked in: 居全县第7位.
func (w *walker) ranks(m mark) bool {
	return strings.HasPrefix(w.text[m.end:], "第") || strings.HasPrefix(w.text[m.end:], "前") || strings.HasSuffix(w.text[:m.start], "居")
}

// begins reports a figure that counts something else than the parts before it:
// 小学30所、初中8所；教职工2600人.
func (w *walker) begins(it *item, v window, marks []mark) bool {
	from := max(v.from, w.from(v.at, comma))
	if strings.Contains(w.text[min(from, v.at):v.at], "其中") || changed(marks, v) {
		return false
	}
	if it.Unit != w.carry.unit && !w.empty(from, v.at) {
		return true
	}
	for _, m := range marks {
		if m.start >= from && m.end <= v.at && m.roles&isChange == 0 && (m.part >= 0 || m.roles&(impliesUnit|isBuilt) != 0) {
			return true
		}
	}
	return false
}

// count keeps the row of parts by stage.
func (c *carry) count(stage balance.Stage, said bool, unit string) {
	switch {
	case said && c.staged && unit == c.unit && stage != "" && stage != c.stage && c.stage != "" && c.stage != balance.StageBoth:
		if c.row == 0 {
			c.row, c.base = 1, c.prior
			if c.base != balance.StageBoth {
				c.base = union(append(c.seen[:len(c.seen):len(c.seen)], stage))
			}
		}
		c.row++
	case said:
		c.row = 0
	}
	c.prior = c.stage
}

// counts reads the row of stages right behind a number: 2所小学, 6所小学、初中.
func (w *walker) counts(it *item, v window) (balance.Stage, bool) {
	end := v.end
	if strings.HasPrefix(w.text[end:], "的") { // 96.2%的小学生, 睡眠满10小时的小学生
		end += len("的")
		if row := startIn(w.stageMarks, end, end+1); len(row) > 0 && strings.HasSuffix(row[0].text, "生") {
			return row[0].stage, true
		}
	}
	if it.Unit != "所" && it.Unit != "个" && it.Unit != "人" && it.Unit != "班" && it.Unit != "间" && it.Unit != "家" && it.Unit != "处" {
		return "", false
	}
	row, n := startIn(w.stageMarks, v.end, v.end+90), 0
	for _, m := range row {
		gap := w.text[end:max(m.start, end)]
		if gap != "" && (n == 0 || !strings.Contains("、和及与", gap)) {
			break
		}
		n, end = n+1, m.end
	}
	return group(row[:n]).stage, n > 0
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
