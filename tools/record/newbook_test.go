package record

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"junheng/tools/balance"
)

// TestNewWorkbook: what is written is read without a word but of the example
// row and what is not filled in, and filled in by another program it is read
// back number by number.
func TestNewWorkbook(t *testing.T) {
	n, ps := ReadNational(os.DirFS("../../data"))
	if ps.Faults() > 0 {
		t.Fatal(ps)
	}
	var b bytes.Buffer
	if err := WriteWorkbook(&b, n, balance.Division{Code: "990105", Name: "示例县"}, 2023); err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := WriteWorkbook(&again, n, balance.Division{Code: "990105", Name: "示例县"}, 2023); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Errorf("written twice, the bytes differ; %v", err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	read := func() ([]balance.School, []balance.Item, string) {
		var out bytes.Buffer
		if err := f.Write(&out); err != nil {
			t.Fatal(err)
		}
		var ps balance.Problems
		schools, items := readWorkbook(fstest.MapFS{"schools.xlsx": {Data: out.Bytes()}}, "schools.xlsx", n, &ps, new([]Text))
		return schools, items, printed(ps)
	}
	schools, items, said := read()
	if len(schools) > 0 || len(items) > 0 || !strings.Contains(said, "!学校!A2: 提示: 这是模板里的示例行") || !strings.Contains(said, "学校表只有表头") || strings.Count(said, "\n") != 3 {
		t.Errorf("as written, %d schools, %d items:\n%s", len(schools), len(items), said)
	}
	want := map[string]float64{}
	for i, c := range n.Columns {
		var v any = string(balance.NotApplicable)
		switch {
		case c.ID == "code":
			v = "2199010501"
		case c.ID == "name":
			v = "示例县第一小学"
		case c.Type == TypeChoice:
			v = c.Choices[0]
		case c.ID == "pupils_primary", strings.HasPrefix(c.ID, "area_b"):
			want[c.ID], v = 450, 450
		case c.ID == "classes_primary", c.ID == "classes_36_40_primary", c.ID == "staff_primary":
			want[c.ID], v = 12, 12
		case c.ID == "class_max_primary":
			want[c.ID], v = 40, 40
		case c.Type.Numeric() && c.Stage != balance.StageJunior && c.Stage != balance.StageSenior:
			want[c.ID], v = 0, 0
		}
		if err := f.SetCellValue("学校", cellName(i+1, 3), v); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.RemoveRow("学校", 2); err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows("区县数据项")
	if err != nil {
		t.Fatal(err)
	}
	fill := map[string]map[string]any{ // by 编号 and column
		"satisfaction":                    {"D": 93.5},
		"satisfaction.valid":              {"D": 1000},
		"satisfaction.satisfied":          {"D": 935},
		"quality_g01_layout":              {"F": "达标", "G": "布局规划批复"},
		"special_running_cost_per_pupil":  {"D": "0.86", "E": "万元/生"},
		"teacher_exchange_rate.eligible":  {"D": 200},
		"teacher_exchange_rate.exchanged": {"D": 30},
	}
	found := 0
	for i, row := range rows {
		for column, v := range fill[row[0]] {
			found++
			if err := f.SetCellValue("区县数据项", column+itoa(i+1), v); err != nil {
				t.Fatal(err)
			}
		}
	}
	schools, items, said = read()
	if len(schools) != 1 || found != 9 {
		t.Fatalf("%d schools, %d cells filled:\n%s", len(schools), found, said)
	}
	for id, v := range want {
		if !at(schools[0], id, v) {
			t.Errorf("%s is not %v", id, v)
		}
	}
	by := map[string]balance.Item{}
	for _, it := range items {
		by[it.Indicator] = it
	}
	if it := by["satisfaction"]; it.Datum.Value != 93.5 || it.Unit != "%" || it.Inputs["valid"] != 1000 || it.Inputs["satisfied"] != 935 {
		t.Errorf("satisfaction is %+v", it)
	}
	if strings.Contains(said, "其中") {
		t.Errorf("a value that its counts make is doubted:\n%s", said)
	}
	if it := by["quality_g01_layout"]; it.Judged != balance.Met || it.Evidence != "布局规划批复" || it.Datum.Place.Sheet != "区县数据项" {
		t.Errorf("a judgement is %+v", it)
	}
	if it := by["teacher_exchange_rate"]; it.Datum.Missing != balance.NotReported || it.Inputs["exchanged"] != 30 {
		t.Errorf("counts alone are %+v", it)
	}
	if _, ok := by["special_running_cost_per_pupil"]; ok || !strings.Contains(said, "的单位是“元/生”，写了“万元/生”") {
		t.Errorf("a wrong unit:\n%s", said)
	}
}

// TestItemSheet holds what the sheet's own slips are called.
func TestItemSheet(t *testing.T) {
	n, _ := ReadNational(os.DirFS("../../data"))
	read := func(rows ...[]any) ([]balance.Item, string) {
		data := workbookOf(t, [][]any{{"学校标识码"}, {"示例"}}, func(f *excelize.File) {
			f.NewSheet("区县数据项")
			for i, row := range rows {
				f.SetSheetRow("区县数据项", "A"+itoa(i+1), &row)
			}
		})
		var ps balance.Problems
		_, items := readWorkbook(fstest.MapFS{"schools.xlsx": {Data: data}}, "schools.xlsx", n, &ps, new([]Text))
		var said []string
		for _, p := range ps {
			if p.Place.Sheet == "区县数据项" {
				said = append(said, p.Place.Cell+": "+p.What)
			}
		}
		return items, strings.Join(said, "\n")
	}
	head := []any{"指标编号", "指标名称", "学段", "数值", "单位", "判断", "佐证材料"}
	items, said := read(head,
		[]any{"", "公众满意度（社会认可度）", "", 0.935, "%"},
		[]any{"quality_g01_layout", "", "", "", "", "达标"},
		[]any{"quality_g02_unified", "", "", 3},
		[]any{"retention_junior_3y", "", "", 96},
		[]any{"retention_junior_3y", "", "初中", "96.2%", "%"},
		[]any{"retention_junior_3y", "", "初中", 96.2, "%"},
		[]any{"teacher_exchange_rate", "", "", 130, "%"},
		[]any{"teacher_exchange_rate.moved", "", "", 1},
		[]any{"no_such", "", "", 1},
		[]any{"", "", "", 5},
		[]any{"quality_g08_performance_pay", "", "", "", "", "保密"},
		[]any{"quality_g10_posts", "", "", "", "", ""},
		[]any{"satisfaction.valid", "", "", 200},
		[]any{"satisfaction.satisfied", "", "", 150},
	)
	for _, part := range []string{"D2: ", "不到百分之一", "G3: ", "只有判断，没有佐证", "D4: ", "是判断，不填数", "C5: ", "的学段不能是“”", "A7: ", "写了两次，前一次在第 6 行",
		"D8: ", "应当在 0 到 100 之间", "D9: ", "没有叫“moved”的计数", "A10: 没有叫“no_such”的指标", "A11: 这一行没有指标", "有 1 行没有填", "D2: “公众满意度（社会认可度）”是 0.935%，而由下面“其中”各行的数算出的是 75"} {
		if !strings.Contains(said, part) {
			t.Errorf("nothing says %q", part)
		}
	}
	if len(items) != 3 || items[1].Datum.Value != 96.2 || items[2].Datum.Missing != balance.Suppressed || strings.Count(said, "\n") != 10 {
		t.Errorf("%d items; said:\n%s", len(items), said)
	}
	if _, said = read([]any{"项目", "多少"}, []any{"满意度", 93}); !strings.Contains(said, "没有找到表头") {
		t.Errorf("no header:\n%s", said)
	}
}
