package record

import (
	"strings"
	"testing"

	"junheng/tools/balance"
)

// TestSums: the ten bands make up the classes; what the table does not have is
// made of them, and what it has is held against them.
func TestSums(t *testing.T) {
	n := readColumnsOnly(t)
	const bands = "小学25人及以下班数,小学26-30人班数,小学31至35人班数,小学36～40人班数,小学41至45人班数,小学46至50人班数,小学51至55人班数,小学56至60人班数,小学61至65人班数,小学66人及以上班数"
	read := func(header, row string) (balance.School, string) {
		var ps balance.Problems
		got := readTable(newCSV("s.csv", "学校标识码,学校名称,办学类型,小学在校生数,"+header+"\n2199010101,示例市第一小学,小学,900,"+row+"\n", &ps), n, &ps, new([]Text))
		if len(got) != 1 {
			t.Fatal(printed(ps))
		}
		return got[0], printed(ps)
	}
	s, said := read(bands, "1,0,2,3,4,5,1,1,1,1")
	for id, want := range map[string]float64{"classes_primary": 19, "classes_over45_primary": 9, "classes_over55_primary": 3, "classes_over65_primary": 1} {
		if !at(s, id, want) {
			t.Errorf("%s is not %v; %s", id, want, said)
		}
	}
	if d, _ := s.Values.Get("classes_over45_primary"); d.Place.Column == 0 || d.Place.Line != 2 {
		t.Errorf("a sum stands at %v", d.Place)
	}
	if s, said = read(bands, "1,0,未填报,3,4,5,1,1,1,1"); !at(s, "classes_over45_primary", 9) || strings.Contains(said, "相加") {
		t.Errorf("with a gap: %s", said)
	}
	if d, _ := s.Values.Get("classes_primary"); d.Missing != balance.NotReported {
		t.Errorf("the sum of a gap is %+v", d)
	}
	if _, said = read(bands+",小学班数", "1,0,2,3,4,5,1,1,1,1,20"); !strings.Contains(said, "“小学班数”是 20，而各栏相加是 19") {
		t.Errorf("a wrong sum: %s", said)
	}
	if _, said = read(bands+",小学最大班额", "1,0,2,3,4,5,1,1,1,1,50"); !strings.Contains(said, "“小学55人以上班数（各栏相加）”是 3，而“小学最大班额”50 没有超过 55") {
		t.Errorf("beside the largest class: %s", said)
	}
}
