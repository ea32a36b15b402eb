package site

import (
	"strings"
	"testing"

	"junheng/tools/balance"
	"junheng/tools/district"
)

// TestSizeBands: the ten bands where the form's are told, otherwise what lies
// between the counts of larger classes; the lines are those of the standards.
func TestSizeBands(t *testing.T) {
	_, n := demo(t, "990101", nil)
	y := &year{b: &builder{n: n}, Year: new(district.Year)}
	y.standards = n.Standards
	var ten, coarse, silent balance.School
	set := func(s *balance.School, id string, n float64) { s.Values = s.Values.With(id, balance.Number(n)) }
	for i, id := range y.b.n.Parts("classes_primary") {
		set(&ten, id, float64(i))
	}
	set(&ten, "classes_primary", 45)
	set(&coarse, "classes_primary", 30)
	set(&coarse, "classes_over45_primary", 9)
	set(&coarse, "classes_over55_primary", 2)
	for _, c := range []struct {
		name   string
		school balance.School
		want   string
	}{
		{"ten", ten, "25人及以下0 26至30人1 31至35人2 36至40人3 41至45人4 |过小学上限 46至50人5 ¦过初中上限 51至55人6 ¦大班额 56至60人7 61至65人8 ¦超大班额 66人及以上9"},
		{"coarse", coarse, "45人及以下21 |过小学上限 46至55人7 ¦大班额 56人及以上2"},
	} {
		b, ok := y.bands("甲校", ofSchool(c.school), balance.StagePrimary)
		if !ok {
			t.Fatalf("%s: no bands", c.name)
		}
		var got []string
		for _, r := range b.Rows {
			if r.Line != "" {
				got = append(got, map[bool]string{true: "|", false: "¦"}[r.Edge]+r.Line)
			}
			got = append(got, r.Name+r.Count)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, s, c.want)
		}
	}
	if got := y.overSays(ofSchools([]balance.School{coarse, coarse}), balance.StagePrimary); got != "小学60个班，超过45人的18个，超过55人的4个" {
		t.Error(got)
	}
	silent.Values = silent.Values.With("classes_primary", balance.Lacking(balance.NotReported))
	if _, ok := y.bands("", ofSchools([]balance.School{ten, silent}), balance.StagePrimary); ok {
		t.Error("a sum that leaves a school out")
	}
}
