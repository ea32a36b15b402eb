package record

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/xuri/excelize/v2"

	"junheng/tools/balance"
)

// workbookOf writes a workbook with excelize, an outside program to us.
func workbookOf(t testing.TB, rows [][]any, change func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	if change != nil {
		change(f)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readBook(t testing.TB, data []byte) ([]balance.School, balance.Problems) {
	var ps balance.Problems
	schools, _ := readWorkbook(fstest.MapFS{"schools.xlsx": {Data: data}}, "schools.xlsx", readColumnsOnly(t), &ps, new([]Text))
	return schools, ps
}

// TestWorkbookEqualsCSV reads the same table from both kinds of file.
func TestWorkbookEqualsCSV(t *testing.T) {
	n := readColumnsOnly(t)
	text := manyRows(n, 30)
	var rows [][]any
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		var row []any
		for j, word := range strings.Split(line, ",") {
			v, ok := plainNumber(word)
			if ok && i > 0 && j > 0 {
				row = append(row, v)
			} else {
				row = append(row, word)
			}
		}
		rows = append(rows, row)
	}
	got, ps := readBook(t, workbookOf(t, rows, nil))
	if len(ps) > 0 {
		t.Fatal(printed(ps))
	}
	var none balance.Problems
	want := readTable(newCSV("schools.csv", text, &none), n, &none, new([]Text))
	if d := cmp.Diff(want, got, cmpopts.IgnoreFields(balance.School{}, "Place"), entries); d != "" {
		t.Errorf("-csv +xlsx:\n%s", d)
	}
	if d, _ := got[1].Values.Get("pupils_primary"); d.Place.String() != "schools.xlsx!Sheet1!I3" {
		t.Errorf("place is %s", d.Place)
	}
}

// TestWorkbookMessages holds what a spreadsheet's own slips are called.
func TestWorkbookMessages(t *testing.T) {
	rows := [][]any{
		{"学校标识码", "学校名称", "办学类型", "小学在校生数", "小学班数", "教学及辅助用房面积", "图书册数"},
		{"2199010101", "示例市第一小学", "小学", 300, 8, 0.1 + 0.2, 100},
		{2199010102, "示例市第二小学", "小学", 300, nil, 12, 100},
		{"2199010103", "示例市第三小学", "小学", 300, 8, 12, 100},
		{"2199010101", "示例市第四小学", "小学", 300, 8, true, 100},
	}
	got, ps := readBook(t, workbookOf(t, rows, func(f *excelize.File) {
		f.SetCellFormula("Sheet1", "G4", "SUM(G2:G3)")
		f.SetRowVisible("Sheet1", 4, false)
		f.SetColVisible("Sheet1", "F", false)
		f.MergeCell("Sheet1", "E2", "E3")
		style, _ := f.NewStyle(&excelize.Style{NumFmt: 14})
		f.SetCellStyle("Sheet1", "D4", "D4", style)
		f.NewSheet("说明")
		f.NewSheet("旧表")
		f.SetSheetVisible("旧表", false)
	}))
	const want = `schools.xlsx!说明: 提示: 这一张工作表没有读。学校都写在第一张工作表里，区县的数据项写在叫“区县数据项”的表里
schools.xlsx!旧表: 提示: 工作表是隐藏的，没有读。不用的删去，要用的取消隐藏
schools.xlsx!Sheet1!F1: 提示: 从 F 列起有隐藏的列，也读入了。不要的列删去，要的取消隐藏
schools.xlsx!Sheet1!A3: “学校标识码”存成了数字，开头的 0 和末几位可能已经变了。在 Excel 里先把这一栏的格式改为“文本”，再重新填写 10 位标识码
schools.xlsx!Sheet1!E3: “小学班数”没有填。填数字；没有数的写 未填报、不适用、保密或无法计算
schools.xlsx!Sheet1!A4: 提示: 第 4 行是隐藏的，也读入了。不要的行删去，要的取消隐藏
schools.xlsx!Sheet1!D4: “小学在校生数”存成了日期。在 Excel 里把这一栏的格式改为“数值”，再重新填写
schools.xlsx!Sheet1!G4: “图书册数”是公式“100”。在 Excel 里复制这一栏，选择性粘贴为“数值”
schools.xlsx!Sheet1!F5: “教学及辅助用房面积”应当是数，现在是“TRUE”。填数字；没有数的写 未填报、不适用、保密或无法计算
schools.xlsx!Sheet1!E2: 单元格 E2:E3 合并了。取消合并，每一格都填上
schools.xlsx!Sheet1!A5: 学校标识码“2199010101”与 A2 重复。一所学校一行，一个标识码；改正写错的那个
`
	if d := cmp.Diff(want, printed(ps)); d != "" {
		t.Errorf("-want +got:\n%s", d)
	}
	if len(got) != 4 || !at(got[0], "area_teaching", 0.3) {
		t.Errorf("read %+v", got)
	}
}

// TestNumberFormats: text, science, colours and units are no dates; days and times are.
func TestNumberFormats(t *testing.T) {
	custom := func(code string) excelize.Style { return excelize.Style{CustomNumFmt: &code} }
	for name, c := range map[string]struct {
		style excelize.Style
		date  bool
	}{
		"general": {excelize.Style{}, false}, "date": {excelize.Style{NumFmt: 14}, true}, "time": {excelize.Style{NumFmt: 45}, true},
		"text": {excelize.Style{NumFmt: 49}, false}, "science": {excelize.Style{NumFmt: 48}, false}, "thousands": {excelize.Style{NumFmt: 3}, false},
		"day in Chinese": {custom(`yyyy"年"m"月"d"日"`), true}, "day with a locale": {custom(`[$-804]yyyy\-mm\-dd;@`), true},
		"red": {custom(`[Red]#,##0`), false}, "a unit in quotes": {custom(`0"年"`), false}, "a unit escaped": {custom(`0\d`), false},
	} {
		_, ps := readBook(t, workbookOf(t, [][]any{
			{"学校标识码", "学校名称", "办学类型", "小学在校生数"}, {"2199010101", "示例市第一小学", "小学", 300},
		}, func(f *excelize.File) {
			id, err := f.NewStyle(&c.style)
			if err != nil {
				t.Fatal(name, err)
			}
			f.SetCellStyle("Sheet1", "D2", "D2", id)
		}))
		if got := strings.Contains(printed(ps), "存成了日期"); got != c.date {
			t.Errorf("%s: a date is %v, want %v", name, got, c.date)
		}
	}
}

// TestHostileWorkbooks: each is refused in one sentence, quickly.
func TestHostileWorkbooks(t *testing.T) {
	good := workbookOf(t, [][]any{{"学校标识码"}, {"2199010101"}}, nil)
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"no zip":     {[]byte("学校标识码,学校名称"), "工作簿已损坏"},
		"old format": {append([]byte{0xD0, 0xCF, 0x11, 0xE0}, good...), "旧版 .xls"},
		"password":   {[]byte(oldOffice + "\x00\x00" + wide("EncryptedPackage")), "打开密码"},
		"web page":   {[]byte("\ufeff\r\n<html><table><tr><td>学校标识码"), "这是网页"},
		"cut short":  {good[:len(good)/2], "工作簿已损坏"},
		"one part":   {rewrite(t, good, func(n string, b []byte) []byte { return nil }), "工作簿已损坏"},
		"doctype": {rewrite(t, good, func(n string, b []byte) []byte {
			return bytes.Replace(b, []byte("<sst"), []byte("<!DOCTYPE x [<!ENTITY a \"b\">]><sst"), 1)
		}), "文档类型声明"},
		"bomb":        {rewrite(t, good, sheet(bytes.Repeat([]byte(" "), maxSlack*8))), "解压后太大"},
		"bare rows":   {rewrite(t, good, sheet(bareRows())), "解压后太大"},
		"long string": {rewrite(t, good, shared(bytes.Repeat([]byte("x"), maxSlack*8))), "解压后太大"},
		"cut sheet":   {rewrite(t, good, sheet([]byte("<worksheet><sheetData><row r=\"1\"><c r=\"A1\">"))), "工作簿已损坏"},
		"rows back":   {rewrite(t, good, sheet([]byte("<worksheet><sheetData><row r=\"5\"/><row r=\"2\"/></sheetData></worksheet>"))), "工作簿已损坏"},
		"wrong index": {rewrite(t, good, sheet([]byte("<worksheet><sheetData><row><c t=\"s\"><v>99</v></c></row></sheetData></worksheet>"))), "工作簿已损坏"},
		"far column":  {rewrite(t, good, sheet([]byte("<worksheet><sheetData><row><c r=\"XFD1\" t=\"str\"><v>x</v></c></row></sheetData></worksheet>"))), "栏数太多"},
		"empty":       {rewrite(t, good, sheet([]byte("<worksheet><sheetData/></worksheet>"))), "学校表是空的"},
	} {
		t.Run(name, func(t *testing.T) {
			schools, ps := readBook(t, c.data)
			if got := printed(ps); len(schools) > 0 || ps.Faults() != 1 || !strings.Contains(got, c.want) {
				t.Errorf("want %q, got %d schools and:\n%s", c.want, len(schools), got)
			}
		})
	}
}

