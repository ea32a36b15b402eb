package figure

import "strings"

// own appends the parts of aliases among a figure's own words. A plain noun with
// something before it that narrows it is no part.
func (w *walker) own(list []named, it *item, marks []mark, v window) []named {
	if w.classes >= 0 && strings.HasSuffix(it.Form, "班") {
		list = append(list, named{part: int16(w.classes), size: 3, local: true}) // 18个班
	}
	clause := w.from(v.at, comma)
	for i, m := range marks {
		if m.part < 0 || within(m, marks, isOther) || strings.HasSuffix(w.text[:m.start], "非") || m.end > v.at && m.start < v.end || m.end > v.to {
			continue
		}
		far := m.start < v.at && m.start < clause && !(strings.HasPrefix(w.text[m.end:], "中，") && m.end+len("中，") == clause) // 专任教师中，小学…
		if m.roles&isPlain != 0 && (far || m.end <= v.at && !w.empty(m.end, v.at) || m.start == v.end && (!w.empty(m.end, v.to) || strings.HasSuffix(w.text[:v.at], "等")) || m.start > v.end || m.start < v.at && w.narrowed(m, v)) {
			if !w.compound(m) {
				continue
			}
			list = append(list, named{part: int16(m.part), size: 1})
			continue
		}
		list = gather(list, marks[i:i+1], v.from, v.to, v.at, v.end)
		for _, l := range w.limits {
			if n := len(list); n > 0 && m.start < l.end && m.end > l.start {
				list[n-1].limit = true
			}
		}
	}
	return list
}

// within reports whether m lies in a longer word of role r.
func within(m mark, marks []mark, r role) bool {
	for _, h := range marks {
		if h.start > m.start {
			break
		}
		if h.roles&r != 0 && h.end >= m.end && h.word != m.word {
			return true
		}
	}
	return false
}

// whole leaves out of parts the words that make a figure one for many: behind a
// semicolon 每百名学生 no longer holds.
func (r *Reader) whole(parts []named) []named {
	for i, p := range parts {
		if !r.perPart[p.part] {
			continue
		}
		kept := append([]named(nil), parts[:i]...)
		for _, p := range parts[i+1:] {
			if !r.perPart[p.part] {
				kept = append(kept, p)
			}
		}
		return kept
	}
	return parts
}

// per is the word that makes a figure one for many: 生均, 校均.
func (w *walker) per(v window, marks []mark) string {
	from := max(v.from, w.from(v.at, comma))
	for _, m := range marks {
		if m.roles&isPer != 0 && m.start >= from && m.end <= v.at {
			return m.text
		}
	}
	return ""
}

// named reports a word of role r in the clause, before the figure.
func (w *walker) named(v window, marks []mark, r role) bool {
	from := max(v.from, w.from(v.at, comma))
	if r == countsSome && from > v.from && w.empty(from, v.at) {
		from = v.from // 达标的学校，小学30所
	}
	for _, m := range marks {
		if m.roles&r != 0 && !within(m, marks, adjusts|toValue) && m.start >= from && m.end <= v.at {
			return true
		}
	}
	return false
}

// changed reports whether the figure says by how much something changed.
func changed(marks []mark, v window) bool {
	for _, m := range marks {
		if m.roles&isChange != 0 && m.end == v.at {
			return true
		}
	}
	return false
}

// compound reports whether m is a part of an alias of several words.
func (w *walker) compound(m mark) bool {
	for _, k := range w.byPart[m.part] {
		if len(w.aliases[k].parts) > 1 {
			return true
		}
	}
	return false
}

// narrowed reports whether something before the noun m narrows it.
func (w *walker) narrowed(m mark, v window) bool {
	from := w.from(m.start, listMark)
	if m.start < v.at {
		from = max(from, v.from)
	} else {
		from = max(from, v.end)
	}
	return !w.empty(min(from, m.start), m.start)
}

// limited reports whether a threshold stands among a figure's own words: then
// only an indicator that names the threshold fits.
func (w *walker) limited(v window) bool {
	for _, l := range w.limits {
		if l.start >= v.from && l.end <= v.to {
			return true
		}
	}
	return false
}

// restarted reports whether a figure's own words begin a new count (共有).
func (c *carry) restarted(marks []mark, v window) bool {
	for _, m := range marks {
		if m.roles&resetsStage != 0 && m.end <= v.at {
			return true
		}
	}
	return false
}

// taken returns where the next figure's own words begin: behind what this one
// counts when that stands right behind it (38所小学和…).
func (w *walker) taken(it *item, v window, marks []mark) int {
	end := it.To
	if it.Unit == "元" || it.Unit == "%" { // 投入2.1亿元新建学校13所
		return end
	}
	for _, m := range marks {
		if m.start >= v.end && m.start <= v.end+3 && m.end <= v.to && (m.part >= 0 || m.roles&(namesStage|isGeneral) != 0) {
			end = max(end, m.end)
		}
	}
	if end > it.To && end < v.to && !w.empty(end, v.to) && !strings.HasPrefix(w.text[end:], "和") && !strings.HasPrefix(w.text[end:], "及") {
		return it.To // the words behind go on: 2所小学平均班额…
	}
	return end
}
