package record

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"junheng/tools/balance"
)

// TestFormerCodes reads the codes a school or its parts had a year ago.
func TestFormerCodes(t *testing.T) {
	n := readColumnsOnly(t)
	read := func(cell string) ([]string, string) {
		var ps balance.Problems
		text := "学校标识码,学校名称,办学类型,小学在校生数,原学校标识码\n2199010101,示例市第一小学,小学,300," + cell + "\n"
		got := readSchools(fstest.MapFS{"s.csv": {Data: []byte(text)}}, "s.csv", n, &ps, new([]Text))
		if len(got) != 1 {
			t.Fatalf("%s: %d schools", cell, len(got))
		}
		return got[0].FormerCodes, printed(ps)
	}
	for cell, want := range map[string][]string{
		"不适用": nil, "未填报": nil,
		"2199010102":                 {"2199010102"},
		"2199010102；2199010103":      {"2199010102", "2199010103"},
		"\"2199010102, 2199010103\"": {"2199010102", "2199010103"},
	} {
		codes, problems := read(cell)
		if diff := cmp.Diff(want, codes); diff != "" || strings.Contains(problems, "原学校标识码") {
			t.Errorf("%s: %s%s", cell, diff, problems)
		}
	}
	for cell, want := range map[string]string{
		"":                   "“原学校标识码”没有填。没有换码、合并、拆分的写“不适用”",
		"219901010":          "只有 9 位",
		"2.199E+09":          "科学计数法",
		"2199010102；示例市第二小学": "不是标识码",
	} {
		if _, problems := read(cell); !strings.Contains(problems, want) {
			t.Errorf("%q: %s, want %s", cell, problems, want)
		}
	}
}
