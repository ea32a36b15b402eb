package figure

import (
	"sort"
	"strings"

	"junheng/tools/balance"
)

// kind settles whether a figure is the present state, a standard, a target, a
// plan or a forecast.
func (w *walker) kind(it *item, v window, marks []mark) balance.Kind {
	c := &w.carry
	for _, m := range marks {
		if m.roles&setsKind == 0 || m.end > v.at || hidden(m, marks) ||
			c.cued && c.kind == balance.Forecast && (m.ahead == balance.Target || m.ahead == balance.Plan) { // 预计将达到
			continue
		}
		c.kind, c.cued, c.passed = m.ahead, true, w.parted(m.end+len("，"), v.at, comma)
	}
	if k := w.behind(it, v); k != "" {
		return k
	}
	if c.cued && c.kind == balance.Limit && c.passed && !w.section.own && (c.unit != it.Unit || !w.empty(max(v.from, w.from(v.at, comma)), v.at)) {
		c.kind, c.cued = w.title.kind, false // a standard does not reach over a comma
	}
	if c.cued {
		return c.kind
	}
	if w.section.class == balance.ClassNext || w.title.kind == balance.Plan {
		return w.intended(it, v, marks)
	}
	return c.kind
}

// hidden reports whether m lies in a longer word that means nothing of the
// kind, or in a title 《…》.
func hidden(m mark, marks []mark) bool {
	for _, h := range marks {
		if h.roles&hidesKind != 0 && h.start <= m.start && h.end >= m.end {
			return true
		}
		if h.start > m.start {
			break
		}
	}
	return false
}

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
	for _, m := range w.within(it.To, stop) {
		if m.roles&setsKind != 0 && m.start > it.To {
			break
		}
		if m.roles&setsBehind == 0 || m.end > stop {
			continue
		}
		if m.behind != balance.Limit || m.start == end || m.start > end && strings.TrimLeft(w.text[end:m.start], "”』」") == "" {
			return m.behind
		}
	}
	return ""
}

// intended is the kind of a figure among the next steps that says nothing
// itself: a bound or a rate is a target, something to be built a plan.
func (w *walker) intended(it *item, v window, marks []mark) balance.Kind {
	if it.Comparator != balance.Eq || it.Unit == "%" {
		return balance.Target
	}
	from := max(v.from, w.from(v.at, comma))
	for _, m := range marks {
		if m.roles&isBuilt != 0 && m.start >= from && m.end <= v.at {
			return balance.Plan
		}
	}
	if w.title.kind == balance.Plan {
		return balance.Plan
	}
	return balance.Observed
}
