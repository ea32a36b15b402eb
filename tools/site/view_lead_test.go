package site

import (
	"testing"

	"junheng/tools/assess"
	"junheng/tools/balance"
	"junheng/tools/district"
)

// TestSchoolLead: a school's page opens with where it stands, or says that
// nothing asks anything of such a school.
func TestSchoolLead(t *testing.T) {
	y := &year{Year: &district.Year{}}
	y.Year.Year = 2024
	y.Assessed.Standings = []assess.Standing{{School: "2199010101", Sentence: "2024学年，示例县第一小学达到优质均衡对学校的要求：2项全部达标。"}}
	for code, want := range map[string]string{
		"2199010101": "2024学年，示例县第一小学达到优质均衡对学校的要求：2项全部达标。",
		"2199010102": "示例县学校没有适用的逐校要求，不作判定；下面是2024年秋季学校表里的数。",
	} {
		if got := plain(y.schoolLead(balance.School{Code: code, Name: "示例县学校"})); got != want {
			t.Errorf("%s: %s, want %s", code, got, want)
		}
	}
}
