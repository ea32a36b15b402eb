package record

import (
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"junheng/tools/balance"
)

// readColumnsOnly gives what reading a school table needs.
func readColumnsOnly(t testing.TB) *National {
	t.Helper()
	onlyColumns.Do(func() { columnsOnly, columnsSaid = ReadNational(national(t)) })
	if len(columnsSaid) > 0 {
		t.Fatal(printed(columnsSaid))
	}
	return columnsOnly
}

var (
	onlyColumns sync.Once
	columnsOnly *National
	columnsSaid balance.Problems
)

// at reports whether a school's column holds this number.
func at(s balance.School, id string, want float64) bool {
	d, ok := s.Values.Get(id)
	return ok && d.Known() && d.Value == want
}

// entries compares what is in Values, without the places.
var entries = cmp.Transformer("entries", func(v balance.Values) map[string]string {
	all := map[string]string{}
	for id, e := range v.All() {
		all[id] = show(e) + string(e.Missing())
	}
	return all
})

// TestPlaceOfValue: the place of a value is found again after the file was read,
// behind a cell of two lines, in a row that is not the first.
func TestPlaceOfValue(t *testing.T) {
	text := "学校标识码,学校名称,举办者,办学类型,小学在校生数,小学班数\n2199010101,甲小学,县,小学,300,7\n合计,,,,,\n2199010102,乙小学,\"县\n级\",小学,\"400\",未填报\n"
	var ps balance.Problems
	got := readTable(newCSV("s.csv", text, &ps), readColumnsOnly(t), &ps, new([]Text))
	if len(got) != 2 {
		t.Fatal(printed(ps))
	}
	for id, want := range map[string]balance.Place{"pupils_primary": {File: "s.csv", Line: 5, Column: 7}, "classes_primary": {File: "s.csv", Line: 5, Column: 13}} {
		if d, ok := got[1].Values.Get(id); !ok || d.Place != want {
			t.Errorf("%s at %v, want %v", id, d.Place, want)
		}
	}
}

// TestSchoolValues reads one table in every form in which it may be saved.
func TestSchoolValues(t *testing.T) {
	n := readColumnsOnly(t)
	const table = "学校标识码,学校（机构）名称,曾用名,学校类别,小学学生数,初中在校生数,教学仪器设备值（万元）,教学及辅助用房面积(㎡),图书册数\n" +
		"2199010101,示例市第一小学,\"村小；东街小学\",普通小学,300,不适用,12.34,1500.5,保密\n" +
		"3199010101,\"示例市\"\"育才\"\"学校\",不适用,九年一贯制,0,\"1,300\",1,未填报,０\n"
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(strings.ReplaceAll(table, "㎡", "平方米"))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"utf-8":              table,
		"utf-8 with mark":    "\ufeff" + table,
		"cr":                 strings.ReplaceAll(table, "\n", "\r"),
		"crlf":               strings.ReplaceAll(table, "\n", "\r\n"),
		"no line end":        strings.TrimSuffix(table, "\n"),
		"blank lines":        strings.ReplaceAll(table, "\n", "\n\n,,,,,,,,\n"),
		"gbk":                gbk,
		"empty columns":      strings.ReplaceAll(table, "\n", ",,\n"),
		"spaces round cells": strings.ReplaceAll(table, ",不适用,", ", 不适用　,"),
	} {
		t.Run(name, func(t *testing.T) {
			var ps balance.Problems
			got := readSchools(fstest.MapFS{"s.csv": {Data: []byte(text)}}, "s.csv", n, &ps, new([]Text))
			if ps.Faults() > 0 || len(got) != 2 {
				t.Fatalf("%d schools, faults:\n%s", len(got), printed(ps))
			}
			values := map[string]float64{"pupils_primary": 300, "equipment_value": 123400, "area_teaching": 1500.5}
			for id, want := range values {
				if !at(got[0], id, want) {
					t.Errorf("%s is not %v in %+v", id, want, got[0].Values)
				}
			}
			books, _ := got[0].Values.Get("books")
			if junior, _ := got[0].Values.Get("pupils_junior"); books.Missing != balance.Suppressed || junior.Missing != balance.NotApplicable {
				t.Errorf("missing values read as %+v", got[0].Values)
			}
			if _, has := got[0].Values.Get("computers"); has {
				t.Error("a column the table does not have must be absent")
			}
			if s := got[0]; s.Code != "2199010101" || s.Type != balance.Primary || !cmp.Equal(s.Former, []string{"村小", "东街小学"}) {
				t.Errorf("read %+v", s)
			}
			if s := got[1]; s.Name != `示例市"育才"学校` || s.Type != balance.NineYear || s.Former != nil || !at(s, "pupils_junior", 1300) || !at(s, "books", 0) {
				t.Errorf("read %+v", s)
			}
		})
	}
}

