package record

import (
	"regexp"
	"strconv"
	"strings"

	"junheng/tools/balance"
)

// noNumber says what stands in a numeric cell instead of a number; f is the
// text in half-width.
func (t *table) noNumber(h *heading, c cell, f, text string) {
	switch {
	case scientific.MatchString(f):
		t.fault(h, c, "是科学计数法“"+snippet(text)+"”", "在 Excel 里把这一栏的格式改为“数值”，再填完整的数")
	case nothing.MatchString(f):
		t.fault(h, c, "写了“"+snippet(text)+"”", "确实一个也没有写 0；没有数的写 "+missingWords)
	case nearestMissing(f) != "":
		t.fault(h, c, "写了“"+snippet(text)+"”", "是不是“"+nearestMissing(f)+"”？没有数的只写 "+missingWords)
	case strings.HasSuffix(f, "%"):
		t.fault(h, c, "写了百分数“"+snippet(text)+"”", "这一栏填个数，不填比例")
	case stopped.MatchString(f):
		t.fault(h, c, "的小数点是中文句号：“"+snippet(text)+"”", "改成英文的点："+stopped.ReplaceAllString(f, "$1.$2"))
	case strings.ContainsAny(f, "万亿"):
		t.fault(h, c, "写了“"+snippet(text)+"”", t.inFull(h, f))
	case strings.ContainsAny(f, "0123456789"):
		t.fault(h, c, "应当是数，现在是“"+snippet(text)+"”", "只写数字，不写单位、说明和“约”“多”等字；千位逗号每三位一个")
	default:
		t.fault(h, c, "应当是数，现在是“"+snippet(text)+"”", "填数字；没有数的写 "+missingWords)
	}
}

// stopped is a number whose decimal point is a full stop; tenThousands one
// that ends in 万 or 亿, with or without a unit.
var (
	stopped      = regexp.MustCompile(`^([0-9]+)[。·]([0-9]+)$`)
	tenThousands = regexp.MustCompile(`^([0-9]+(?:\.[0-9]+)?)([万亿])(\D*)$`)
)

// inFull says how to write a number of ten thousands: under a header that has
// such a unit already, without it; otherwise in full, or with the unit in the
// header where the column can take it.
func (t *table) inFull(h *heading, f string) string {
	m := tenThousands.FindStringSubmatch(f)
	if m == nil {
		return "写成完整的数字，只写一个数"
	}
	if h.factor != 1 {
		unit := fold(h.written)
		unit = strings.TrimSuffix(unit[strings.LastIndexByte(unit, '(')+1:], ")")
		if strings.HasPrefix(unit, m[2]) {
			return "表头的单位已经是" + unit + "，只写数字 " + m[1]
		}
		return "表头的单位是" + unit + "，换算成" + unit + "，只写数字"
	}
	v, _ := strconv.ParseFloat(m[1], 64)
	mend := "写成完整的数字 " + show(scale(v, map[string]float64{"万": 1e4, "亿": 1e8}[m[2]]))
	if _, ok := t.national.factor("万"+h.Unit, h.Unit); ok && m[2] == "万" {
		mend += "；整栏都以万" + h.Unit + "为单位的，把表头改成“" + h.Header + "(万" + h.Unit + ")”，只写数字"
	}
	return mend
}

func nearestMissing(s string) string {
	words := make([]string, len(balance.Missings))
	for i, m := range balance.Missings {
		words[i] = string(m)
	}
	return nearest(s, words)
}
