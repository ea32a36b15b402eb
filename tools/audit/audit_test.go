package audit_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"junheng/tools/audit"
	"junheng/tools/balance"
	"junheng/tools/figure"
	"junheng/tools/report"
)

// reader reads figures as the commands do, by the indicators of data/.
func reader(t testing.TB) *figure.Reader {
	t.Helper()
	var file struct {
		Indicator []balance.Indicator `toml:"indicator"`
	}
	if _, err := toml.DecodeFile("../../data/indicators.toml", &file); err != nil {
		t.Fatal(err)
	}
	return figure.NewReader(file.Indicator)
}

func checksOf(t testing.TB, r *figure.Reader, name, text string) []balance.Check {
	t.Helper()
	rep, err := report.Read(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	figs, _ := r.Read(rep)
	return audit.Report(rep, figs)
}

// TestReport holds what is questioned, what is found to agree, and what is
// left alone, in sentences as reports write them.
func TestReport(t *testing.T) {
	r := reader(t)
	for _, c := range []struct {
		name, text string
		want       []string // formula, or ≠ and formula
	}{
		// Parts and wholes.
		{"a bracket of stages", "全县现有教职工3125人（小学1903人，初中1122人）。", []string{"1903 + 1122 ≠ 3125"}},
		{"a bracket that adds up", "全县有学校46所（其中小学35所、初中10所、九年一贯制学校1所）。", []string{"35 + 10 + 1 = 46"}},
		{"其中 in the sentence", "全区在校学生24048人，其中小学16240人，初中7808人。", []string{"16240 + 7808 = 24048"}},
		{"其中 that does not add up", "全区义务教育阶段在校学生24148人，其中小学16240人，初中7808人。", []string{"16240 + 7808 ≠ 24148"}},
		{"another noun ends the list", "全市共有教职工2665人，其中小学1825人，初中840人，专任教师小学1705人，初中778人。", []string{"1825 + 840 = 2665"}},
		{"a bracket within the list", "全市在校学生36000人，其中小学27094人（含教学点682人），初中8906人。", []string{"27094 + 8906 = 36000"}},
		{"one more after the bracket", "全县共有学校61所（小学41所，初中9所），九年一贯制学校11所。", []string{"41 + 9 + 11 = 61"}},
		{"teaching sites within the primary schools", "全县有学校52所，其中小学41所，初中11所，教学点26个。", []string{"41 + 11 = 52"}},
		{"parts of several kinds side by side", "两年投入资金4285万元，实施项目23个。其中2021年投入2301万元，实施项目17个；2022年投入1984万元，实施项目6个。", []string{"23010000 + 19840000 = 42850000", "17 + 6 = 23"}},
		{"one of them out of step", "两年投入资金4285万元，实施项目23个。其中2021年投入2301万元，实施项目17个；2022年投入1984万元，实施项目7个。", []string{"23010000 + 19840000 = 42850000", "17 + 7 ≠ 23"}},
		{"decimals typed as 。", "投入623。8441万元，其中采购计算机307。5837万元，多媒体设备316。2604万元。", []string{"3075837 + 3162604 = 6238441"}},
		{"boys and girls", "在校生1204人，其中男生640人，女生554人。", []string{"640 + 554 ≠ 1204"}},
		{"a total at the end, said shortly", "全县小学72所（公办70所，民办2所），初中24所，教学点18个，共114所。", []string{"70 + 2 = 72", "72 + 24 + 18 = 114"}},
		{"parts in the sentence after", "全县有义务教育学校96所，专任教师4215名。其中，小学68所、教师2688名；初中21所、教师1320名；九年一贯制学校7所、教师207名。", []string{"68 + 21 + 7 = 96", "2688 + 1320 + 207 = 4215"}},
		{"changes that are no parts", "全县在校生62000人，比上年减少1200人，其中小学减少1500人，初中增加300人。", nil},
		{"a total at the end", "小学新增学位1200个，初中新增学位800个，合计2000个。", []string{"1200 + 800 = 2000"}},
		// Rounded and hedged numbers.
		{"rounded to 万", "全市在校学生3.6万人，其中小学2.7万人，初中0.9万人。", []string{"27000 + 9000 = 36000"}},
		{"within the rounding", "总投入2.31亿元，其中小学1.16亿元，初中1.16亿元。", []string{"116000000 + 116000000 = 231000000"}},
		{"hedged numbers are left alone", "全县约有教职工3000人，其中小学1900人，初中1000人。", nil},
		// No reason to add.
		{"subsets that overlap", "全县教师2100人，其中骨干教师320人，女教师1200人。", nil},
		{"some of many", "投入资金8600万元，其中校舍维修2100万元，设备购置1300万元。", nil},
		{"a whole of more kinds", "全区各级各类学校86所，其中小学52所，初中14所。", nil},
		{"one stage after another", "小学教师1825人，初中教师840人，高中教师310人。", nil},
		{"其中 may leave parts out", "全县专任教师2100人，其中小学1200人，初中700人。", nil},
		{"but not hold more than the whole", "全县专任教师1800人，其中小学1200人，初中700人。", []string{"1200 + 700 ≠ 1800"}},
		{"senior schools spoken of beside", "全县有义务教育学校和高中52所，在校生3.2万人，其中小学35所，初中14所。", nil},
		{"town and country", "全县有学校60所，其中城区12所，农村40所。", nil},
		{"plan and present", "现有初中17所，其中小学阶段在建3所，初中阶段规划5所。", nil},
		{"an inclusion is no division", "全县小学64所（含教学点20个、完全小学30所）。", nil},
		{"change beside a count", "在校生5210人（比上年增加120人，其中小学80人）。", nil},
		// Shares.
		{"a share that fits", "全区专任教师1657人，其中县级以上骨干教师179人，占10.8%。", []string{"179 ÷ 1657 × 100 = 10.8"}},
		{"a share cut, not rounded", "交流教师132人，其中骨干教师31人，占23.4%。", []string{"31 ÷ 132 × 100 = 23.4"}},
		{"a share that does not", "全区专任教师1657人，其中县级以上骨干教师179人，占12.8%。", []string{"179 ÷ 1657 × 100 ≠ 12.8"}},
		{"a share of something else in the text", "全区教师2000人，专任教师1657人，其中骨干教师200人，占10%。", []string{"200 ÷ 2000 × 100 = 10"}},
		{"a share without a base", "班额超过45人的班级有327个，占比高达59.8%。", nil},
		{"men and women", "女教师占65.1%，男教师占34.9%。", []string{"65.1 + 34.9 = 100"}},
		{"men and women beyond", "女教师占65.1%，男教师占44.9%。", []string{"65.1 + 44.9 ≠ 100"}},
		// Ranges.
		{"a rate beyond 100 %", "全县初中入学率达到103.2%。", []string{"≠ 0 ≤ 103.2 ≤ 100"}},
		{"a gross rate may be", "学前三年毛入学率达到103.2%。", nil},
		{"growth may be", "教育投入同比增长128.6%。", nil},
		// Across sections.
		{"a total that says it holds more", "全区现有义务教育学校81所，教学点100个。\n\n现全区中小学（含教学点）共164所。", []string{"81 + 100 ≠ 164"}},
		{"and does", "全区现有义务教育学校81所，教学点100个。\n\n现全区中小学（含教学点）共181所。", []string{"81 + 100 = 181"}},
		{"one figure in two sections", "全县义务教育巩固率96.2%。\n\n全县义务教育巩固率达到97.8%。", []string{"97.8 ≠ 96.2"}},
		{"of two years", "2022年全县义务教育巩固率96.2%。\n\n2023年全县义务教育巩固率97.8%。", nil},
		{"of two places", "城区义务教育巩固率99.2%。\n\n农村义务教育巩固率97.8%。", nil},
		{"one that grew", "全县义务教育巩固率96.2%。\n\n全县义务教育巩固率提高到97.8%。", nil},
		{"more special teachers than teachers", "全县教职工1816人，专任教师1957人。", []string{"≠ 1957 ≤ 1816"}},
		// Excess and enumeration.
		{"schools over the limit", "学校规模不超过2000人。三所学校不达标（一小2237人、二小2749人、三小2557人，共超出1543人）。", []string{"列举3所 = 3", "(2237-2000) + (2749-2000) + (2557-2000) = 1543"}},
		{"and not", "学校规模不超过2000人。四所学校不达标（一小2237人、二小2749人、三小2557人，共超出1843人）。", []string{"列举3所 ≠ 4", "(2237-2000) + (2749-2000) + (2557-2000) ≠ 1843"}},
		// Pasted text.
		{"a finding under two criteria", "评估标准之一：生均教学用房达到4.5平方米。\n\n经过摸底对照，全县不达标学校有57所。\n\n评估标准之二：生均运动场地达到7.5平方米。\n\n经过摸底对照，全县不达标学校有57所。", []string{"≠ 第5段 = 第3段"}},
		{"said twice", "将“双减”工作纳入教育工作领导小组年度重点任务，并成立全县“双减”工作专班。我县将“双减”纳入教育工作领导小组年度重点任务，并成立“双减”工作专班。", []string{"≠ 第2段内两句几乎相同"}},
		{"built alike on purpose", "小学适龄儿童入学率达到规定要求，小学辍学率控制在规定范围之内；初中适龄少年入学率达到规定要求，初中辍学率控制在规定范围之内。", nil},
		// Limits.
		{"a limit beside the figure", "小学校际差异系数为0.31，小于0.50的标准。", []string{"0.31 < 0.5"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, k := range checksOf(t, r, "a.txt", "工作总结\n\n我县认真落实各项要求，现将有关情况报告如下。\n\n"+c.text) {
				f := k.Formula
				if !k.Holds {
					if !strings.Contains(f, "≠") {
						f = "≠ " + f
					}
					if strings.Contains(k.Text, "错误") || !strings.Contains(k.Text, "待说明") {
						t.Errorf("not a fair sentence: %s", k.Text)
					}
				}
				got = append(got, f)
			}
			if fmt.Sprint(got) != fmt.Sprint(c.want) {
				t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
			}
		})
	}
}

// TestSeeds holds the two seed documents against the relations that a person
// worked out by hand: every one that fails is found, none is invented.
func TestSeeds(t *testing.T) {
	const shared = "../../../shared"
	raw, err := os.ReadFile(filepath.Join(shared, "gold/checks.jsonl"))
	if err != nil {
		t.Skip("the seed documents are not beside this repository")
	}
	type gold struct {
		Doc      string   `json:"doc"`
		Article  int      `json:"article"`
		Class    string   `json:"class"`
		Relation string   `json:"relation"`
		Holds    bool     `json:"holds"`
		Quotes   []string `json:"quotes"`
	}
	docs := map[string][]gold{}
	for _, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		var g gold
		if err := json.Unmarshal([]byte(line), &g); err != nil {
			t.Fatal(err)
		}
		if g.Class == "consistency" {
			docs[g.Doc] = append(docs[g.Doc], g)
		}
	}
	r := reader(t)
	for doc, gs := range docs {
		data, err := os.ReadFile(filepath.Join(shared, "seeds", doc))
		if err != nil {
			t.Fatal(err)
		}
		questioned := []balance.Check{}
		for _, c := range checksOf(t, r, doc, string(data)) {
			if !c.Holds && c.Class == balance.ClassConsistency {
				questioned = append(questioned, c)
			}
		}
		touches := func(c balance.Check, g gold) bool {
			n := 0
			for _, q := range g.Quotes {
				for _, mine := range c.Quotes {
					if strings.Contains(q, mine) || strings.Contains(mine, q) {
						n++
						break
					}
				}
			}
			return c.Article == max(g.Article, 1) && n*2 >= len(g.Quotes)
		}
		for _, g := range gs {
			found := false
			for _, c := range questioned {
				found = found || touches(c, g)
			}
			if !g.Holds && !found {
				t.Errorf("%s article %d: missed %s", doc, g.Article, g.Relation)
			}
		}
		for _, c := range questioned {
			bad, good := false, ""
			for _, g := range gs {
				if touches(c, g) {
					bad = bad || !g.Holds
					good = g.Relation
				}
			}
			if !bad && good != "" {
				t.Errorf("%s article %d: false alarm %s (%s holds)", doc, c.Article, c.Formula, good)
			}
		}
	}
}

// TestTables: a table of which one column does not add up.
func TestTables(t *testing.T) {
	const page = `<html><body><p>全县学校情况如下表。</p><table>
<tr><th>乡镇</th><th>学校（所）</th><th>学生（人）</th><th>平均班额</th></tr>
<tr><td>东镇</td><td>6</td><td>3120</td><td>41</td></tr>
<tr><td>西镇</td><td>4</td><td>1980</td><td>38</td></tr>
<tr><td>合计</td><td>10</td><td>5200</td><td>40</td></tr></table></body></html>`
	var got []string
	for _, c := range checksOf(t, reader(t), "a.html", page) {
		got = append(got, fmt.Sprint(c.Holds, " ", c.Formula))
	}
	if want := "[true 6 + 4 = 10 false 3120 + 1980 ≠ 5200]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}
