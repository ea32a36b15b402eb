package record

import (
	"strings"
	"unicode/utf8"
)

// aside notes a row that is no school, once for the whole row: a total, a
// footnote, a heading between the rows, the header printed again.
func (t *table) aside(cells []cell) bool {
	code, coded := t.byID["code"]
	name, called := t.byID["name"]
	if coded && code < len(cells) && digits(cells[code].text, 10) && !(called && name < len(cells) && t.isTotal(cells[name].text)) {
		return false
	}
	if coded && code < len(cells) && t.national.example != "" && fold(cells[code].text) == t.national.example {
		t.remark(cells[code], "这是模板里的示例行，没有读入", "可以删去")
		return true
	}
	var first *cell
	filled, again := 0, 0
	for i := range cells {
		text := trim(cells[i].text)
		if text == "" && !cells[i].formula {
			continue
		}
		if filled++; first == nil {
			first = &cells[i]
		}
		if i < len(t.heads) && text == t.heads[i].written {
			again++
		}
	}
	for _, id := range []string{"code", "name"} {
		if i, ok := t.byID[id]; ok && i < len(cells) && t.isTotal(cells[i].text) {
			first = &cells[i]
		}
	}
	f := fold(first.text)
	switch word := t.footnote(f); {
	case t.isTotal(f):
		t.refuse(*first, "这一行是合计，不是学校", "删去合计行，合计由程序计算")
	case word != "":
		t.refuse(*first, "这一行是“"+word+"”，不是学校", "删去这一行")
	case again > 1 && again == filled:
		t.refuse(*first, "这一行又是表头", "删去这一行，表头只在最上面写一次")
	case filled == 1 && len(t.heads) > 2 && strings.Trim(f, "0123456789") != "":
		t.refuse(*first, "这一行只有“"+snippet(first.text)+"”一格有字，不是学校", "删去这一行；确是学校的，每格都填")
	default:
		return false
	}
	return true
}

// isTotal reports whether a row with this code or name holds a sum of others.
func (t *table) isTotal(name string) bool {
	last := lastRune(strings.TrimSpace(name))
	for _, w := range t.national.totals {
		if last == lastRune(w) && strings.HasSuffix(fold(name), w) {
			return true
		}
	}
	return false
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// footnote returns the word that begins a footnote, such as 注 before a colon
// or a number.
func (t *table) footnote(f string) string {
	for _, w := range t.national.footnotes {
		if rest, ok := strings.CutPrefix(f, w); ok {
			if r, _ := utf8.DecodeRuneInString(rest); rest == "" || strings.ContainsRune(":;.、0123456789", r) {
				return w
			}
		}
	}
	return ""
}
