package figure

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"junheng/tools/balance"
)

// kind settles whether a figure is the present state, a standard, a target, a
// plan or a forecast. What a plan starts from (由52%提高到55%) is the present.
func (w *walker) kind(it *item, v window, marks []mark) balance.Kind {
	k := w.kindOf(it, v, marks)
	if k == balance.Plan && it.word {
		return balance.Target // nothing is built by 清零
	}
	if k != balance.Observed && k != balance.Limit && w.former(it, v) {
		return balance.Observed
	}
	return k
}

// former reports the first of two values in 由52%提高到55%.
func (w *walker) former(it *item, v window) bool {
	s := w.text[max(v.from, v.at-24):v.at]
	if !strings.Contains(s, "由") && !strings.Contains(s, "从") {
		return false
	}
	for _, m := range w.within(it.To, it.To+1) {
		if m.roles&(isChange|toValue) != 0 {
			return true
		}
	}
	return false
}

func (w *walker) kindOf(it *item, v window, marks []mark) balance.Kind {
	c := &w.carry
	fresh := false // something in these words says the kind
	for _, m := range marks {
		if m.roles&setsKind == 0 || m.end > v.at || hidden(m, marks) || m.roles&isNoun != 0 && !w.verbal(m) ||
			c.cued && c.kind == balance.Forecast && !c.parted && (strings.HasPrefix(m.text, "将") || strings.HasPrefix(m.text, "要")) { // 预计将达到
			continue
		}
		if m.ahead == balance.Observed && w.former(it, v) && (strings.HasSuffix(w.text[:m.start], "由") || strings.HasSuffix(w.text[:m.start], "从")) {
			continue // 要从目前的82%扩大到100%
		}
		c.parted, fresh = false, true
		c.kind, c.cued, c.passed = m.ahead, true, w.parted(m.end+len("，"), v.at, comma)
	}
	if k := w.behind(it, v); k != "" {
		return k
	}
	if c.cued && c.kind == balance.Limit && c.passed && !w.section.own && (c.unit != it.Unit || !w.empty(max(v.from, w.from(v.at, comma)), v.at)) {
		c.kind, c.cued = w.title.kind, false // a standard does not reach over a comma
	}
	if !fresh && (!c.cued || c.kind == balance.Observed) && strings.HasPrefix(c.period, "到") && w.named(v, marks, adjusts) { // 到20__年调整为141所
		c.kind, c.cued = balance.Plan, true
	}
	if c.kind == balance.Observed && w.measuredBy(it, v) {
		return balance.Limit
	}
	if c.cued && c.kind == balance.Forecast && c.parted && bounded(it) {
		return balance.Target // 预计新增…；占比控制在…以内
	}
	if c.cued && c.kind == balance.Observed && (c.parted || w.comes(v, marks)) {
		c.kind, c.cued = w.fresh().kind, false
	}
	if c.cued {
		return c.kind
	}
	if w.title.assessed && w.heads() && bounded(it) && w.section.class != balance.ClassProblems && w.section.class != balance.ClassNext {
		return balance.Limit // （一）三年巩固率达到95%以上
	}
	if ahead(it.Quantity, w.text) && (it.Comparator == balance.Ge || it.Comparator == balance.Le) && (w.section.demands || !w.next && w.eachOne(v, marks)) {
		if w.section.demands && (w.future(c.period) || w.year == 0 && lastYear(c.period) > 0) {
			return balance.Target
		}
		return balance.Limit
	}
	if (c.was == balance.Plan || c.was == balance.Target) && it.Comparator == balance.Eq && (!w.parted(c.end, it.From, comma) || len(w.stack) > 0 && !w.parted(c.end, it.From, semicolon)) {
		return c.was // 计划新建小学4所、初中2所
	}
	if w.next || w.future(c.period) || c.kind == balance.Plan {
		return w.intended(it, v, marks)
	}
	return c.kind
}

// measuredBy reports the limit that the figure before is held against, where
// nothing is said but the bound: 差异率分别为0.117和0.132，均低于0.15.
func (w *walker) measuredBy(it *item, v window) bool {
	c := &w.carry
	if !c.valued || it.Unit != c.unit || !ahead(it.Quantity, w.text) {
		return false
	}
	s := w.text[min(max(v.from, w.from(it.From, opening)), it.From):it.From]
	for changed := true; changed; {
		changed = false
		for _, t := range []string{"均", "都", "远", "远远", "也", "且", "并", "分别", "全部", "已", " "} {
			if strings.HasSuffix(s, t) {
				s, changed = strings.TrimSuffix(s, t), true
			}
		}
	}
	if s != "" {
		return false
	}
	switch it.Comparator {
	case balance.Lt, balance.Le:
		return c.value <= it.Value
	case balance.Gt, balance.Ge:
		return c.value >= it.Value
	}
	return false
}

