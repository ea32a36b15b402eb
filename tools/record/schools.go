package record

import (
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"junheng/tools/balance"
)

// readSchools reads schools.csv: UTF-8 with or without a byte order mark, or
// GBK, with LF or CRLF.
func readSchools(fsys fs.FS, name string, n *National, ps *balance.Problems) []balance.School {
	data, ok := readFile(fsys, name, maxTable, ps)
	if !ok {
		return nil
	}
	text, _, ok := decode(balance.Place{File: name}, data, ps)
	if !ok {
		return nil
	}
	return readTable(newCSV(name, text, ps), n, ps)
}

// heading is one column of the table at hand.
type heading struct {
	Column
	written string  // the header as written
	factor  float64 // to Column.Unit
	use     bool    // the column is known and may be read
}

// table reads the rows below a header; vals, known and missing hold the row at
// hand, by position.
type table struct {
	grid     grid
	national *National
	ps       *balance.Problems
	heads    []heading
	byID     map[string]int // Column.ID → position
	vals     []float64
	known    []bool            // a number was read
	missing  []balance.Missing // or a reason
	codes    map[string]spot
	names    map[[2]string]spot            // name and township
	words    map[string]string             // one copy of words that repeat
	applies  map[balance.SchoolType][]bool // by position: schools of the type have the column's stage
	stages   map[balance.Stage]bool        // of any school so far
	rules    rules
	numbers  int // numeric columns in use
}

func newTable(g grid, n *National, ps *balance.Problems) *table {
	return &table{grid: g, national: n, ps: ps, byID: map[string]int{}, codes: map[string]spot{}, names: map[[2]string]spot{},
		words: map[string]string{}, applies: map[balance.SchoolType][]bool{}, stages: map[balance.Stage]bool{}}
}

// readTable reads a header and the rows below it into schools, noting every
// fault. A row with a fault is returned too, without the cells at fault.
func readTable(g grid, n *National, ps *balance.Problems) []balance.School {
	t := newTable(g, n, ps)
	header, ok := g.next()
	if !ok {
		ps.Fault(g.place(cell{line: 1, column: 1}), "学校表是空的", "第一行写表头，下面每行一所学校")
		return nil
	}
	first := header[0]
	if !t.header(header) {
		return nil
	}
	var schools []balance.School
	for rows := 0; ; rows++ {
		row, ok := g.next()
		if !ok {
			break
		}
		if rows == maxRows {
			ps.Fault(g.place(row[0]), "行数太多，超过 "+itoa(maxRows)+" 行", "检查是不是放错了文件")
			break
		}
		if s, ok := t.row(row); ok {
			s.Values = t.values(row)
			schools = append(schools, s)
		}
	}
	if len(schools) == 0 && ps.Faults() == 0 {
		ps.Fault(g.place(first), "学校表只有表头，没有学校", "表头下面每行写一所学校")
	}
	t.required(first)
	return schools
}

// header matches each header with a column and reports whether rows can be read.
func (t *table) header(cells []cell) bool {
	for len(cells) > 0 && strings.TrimSpace(cells[len(cells)-1].text) == "" {
		cells = cells[:len(cells)-1] // empty columns at the right, as Excel leaves them
	}
	if len(cells) > maxColumns {
		t.ps.Fault(t.grid.place(cells[maxColumns]), "栏数太多，超过 "+itoa(maxColumns)+" 栏", "检查是不是放错了文件")
		return false
	}
	known := 0
	var said balance.Problems
	for i, c := range cells {
		h := t.heading(c, &said)
		if h.use {
			if first, twice := t.byID[h.ID]; twice {
				said.Fault(t.grid.place(c), "表头“"+snippet(h.written)+"”与“"+snippet(t.heads[first].written)+"”是同一栏", "删去一栏")
				h.use = false
			} else {
				t.byID[h.ID] = i
				known++
				if h.Type.Numeric() {
					t.numbers++
				}
			}
		}
		t.heads = append(t.heads, h)
	}
	t.vals, t.known, t.missing = make([]float64, len(cells)), make([]bool, len(cells)), make([]balance.Missing, len(cells))
	if known > 0 {
		*t.ps = append(*t.ps, said...)
		t.rules = t.resolve()
		return true
	}
	at := t.grid.place(cell{line: 1, column: 1})
	if len(cells) > 0 {
		at = t.grid.place(cells[0])
	}
	what := "第一行不是表头，一个表头也认不出来"
	mend := "第一行写表头，如 学校标识码,学校名称,办学类型；标题、单位、说明行都删去"
	if len(cells) == 1 {
		for _, sign := range []string{"\t制表符", ";分号", "，中文逗号"} {
			r, n := utf8.DecodeRuneInString(sign)
			if strings.Count(cells[0].text, string(r)) > 1 {
				what, mend = "各栏之间用了"+sign[n:]+"，不是英文逗号", "在 Excel 里另存为“CSV UTF-8（逗号分隔）”"
			}
		}
	}
	t.ps.Fault(at, what, mend)
	return false
}

