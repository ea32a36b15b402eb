package record

import (
	"io/fs"
	"strconv"
	"strings"

	"junheng/tools/balance"
)

// readSchools reads schools.csv: UTF-8 with or without a byte order mark, or
// GBK, with LF or CRLF.
func readSchools(fsys fs.FS, name string, n *National, ps *balance.Problems, said *[]Text) []balance.School {
	data, ok := readFile(fsys, name, maxTable, ps)
	if !ok {
		return nil
	}
	text, _, ok := decode(balance.Place{File: name}, data, ps)
	if !ok {
		return nil
	}
	return readTable(newCSV(name, text, ps), n, ps, said)
}

// heading is one column of the table at hand.
type heading struct {
	Column
	written string  // the header as written
	factor  float64 // to Column.Unit
	use     bool    // the column is known and may be read
	words   bool    // its cells hold words
}

// table reads the rows below a header; vals, known and missing hold the row at
// hand, by position.
type table struct {
	grid      grid
	national  *National
	ps        *balance.Problems
	heads     []heading
	byID      map[string]int // Column.ID → position
	vals      []float64
	known     []bool            // a number was read
	missing   []balance.Missing // or a reason
	codes     map[uint64]spot
	names     map[string]namesake
	namesakes map[[2]string]spot            // name and township, of schools that share a name
	applies   map[balance.SchoolType][]bool // by position: schools of the type have the column's stage
	stages    map[balance.Stage]bool        // of any school so far
	rules     rules
	same      map[string]int // faults so far by column and remedy
	numbers   int            // numeric columns in use
	below     int            // line of the header when it is not the first row
	start     cell           // where the header begins
	texts     []Text         // cells that may hold a number or name of a person
}

func newTable(g grid, n *National, ps *balance.Problems) *table {
	return &table{grid: g, national: n, ps: ps, byID: map[string]int{}, codes: make(map[uint64]spot, g.atMost()), names: make(map[string]namesake, g.atMost()),
		namesakes: map[[2]string]spot{},
		applies:   map[balance.SchoolType][]bool{}, stages: map[balance.Stage]bool{}, same: map[string]int{}}
}

// readTable reads a header and the rows below it into schools, noting every
// fault. A row with a fault is returned too, without the cells at fault.
func readTable(g grid, n *National, ps *balance.Problems, said *[]Text) []balance.School {
	t := newTable(g, n, ps)
	defer func() { *said = append(*said, t.texts...) }()
	header, ok := g.next()
	if !ok {
		ps.Fault(g.place(cell{line: 1, column: 1}), "学校表是空的", "第一行写表头，下面每行一所学校")
		return nil
	}
	first := header[0]
	if !t.header(header) {
		return nil
	}
	if t.below > 0 {
		ps.Fault(g.place(first), "第一行不是表头，表头在第 "+itoa(t.below)+" 行", "把表头上面的标题、单位、说明行删去")
	}
	before := ps.Faults()
	schools := make([]balance.School, 0, g.atMost())
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
	if len(schools) == 0 && ps.Faults() == before {
		ps.Fault(g.place(first), "学校表只有表头，没有学校", "表头下面每行写一所学校")
	}
	t.required()
	return schools
}

// required notes the columns that are not there, where the header begins.
func (t *table) required() {
	for _, c := range t.national.Columns {
		if _, has := t.byID[c.ID]; has || !c.Required || c.Stage != "" && !t.stages[c.Stage] {
			continue
		}
		t.ps.Fault(t.grid.place(t.start), "缺少“"+c.Header+"”这一栏", "在表头补上“"+c.Header+"”，每所学校都填")
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
	if blankRow(cells) || t.aside(cells) {
		return s, false
	}
	if n := len(t.heads); len(cells) != n {
		for len(cells) > n && strings.TrimSpace(cells[len(cells)-1].text) == "" {
			cells = cells[:len(cells)-1]
		}
		if len(cells) > n {
			t.refuse(cells[n], "这一行有 "+itoa(len(cells))+" 格，表头只有 "+itoa(n)+" 栏", "删去多出的格；格里本来有逗号的，整格用英文双引号包住")
			return s, false
		}
		if len(cells) < n {
			t.refuse(cells[len(cells)-1], "这一行只有 "+itoa(len(cells))+" 格，表头有 "+itoa(n)+" 栏", "补齐缺的格，没有数的写 未填报、不适用、保密或无法计算")
			return s, false
		}
	}
	s.Place = t.grid.place(cells[0])
	if i, ok := t.byID["type"]; ok {
		s.Type = balance.SchoolType(t.choice(&t.heads[i], cells[i]))
	}
	applies := t.having(s.Type)
	clear(t.vals)
	clear(t.known)
	clear(t.missing)
	for i := range cells {
		h := &t.heads[i]
		if h.words && strings.ContainsAny(cells[i].text, "0123456789０１２３４５６７８９:：") {
			t.texts = append(t.texts, Text{Name: t.grid.spot(cells[i]) + "“" + snippet(h.written) + "”", Text: cells[i].text, Place: t.grid.place(cells[i])})
		}
		if h.use {
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

func blankRow(cells []cell) bool {
	for _, c := range cells {
		if strings.TrimSpace(c.text) != "" || c.formula {
			return false
		}
	}
	return true
}

// namesake is the first school of a name.
type namesake struct {
	township string
	at       spot
}

// twice notes a code that an earlier row has, or a name that an earlier row of
// the same township has.
func (t *table) twice(cells []cell, s *balance.School) {
	if i, ok := t.byID["code"]; ok && s.Code != "" {
		number, _ := strconv.ParseUint(s.Code, 10, 64)
		if first, dup := t.codes[number]; dup {
			t.refuse(cells[i], "学校标识码“"+s.Code+"”与"+t.where(first)+"重复", "一所学校一行，一个标识码；改正写错的那个")
		} else {
			t.codes[number] = spot{cells[i].line, cells[i].column}
		}
	}
	i, ok := t.byID["name"]
	if !ok || s.Name == "" {
		return
	}
	at := spot{cells[i].line, cells[i].column}
	first, dup := t.names[s.Name]
	if !dup {
		t.names[s.Name] = namesake{s.Township, at}
		return
	}
	if first.township != s.Township {
		key := [2]string{s.Name, s.Township}
		if first.at, dup = t.namesakes[key]; !dup {
			t.namesakes[key] = at
			return
		}
	}
	t.refuse(cells[i], "学校名称“"+snippet(s.Name)+"”与"+t.where(first.at)+"重复", "删去重复的一行；确是两所学校的，名称写全以便区分")
}

func (t *table) where(at spot) string {
	if p := t.grid.place(cell{line: at.line, column: at.column}); p.Cell != "" {
		return " " + p.Cell + " "
	}
	return "第 " + itoa(at.line) + " 行"
}
