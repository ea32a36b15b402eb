package audit_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"junheng/tools/audit"
	"junheng/tools/balance"
	"junheng/tools/report"
)

// schools is a table with so many schools of each type, 300 pupils each.
func schools(n map[balance.SchoolType]int) (out []balance.School) {
	for _, typ := range balance.SchoolTypes {
		for i := range n[typ] {
			s := balance.School{Code: fmt.Sprintf("21990101%02d", len(out)), Name: fmt.Sprintf("%s%d", typ, i+1), Type: typ, Place: balance.Place{File: "schools.csv"}}
			for field, stage := range map[string]balance.Stage{"pupils_primary": balance.StagePrimary, "pupils_junior": balance.StageJunior} {
				e := balance.Lacking(balance.NotApplicable)
				for _, st := range typ.Stages() {
					if st == stage {
						e = balance.Number(300)
					}
				}
				s.Values = s.Values.With(field, e)
			}
			out = append(out, s)
		}
	}
	return out
}

func documentOf(t *testing.T, slug, title, text string) (*balance.Report, []balance.Figure) {
	t.Helper()
	rep, err := report.Read(slug+".txt", []byte(title+"\n\n一、基本情况\n\n"+text))
	if err != nil {
		t.Fatal(err)
	}
	rep.Slug, rep.Title, rep.Published = slug, title, "2024-01-12"
	for i := range rep.Articles {
		rep.Articles[i].SpeaksFor = balance.SpeaksForDistrict
	}
	figs, _ := reader(t).Read(rep)
	return rep, figs
}

func besides(own []balance.Check) audit.Beside {
	table := schools(map[balance.SchoolType]int{balance.Primary: 41, balance.TeachingSite: 3, balance.Junior: 9, balance.NineYear: 2})
	items := []balance.Item{
		{Indicator: "satisfaction", Datum: balance.Datum{Value: 93.41, Place: balance.Place{File: "summary.toml", Line: 7}}, Unit: "%"},
		{Indicator: "retention_junior_3y", Stage: balance.StageJunior, Datum: balance.Datum{Value: 98.3}, Unit: "%", Period: "2022年"},
	}
	known := append(audit.Table(2023, table), audit.Items(2023, items)...)
	known = append(known, audit.Table(2022, schools(map[balance.SchoolType]int{balance.Primary: 45, balance.Junior: 9}))...)
	return audit.Beside{Year: 2023, Known: known, Own: own, Whole: func(scope string) bool { return scope == "" || scope == "全县" }}
}

// TestAgainstTables: what is questioned, what is found to agree in one way of
// counting or another, and what is left alone.
func TestAgainstTables(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"agrees", "全县现有小学41所。", []string{"41 = 41（学校表）"}},
		{"does not", "全县现有小学42所。", []string{"42 ≠ 41（学校表）"}},
		{"with teaching sites", "全县现有小学44所。", []string{"44 = 44（学校表，含教学点）"}},
		{"with nine-year schools", "全县现有小学43所。", []string{"43 = 43（学校表，含一贯制学校）"}},
		{"last year's", "全县现有小学45所。", []string{"45 = 45（2022学年学校表）"}},
		{"with what the text counts apart", "全县现有初中10所。另有民办初中1所。", []string{"10 = 9 + 1（学校表）"}},
		{"nearer to another way of counting", "全县现有初中12所。", nil},
		{"far away is another thing", "全县现有小学166所。", nil},
		{"a hedge", "全县现有小学约42所。", nil},
		{"a redacted year", "20__年，全县现有小学42所。", nil},
		{"another year", "2020年，全县有小学42所。", nil},
		{"the year itself", "2023年9月，全县有小学42所。", []string{"42 ≠ 41（学校表）"}},
		{"a plan", "到2025年，全县小学调整为42所。", nil},
		{"a part", "全县乡村小学42所。", nil},
		{"a change", "全县新建小学42所。", nil},
		{"a named part", "全县受检小学42所。", nil},
		{"another scope", "城区现有小学42所。", nil},
		{"pupils", "全县小学在校生13600人。", []string{"13600 ≠ 13800（学校表）"}},
		{"pupils without teaching sites", "全县小学在校生12900人。", []string{"12900 = 12900（学校表，不含教学点）"}},
		{"all kinds of schools", "全县有各级各类学校53所，其中幼儿园1所。", nil},
		{"digits allow it", "全县社会认可度为93.4%。", []string{"93.4 = 93.41（汇总表）"}},
		{"digits do not", "全县社会认可度为93.5%。", []string{"93.5 ≠ 93.41（汇总表）"}},
		{"an item of another year", "2023年，全县初中三年巩固率为98.1%。", nil},
	} {
		rep, figs := documentOf(t, "a", "总结", c.text)
		var got []string
		for _, k := range audit.Against(rep, figs, besides(nil)) {
			got = append(got, k.Formula)
			if !k.Holds && (k.Class != balance.ClassConsistency || len(k.Inputs) != 1 || !strings.Contains(k.Text, "待说明") || len(k.Quotes) == 0 || len(k.Figures) != 1) {
				t.Errorf("%s: %+v", c.name, k)
			}
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %s (-want +got)\n%s", c.name, c.text, d)
		}
	}
}