// heading reads one header; what cannot be used is noted.
func (t *table) heading(c cell, ps *balance.Problems) heading {
	h := heading{written: strings.TrimSpace(c.text), factor: 1}
	at := t.grid.place(c)
	if h.written == "" {
		ps.Fault(at, "这一栏没有表头", "补上表头，或删去整栏")
		return h
	}
	col, factor, wrong, ok := t.national.heading(h.written)
	if ok {
		if wrong != "" {
			ps.Fault(at, "表头“"+snippet(h.written)+"”的单位“"+snippet(wrong)+"”不对", "应当是"+col.Unit+"，换算后改成“"+col.Header+"("+col.Unit+")”")
			return h
		}
		h.Column, h.factor, h.use = col, factor, true
		return h
	}
	for _, r := range t.national.refused {
		for _, w := range r.Words {
			if strings.Contains(fold(h.written), w) {
				ps.Fault(at, "表头“"+snippet(h.written)+"”不能有："+r.Why, "删去整栏")
				return h
			}
		}
	}
	var words []string
	for _, col := range t.national.Columns {
		words = append(words, col.Header)
	}
	ps.Fault(at, "不认识的表头“"+snippet(h.written)+"”", didYouMean(h.written, words, "改成规范表头，或删去整栏"))
	return h
}

// required notes the columns that are not there; first is where the header begins.
func (t *table) required(first cell) {
	for _, c := range t.national.Columns {
		if _, has := t.byID[c.ID]; has || !c.Required || c.Stage != "" && !t.stages[c.Stage] {
			continue
		}
		t.ps.Fault(t.grid.place(first), "缺少“"+c.Header+"”这一栏", "在表头补上“"+c.Header+"”，每所学校都填")
	}
}

// values returns the numbers and reasons of the row at hand by column id.
func (t *table) values(cells []cell) map[string]balance.Datum {
	values := make(map[string]balance.Datum, t.numbers)
	for i := range t.heads {
		if t.known[i] || t.missing[i] != balance.NotMissing {
			values[t.heads[i].ID] = balance.Datum{Value: t.vals[i], Missing: t.missing[i], Place: t.grid.place(cells[i])}
		}
	}
	return values
}

