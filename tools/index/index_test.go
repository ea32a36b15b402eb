package index

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mozillazg/go-pinyin"
)

func TestPinyinSaysPlaceNames(t *testing.T) {
	for name, want := range map[string]string{
		"重庆": "chong qing", "长寿": "chang shou", "乐清": "yue qing", "音乐": "yin yue", "行知": "xing/hang zhi",
		"六安": "lu an", "绿洲": "lv zhou", "成都": "cheng du", "朝晖": "zhao hui", "大埔": "da bu/pu", "示例湖县": "shi li hu xian",
		"101中学": "1 0 1 zhong xue", "一小·东校": "yi xiao - dong xiao", "": "",
	} {
		if got := Pinyin(name); got != want {
			t.Errorf("Pinyin(%s) = %q, want %q", name, got, want)
		}
	}
}

func TestEveryReadingIsNeeded(t *testing.T) {
	for word, said := range words().Readings {
		var plain []string
		for _, r := range word {
			if one, ok := words().Readings[string(r)]; ok && one != word && word != string(r) {
				plain = append(plain, one)
			} else {
				plain = append(plain, pinyin.SinglePinyin(r, pinyin.NewArgs())...)
			}
		}
		if strings.Join(plain, " ") == said {
			t.Errorf("words.toml: %s is %s without an entry", word, said)
		}
	}
}

func TestInitial(t *testing.T) {
	for name, want := range map[string]string{"重庆": "C", "阿坝": "A", "Ａ校": "#", "": "#", "八一": "B"} {
		if got := Initial(name); got != want {
			t.Errorf("Initial(%s) = %s, want %s", name, got, want)
		}
	}
}

func TestShortForms(t *testing.T) {
	for name, want := range map[string][]string{
		"第一小学":     nil, // 一小 is a part of it
		"实验小学":     {"实小"},
		"第二初级中学":   {"二中", "二初中", "二中学"},
		"第二中学":     nil,
		"荷叶镇中心小学":  {"荷叶镇中心校", "荷叶镇中小"},
		"荷叶镇初级中学":  {"荷叶镇中", "荷叶镇初中", "荷叶镇中学"},
		"江滨小学":     nil,
		"特殊教育学校":   {"特校", "特教学校"},
		"水乡学校":     nil,
		"第一实验中学":   {"一实中"},
		"第三职业高级中学": {"三职高"},
	} {
		if diff := cmp.Diff(want, Short(name)); diff != "" {
			t.Errorf("Short(%s): %s", name, diff)
		}
	}
}

func TestSchoolsHoldEveryName(t *testing.T) {
	got := string(Schools(District{Code: "990101", Name: "示例市"}, []School{
		{Code: "2199010101", Name: "示例市实验学校", Type: "小学", Former: []string{"示例市第七小学"}},
		{Code: "2199010124", Name: "柳坝镇小学", Type: "小学"},
	}))
	want := `junheng.schools({"code":"990101","name":"示例市","pinyin":"shi li shi","rows":[` +
		`["2199010101","小学",["^实验学校","shi yan xue xiao"],[["^第七小学","di qi xiao xue"]]],` +
		`["2199010124","小学",["柳坝镇小学","liu ba zhen xiao xue"]]]})` + "\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestPairsLeadToDistricts(t *testing.T) {
	lake := []School{{Name: "示例湖县第一小学"}}
	if diff := cmp.Diff([]string{"dy", "xx", "yx", "一小", "小学", "第一"}, Pairs("示例湖县", lake)); diff != "" {
		t.Error(diff)
	}
	one := Contribution{District{"990107", "示例湖县", "县", "示例省", 1}, []string{"一小"}}
	two := Contribution{District{"990101", "示例市", "县级市", "示例省", -1}, []string{"一小", "实验"}}
	files := National([]Contribution{one, two})
	want := map[string]string{
		"districts.js": `junheng.districts({"buckets":1,"rows":[["990101","示例市","shi li shi","县级市","示例省",-1],["990107","示例湖县","shi li hu xian","县","示例省",1]]})`,
		"0.js":         `junheng.leads([0,{"一小":"990101 990107","实验":"990101"}])`,
	}
	for name, text := range want {
		if got := strings.TrimSpace(string(files[name])); got != text {
			t.Errorf("%s is\n%s\nwant\n%s", name, got, text)
		}
	}
	if len(files) != len(want) {
		t.Errorf("%d files, want %d", len(files), len(want))
	}
}

// The number stands in .ci/browser/match.test.mjs too.
func TestBucketIsTheScripts(t *testing.T) {
	if got := Bucket("一小", 256); got != 150 {
		t.Error(got)
	}
}

func TestAPairOfTheWholeCountryNamesNoDistrict(t *testing.T) {
	var all []Contribution
	for i := range listed + 1 {
		all = append(all, Contribution{District{Code: string(rune('A' + i))}, []string{"小学"}})
	}
	if got := string(National(all)["0.js"]); got != "junheng.leads([0,{\"小学\":41}])\n" {
		t.Error(got)
	}
}
