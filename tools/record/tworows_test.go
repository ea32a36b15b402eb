package record

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"junheng/tools/balance"
)

// TestHeaderOfTwoRows: groups over their columns, units under their names, with
// a title above or not, merged or, as CSV keeps them, only in the first cell.
func TestHeaderOfTwoRows(t *testing.T) {
	n := readColumnsOnly(t)
	const row = "2199010101,示例市第一小学,九年一贯制学校,300,7,400,9,12.5,1000\n"
	for name, header := range map[string]string{
		"groups":        "学校标识码,学校名称,办学类型,小学,,初中,,教学仪器设备值,图书册数\n,,,在校生数,班数,在校生数,班数,（万元）,\n",
		"groups again":  "学校标识码,学校名称,办学类型,小学,小学,初中,初中,办学条件,\n,,,在校生数,班数,在校生数,班数,教学仪器设备值(万元),图书册数\n",
		"units":         "学校标识码,学校名称,办学类型,小学在校生数,小学班数,初中在校生数,初中班数,教学仪器设备值,图书册数\n,,,人,个,人,个,万元,册\n",
		"names in both": "学校,,,小学,,初中,,办学条件,\n学校标识码,学校名称,办学类型,在校生数,班数,在校生数,班数,教学仪器设备值（万元）,图书册数\n",
		"one row":       "学校标识码,学校名称,办学类型,小学在校生数,小学班数,初中在校生数,初中班数,教学仪器设备值（万元）,图书册数\n",
	} {
		t.Run(name, func(t *testing.T) {
			var ps balance.Problems
			got := readTable(newCSV("s.csv", header+row, &ps), n, &ps, new([]Text))
			if len(ps) > 0 || len(got) != 1 || !at(got[0], "pupils_junior", 400) || !at(got[0], "classes_primary", 7) || !at(got[0], "equipment_value", 125000) || !at(got[0], "books", 1000) {
				t.Errorf("%+v\n%s", got, printed(ps))
			}
		})
	}
	var rows [][]any
	for _, line := range strings.Split("示例市学校表,,,,,\n学校标识码,学校名称,办学类型,小学,,图书册数\n,,,在校生数,班数,\n2199010101,示例市第一小学,小学,300,7,1000", "\n") {
		var cells []any
		for _, c := range strings.Split(line, ",") {
			if v, ok := plainNumber(c); ok && len(c) < 9 {
				cells = append(cells, v)
			} else {
				cells = append(cells, c)
			}
		}
		rows = append(rows, cells)
	}
	got, ps := readBook(t, workbookOf(t, rows, func(f *excelize.File) {
		for _, m := range [][2]string{{"A1", "F1"}, {"A2", "A3"}, {"D2", "E2"}} {
			if err := f.MergeCell("Sheet1", m[0], m[1]); err != nil {
				t.Fatal(err)
			}
		}
	}))
	if len(got) != 1 || !at(got[0], "classes_primary", 7) || len(ps) != 1 || !strings.Contains(printed(ps), "A1: 第一行不是表头，表头在第 2 行") {
		t.Errorf("%+v\n%s", got, printed(ps))
	}
}