// TestOddWorkbooks: what looks dangerous and can be read, is; the rest is said.
func TestOddWorkbooks(t *testing.T) {
	const row = `<row r="2"><c r="A2" t="str"><v>2199010101</v></c><c r="B2" t="str"><v>示例市第一小学</v></c><c r="C2" t="str"><v>小学</v></c><c r="D2">%s</c></row>`
	good := workbookOf(t, [][]any{{"学校标识码", "学校名称", "办学类型", "小学在校生数"}, {"x"}}, func(f *excelize.File) { f.NewSheet("另一张") })
	head := `<sheetData><row r="1"><c r="A1" t="str"><v>学校标识码</v></c><c r="B1" t="str"><v>学校名称</v></c><c r="C1" t="str"><v>办学类型</v></c><c r="D1" t="str"><v>小学在校生数</v></c></row>`
	whole := func(before, cell, after string) func(string, []byte) []byte {
		return sheet([]byte("<worksheet>" + before + head + fmt.Sprintf(row, cell) + "</sheetData>" + after + "</worksheet>"))
	}
	for name, c := range map[string]struct {
		data []byte
		want string // of the notices and faults, but for the other sheet's
	}{
		"wide dimension":  {rewrite(t, good, whole(`<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols>`, "<v>300</v>", "")), ""},
		"no cached value": {rewrite(t, good, whole("", "<f>SUM(D3:D9)</f>", "")), "D2: “小学在校生数”是公式"},
		"external link":   {rewrite(t, good, whole("", "<f>[1]别处!A1</f><v>300</v>", "")), "D2: “小学在校生数”是公式"},
		"error value":     {rewrite(t, good, whole("", "<v>#REF!</v>", "")), "D2: “小学在校生数”"},
		"comment, CDATA":  {rewrite(t, good, whole("<!-- x -->", "<v><![CDATA[300]]></v>", "")), ""},
		"entities":        {rewrite(t, good, whole("", "<v>&#51;00</v>", "")), ""},
		"two of a name": {rewrite(t, good, func(n string, b []byte) []byte {
			return bytes.ReplaceAll(whole("", "<v>300</v>", "")(n, b), []byte(`name="另一张"`), []byte(`name="Sheet1"`))
		}), "Sheet1: 有两张叫这个名字的工作表"},
	} {
		t.Run(name, func(t *testing.T) {
			schools, ps := readBook(t, c.data)
			ps = slices.DeleteFunc(ps, func(p balance.Problem) bool { return p.Place.Sheet == "另一张" })
			got := printed(ps)
			if len(schools) != 1 || c.want == "" && (got != "" || !at(schools[0], "pupils_primary", 300)) || !strings.Contains(got, c.want) || strings.Count(got, "\n") > 1 {
				t.Errorf("want %q, got %d schools and:\n%s", c.want, len(schools), got)
			}
		})
	}
}

