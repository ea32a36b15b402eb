package figure

import (
	"slices"
	"sort"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/numeral"
)

// item is a quantity on its way to being a figure.
type item struct {
	*numeral.Quantity
	word   bool            // 清零 rather than a number
	stages []balance.Stage // given by 分别: one figure for each
}

// carry is what later figures of a sentence take over from earlier ones.
type carry struct {
	stage   balance.Stage
	staged  bool
	kind    balance.Kind
	cued    bool         // kind was said, not assumed
	passed  bool         // a comma came after kind was said
	parted  bool         // a semicolon did
	partial bool         // the figure before counts only some
	limited bool         // those beyond a threshold
	change  bool         // says by how much
	was     balance.Kind // of the figure before
	end     int
	valued  bool // the figure before states a value as it is
	value   float64
	apart   bool          // a semicolon stands before the last of them
	row     int           // parts by stage in a row: 小学30所、初中8所
	prior   balance.Stage // in force before the figure before
	base    balance.Stage // in force before the row
	period  string
	scope   string
	unit    string
	parts   []named
	topic   []named         // parts of the sentence's first figure
	seen    []balance.Stage // of the sentence's figures
}

// window is the text a figure's own words stand in.
type window struct{ from, at, end, to int }

// paragraph reads the figures of running text.
func (w *walker) paragraph(p *balance.Paragraph) {
	w.para, w.text, w.count, w.at = p, p.Text, 0, cursor{}
	w.qs = numeral.Append(w.qs[:0], p.Text)
	w.qs = w.zeros(w.qs)
	if len(w.qs) == 0 {
		return
	}
	w.breaks = cut(w.breaks[:0], w.text, w.qs)
	w.marks = w.lex.marks(w.marks[:0], w.text)
	w.stageMarks, w.room = w.schoolStages(stages(w.stageMarks[:0], w.marks)), w.room[:0]
	w.dates = dates(w.dates[:0], w.text)
	w.judge()
	w.spread()
	w.next = w.section.class == balance.ClassNext || w.section.demands || w.announced()
	stage, above := w.section.stage, w.section.topic
	defer func() { w.section.stage, w.section.topic = stage, above }() // topic is for this paragraph
	w.carry, w.stack = w.fresh(), w.stack[:0]
	last, b := 0, 0
	for k := range w.items {
		it := &w.items[k]
		from := last
		for ; b < len(w.breaks) && w.breaks[b].start < it.From; b++ {
			if w.pass(w.breaks[b]) {
				from = w.breaks[b].end
			}
		}
		to := len(w.text)
		if k+1 < len(w.items) {
			to = w.items[k+1].From
		}
		to = min(to, w.to(it.To, listMark))
		if k+1 < len(w.items) && to == w.items[k+1].From {
			for _, t := range []string{"和", "及", "与", "以及"} { // 14间教室和…
				if i := strings.Index(w.text[min(it.To, to):to], t); i >= 0 {
					to = min(to, it.To+i)
				}
			}
		}
		from, to = near(w.text, from, to, it.From, 300)
		last = w.figure(it, window{from, it.From, it.To, max(to, it.To)})
	}
}

// fresh is the carry at the start of a sentence.
func (w *walker) fresh() carry {
	c := carry{kind: w.title.kind}
	if c.kind == balance.Plan && (w.section.class == balance.ClassOverview || w.section.class == balance.ClassProblems) {
		c.kind = balance.Observed
	}
	if w.section.standard {
		if w.section.own {
			c.kind, c.cued = balance.Limit, true
		}
		for _, p := range w.section.parts {
			c.parts = append(c.parts, named{part: int16(p), size: criterion})
		}
	}
	return c
}

// pass takes a break into account; true when a new sentence begins.
func (w *walker) pass(b brk) bool {
	switch b.sort {
	case fullStop:
		if strings.HasPrefix(w.text[b.end:], "其中") { // goes on with the parts of the sentence before
			w.carry.passed = true
			return true
		}
		w.topic(b)
		w.carry, w.stack, w.room = w.fresh(), w.stack[:0], w.room[:0]
		return true
	case opening:
		if len(w.stack) < 8 {
			w.stack = append(w.stack, w.carry)
			if here := startIn(w.stageMarks, w.from(b.start, comma), b.start); len(here) > 0 && w.carry.end <= here[0].start { // 中心小学综合楼（1860平方米）
				top := &w.stack[len(w.stack)-1]
				top.stage, top.staged = group(here).stage, true
			}
		}
	case closing:
		if n := len(w.stack); n > 0 {
			w.carry, w.stack = w.stack[n-1], w.stack[:n-1]
		}
	case colon:
		w.topic(b)
	case comma:
		w.carry.passed = true
	case semicolon:
		w.carry.passed, w.carry.parted = true, true
		w.carry.parts, w.carry.topic = w.whole(w.carry.parts), w.whole(w.carry.topic)
	}
	return false
}

