package review

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"junheng/tools/balance"
	"junheng/tools/figure"
	"junheng/tools/record"
	"junheng/tools/report"
)

const prose = "义务教育均衡发展工作总结\n\n一、基本情况\n\n全县现有小学42所，初中9所。\n\n每百名学生拥有体育、艺术专任教师数，小学、初中分别只有1所学校达标。\n\n全县社会认可度为93。4%。\n"

// read is a document with the figures read from it.
func read(t *testing.T, n *record.National, text string) (*balance.Report, []balance.Figure) {
	t.Helper()
	rep, err := report.Read("zongjie.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	rep.Slug = "zongjie"
	figs, _ := figure.NewReader(n.Indicators).Read(rep)
	return rep, figs
}

func national(t *testing.T) *record.National {
	t.Helper()
	n, ps := record.ReadNational(os.DirFS("../../data"))
	if ps.Faults() > 0 {
		t.Fatal(ps)
	}
	return n
}

// entries reads a review.toml.
func entries(t *testing.T, n *record.National, text string) []record.Review {
	t.Helper()
	var ps balance.Problems
	var said []record.Text
	out := record.ReadReviews(fstest.MapFS{"review.toml": {Data: []byte(text)}}, "review.toml", []record.Sidecar{{Slug: "zongjie"}}, n, &ps, &said)
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	return out
}

func draft(n *record.National, rep *balance.Report, figs []balance.Figure, old []record.Review, existing string) (string, int) {
	d := Drafter{Names: map[string]string{}, Entries: old}
	for _, i := range n.Indicators {
		d.Names[i.ID] = i.Name
	}
	d.Add(rep, figs, func(int) bool { return true })
	return d.Text(existing), d.Added()
}

// TestDraft: every figure gets one entry that fits it and changes nothing;
// drafting again adds nothing, and a clerk's words stay byte for byte.
func TestDraft(t *testing.T) {
	n := national(t)
	rep, figs := read(t, n, prose)
	if len(figs) < 5 {
		t.Fatalf("%d figures", len(figs))
	}
	text, added := draft(n, rep, figs, nil, "")
	if added != len(figs) {
		t.Errorf("%d entries for %d figures:\n%s", added, len(figs), text)
	}
	old := entries(t, n, text)
	var ps balance.Problems
	before := fmt.Sprint(figs)
	Apply(rep, figs, old, &ps)
	if len(ps) > 0 || fmt.Sprint(figs) != before {
		t.Errorf("a draft has an effect: %v", ps)
	}
	mine := strings.Replace(text, `decision = ""`, `decision = "confirm" # 看过`, 1)
	mine = mine[:strings.LastIndex(mine, "[[figure]]")]
	again, added := draft(n, rep, figs, entries(t, n, mine), mine)
	if added != 1 || !strings.HasPrefix(again, mine) {
		t.Errorf("%d added to:\n%s\ngot:\n%s", added, mine, again)
	}
	if third, added := draft(n, rep, figs, entries(t, n, again), again); added != 0 || third != again {
		t.Error("drafting twice is not drafting once")
	}
}

// TestDecide: what each decision does to its figure, and to no other.
func TestDecide(t *testing.T) {
	n := national(t)
	rep, figs := read(t, n, prose)
	const start = "[[figure]]\nreport = \"zongjie\"\narticle = 1\n"
	list := entries(t, n, start+`paragraph = 2
quote = "全县现有小学42所"
raw = "42"
value = 42
indicator = "schools_primary"
decision = "confirm"
`+start+`paragraph = 2
quote = "初中9所"
raw = "9"
decision = "correct"
to.value = 19
reason = "原件是十九"
`+start+`paragraph = 3
quote = "小学、初中分别只有1所学校达标"
raw = "1"
stage = "初中"
decision = "reject"
reason = "示例"
`)
	var ps balance.Problems
	Apply(rep, figs, list, &ps)
	if len(ps) > 0 {
		t.Fatal(ps)
	}
	var got []string
	for i := range figs {
		f := &figs[i]
		s := fmt.Sprint(f.State(), f.Stage, f.Value, f.Reviewed)
		if f.Review != nil && f.Review.Read != nil {
			s += fmt.Sprint(" 机读", f.Review.Read.Value, f.Review.Reason)
		}
		got = append(got, s)
	}
	want := []string{"已核小学42 true", "更正初中19 true 机读9原件是十九", "机读待核小学1 false", "剔除初中1 false", "机读待核义务教育93.4 false"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

// TestChanged: a document or reading that has changed is said for every entry,
// where it stands; what a person has not decided is only a notice.
func TestChanged(t *testing.T) {
	n := national(t)
	rep, figs := read(t, n, prose)
	text, _ := draft(n, rep, figs, nil, "")
	decided := strings.ReplaceAll(text, `decision = ""`, `decision = "confirm"`)
	changed := strings.NewReplacer("小学42所", "小学41所", "一、基本情况\n", "一、基本情况\n\n本县位于省境南部。\n", "93。4%", "约93。4%").Replace(prose)
	rep, figs = read(t, n, changed)
	said := func(text string) string {
		var ps balance.Problems
		Apply(rep, figs, entries(t, n, text), &ps)
		var out []string
		for _, p := range ps {
			out = append(out, p.String())
		}
		return strings.Join(out, "\n")
	}
	const again = "。对照原件核实后，删去这一条，再运行 junheng extract --review 补上新的一条\n"
	want := "review.toml:16:9: 报告 zongjie 第 1 篇里找不到“全县现有小学42所”，原件已变；第 3 段现在写的是“全县现有小学41所”" + again +
		"review.toml:29:13: “初中9所”不在第 2 段，现在在第 3 段。对照原件核实后，改成 paragraph = 3\n" +
		"review.toml:43:13: “小学、初中分别只有1所学校达标”不在第 3 段，现在在第 4 段。对照原件核实后，改成 paragraph = 4\n" +
		"review.toml:57:13: “小学、初中分别只有1所学校达标”不在第 3 段，现在在第 4 段。对照原件核实后，改成 paragraph = 4\n" +
		"review.toml:72:9: 报告 zongjie 第 1 篇里找不到“全县社会认可度为93。4%”，原件已变；第 5 段现在写的是“全县社会认可度为约93。4%”" + again
	if d := cmp.Diff(want, said(decided)+"\n"); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	for _, line := range strings.Split(said(text), "\n") {
		if !strings.Contains(line, "提示: ") {
			t.Errorf("an undecided entry stops the build: %s", line)
		}
	}
	rep, figs = read(t, n, prose)
	misread := strings.Replace(decided, "value = 42\n", "value = 24\n", 1)
	misread = strings.Replace(misread, `indicator = "schools_junior"`, `indicator = "schools_total"`, 1)
	misread += decided[strings.LastIndex(decided, "[[figure]]"):]
	got := said(misread)
	for _, want := range []string{"value 现在读作 42", "indicator 现在读作 \"schools_junior\"", "行写过"} {
		if !strings.Contains(got, want) {
			t.Errorf("nothing says %q:\n%s", want, got)
		}
	}
}
