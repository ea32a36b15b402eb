package figure

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// announced reports a paragraph that says at once that it tells what comes
// next: 今年工作的预期目标是：…
func (w *walker) announced() bool {
	to := len(w.text)
	for _, b := range w.breaks {
		if b.sort == fullStop || b.sort == colon {
			to = b.start
			break
		}
	}
	if to > 120 {
		to = w.to(0, comma)
	}
	for _, m := range w.within(0, min(to, 120)) {
		if m.roles&saysNext != 0 {
			return true
		}
	}
	return false
}

// topic takes the stage of a sentence that is nothing but its name, before a
// full stop or a colon (小学。招生…), for what follows in the paragraph.
func (w *walker) topic(b brk) {
	from := w.from(b.start, fullStop)
	if b.start-from > 36 || b.start <= from {
		return
	}
	name := strings.TrimLeft(w.text[from:b.start], "0123456789.、（）()一二三四五六七八九十 \u3000")
	if from == 0 { // ——课后服务。参与率…
		w.section.topic = w.headed(w.section.topic[:len(w.section.topic):len(w.section.topic)], name)
	}
	if s := w.stageIn(name); s != "" && w.lex.byTxt[name] != nil {
		w.section.stage = s
		w.carry.stage, w.carry.staged = s, true
	}
}

// headed appends the parts of aliases in a heading (课后服务), which a share below
// it may leave out (参与率95.7%).
func (w *walker) headed(list []named, heading string) []named {
	for _, m := range w.lex.marks(nil, heading) {
		if m.part >= 0 {
			list = append(list, named{part: int16(m.part), size: 1})
		}
	}
	return list
}

// schoolStages adds to marks, which name stages, the 中学 in the name of a school:
// 清江中学.
func (w *walker) schoolStages(marks []mark) []mark {
	n := len(marks)
	for _, m := range w.marks {
		if m.text != "中学" || !w.proper(m.start) {
			continue
		}
		m.word = w.lex.middle
		marks = append(marks, m)
	}
	if len(marks) > n {
		slices.SortFunc(marks, func(a, b mark) int { return a.start - b.start })
	}
	return marks
}

// proper reports that a name stands right before i: two characters or more of
// which none ends or makes another word.
func (w *walker) proper(i int) bool {
	from, _ := near(w.text, w.from(i, listMark), i, i, 24)
	name := w.text[from:i]
	for changed := true; changed; {
		changed = false
		for _, t := range generic {
			if strings.HasPrefix(name, t) {
				name, changed = name[len(t):], true
			}
		}
	}
	if utf8.RuneCountInString(name) < 2 || holds(name, unnamed) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(name)
	return !strings.ContainsRune("有所个座类通级全等建办设辖含及和与为是各县市区镇乡村城直属寄宿制立民族型化学”》）0123456789", last)
}

// listed reports a figure that only 、 or 或 parts from the one before.
func (w *walker) listed(it *item) bool {
	c := &w.carry
	return c.end > 0 && c.end < it.From && it.From-c.end < 24 && !w.parted(c.end, it.From, opening)
}
