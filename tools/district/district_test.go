package district

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"junheng/tools/assess"
	"junheng/tools/balance"
	"junheng/tools/record"
)

const (
	about = `code = "990301"
name = "例县"
level = "district"
kind = "县"
parent = "例省"
licence = "CC BY 4.0"
[bureau]
name = "例县教育局"
`
	text = "义务教育均衡发展工作总结\n\n一、基本情况\n\n全县小学校际差异系数为0.31，初中校际差异系数为0.24。全县义务教育学校共有教职工2680人（小学1825人，初中840人）。\n"
)

func sidecar(articles string) string {
	return fmt.Sprintf("title = \"总结\"\nsha256 = \"%x\"\n%s", sha256.Sum256([]byte(text)), articles)
}

// tree is a data folder with one district and one report.
func tree(articles string, more map[string]string) fs.FS {
	t := fstest.MapFS{}
	files := map[string]string{
		"divisions.toml":                             "[[division]]\ncode = \"990301\"\nname = \"例县\"\nlevel = \"district\"\nkind = \"县\"\nparent = \"例省\"\n",
		"districts/990301/district.toml":             about,
		"districts/990301/2023/reports/zongjie.txt":  text,
		"districts/990301/2023/reports/zongjie.toml": sidecar(articles),
	}
	maps.Copy(files, more)
	for name, data := range files {
		t[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return t
}

func read(t *testing.T, fsys fs.FS) *District {
	t.Helper()
	n, problems := record.ReadNational(os.DirFS("../../data"))
	if problems.Faults() > 0 {
		t.Fatal(problems)
	}
	n.Divisions = []balance.Division{{Code: "990301", Name: "例县", Level: balance.LevelDistrict, Kind: "县", Parent: "例省"}}
	return NewReader(n).Read(fsys, "990301")
}

func speaks(who string) string {
	return "[[article]]\nnumber = 1\ntitle = \"总结\"\nspeaks_for = \"" + who + "\"\n"
}

// TestOnlyTheDistrictsOwnWordsJudgeIt is the one rule this package adds.
func TestOnlyTheDistrictsOwnWordsJudgeIt(t *testing.T) {
	for who, judged := range map[string]bool{"district": true, "township": false, "school": false, "none": false} {
		d := read(t, tree(speaks(who), nil))
		if d.Problems.Faults() > 0 {
			t.Fatal(d.Problems)
		}
		y := d.Years[0]
		if len(y.Reports[0].Figures) == 0 || len(y.Reports[0].Checks) == 0 {
			t.Fatalf("speaks for %s: the report's own page has lost its figures or checks", who)
		}
		stated := 0
		for _, v := range y.Assessed.Verdicts {
			if v.Basis == balance.Stated {
				stated++
			}
		}
		if (stated > 0) != judged {
			t.Errorf("speaks for %s: %d verdicts rest on its figures", who, stated)
		}
	}
}

func TestFaultsThatNeedTheWholeFolder(t *testing.T) {
	answer := func(expect string) map[string]string {
		return map[string]string{"districts/990301/2023/answers.toml": "[[answer]]\nreport = \"zongjie\"\ncheck = \"c1\"\nexpect = \"" + expect + "\"\ntext = \"另有15人\"\ndate = \"2024-03-01\"\n"}
	}
	for _, c := range []struct {
		name, articles string
		more           map[string]string
		want           string // part of the one fault; empty for none
	}{
		{"as it should be", speaks("district"), nil, ""},
		{"more articles than the document has", speaks("district") + "[[article]]\nnumber = 2\ntitle = \"第二篇\"\nspeaks_for = \"none\"\n", nil, "来源说明写了2篇，原件里只读出1篇"},
		{"an answer that fits", speaks("district"), answer("1825 + 840 ≠ 2680"), ""},
		{"an answer to arithmetic that is not there", speaks("district"), answer("1 + 1 ≠ 3"), "没有算式为“1 + 1 ≠ 3”的核对"},
		{"a table of data in place of a report", speaks("district"), map[string]string{"districts/990301/2023/reports/zongjie.txt": strings.Repeat("某乡有小学3所。\n", mostFigures+1)}, "一份报告最多10000个"},
		{"a document nobody can read", speaks("district"), map[string]string{"districts/990301/2023/reports/zongjie.txt": "%PDF-1.4"}, "PDF"},
	} {
		d := read(t, tree(c.articles, c.more))
		said := fmt.Sprint(d.Problems)
		if (d.Problems.Faults() > 0) != (c.want != "") || !strings.Contains(said, c.want) {
			t.Errorf("%s: %v", c.name, d.Problems)
		}
	}
}

func TestHashIsOfNamesAndBytes(t *testing.T) {
	hash := func(fsys fs.FS) string {
		h, err := Hash(fsys, "990301")
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	same := hash(tree(speaks("district"), nil))
	if hash(tree(speaks("district"), nil)) != same {
		t.Error("the same folder has two hashes")
	}
	for name, more := range map[string]map[string]string{
		"another byte": {"districts/990301/district.toml": about + "\n"},
		"another file": {"districts/990301/2023/answers.toml": ""},
	} {
		if hash(tree(speaks("district"), more)) == same {
			t.Errorf("%s does not change the hash", name)
		}
	}
	if hash(tree(speaks("district"), map[string]string{"districts/990302/district.toml": about})) != same {
		t.Error("another district's file changes the hash")
	}
}

// TestFewPupilsAreNotGivenAway: neither the count nor what was divided by it.
func TestFewPupilsAreNotGivenAway(t *testing.T) {
	few, many := 3.0, 300.0
	y := Year{
		Schools: []balance.School{
			{Code: "1", Name: "小校", Values: balance.ValuesOf(map[string]balance.Datum{"pupils_primary": {Value: few}})},
			{Code: "2", Name: "大校", Values: balance.ValuesOf(map[string]balance.Datum{"pupils_primary": {Value: many}})},
		},
		Assessed: assess.Result{
			Values:    []assess.Value{{School: "1", Pupils: &few, Raw: &few, Value: &few}, {School: "2", Pupils: &many, Value: &many}},
			Spreads:   []assess.Spread{{Rows: []assess.Row{{School: "1", Pupils: few}, {School: "2", Pupils: many}}}},
			Standings: []assess.Standing{{School: "1", Furthest: &assess.Furthest{}, Sentence: "小校没有达到：2项中达标1项；差得最多的是用房，差3平方米。"}},
			Verdicts: []balance.Verdict{
				{School: "1", Outcome: balance.NotMet, Value: &few, Gap: &balance.Gap{Value: 1}, Working: &balance.Working{}},
				{School: "2", Outcome: balance.Met, Value: &many},
				{Outcome: balance.Met, Working: &balance.Working{Inputs: []balance.Input{{Name: "小校", Value: few}, {Name: "大校", Value: many}}}},
			},
		},
	}
	conceal(&y)
	a := y.Assessed
	if v := a.Values[0]; v.Pupils != nil || v.Raw != nil || v.Value != nil || v.Missing != balance.Suppressed {
		t.Errorf("the value stays: %+v", v)
	}
	if v := a.Verdicts[0]; v.Value != nil || v.Gap != nil || v.Working != nil || v.Outcome != balance.NotMet {
		t.Errorf("the verdict should keep its outcome and no number: %+v", v)
	}
	if len(a.Spreads[0].Rows) != 1 || len(a.Verdicts[2].Working.Inputs) != 1 || a.Standings[0].Sentence != "小校没有达到：2项中达标1项。" {
		t.Errorf("rows %v, inputs %v, sentence %q", a.Spreads[0].Rows, a.Verdicts[2].Working.Inputs, a.Standings[0].Sentence)
	}
	if a.Values[1].Value == nil || a.Verdicts[1].Value == nil {
		t.Error("another school's numbers are gone")
	}
}
