package site

import (
	"strings"
	"testing"

	"junheng/tools/assess"
	"junheng/tools/balance"
)

// TestEveryLackCanBeAskedFor: whatever a district lacks stands once on its page,
// with a letter that names the bureau, the thing, the year and the criterion.
func TestEveryLackCanBeAskedFor(t *testing.T) {
	for _, code := range []string{"990101", "990102", "990103"} {
		d, n := demo(t, code, nil)
		for _, y := range newBuilder(d, n).years {
			rows := map[string]AskRow{}
			for _, p := range y.missingPage().View.Parts {
				if asks, ok := p.Data.(Asks); ok {
					for _, r := range asks.Rows {
						if _, twice := rows[r.ID]; twice {
							t.Errorf("%s %d: two rows are %s", code, y.Year.Year, r.ID)
						}
						rows[r.ID] = r
					}
				}
			}
			if len(y.Assessed.Lacks) > 0 && len(rows) == 0 {
				t.Errorf("%s %d lacks things and offers no letter", code, y.Year.Year)
			}
			for _, m := range y.missing() {
				r := rows[m.id]
				for _, want := range []string{d.Bureau.Name, m.name, itoa(y.Year.Year) + "学年", m.of[0].Name, m.standards[0].Number, "获取方式", "申请人"} {
					if !strings.Contains(r.Letter, want) {
						t.Errorf("%s %d %s: the letter does not say %s:\n%s", code, y.Year.Year, m.id, want, r.Letter)
					}
				}
				if strings.Contains(r.Letter, "{{") || strings.Contains(r.Letter, "<no value>") || strings.Contains(r.Letter, "：\n所属") {
					t.Errorf("%s: a letter with a gap:\n%s", m.id, r.Letter)
				}
				if mail := "mailto:" + d.Bureau.Email + "?subject="; d.Bureau.Email != "" && !strings.HasPrefix(r.Mail, mail) {
					t.Errorf("%s: mail to %s", m.id, r.Mail)
				}
			}
		}
	}
}

// TestEveryReasonHasWords: the letter says what the bureau's own table says of
// the thing, for every reason there is.
func TestEveryReasonHasWords(t *testing.T) {
	for _, reason := range append([]balance.Missing{balance.Missing(balance.NotPublished)}, balance.Missings...) {
		if requests.known[reason] == "" {
			t.Errorf("request.toml has no words for %s", reason)
		}
	}
	if len(requests.known) != len(balance.Missings)+1 {
		t.Errorf("request.toml knows %d reasons", len(requests.known))
	}
}

// TestSchoolAsksInItsOwnName: a school's missing number is asked for by the
// school's name, column and unit.
func TestSchoolAsksInItsOwnName(t *testing.T) {
	d, n := demo(t, "990101", nil)
	page := asJSON(t, pageOf(t, View(d, n).Pages, "990101/schools/2199010125").View)
	for _, want := range []string{"信息名称：示例市青禾镇浅滩小学", "（2199010125）", "学校表“教学仪器设备值”一栏，逐校填写，单位元", "写作“未填报”"} {
		if !strings.Contains(page, want) {
			t.Errorf("the letter on the school's page does not say %s", want)
		}
	}
}

func TestCompleteRow(t *testing.T) {
	for _, c := range []struct {
		counts    assess.Counts
		has, says string
	}{
		{assess.Counts{Total: 31, Met: 12, NotMet: 17, Undecidable: 2}, "29 / 31项", "无法判定2项。"},
		{assess.Counts{Total: 15, Met: 9, Undecidable: 1, NotPublished: 5}, "9 / 15项", "未公布5项，无法判定1项。"},
		{assess.Counts{Total: 8, OutOfScope: 8}, "8 / 8项", "不缺。"},
	} {
		row := completeRow("", "", c.counts, "项")
		if row.Marks[0].Limit != c.has || plain(row.Text) != c.says {
			t.Errorf("%+v: %s, %s", c.counts, row.Marks[0].Limit, plain(row.Text))
		}
	}
}
