package record

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"junheng/tools/balance"
)

// readColumnsOnly gives what reading a school table needs.
func readColumnsOnly(t testing.TB) *National {
	t.Helper()
	n, ps := ReadNational(national(t))
	if len(ps) > 0 {
		t.Fatal(printed(ps))
	}
	return n
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
				if d := got[0].Values[id]; d.Value != want || !d.Known() {
					t.Errorf("%s is %+v, want %v", id, d, want)
				}
			}
			if got[0].Values["books"].Missing != balance.Suppressed || got[0].Values["pupils_junior"].Missing != balance.NotApplicable {
				t.Errorf("missing values read as %+v", got[0].Values)
			}
			if _, has := got[0].Values["computers"]; has {
				t.Error("a column the table does not have must be absent")
			}
			if s := got[0]; s.Code != "2199010101" || s.Type != balance.Primary || !cmp.Equal(s.Former, []string{"村小", "东街小学"}) {
				t.Errorf("read %+v", s)
			}
			if s := got[1]; s.Name != `示例市"育才"学校` || s.Type != balance.NineYear || s.Former != nil || s.Values["pupils_junior"].Value != 1300 || s.Values["books"].Value != 0 {
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
	var got []cell
	for {
		row, ok := g.next()
		if !ok {
			break
		}
		got = append(got, row...)
	}
	want := []cell{
		{text: "学校", line: 1, column: 1, row: 1, index: 1}, {text: "b", line: 1, column: 4, row: 1, index: 2}, {text: `引"号`, line: 1, column: 6, row: 1, index: 3}, {text: "d", line: 1, column: 13, row: 1, index: 4},
		{text: "两\n行,", line: 2, column: 1, row: 2, index: 1}, {text: "尾", line: 3, column: 5, row: 2, index: 2}, {text: "x", line: 3, column: 7, row: 2, index: 3},
		{text: "", line: 4, column: 1, row: 3, index: 1}, {text: "", line: 4, column: 2, row: 3, index: 2}, {text: "", line: 4, column: 3, row: 3, index: 3},
	}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(cell{})); d != "" || len(ps) > 0 {
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
