package record

import (
	"io/fs"
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
	number  bool    // its cells hold numbers, and it is in use
	last    string  // the words last read here without a fault: columns repeat themselves
	means   string  // what they were read as
	field   int     // of a numeric column in use: its position in table.fields
}

// table reads the rows below a header.
type table struct {
	grid     grid
	national *National
	ps       *balance.Problems
	heads    []heading
	byID     map[string]int // Column.ID → position in heads
	headOf   []int          // position in fields → in heads; of a sum: of its first part
	headings []*heading     // by position in fields, sums too
	fields   *balance.Fields
	rows     *rows
	values   []balance.Entry               // of the row at hand, by position in fields
	room     []balance.Entry               // for the values of rows to come
	applies  map[balance.SchoolType][]bool // by position: schools of the type have the column's stage
	stages   map[balance.Stage]bool        // of any school so far
	rules    rules
	same     map[string]int // faults so far by column and remedy
	below    int            // line of the header when it is not the first row
	ahead    []cell         // a row that was read and is still to come
	start    cell           // where the header begins
	texts    []Text         // cells that may hold a number or name of a person
}

func newTable(g grid, n *National, ps *balance.Problems) *table {
	return &table{grid: g, national: n, ps: ps, byID: map[string]int{}, applies: map[balance.SchoolType][]bool{}, stages: map[balance.Stage]bool{}, same: map[string]int{}}
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
	most := g.atMost()
	schools := make([]balance.School, 0, most)
	t.rows.begin = make([]begin, 0, most)
	for count := 0; ; count++ {
		row, ok := t.next()
		if !ok {
			break
		}
		if count == maxRows {
			ps.Fault(g.place(row[0]), "行数太多，超过 "+itoa(maxRows)+" 行", "检查是不是放错了文件")
			break
		}
		if len(schools) < cap(schools) {
			schools = schools[:len(schools)+1]
		} else {
			schools = append(schools, balance.School{})
		}
		if !t.row(row, &schools[len(schools)-1]) {
			schools = schools[:len(schools)-1]
		}
	}
	if len(schools) == 0 && ps.Faults() == before {
		ps.Fault(g.place(first), "学校表只有表头，没有学校", "表头下面每行写一所学校")
	}
	t.twice(schools)
	t.required()
	return schools
}

// block is how many rows' values are made room for at once.
const block = 64

// makeRoom makes room for the values of the next row.
func (t *table) makeRoom() {
	n := len(t.headOf)
	if len(t.room) < n {
		t.room = make([]balance.Entry, n*block)
	}
	t.values = t.room[:n:n]
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

// row reads one row into s, which is empty; false when it holds no school.
func (t *table) row(cells []cell, s *balance.School) bool {
	if blankRow(cells) || t.aside(cells) {
		return false
	}
	if n := len(t.heads); len(cells) != n {
		for len(cells) > n && strings.TrimSpace(cells[len(cells)-1].text) == "" {
			cells = cells[:len(cells)-1]
		}
		if len(cells) > n {
			t.refuse(cells[n], "这一行有 "+itoa(len(cells))+" 格，表头只有 "+itoa(n)+" 栏", "删去多出的格；格里本来有逗号的，整格用英文双引号包住")
			return false
		}
		if len(cells) < n {
			t.refuse(cells[len(cells)-1], "这一行只有 "+itoa(len(cells))+" 格，表头有 "+itoa(n)+" 栏", "补齐缺的格，没有数的写 未填报、不适用、保密或无法计算")
			return false
		}
	}
	if i, ok := t.byID["type"]; ok {
		s.Type = balance.SchoolType(t.choice(&t.heads[i], cells[i]))
	}
	applies := t.having(s.Type)
	t.makeRoom()
	for i := range cells {
		h := &t.heads[i]
		if h.number {
			t.number(h, &cells[i], s.Type, applies[i])
			continue
		}
		if h.words && personal(cells[i].text) {
			t.texts = append(t.texts, Text{Name: t.grid.spot(cells[i]) + "“" + snippet(h.written) + "”", Text: cells[i].text, Place: t.grid.place(cells[i])})
		}
		if h.use {
			t.wording(h, cells[i], s)
		}
	}
	t.addUp(cells)
	t.fit(cells)
	t.room = t.room[len(t.values):]
	s.Place = t.grid.place(cells[0])
	s.Values = balance.NewValues(t.fields, t.values, len(t.rows.begin))
	t.rows.begin = append(t.rows.begin, begin{cells[0].line, cells[0].row, cells[0].start})
	return true
}

// personal reports whether a cell of words may hold something of a person:
// every such number has eleven digits or more, every such name a colon before it.
func personal(text string) bool {
	digits := 0
	for i := 0; i < len(text); i++ {
		switch b := text[i]; {
		case b >= '0' && b <= '9':
			digits++
		case b == ':':
			return true
		case b == 0xEF && strings.HasPrefix(text[i:], "："):
			return true
		case b == 0xEF && i+2 < len(text) && text[i+1] == 0xBC && text[i+2] >= 0x90 && text[i+2] <= 0x99: // ０ to ９
			digits++
		}
	}
	return digits >= 11
}

func blankRow(cells []cell) bool {
	for _, c := range cells {
		if strings.TrimSpace(c.text) != "" || c.formula {
			return false
		}
	}
	return true
}
