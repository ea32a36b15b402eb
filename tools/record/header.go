package record

import (
	"strings"
	"unicode/utf8"

	"junheng/tools/balance"
)

// searched is how many rows below the first are searched for the header.
const searched = 5

// header finds the header, in the first row or two, or below a title, and reports
// whether rows can be read.
func (t *table) header(cells []cell) bool {
	first := append([]cell(nil), cells...)
	for tries := 0; ; tries++ {
		cells = append([]cell(nil), cells...)
		line := cells[0].line
		under, more := t.next()
		if both, ok := t.joined(cells, under); ok && more {
			cells, line = both, under[0].line
		} else if more {
			t.ahead = under
		}
		if t.matches(cells) {
			if tries > 0 {
				t.below = int(cells[0].line)
			}
			t.grid.headed(int(line))
			return true
		}
		if tries < searched && len(first) <= maxColumns {
			cells, more = t.next()
		} else {
			more = false
		}
		if !more {
			break
		}
	}
	if len(first) > maxColumns {
		t.refuse(first[maxColumns], "栏数太多，超过 "+itoa(maxColumns)+" 栏", "检查是不是放错了文件")
		return false
	}
	what := "第一行不是表头，一个表头也认不出来"
	mend := "第一行写表头，如 学校标识码,学校名称,办学类型；标题、单位、说明行都删去"
	for _, sign := range []string{"\t制表符", ";分号", "，中文逗号"} {
		r, n := utf8.DecodeRuneInString(sign)
		if len(first) == 1 && strings.Count(first[0].text, string(r)) > 1 {
			what, mend = "各栏之间用了"+sign[n:]+"，不是英文逗号", "在 Excel 里另存为“CSV UTF-8（逗号分隔）”"
		}
	}
	t.refuse(first[0], what, mend)
	return false
}

// matches matches each cell of a row with a column; false when none does.
func (t *table) matches(cells []cell) bool {
	for len(cells) > 0 && strings.TrimSpace(cells[len(cells)-1].text) == "" {
		cells = cells[:len(cells)-1] // empty columns at the right, as Excel leaves them
	}
	if len(cells) > maxColumns {
		return false
	}
	found := false
	for _, c := range cells {
		_, _, _, ok := t.national.heading(c.text)
		found = found || ok
	}
	if !found {
		return false
	}
	t.start = cells[0]
	for i, c := range cells {
		h := t.heading(c)
		if h.use {
			if first, twice := t.byID[h.ID]; twice {
				t.refuse(c, "表头“"+snippet(h.written)+"”与“"+snippet(t.heads[first].written)+"”是同一栏", "删去一栏")
				h.use = false
			} else {
				t.byID[h.ID] = i
			}
		}
		t.heads = append(t.heads, h)
	}
	var ids []string
	for i := range t.heads {
		if h := &t.heads[i]; h.use && h.Type.Numeric() {
			h.number, h.field = true, len(ids)
			ids, t.headOf, t.headings = append(ids, h.ID), append(t.headOf, i), append(t.headings, h)
		}
	}
	ids = t.resolveSums(ids)
	t.rows = &rows{headOf: t.headOf, placer: t.grid.later()}
	t.fields = balance.NewFields(ids, t.rows.place)
	t.rules = t.resolve()
	return true
}

// heading reads one header; what cannot be used is noted.
func (t *table) heading(c cell) heading {
	h := heading{written: strings.TrimSpace(c.text), factor: 1, words: true}
	if h.written == "" {
		t.refuse(c, "这一栏没有表头", "补上表头，或删去整栏")
		return h
	}
	col, factor, wrong, ok := t.national.heading(h.written)
	if ok {
		if wrong != "" {
			t.refuse(c, "表头“"+snippet(h.written)+"”的单位“"+snippet(wrong)+"”不对", "应当是"+col.Unit+"，换算后改成“"+col.Header+"("+col.Unit+")”")
			return h
		}
		h.Column, h.factor, h.use = col, factor, true
		h.words = col.Type == TypeText || col.Type == TypeChoice
		return h
	}
	for _, x := range t.national.ignored {
		if fold(x.Header) == fold(h.written) {
			t.remark(c, "“"+snippet(h.written)+"”这一栏不读入", "可以留着，也可以删去整栏")
			return h
		}
	}
	for _, r := range t.national.refused {
		for _, w := range r.Words {
			if strings.Contains(fold(h.written), w) {
				h.words = false // the header says enough
				t.refuse(c, "表头“"+snippet(h.written)+"”不能有："+r.Why, "删去整栏")
				return h
			}
		}
	}
	var words []string
	for _, col := range t.national.Columns {
		words = append(words, col.Header)
	}
	t.refuse(c, "不认识的表头“"+snippet(h.written)+"”", didYouMean(h.written, words, "改成规范表头，或删去整栏"))
	return h
}
