package figure

import (
	"strings"
	"unicode/utf8"

	"junheng/tools/balance"
	"junheng/tools/numeral"
)

// codes are headers whose cells are names of things, not quantities.
var codes = []string{"电话", "代码", "标识码", "序号", "编号", "邮编", "年份", "日期", "联系方式", "身份证", "学号", "账号", "文号", "手机", "成立时间", "建校时间", "时间"}

// coefficients are headers under which nothing has a unit, whatever the row's
// own header measures in.
var coefficients = []string{"系数", "差异率", "指数"}

// table reads the cells of a table. A cell's headers give what it counts, its
// stage, its unit and its kind; its whole text is the quote.
func (w *walker) table(p *balance.Paragraph) {
	w.para, w.count = p, 0
	above := "" // a caption that says what all cells are: 校际差异系数
	if holds(p.Table.Caption, coefficients) && !headed(p.Table, coefficients) {
		above = p.Table.Caption + "，"
	}
	for r, row := range p.Table.Rows {
		for c, cell := range row {
			if cell.Header || cell.Text == "" || cell.Of != [2]int{r + 1, c + 1} && cell.Of != [2]int{} || holds(strings.Join(cell.Path, " "), codes) {
				continue
			}
			w.cell(p.Table, above, r, c, cell)
		}
	}
}

// headed reports whether a header of t holds one of words.
func headed(t *balance.Table, words []string) bool {
	for _, row := range t.Rows {
		for _, cell := range row {
			if cell.Header && holds(cell.Text, words) {
				return true
			}
		}
	}
	return false
}

func (w *walker) cell(t *balance.Table, above string, r, c int, cell balance.Cell) {
	w.qs = numeral.Append(w.qs[:0], cell.Text)
	qs := w.qs
	if len(qs) == 0 {
		return
	}
	if utf8.RuneCountInString(cell.Text) > 40 {
		w.prose(t, r, c, cell)
		return
	}
	path := above + strings.Join(cell.Path, "，")
	head := path + "，" + cell.Text[:qs[0].From]
	w.marks = w.lex.marks(w.marks[:0], head)
	marks := w.marks
	for _, q := range qs {
		unit, factor := q.Unit, 1.0
		if unit == "" {
			unit, factor = unitBeside(t, r, c)
			if unit == "" {
				unit, factor = w.cellUnit(byColumn(t, r, c, cell.Path), path, t.Caption, marks)
			}
		}
		if unit == "" && len(qs) == 1 && q.Style == numeral.Digits && q.Value >= 1990 && q.Value <= 2050 && strings.Contains(path, "年") {
			continue
		}
		if q.Unit == "年" || q.Unit == "个月" || q.Unit == "天" {
			continue
		}
		f := w.add()
		f.Value, f.Unit, f.Comparator, f.Kind, f.Stage, f.Subject = q.Value*factor, unit, q.Comparator, w.cellKind(path, marks), w.cellStage(cell.Path, t.Caption), strings.Join(cell.Path, " ")
		f.Approx = hedged(f.Comparator, f.Kind)
		if q.Range() {
			top := q.Max * factor
			f.ValueMax = &top
		}
		list := gather(w.list[:0], marks, 0, len(head), len(head), -1)
		f.Scope = w.title.scope
		for _, h := range cell.Path {
			if ending(h) != "" && !holds(h, unnamed) && utf8.RuneCountInString(h) > 2 && !holds(h, []string{"小学校", "中小学", "所学校"}) && !strings.HasPrefix(h, "小学") {
				f.Scope = h
				if w.namedSchool >= 0 {
					list = append(list, named{part: int16(w.namedSchool), size: 1, local: true})
				}
			}
		}
		if unit == "%" {
			list = append(list, w.section.topic...)
		}
		f.Indicator, _ = w.indicator(list, unit, f.Stage, f.Kind, false, aboutCell(path, marks, f.Stage))
		w.carry = carry{}
		f.Period = w.cellPeriod(cell.Path, t.Caption)
		f.Raw, f.RawStart = q.Raw(cell.Text), utf8.RuneCountInString(cell.Text[:q.Start])
		f.Source.End, f.Source.Quote, f.Source.Table, f.Source.Row, f.Source.Column = utf8.RuneCountInString(cell.Text), cell.Text, t.Number, r+1, c+1
		w.list = list
	}
}

// aboutCell is what the headers of a cell say of how it counts.
func aboutCell(path string, marks []mark, stage balance.Stage) about {
	a := about{change: strings.Contains(path, "增长") || strings.Contains(path, "增减"), partial: strings.Contains(path, "达标")}
	if stage != balance.StageNineYear && stage != balance.StageTwelve {
		a.partial = a.partial || strings.Contains(path, "一贯制")
	}
	for _, m := range marks {
		a.partial = a.partial || m.roles&countsSome != 0
		if m.roles&isPer != 0 && a.per == "" {
			a.per = m.text
		}
	}
	return a
}

// prose reads a cell that holds sentences like a paragraph of its own.
func (w *walker) prose(t *balance.Table, r, c int, cell balance.Cell) {
	para, count, first := w.para, w.count, len(w.figures)
	copied := *para
	copied.Text, copied.Table = cell.Text, nil
	w.paragraph(&copied)
	for i := first; i < len(w.figures); i++ {
		s := &w.figures[i].Source
		s.Table, s.Row, s.Column = t.Number, r+1, c+1
		w.figures[i].RawStart += s.Start
		s.Start, s.End, s.Quote = 0, utf8.RuneCountInString(cell.Text), cell.Text
	}
	w.renumber(first, count)
	w.para = para
}

