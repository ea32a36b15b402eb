package site

import (
	"strings"
	"testing"

	"junheng/tools/balance"
)

// TestReductionPage: every criterion of the standard is on the district's own
// page, schools and pupils apart, the rate beside the words that define it, and
// whatever nobody published leads to how to ask for it.
func TestReductionPage(t *testing.T) {
	for _, code := range []string{"990101", "990102", "990103", "990107"} {
		d, n := demo(t, code, nil)
		for _, y := range newBuilder(d, n).years {
			for _, s := range y.standards {
				if !reduces(s) {
					continue
				}
				page := y.reductionPage(s)
				rows, parts := map[string]StackRow{}, map[string]string{}
				for _, p := range page.View.Parts {
					st, ok := p.Data.(Stack)
					if r, is := p.Data.(Reduction); is {
						st, ok = *r.Stack, true
					}
					for _, row := range st.Rows {
						if ok {
							rows[row.ID], parts[row.ID] = row, p.ID
						}
					}
				}
				for _, c := range s.Criteria {
					row, ok := rows[anchor(c.ID)]
					if !ok || len(row.Marks)+len(row.Text) == 0 {
						t.Errorf("%s %d: %s has no value and no reason", code, y.Year.Year, c.ID)
					}
				}
				if a, b := parts["dr-afterschool_coverage"], parts["dr-afterschool_participation"]; a == "" || a == b {
					t.Errorf("schools and pupils are in one part: %s, %s", a, b)
				}
				if rate := rows["dr-offcampus_rate"]; len(rate.Lines) == 0 || !strings.Contains(plain(rate.Lines[0]), "（基数−在营）÷基数") {
					t.Errorf("%s: the rate has no definition beside it: %+v", code, rate)
				}
				all := asJSON(t, page.View)
				for _, m := range y.missing() {
					if m.standards[0].ID == s.ID && !strings.Contains(all, y.base()+"missing/#"+m.id) {
						t.Errorf("%s: %s does not lead to how to ask for it", code, m.name)
					}
				}
			}
		}
	}
}

// TestConcerns: a statement belongs to a standard by its words, its heading or
// its indicator.
func TestConcerns(t *testing.T) {
	s := balance.Standard{Short: "双减", Criteria: []balance.Criterion{{Indicator: "homework_minutes"}}}
	for _, c := range []struct {
		says balance.Statement
		want bool
	}{
		{balance.Statement{Source: balance.Source{Quote: "成立“双减”工作领导小组。"}}, true},
		{balance.Statement{Source: balance.Source{Quote: "印发办法。", Section: []string{"二、措施", "（四）落实“双减”"}}}, true},
		{balance.Statement{Source: balance.Source{Quote: "控制作业。"}, Indicator: "homework_minutes"}, true},
		{balance.Statement{Source: balance.Source{Quote: "新建学校。", Section: []string{"二、措施"}}, Indicator: "class_size_max"}, false},
	} {
		if concerns(s, c.says) != c.want {
			t.Errorf("%+v: %v", c.says, !c.want)
		}
	}
}