// TestAgainstTellsBoth: both numbers, both sources, and that no other way of
// counting fits.
func TestAgainstTellsBoth(t *testing.T) {
	rep, figs := documentOf(t, "a", "总结", "全县现有小学42所。")
	got := audit.Against(rep, figs, besides(make([]balance.Check, 4)))
	if len(got) != 1 {
		t.Fatal(got)
	}
	c := got[0]
	want := "c5 “全县现有小学42所”与学校表41行合计的41所不同，相差1所，待说明。 另外几种口径也不相符：含教学点44所，含一贯制学校43所，含九年一贯制学校43所，含教学点和一贯制学校46所。"
	if said := c.ID + " " + c.Text + " " + c.Note; said != want {
		t.Errorf("got  %s\nwant %s", said, want)
	}
	if in := c.Inputs[0]; in.Value != 41 || in.Place.File != "schools.csv" || in.Count != 41 {
		t.Errorf("input %+v", in)
	}
}

// TestAgainstOnlyTheDistrict: an article that speaks for a township is held
// against nothing; a sum already questioned is not questioned twice.
func TestAgainstOnlyTheDistrict(t *testing.T) {
	rep, figs := documentOf(t, "a", "总结", "全县现有小学42所。")
	rep.Articles[0].SpeaksFor = balance.SpeaksForTownship
	if got := audit.Against(rep, figs, besides(nil)); len(got) != 0 {
		t.Error(got)
	}
	rep, figs = documentOf(t, "a", "总结", "全县在校学生16700人（小学13800人，初中3300人）。")
	own := audit.Report(rep, figs)
	for _, k := range audit.Against(rep, figs, besides(own)) {
		if !k.Holds {
			t.Errorf("asked twice: %s", k.Formula)
		}
	}
	if len(own) != 1 || own[0].Holds || !strings.Contains(own[0].Note, "也是17100人") {
		t.Errorf("%+v", own)
	}
}

// TestAgainstReports: the same thing in two reports of a year.
func TestAgainstReports(t *testing.T) {
	for _, c := range []struct {
		name, before, after string
		want                []string
	}{
		{"agree", "全县现有小学41所。", "全县有小学41所。", []string{"41 = 41（通报）"}},
		{"differ", "全县现有小学41所。", "全县现有小学40所。", []string{"40 ≠ 41（通报）"}},
		{"count differently", "全县现有小学41所。", "全县现有小学44所。", nil},
		{"explained in the text", "全县现有小学41所。", "全县现有小学40所。另有教学点1所。", nil},
		{"other years", "2022年全县有小学41所。", "2023年全县有小学40所。", nil},
		{"redacted", "20__年全县有小学41所。", "20__年全县有小学40所。", nil},
	} {
		first, ff := documentOf(t, "a", "通报", c.before)
		second, sf := documentOf(t, "b", "总结", c.after)
		b := besides(nil)
		b.Reports = []audit.Other{{Report: first, Figures: ff}}
		var got []string
		for _, k := range audit.Against(second, sf, b) {
			if k.Relation == balance.RelationRepeat {
				got = append(got, k.Formula)
				if k.Inputs[0].Figure != "a#"+ff[0].ID {
					t.Errorf("%s: %+v", c.name, k.Inputs)
				}
			}
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got)\n%s", c.name, d)
		}
	}
}
