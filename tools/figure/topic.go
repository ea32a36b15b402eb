package figure

import "strings"

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
	if s := w.stageIn(name); s != "" && w.lex.byTxt[name] != nil {
		w.section.stage = s
		w.carry.stage, w.carry.staged = s, true
	}
}

// listed reports a figure that only 、 or 或 parts from the one before.
func (w *walker) listed(it *item) bool {
	c := &w.carry
	return c.end > 0 && c.end < it.From && it.From-c.end < 24 && !w.parted(c.end, it.From, opening)
}
