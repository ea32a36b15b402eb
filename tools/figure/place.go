package figure

import (
	"strings"
	"unicode/utf8"
)

// scope says whose figure it is: the school named, the words that say so, or
// what the article speaks of.
func (w *walker) scope(v window, marks []mark, school string) string {
	if school != "" {
		w.carry.scope = ""
		return school
	}
	last := ""
	end := -1
	for _, m := range marks {
		if m.roles&namesScope != 0 && m.end <= v.at && m.start >= end {
			last, end = m.text, m.end
		}
	}
	if last != "" {
		w.carry.scope = last
	}
	if w.carry.scope != "" {
		return w.carry.scope
	}
	return w.title.scope
}

// links are words between a school's name and its number.
var links = []string{"只有", "仅有", "只", "在校学生", "在校生", "学生数", "学生", "人数", "现有", "共有", "有", "达到", "达", "为", "是", "超过", "约", "近", "共", "仅", "规模", "：", ":", "在校生规模", "在校生数", "最大班额", "平均班额", "班额", "学校", " "}

// generic words do not make a name.
var generic = []string{"而", "但", "全区", "全市", "全县", "全镇", "全乡", "全省", "全旗", "城区", "县城", "市区", "农村", "乡村", "乡镇", "城镇", "义务教育", "普通", "特教", "公办", "民办", "完全", "初级", "高级", "九年一贯制", "十二年一贯制", "特殊教育", "中小", "各", "所有",
	"现有", "共有", "其中", "大规模", "寄宿制", "小规模", "标准化", "独立", "村级", "村", "教育", "含", "有", "和", "及", "另有", "我区", "我市", "我县", "我镇", "我乡", "边远", "薄弱", "部分", "阶段", "新建", "改扩建", "共", "现", "的", "镇", "乡", "公立", "重点", "本县", "本区", "本市", "一般", "受检", "为", "建成", "达标", "不达标", "接受", "检查", "__", "市", "县", "区", "职业", "中等", "技工", "两", "类", "老", "全", "内", "辖区", "校外", "培训", "示范", "规范化", "优质", "中", "整合", "撤并", "保留", "改造", "规划", "拟", "后", "小学", "初中", "高中", "中学", "幼儿园", "学校", "、", "直属", "直", "镇中", "至", "在"}

// unnamed words stand in no school's name.
var unnamed = []string{"的", "教师", "学生", "教职工", "班额", "规模", "各", "需", "新建", "仅", "等", "超", "一贯制", "人员", "全部", "所有", "投入", "资金", "面积", "平均", "每", "这", "该", "儿童", "子女", "适龄", "为", "对", "将", "在", "按", "实行", "标准", "起始", "年级", "达", "到", "从", "了"}

// school returns the name of the school that stands right before the number:
// 区一小2237人, 实验小学在校生2100人.
func (w *walker) school(v window) string {
	from := max(v.from, w.from(v.at, listMark))
	s := w.text[min(from, v.at):v.at]
	if !strings.Contains(s, "校") && !strings.Contains(s, "小") && !strings.Contains(s, "中") && !strings.Contains(s, "部") {
		return ""
	}
	for changed := true; changed; {
		changed = false
		for _, t := range links {
			if n := len(s) - len(t); n > 0 && strings.HasSuffix(s, t) && (t != "学校" || strings.HasSuffix(s[:n], "部")) {
				s, changed = s[:n], true
			}
		}
	}
	s = strings.TrimSpace(s)
	for _, t := range []string{"其中", "分别是", "包括", "如", "即", "是", "__年", "9年", "3年", "0年", "1年", "2年", "4年", "5年", "6年", "7年", "8年"} {
		if k := strings.LastIndex(s, t); k >= 0 {
			s = s[k+len(t):]
		}
	}
	s = strings.TrimLeft(s, ",，和及与 ")
	if n := utf8.RuneCountInString(s); n < 2 || n > 20 {
		return ""
	}
	part := false
	for _, t := range []string{"初中部", "小学部", "高中部"} {
		if strings.HasSuffix(s, t) {
			part = true
			s0 := strings.TrimSuffix(s, t)
			if s0 == "" {
				if w.carry.scope == "" && len(w.figures) > 0 {
					if p := strings.TrimSuffix(strings.TrimSuffix(w.figures[len(w.figures)-1].Scope, "初中部"), "小学部"); ending(p) != "" {
						return p + t
					}
				}
				return t
			}
		}
	}
	e := ending(s)
	if e == "" && !part {
		return ""
	}
	name := strings.TrimSuffix(s, e)
	for changed := true; changed; {
		changed = false
		for _, t := range generic {
			if strings.HasPrefix(name, t) {
				name, changed = name[len(t):], true
			}
		}
	}
	if name == "" && !part || holds(name, unnamed) || utf8.RuneCountInString(name) > 10 {
		return ""
	}
	return s
}