// TestCellPlaces holds lines and columns, in characters, and a spreadsheet's
// rows and columns, across wide characters, quotes and line ends inside a cell.
func TestCellPlaces(t *testing.T) {
	var ps balance.Problems
	g := newCSV("a.csv", "学校,b,\"引\"\"号\",d\r\n\"两\n行,\",尾,x\n,,\n", &ps)
	type found struct {
		text              string
		line, column      int
		row, spreadColumn int32
	}
	var got []found
	for {
		row, ok := g.next()
		if !ok {
			break
		}
		for _, c := range row {
			p := g.place(c)
			got = append(got, found{c.text, p.Line, p.Column, c.row, c.column})
		}
	}
	want := []found{
		{"学校", 1, 1, 1, 1}, {"b", 1, 4, 1, 2}, {`引"号`, 1, 6, 1, 3}, {"d", 1, 13, 1, 4},
		{"两\n行,", 2, 1, 2, 1}, {"尾", 3, 5, 2, 2}, {"x", 3, 7, 2, 3},
		{"", 4, 1, 3, 1}, {"", 4, 2, 3, 2}, {"", 4, 3, 3, 3},
	}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(found{})); d != "" || len(ps) > 0 {
		t.Errorf("-want +got:\n%s%s", d, printed(ps))
	}
}

// TestKeyPlaces holds the place of keys where the decoder's own is wrong or
// missing.
func TestKeyPlaces(t *testing.T) {
	const text = `a = 1 # 注释
"引 号" . 'b' = "值"
[[item]]
  value = 1
[item.inputs]
  n = 2
[[item]]
  inputs = { 'x' = [1, 2], y = """
长
""", z.w = 3 }
[t]
list = [ # 列表
  { k = "、" }, { k = 1 },
]
`
	root, flaws := scanTOML(text)
	if len(flaws) > 0 {
		t.Fatal(flaws)
	}
	item := root.get("item")
	for name, c := range map[string]struct {
		node *node
		want spot
	}{
		"a":                 {root.get("a"), spot{1, 1}},
		"quoted":            {root.get("引 号"), spot{2, 1}},
		"dotted":            {root.get("引 号", "b"), spot{2, 9}},
		"first item":        {item.item(0), spot{3, 1}},
		"sub-table":         {item.item(0).get("inputs", "n"), spot{6, 3}},
		"second item":       {item.item(1), spot{7, 1}},
		"inline":            {item.item(1).get("inputs", "x"), spot{8, 14}},
		"array element":     {item.item(1).get("inputs", "x").item(1), spot{8, 24}},
		"after long string": {item.item(1).get("inputs", "z", "w"), spot{10, 8}},
		"in array of table": {root.get("t", "list").item(1).get("k"), spot{13, 18}},
	} {
		if c.node == nil || c.node.key != c.want {
			t.Errorf("%s stands at %+v, want %v", name, c.node, c.want)
		}
	}
}

// TestNamesakes: one name twice in a township is a fault, in two it is not.
func TestNamesakes(t *testing.T) {
	const head = "学校标识码,学校名称,办学类型,小学在校生数,所在乡镇\n"
	var ps balance.Problems
	readTable(newCSV("a.csv", head+
		"2199010101,希望小学,小学,1,东镇\n2199010102,希望小学,小学,1,西镇\n2199010103,希望小学,小学,1,西镇\n2199010104,希望小学,小学,1,东镇\n", &ps), readColumnsOnly(t), &ps, new([]Text))
	const want = `a.csv:4:12: 第4行B列：学校名称“希望小学”与第 3 行重复。删去重复的一行；确是两所学校的，名称写全以便区分
a.csv:5:12: 第5行B列：学校名称“希望小学”与第 2 行重复。删去重复的一行；确是两所学校的，名称写全以便区分
`
	if d := cmp.Diff(want, printed(ps)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
}