// row reads one row but for its values; false when it holds no school.
func (t *table) row(cells []cell) (balance.School, bool) {
	var s balance.School
	if blankRow(cells) {
		return s, false
	}
	if n := len(t.heads); len(cells) != n {
		for len(cells) > n && strings.TrimSpace(cells[len(cells)-1].text) == "" {
			cells = cells[:len(cells)-1]
		}
		if len(cells) > n {
			t.ps.Fault(t.grid.place(cells[n]), "这一行有 "+itoa(len(cells))+" 格，表头只有 "+itoa(n)+" 栏", "删去多出的格；格里本来有逗号的，整格用英文双引号包住")
			return s, false
		}
		if len(cells) < n {
			t.ps.Fault(t.grid.place(cells[len(cells)-1]), "这一行只有 "+itoa(len(cells))+" 格，表头有 "+itoa(n)+" 栏", "补齐缺的格，没有数的写 未填报、不适用、保密或无法计算")
			return s, false
		}
	}
	s.Place = t.grid.place(cells[0])
	for _, id := range []string{"code", "name"} {
		if i, ok := t.byID[id]; ok && isTotal(cells[i].text) {
			t.ps.Fault(t.grid.place(cells[i]), "这一行是合计，不是学校", "删去合计行，合计由程序计算")
			return s, false
		}
	}
	if i, ok := t.byID["type"]; ok {
		s.Type = balance.SchoolType(t.choice(&t.heads[i], cells[i]))
	}
	applies := t.having(s.Type)
	for i := range cells {
		if h := &t.heads[i]; h.use {
			t.vals[i], t.known[i], t.missing[i] = 0, false, balance.NotMissing
			if h.Type.Numeric() {
				t.number(i, cells[i], s.Type, applies[i])
			} else {
				t.wording(h, cells[i], &s)
			}
		}
	}
	t.twice(cells, &s)
	t.fit(cells)
	return s, true
}

// having says for each column whether schools of type typ have its stage, and
// notes the stages that the type has.
func (t *table) having(typ balance.SchoolType) []bool {
	if known, ok := t.applies[typ]; ok {
		return known
	}
	all := make([]bool, len(t.heads))
	for i, h := range t.heads {
		all[i] = h.Stage == "" || holds(typ, h.Stage)
	}
	for _, stage := range balance.Stages {
		if !open(typ) && holds(typ, stage) {
			t.stages[stage] = true
		}
	}
	t.applies[typ] = all
	return all
}

func blankRow(cells []cell) bool {
	for _, c := range cells {
		if strings.TrimSpace(c.text) != "" || c.formula {
			return false
		}
	}
	return true
}

func isTotal(name string) bool {
	switch fold(name) {
	case "合计", "总计", "小计", "全县合计", "全区合计", "全市合计":
		return true
	}
	return false
}

// holds reports whether a school of type t has the stage. Schools of kinds
// that teach several, and those whose type is unknown, are not held to it.
func holds(t balance.SchoolType, stage balance.Stage) bool {
	switch stage {
	case balance.StagePrimary, balance.StageJunior:
		for _, s := range t.Stages() {
			if s == stage {
				return true
			}
		}
		return open(t)
	case balance.StageSenior:
		return t == balance.Complete || t == balance.TwelveYear || t == balance.Senior || open(t)
	}
	return true
}

func open(t balance.SchoolType) bool {
	return t == "" || t == balance.SpecialNeeds || t == balance.Vocational
}

// twice notes a code or name that an earlier row has.
func (t *table) twice(cells []cell, s *balance.School) {
	if i, ok := t.byID["code"]; ok && s.Code != "" {
		if first, dup := t.codes[s.Code]; dup {
			t.ps.Fault(t.grid.place(cells[i]), "学校标识码“"+s.Code+"”与"+t.where(first)+"重复", "一所学校一行，一个标识码；改正写错的那个")
		} else {
			t.codes[s.Code] = spot{cells[i].line, cells[i].column}
		}
	}
	if i, ok := t.byID["name"]; ok && s.Name != "" {
		key := [2]string{s.Name, s.Township}
		if first, dup := t.names[key]; dup {
			t.ps.Fault(t.grid.place(cells[i]), "学校名称“"+snippet(s.Name)+"”与"+t.where(first)+"重复", "删去重复的一行；确是两所学校的，名称写全以便区分")
		} else {
			t.names[key] = spot{cells[i].line, cells[i].column}
		}
	}
}

func (t *table) where(at spot) string {
	if p := t.grid.place(cell{line: at.line, column: at.column}); p.Cell != "" {
		return " " + p.Cell + " "
	}
	return "第 " + itoa(at.line) + " 行"
}

// hidden finds a character in s that cannot be seen: control, direction or
// zero width.
func hidden(s string) bool {
	for _, r := range s {
		if (r < 0x3000 || r >= 0xE000) && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) {
			return true
		}
	}
	return false
}