// ending is the part of a school's name that says it is a school.
func ending(s string) string {
	for _, t := range []string{"初级中学", "高级中学", "实验学校", "中心小学", "小学", "中学", "学校", "完小", "中心校", "初中", "附中", "附小"} {
		if strings.HasSuffix(s, t) {
			return strings.TrimPrefix(strings.TrimPrefix(t, "实验"), "中心")
		}
	}
	for _, t := range []string{"小", "中"} {
		if p := strings.TrimSuffix(s, t); p != s {
			r, _ := utf8.DecodeLastRuneInString(p)
			if strings.ContainsRune("一二三四五六七八九十实", r) || r >= '0' && r <= '9' {
				return t
			}
		}
	}
	return ""
}

// implied returns the unit of a bare number from its noun: 人口44.9万.
func (w *walker) implied(it *item, v window, marks []mark) string {
	return w.impliedUnit(it.From, it.To)
}

func (w *walker) impliedUnit(from, to int) string {
	best := ""
	for _, m := range w.within(max(0, from-45), from) {
		if m.roles&impliesUnit == 0 || m.end > from {
			continue
		}
		gap := w.text[m.end:from]
		for changed := true; changed; {
			changed = false
			for _, t := range []string{"总数", "数", "共", "为", "达", "到", "是", "有", "约", "总", "已", "：", ":", "现", "合计", "总计", " ", "了", "超", "过"} {
				if strings.HasPrefix(gap, t) {
					gap, changed = gap[len(t):], true
				}
			}
		}
		if gap == "" {
			best = m.unit
		}
	}
	if raw := w.text[from:to]; (best == "所" || best == "个" || best == "台") && strings.ContainsAny(raw, ".．") && !strings.ContainsAny(raw, "万亿") {
		return "" // 小学≤0.50
	}
	if best != "" {
		if r := nextRune(w.text, to); r > 0x2e80 && !strings.ContainsRune("，。；、：）的以左上余多”", r) {
			return ""
		}
		return best
	}
	for _, m := range w.within(to, to+1) {
		if m.roles&impliesUnit != 0 {
			return m.unit
		}
	}
	return ""
}

// schools is 所 where the text counts schools by another word: 五间学校,
// 不达标学校有57间.
func (w *walker) schools(unit string, v window) string {
	if unit != "间" && unit != "个" && unit != "家" && unit != "处" {
		return unit
	}
	at := v.end
	if strings.HasPrefix(w.text[at:], "的") {
		at += len("的")
	}
	for _, m := range w.within(at, at+1) { // the longest first
		if m.roles&isSchool == 0 {
			continue
		}
		if r := nextRune(w.text, m.end); m.end == len(w.text) || r < 0x2e80 || strings.ContainsRune("，。；、：）的达不未有被开参平实已均都通为是在和及与中存超完", r) {
			return "所"
		}
		break
	}
	s := w.text[max(0, v.at-30):v.at]
	for _, t := range []string{"共有", "现有", "仅有", "只有", "还有", "有", "共", "达", "为", "仅"} {
		if cut := strings.TrimSuffix(s, t); cut != s {
			s = cut
			break
		}
	}
	if strings.HasSuffix(s, "学校") {
		return "所"
	}
	if unit == "处" { // 初中1处、教学点4处
		end := max(0, v.at-30) + len(s)
		for _, m := range w.within(max(0, v.at-30), v.at) {
			if m.end == end && m.roles&isSchool != 0 {
				return "所"
			}
		}
		if strings.HasSuffix(s, "教学点") {
			return "个"
		}
	}
	return unit
}

// persons is 人 where people are counted by 个: 5个老师.
func (w *walker) persons(unit string, v window) string {
	if unit == "个" {
		for _, t := range w.lex.persons {
			if strings.HasPrefix(w.text[v.end:], t) {
				return "人"
			}
		}
	}
	return unit
}

// zeroUnit is the unit of a zero said in a word, from what there is none of.
func (w *walker) zeroUnit(marks []mark, v window) string {
	best, at := "", -1
	left := w.text[v.from:v.at]
	for noun, unit := range w.lex.zero.Units {
		if k := strings.LastIndex(left, noun); k > at {
			best, at = unit, k
		}
	}
	return best
}

// empty reports whether text[from:to] names nothing itself: stages, 其中, dates.
func (w *walker) empty(from, to int) bool {
	if to-from > 120 {
		return false
	}
	marks, days := w.within(from, to), w.datesIn(from, to)
	for i := from; i < to; {
		n := w.lex.empty.longest(w.text[i:to])
		for len(days) > 0 && days[0].start < i {
			days = days[1:]
		}
		if len(days) > 0 && days[0].start == i {
			n = max(n, days[0].end-i)
		}
		for len(marks) > 0 && marks[0].start <= i {
			if m := marks[0]; m.start == i && m.end <= to && m.roles&(namesStage|namesScope|resetsStage|namesPeriod) != 0 {
				n = max(n, m.end-i)
			}
			marks = marks[1:]
		}
		if n == 0 {
			r, size := utf8.DecodeRuneInString(w.text[i:])
			if !strings.ContainsRune("，。；、：,;:（）() _“”\u3000", r) && (r < '0' || r > '9') {
				return false
			}
			n = size
		}
		i += n
	}
	return true
}