// TestDamagedWorkbooks flips bytes: never a panic, never a school without a
// fault unless it is the one that was written.
func TestDamagedWorkbooks(t *testing.T) {
	good := workbookOf(t, [][]any{{"学校标识码", "学校名称", "办学类型", "小学在校生数"}, {"2199010101", "示例市第一小学", "小学", 300}}, nil)
	want, _ := readBook(t, good)
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		bad := bytes.Clone(good)
		for range 1 + r.IntN(4) {
			bad[r.IntN(len(bad))] ^= byte(1 << r.IntN(8))
		}
		got, ps := readBook(t, bad)
		if ps.Faults() == 0 && !cmp.Equal(want, got, cmpopts.IgnoreTypes(balance.Place{}), entries) {
			t.Fatalf("damage read as %+v", got)
		}
	}
}

// bareRows is a sheet formatted far below its last school, so that it does not
// pack well: more bytes than rows to show for them.
func bareRows() []byte {
	r := rand.New(rand.NewPCG(3, 4))
	var some []byte
	for len(some) < 256<<10 {
		some = fmt.Appendf(some, `<row><c s="%d"/><c s="%d"/></row>`, r.IntN(1e9), r.IntN(1e9))
	}
	return slices.Concat([]byte("<worksheet><sheetData>"), bytes.Repeat(some, 2*maxBare/len(some)), []byte("</sheetData></worksheet>"))
}

func shared(content []byte) func(string, []byte) []byte {
	return func(name string, b []byte) []byte {
		if name == "xl/sharedStrings.xml" {
			return bytes.Replace(b, []byte("<si>"), append([]byte("<si>"), content...), 1)
		}
		return b
	}
}

func sheet(content []byte) func(string, []byte) []byte {
	return func(name string, b []byte) []byte {
		if name == "xl/worksheets/sheet1.xml" {
			return content
		}
		return b
	}
}

// rewrite copies a workbook with its parts changed; nil drops a part.
func rewrite(t testing.TB, data []byte, change func(name string, b []byte) []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, _ := io.ReadAll(r)
		if b = change(f.Name, b); b == nil {
			continue
		}
		p, _ := w.Create(f.Name)
		p.Write(b)
	}
	w.Close()
	return out.Bytes()
}
