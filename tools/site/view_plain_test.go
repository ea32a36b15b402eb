package site

import (
	"strings"
	"testing"

	"junheng/tools/balance"
)

// TestSaidPlainly holds how a value, its limit and its distance are said to a
// parent, whatever the unit.
func TestSaidPlainly(t *testing.T) {
	_, n := demo(t, "990102", nil)
	y := &year{b: &builder{n: n}}
	limit := func(op balance.Comparator, v float64) *balance.Threshold {
		return &balance.Threshold{Op: op, Value: v}
	}
	f := func(v float64) *float64 { return &v }
	for _, c := range []struct {
		indicator, unit string
		v               balance.Verdict
		want            string
	}{
		{"backbone_per_100", "人/百生", balance.Verdict{Outcome: balance.NotMet, Value: f(.51), Unit: "人/百生", Threshold: limit(balance.Ge, 1),
			Gap: &balance.Gap{Text: "差0.49人/百生，还差9人"}}, "每百名学生0.51人，要求至少1人，还差9人。"},
		{"area_sports_per_pupil", "平方米/生", balance.Verdict{Outcome: balance.NotMet, Value: f(6.4), Unit: "平方米/生", Threshold: limit(balance.Ge, 7.5),
			Gap: &balance.Gap{Text: "差1.1平方米/生，共差1,960平方米"}}, "每名学生6.40㎡，要求至少7.5㎡，一共差1,960㎡。"},
		{"area_sports_per_pupil", "平方米/生", balance.Verdict{Outcome: balance.NotMet, Value: f(6.4), Unit: "平方米/生", Threshold: limit(balance.Ge, 7.5),
			Gap: &balance.Gap{Text: "差1.1平方米/生"}}, "每名学生6.40㎡，要求至少7.5㎡，每名学生差1.1㎡。"},
		{"class_size_max", "人", balance.Verdict{Outcome: balance.Met, Value: f(44), Unit: "人", Threshold: limit(balance.Le, 45)}, "44人，要求不超过45人。"},
		{"backbone_per_100", "人/百生", balance.Verdict{Outcome: balance.NotPublished, Threshold: limit(balance.Ge, 1),
			Missing: []balance.Lack{{What: "骨干教师数", Owner: "示例市教育局"}}}, "要求至少每百名学生1人，骨干教师数：未公布，应由示例市教育局公布。"},
	} {
		row := y.plainRow(balance.Criterion{ID: "q.x", Indicator: c.indicator, Unit: c.unit}, c.v, false)
		if row.Says != c.want {
			t.Errorf("%s: %s; want %s", c.indicator, row.Says, c.want)
		}
		if row.Means == "" {
			t.Errorf("%s: nobody says what it means", c.indicator)
		}
	}
}

// TestSchoolPageIsForParents holds what every school's page tells a parent:
// each judgement in one group only, with its meaning and a way to its working,
// and nothing that ranks.
func TestSchoolPageIsForParents(t *testing.T) {
	d, n := demo(t, "990102", nil)
	b := newBuilder(d, n)
	y := b.years[0]
	for _, s := range y.Schools {
		page := y.schoolPage(s)
		workings, shown := map[string]bool{}, map[string]bool{}
		rows := 0
		for _, p := range page.View.Parts {
			switch data := p.Data.(type) {
			case Plain:
				for _, g := range data.Groups {
					for _, r := range g.Rows {
						rows++
						if r.Means == "" || !strings.HasSuffix(r.Says, "。") {
							t.Errorf("%s: %s is not explained: %q", s.Code, r.Name, r.Says)
						}
						if r.Href != "" {
							workings[r.Href] = false
						} else if r.Mark.State == "met" || r.Mark.State == "short" {
							t.Errorf("%s: nobody says how %s is known", s.Code, r.Name)
						}
					}
				}
			case Ledger:
				for _, r := range data.Rows {
					shown["#"+r.ID] = r.How != nil
				}
			case Stack:
				for _, r := range data.Rows {
					shown["#"+r.ID] = r.How != nil
				}
			}
		}
		for href := range workings {
			if !shown[href] {
				t.Errorf("%s: no working at %s", s.Code, href)
			}
		}
		if judged := len(y.judgedOf(s)); rows != judged {
			t.Errorf("%s: %d judgements, %d said plainly", s.Code, judged, rows)
		}
		for _, word := range []string{"第一名", "名次", "排名第", "得分"} {
			if strings.Contains(asJSON(t, page.View), word) {
				t.Errorf("%s: the page says %s", s.Code, word)
			}
		}
	}
}

// judgedOf are a school's criteria and stages that came to a verdict.
func (y *year) judgedOf(s balance.School) map[string]bool {
	out := map[string]bool{}
	for _, v := range y.Assessed.Verdicts {
		if v.School == s.Code && v.Criterion != "" && v.Outcome != balance.OutOfScope {
			out[v.Standard+v.Criterion+string(v.Stage)] = true
		}
	}
	return out
}

// TestQuestionsNameWhatIsJudged holds that each question can come up: its
// indicators are those of criteria held school by school.
func TestQuestionsNameWhatIsJudged(t *testing.T) {
	_, n := demo(t, "990102", nil)
	known := map[string]bool{}
	for _, s := range n.Standards {
		for _, c := range s.Criteria {
			if c.Level == "school" {
				known[c.Indicator] = true
			}
		}
	}
	for _, q := range questions {
		if q.Topic == "" || !strings.HasSuffix(q.Text, "？") {
			t.Errorf("a question without topic or mark: %+v", q)
		}
		for _, i := range q.Indicators {
			if !known[i] {
				t.Errorf("%s asks after %s, which no standard judges of a school", q.Topic, i)
			}
		}
	}
}

// TestPromisesTouchTheSchool holds that a school's page quotes only what bears
// on something it lacks.
func TestPromisesTouchTheSchool(t *testing.T) {
	d, n := demo(t, "990103", nil)
	y := newBuilder(d, n).years[0]
	quoted := 0
	for _, s := range y.Schools {
		part := y.doing(s)
		data, ok := part.Data.(Entries)
		if !ok {
			continue
		}
		for _, e := range data.Rows {
			for _, q := range e.Quotes {
				quoted++
				about := ""
				for _, r := range q.About {
					about += r.Href
				}
				lacks := false
				for _, v := range y.Assessed.Verdicts {
					c, ok := y.criterion(v.Standard, v.Criterion)
					lacks = lacks || ok && v.School == s.Code && v.Outcome == balance.NotMet && strings.Contains(about, "/"+c.Indicator+"/")
				}
				if !lacks {
					t.Errorf("%s lacks nothing that %q is about", s.Code, q.Text)
				}
			}
		}
	}
	if quoted == 0 {
		t.Error("no school of the example quotes a commitment")
	}
}