// eachOne reports a bound set for every one of a kind: 每间不小于80平方米.
func (w *walker) eachOne(v window, marks []mark) bool {
	from := max(v.from, w.from(v.at, listMark))
	for _, m := range marks {
		if m.roles&isPer != 0 && m.start >= from && m.end <= v.at && strings.HasPrefix(m.text, "每") {
			return true
		}
	}
	return false
}

// heads reports a paragraph that is a heading and nothing else.
func (w *walker) heads() bool {
	return w.para.Heading > 0 && utf8.RuneCountInString(w.text) <= w.para.Heading
}

// bounded reports a figure that says how much at least or at most.
func bounded(it *item) bool { return it.Comparator != balance.Eq && it.Comparator != balance.Approx }

// future reports a period that lies behind the year of the report.
func (w *walker) future(period string) bool {
	for _, t := range w.lex.coming {
		if strings.HasPrefix(period, t) {
			return true
		}
	}
	return w.year > 0 && lastYear(period) > w.year
}

// comes reports a period ahead named among a figure's own words, with no cue of
// the present behind it: 已申请，明年选调.
func (w *walker) comes(v window, marks []mark) bool {
	coming := false
	for _, m := range marks {
		switch {
		case m.end > v.at:
		case m.roles&namesPeriod != 0 && slices.Contains(w.lex.coming, m.text):
			coming = true
		case m.roles&setsKind != 0 && m.ahead == balance.Observed:
			coming = false
		}
	}
	return coming
}

// lastYear is the last year written out in text, or 0.
func lastYear(text string) int {
	year, n, digits := 0, 0, 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i]-'0' <= 9 {
			n, digits = n*10+int(text[i]-'0'), digits+1
			continue
		}
		if digits == 4 && n >= 1990 && n < 2100 && strings.HasPrefix(text[i:], "年") {
			year = n
		}
		n, digits = 0, 0
	}
	return year
}

// verbal reports whether a word that is as often a noun (计划, 规划) is the
// verb of its clause: it begins one, or follows who or when.
func (w *walker) verbal(m mark) bool {
	if strings.ContainsRune("的，。、；：”》）和与及内外生表局图书期面后性", nextRune(w.text, m.end)) {
		return false
	}
	if w.from(m.start, listMark) == m.start {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(w.text[:m.start])
	return strings.ContainsRune("年月步来后前间区县市省州乡镇校局府委园们还将共另并已我再也均 ", r)
}

// hidden reports whether m lies in a longer word that means nothing of the
// kind, or in a title 《…》.
func hidden(m mark, marks []mark) bool { return within(m, marks, hidesKind) }

// behind reads a kind said after the figure: 小于0.60的标准, …项目2个的规划工作.
// A standard must be said at once; a plan or a target may come at the end of
// the sentence.
func (w *walker) behind(it *item, v window) balance.Kind {
	stop := w.to(it.To, semicolon)
	_, stop = near(w.text, it.To, stop, it.To, 160)
	end := it.To
	first := sort.Search(len(w.items), func(k int) bool { return w.items[k].From >= end })
	for k := first; k < min(first+8, len(w.items)); k++ {
		next := w.items[k] // 小学45人、初中50人的标准
		if gap := w.text[end:max(end, next.From)]; next.From < end || len(gap) > 24 || !strings.HasPrefix(gap, "、") && !strings.HasPrefix(gap, "和") || next.Unit != it.Unit {
			break
		}
		end = next.To
	}
	marks := w.within(it.To, stop)
	for _, m := range marks {
		if hidden(m, marks) { // 48个标准化教室
			continue
		}
		if m.roles&setsKind != 0 && m.start > it.To {
			break
		}
		if m.roles&setsBehind == 0 || m.end > stop {
			continue
		}
		if m.behind == balance.Target && w.theirs(m, end) {
			break // 入学率99.5%，高于95%的目标
		}
		if m.behind != balance.Limit || m.start == end || m.start > end && strings.TrimLeft(w.text[end:m.start], "”』」") == "" {
			return m.behind
		}
	}
	return ""
}

// theirs reports a word that stands right behind another number, in [end, m).
func (w *walker) theirs(m mark, end int) bool {
	k := sort.Search(len(w.items), func(k int) bool { return w.items[k].To > m.start }) - 1
	return k >= 0 && w.items[k].From >= end && w.items[k].To == m.start
}

// intended is the kind of a figure among the next steps that says nothing
// itself: a bound or a rate is a target, something to be built a plan.
func (w *walker) intended(it *item, v window, marks []mark) balance.Kind {
	if it.Comparator != balance.Eq || it.Unit == "%" || it.Unit == "比" || it.word {
		return balance.Target
	}
	from := max(v.from, w.from(v.at, comma))
	for _, m := range marks {
		if m.roles&isBuilt != 0 && m.start >= from && m.end <= v.at {
			return balance.Plan
		}
	}
	if w.carry.kind == balance.Plan || w.future(w.carry.period) {
		return balance.Plan
	}
	if w.section.demands {
		return balance.Target
	}
	if w.section.class == balance.ClassNext {
		return balance.Plan
	}
	return balance.Observed
}
