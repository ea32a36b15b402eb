package record

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"junheng/tools/balance"
)

// templateRows is how many rows of the template are made ready to be filled in.
const templateRows = 2000

// WriteWorkbook writes the workbook that a clerk fills in: a sheet for the
// schools, with every column of columns.toml, its unit, drop-down and note and
// one example row that is not read; a sheet for the district's items; and one
// that explains both. What it writes, readWorkbook reads.
func WriteWorkbook(w io.Writer, n *National, division balance.Division, year int) error {
	t := &newBook{File: excelize.NewFile(), n: n}
	defer t.Close()
	t.makeStyles()
	t.schoolSheet()
	t.itemSheet()
	t.noteSheet(division, year)
	t.SetActiveSheet(0)
	if t.err != nil {
		return t.err
	}
	return t.Write(w)
}

// newBook is the workbook being written; the first error stops nothing and is
// returned at the end.
type newBook struct {
	*excelize.File
	n                            *National
	need, may, example, text, no int // styles
	err                          error
}

func (t *newBook) did(err error) {
	if t.err == nil {
		t.err = err
	}
}

func (t *newBook) makeStyles() {
	style := func(fill, ink string, format int) int {
		s := &excelize.Style{NumFmt: format, Font: &excelize.Font{Color: ink, Bold: fill != "" && ink == "FFFFFF"},
			Alignment: &excelize.Alignment{Vertical: "center", WrapText: fill != ""}}
		if fill != "" {
			s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}}
		}
		id, err := t.NewStyle(s)
		t.did(err)
		return id
	}
	t.need, t.may = style("1F4E79", "FFFFFF", 0), style("5B7C99", "FFFFFF", 0)
	t.example, t.text, t.no = style("EEEEEE", "777777", 49), style("", "000000", 49), style("EEEEEE", "555555", 0)
}

// heads is a column's header as the template prints it: 教学仪器设备值(元).
func heads(c Column) string {
	if c.Unit == "" {
		return c.Header
	}
	return c.Header + "(" + c.Unit + ")"
}

// exampleOf is what the example row says in a column: a primary school.
func (n *National) exampleOf(c Column) string {
	switch {
	case c.Type == TypeCode && c.Required:
		return n.example
	case c.Type == TypeChoice:
		return c.Choices[0]
	case c.Required && c.Type == TypeText:
		return "此行是示例，填表前请删去"
	case !c.Type.Numeric(), c.Stage != "" && c.Stage != balance.StagePrimary:
		return string(balance.NotApplicable)
	case c.Required:
		return "300"
	}
	return string(balance.NotReported)
}

func (t *newBook) schoolSheet() {
	const sheet = "学校"
	t.did(t.SetSheetName("Sheet1", sheet))
	for i, c := range t.n.Columns {
		name := columnName(i + 1)
		t.did(t.SetCellStr(sheet, name+"1", heads(c)))
		t.did(t.SetCellStr(sheet, name+"2", t.n.exampleOf(c)))
		style := t.may
		if c.Required {
			style = t.need
		}
		if !c.Type.Numeric() {
			t.did(t.SetColStyle(sheet, name, t.text))
		}
		t.did(t.SetCellStyle(sheet, name+"1", name+"1", style))
		t.did(t.SetCellStyle(sheet, name+"2", name+"2", t.example))
		t.did(t.SetColWidth(sheet, name, name, float64(max(12, 2+len([]rune(heads(c)))))))
		t.allow(sheet, fmt.Sprintf("%s2:%s%d", name, name, templateRows), name+"2", c)
	}
	t.did(t.SetRowHeight(sheet, 1, 36))
	t.did(t.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: 2, YSplit: 1, TopLeftCell: "C2", ActivePane: "bottomRight"}))
}

// allow sets what may be typed into a column's cells, and the note shown there.
func (t *newBook) allow(sheet, cells, first string, c Column) {
	v := excelize.NewDataValidation(true)
	v.Sqref = cells
	switch {
	case c.Type == TypeChoice:
		t.did(v.SetDropList(c.Choices))
		v.SetError(excelize.DataValidationErrorStyleStop, c.Header, "请从下拉列表里选："+strings.Join(c.Choices, "、"))
	case c.Type == TypeCode:
		v.Type, v.Formula1 = "custom", fmt.Sprintf(`AND(ISTEXT(%s),LEN(%s)=10)`, first, first)
		v.SetError(excelize.DataValidationErrorStyleStop, c.Header, "填 10 位数字的标识码")
	case c.Type.Numeric():
		v.Type, v.Formula1 = "custom", numberOrReason(first, c.Type == TypeCount)
		v.SetError(excelize.DataValidationErrorStyleStop, c.Header, "填不小于零的数；没有数的写 "+missingWords)
	}
	note := t.note(c)
	if note != "" {
		v.SetInput(c.Header, note)
	} else if v.Type == "" {
		return
	}
	t.did(t.AddDataValidation(sheet, v))
}

// numberOrReason is the formula that allows a number of at least 0 or one of
// the reasons why there is none.
func numberOrReason(cell string, whole bool) string {
	number := fmt.Sprintf("AND(ISNUMBER(%s),%s>=0)", cell, cell)
	if whole {
		number = fmt.Sprintf("AND(ISNUMBER(%s),%s>=0,%s=INT(%s))", cell, cell, cell, cell)
	}
	for _, m := range balance.Missings {
		number += fmt.Sprintf(`,%s="%s"`, cell, m)
	}
	return "OR(" + number + ")"
}

// note is what a clerk should know about a column, in one line.
func (t *newBook) note(c Column) string {
	var all []string
	if c.Unit != "" {
		all = append(all, "单位："+c.Unit)
	}
	if c.Stage != "" {
		all = append(all, "没有"+string(c.Stage)+"的学校写“不适用”")
	}
	if c.Note != "" {
		all = append(all, c.Note)
	}
	return strings.Join(all, "。")
}