// figure settles everything about it and returns where the next figure's own
// words begin.
func (w *walker) figure(it *item, v window) int {
	c := &w.carry
	marks := w.within(v.from, v.to)
	period := w.period(v, marks)
	kind := w.kind(it, v, marks)
	unit := it.Unit
	if unit == "" && !it.word {
		unit = w.implied(it, v, marks)
		if unit == "所" && c.unit != "" && strings.ContainsAny(it.Raw(w.text), "万亿") {
			unit = c.unit // 在校生21.08万人（小学13.94万）
		}
	}
	school := ""
	if unit != "所" && unit != "间" {
		school = w.school(v)
	}
	stage, said := w.stage(it, v, marks, school)
	if len(it.stages) > 0 {
		stage, said = it.stages[0], true
	}
	if it.word {
		unit = w.zeroUnit(marks, v)
	}
	unit = w.persons(w.schools(unit, v), v)

	list := w.own(w.list[:0], it, marks, v)
	if school != "" && w.namedSchool >= 0 {
		list = append(list, named{part: int16(w.namedSchool), size: 2, local: true})
	}
	own := len(list)
	list = append(list, c.parts...)
	if !c.restarted(marks, v) {
		list = append(list, c.topic...)
	}
	if unit == "%" {
		list = append(list, w.section.topic...)
	}
	w.list = list
	inherit := (unit == c.unit || w.listed(it) || c.end == it.From && c.end > 0) && w.empty(v.from, v.at) && w.empty(v.end, v.to) || w.section.standard && !w.section.own
	stages, one := it.stages, [1]balance.Stage{stage}
	if len(stages) == 0 {
		stages = one[:]
	}
	leaned := false
	clause := w.text[max(v.from, w.from(v.at, comma)):v.at]
	about := about{limited: w.limited(v), change: changed(marks, v), partial: w.named(v, marks, countsSome), per: w.per(v, marks), among: strings.HasPrefix(clause, "其中")}
	about.change = about.change || c.change && w.listed(it) && w.empty(v.from, v.at) // 增长3.1%、4.4%
	c.change = about.change
	about.partial = about.partial || c.partial && unit == c.unit && (about.among || w.listed(it) || w.empty(v.from, v.at)) && !c.restarted(marks, v)
	about.partial = about.partial || c.limited && !c.parted && !c.restarted(marks, v) // 超过2000人的小学有1所，在校生2168人
	c.partial, c.limited = about.partial, about.limited
	for _, stage := range stages {
		var id string
		id, leaned = w.indicator(list, unit, stage, kind, inherit, about)
		if w.former(it, v) && len(w.datesIn(w.from(v.at, comma), v.at)) == 0 {
			id = "" // what was, not what is
		}
		if it.Unit == "个" && strings.ContainsRune("县乡镇村", nextRune(w.text, v.end)) && !strings.HasPrefix(w.text[v.end+len("县"):], "级") {
			id = "" // 3个县大班额比例高于3%
		}
		if !said && w.landed(v, marks, it.Form) {
			stage = balance.StageNone
		}
		f := w.add()
		f.Value, f.Unit, f.Comparator, f.Stage, f.Kind, f.Period, f.Indicator = it.Value, unit, it.Comparator, stage, kind, period, id
		f.Scope, f.Subject, f.Approx = w.scope(v, marks, school), w.subject(v), hedged(it.Comparator, kind)
		if it.Range() {
			top := it.Max
			f.ValueMax = &top
		}
		w.place(f, it)
	}

	before := c.stage
	if c.count(stage, said, unit); said {
		c.apart = w.parted(c.end, it.From, semicolon)
	}
	c.valued = kind == balance.Observed && it.Comparator == balance.Eq && !it.Range()
	c.value, c.was, c.end = it.Value, kind, it.To
	c.stage, c.staged, c.unit = stage, stage != "" || said, unit
	if before == balance.StageBoth && w.points(v) { // 义务教育学校517所、教学点163个，在校生…
		c.stage = before
	}
	if own > 0 {
		kept := list[:own]
		if leaned {
			kept = list[:min(len(list), own+12)]
		}
		c.parts = w.keep(kept)
		for i := range c.parts {
			c.parts[i].local, c.parts[i].behind = false, false
		}
		if c.topic == nil {
			c.topic = w.keep(c.parts)
			for i := range c.topic {
				c.topic[i].size = 1
			}
		}
	}
	if stage != "" && len(c.seen) < 8 && !slices.Contains(c.seen, stage) {
		c.seen = append(c.seen[:len(c.seen):len(c.seen)], stage)
	}
	return w.taken(it, v, marks)
}

// keep copies parts to where they stay until the paragraph ends.
func (w *walker) keep(parts []named) []named {
	n := len(w.room)
	w.room = append(w.room, parts...)
	return w.room[n:len(w.room):len(w.room)]
}

// within returns the marks that start in [from, to).
func (w *walker) within(from, to int) []mark { return startIn(w.marks, from, to) }

// startIn returns those of marks that start in [from, to).
func startIn(marks []mark, from, to int) []mark {
	marks = marks[sort.Search(len(marks), func(i int) bool { return marks[i].start >= from }):]
	n := 0
	if len(marks) > 64 {
		n = sort.Search(len(marks), func(i int) bool { return marks[i].start >= to })
	}
	for n < len(marks) && marks[n].start < to {
		n++
	}
	return marks[:n]
}