// byColumn orders the headers of a cell so that those of its column come last:
// they say what it holds where both have a unit.
func byColumn(t *balance.Table, r, c int, path []string) []string {
	var side, top []string
	for _, h := range path {
		row := false
		for k := 0; k < c; k++ {
			if cell := t.Rows[r][k]; cell.Header && cell.Text == h {
				row = true
			}
		}
		if row {
			side = append(side, h)
		} else {
			top = append(top, h)
		}
	}
	return append(side, top...)
}

// cellUnit is the unit a cell's headers give: in brackets, by what they name,
// or for the whole table in its caption (单位：万元).
func (w *walker) cellUnit(headers []string, path, caption string, marks []mark) (string, float64) {
	if holds(path, coefficients) {
		return "", 1
	}
	if unit, factor := headerUnit(headers); unit != "" {
		return unit, factor
	}
	noun := w.headerNoun(path, marks)
	if unit, factor := headerUnit([]string{caption}); unit != "" && (noun == "" || noun == unit) {
		return unit, factor
	}
	return noun, 1
}

// unitBeside reads the unit of a row from a column of units: 单位, 计量单位.
func unitBeside(t *balance.Table, r, c int) (string, float64) {
	for k := range c {
		if cell := t.Rows[r][k]; !cell.Header || cell.Text == "" {
			continue
		}
		switch strings.ReplaceAll(strings.ReplaceAll(t.Rows[0][k].Text, " ", ""), "\u3000", "") {
		case "单位", "计量单位":
			return unitNamed(strings.TrimSpace(t.Rows[r][k].Text))
		}
	}
	return "", 1
}

// unitNamed reads a text that is a unit and nothing else: 万平方米.
func unitNamed(form string) (string, float64) {
	if q := numeral.Scan("1" + form); len(q) == 1 && q[0].Unit != "" && q[0].To == 1+len(form) {
		return q[0].Unit, q[0].Value
	}
	return "", 1
}

// headerUnit reads a unit from headers, the nearest last: 在校生（人）.
func headerUnit(headers []string) (string, float64) {
	for i := len(headers) - 1; i >= 0; i-- {
		text := headers[i]
		for _, open := range []string{"（", "(", "单位：", "单位:", "/", "："} {
			k := strings.LastIndex(text, open)
			if k < 0 {
				continue
			}
			form := strings.TrimSpace(text[k+len(open):])
			if n := strings.IndexAny(form, "）)，,；;"); n >= 0 {
				form = form[:n]
			}
			form = strings.TrimPrefix(strings.TrimPrefix(form, "单位："), "单位:")
			if form == "" || utf8.RuneCountInString(form) > 8 {
				continue
			}
			if unit, factor := unitNamed(form); unit != "" {
				return unit, factor
			}
		}
	}
	return "", 1
}

// headerNoun is the unit a header's noun implies.
func (w *walker) headerNoun(path string, marks []mark) string {
	switch {
	case strings.Contains(path, "师比") || strings.Contains(path, "生比") || strings.Contains(path, "机比"):
		return "比"
	case strings.Contains(path, "率") || strings.Contains(path, "比例") || strings.Contains(path, "占比"):
		return "%"
	}
	for i := len(marks) - 1; i >= 0; i-- {
		if marks[i].roles&impliesUnit != 0 && (marks[i].roles&namesStage == 0 || strings.Contains(path, "学校") || strings.Contains(path, "校数")) {
			return marks[i].unit
		}
	}
	return ""
}

// cellStage is the stage of the nearest header that names one.
func (w *walker) cellStage(path []string, caption string) balance.Stage {
	for i := len(path) - 1; i >= 0; i-- {
		if s := w.stageIn(path[i]); s != "" {
			return s
		}
		if ending(path[i]) != "" && utf8.RuneCountInString(path[i]) > 2 && !holds(path[i], unnamed) {
			if s := stageOfSchool(path[i]); s != "" {
				return s
			}
		}
	}
	if s := w.stageIn(caption); s != "" {
		return s
	}
	return w.section.stage
}

// cellKind reads the kind from the headers.
func (w *walker) cellKind(path string, marks []mark) balance.Kind {
	if holds(path, []string{"实际", "现状", "完成值", "现值"}) {
		return balance.Observed
	}
	for _, k := range []struct {
		word string
		kind balance.Kind
	}{{"目标", balance.Target}, {"规划", balance.Plan}, {"计划", balance.Plan}, {"预计", balance.Forecast}, {"预测", balance.Forecast},
		{"标准", balance.Limit}, {"要求", balance.Limit}, {"规定", balance.Limit}, {"限值", balance.Limit}} {
		i := strings.Index(path, k.word)
		if i < 0 || strings.HasPrefix(path[i:], "规定学历") || strings.Contains(path, "达标") || strings.Contains(path, "实际") || strings.Contains(path, "现状") ||
			hidden(mark{start: i, end: i + len(k.word)}, marks) {
			continue
		}
		return k.kind
	}
	return w.title.kind
}

// cellPeriod is the date a header or the caption names.
func (w *walker) cellPeriod(path []string, caption string) string {
	for i := len(path) - 1; i >= -1; i-- {
		text := caption
		if i >= 0 {
			text = path[i]
		}
		if d := dates(nil, text); len(d) > 0 {
			return text[d[len(d)-1].start:d[len(d)-1].end]
		}
	}
	return ""
}
