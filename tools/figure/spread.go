package figure

import (
	"strings"

	"junheng/tools/balance"
)

// spread gives each number of a distributive sentence its stage: 小学、初中分别
// 达到4.5平方米、5.8平方米; or one number both (分别只有1所). A later row of as
// many numbers in the sentence is given out the same way.
func (w *walker) spread() {
	var row []mark
	last := 0
	for k := 0; k < len(w.items); {
		it := &w.items[k]
		n := w.rowOf(k)
		start := w.from(it.From, fullStop)
		if start > last {
			row = nil
		}
		from, _ := near(w.text, max(start, last), it.From, it.From, 240)
		left := w.text[from:it.From]
		here := group(startIn(w.stageMarks, from, it.From))
		apart := strings.Contains(left, "分别") || strings.Contains(left, "依次")
		switch {
		case len(here.row) > 1 && distinct(here.row) && (apart || n == len(here.row)):
			row = here.row
			if n >= len(row) {
				w.assign(k, row)
			} else if n == 1 && apart {
				it.stages = stagesOf(row)
			}
		case apart && n > 1 && len(row) == 0 && len(here.row) == 0: // 小学为0.28，初中为0.31，分别小于0.65和0.55
			var before []mark
			back, _ := near(w.text, start, it.From, it.From, 360)
			for _, m := range startIn(w.stageMarks, back, it.From) {
				if m.stage != balance.StageBoth && (len(before) == 0 || before[len(before)-1].stage != m.stage) {
					before = append(before, m)
				}
			}
			if len(before) == n && distinct(before) {
				w.assign(k, before)
			}
		case len(row) > 1 && n == len(row) && !w.staged(max(from, w.from(it.From, comma)), it.From):
			w.assign(k, row)
		}
		k += n
		last = w.items[k-1].To
	}
}

func (w *walker) assign(k int, row []mark) {
	end := w.items[k+len(row)-1]
	if end.Hedge != "" && strings.HasSuffix(w.text[:end.To], end.Hedge) { // 0.45、0.40以内
		for i := range row {
			if w.items[k+i].Hedge == "" {
				w.items[k+i].Comparator = end.Comparator
			}
		}
	}
	for i := range row {
		it := &w.items[k+i]
		it.stages = stagesOf(row[i : i+1])
		if i > 0 && it.Hedge == "" && it.Unit == w.items[k].Unit { // 不超过45人、50人
			it.Comparator = w.items[k].Comparator
		}
	}
}

func stagesOf(row []mark) []balance.Stage {
	out := make([]balance.Stage, len(row))
	for i, m := range row {
		out[i] = m.stage
	}
	return out
}

func distinct(row []mark) bool {
	for i, m := range row {
		for _, t := range row[:i] {
			if m.stage == t.stage {
				return false
			}
		}
	}
	return true
}

// rowOf counts the figures from k that only 、 or 和 parts.
func (w *walker) rowOf(k int) int {
	n := 1
	for ; k+n < len(w.items); n++ {
		a, b := w.items[k+n-1], w.items[k+n]
		if a.To > b.From || a.Unit != b.Unit {
			break
		}
		switch strings.TrimSpace(w.text[a.To:b.From]) {
		case "、", "和", "，", ",", "与", "及", "以及":
			continue
		}
		break
	}
	return n
}

// staged reports whether text[from:to] names a stage.
func (w *walker) staged(from, to int) bool {
	for _, m := range w.within(from, to) {
		if m.roles&namesStage != 0 {
			return true
		}
	}
	return false
}
