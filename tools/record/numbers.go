package record

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"junheng/tools/balance"
)

const missingWords = "未填报、不适用、保密或无法计算"

// maxNumber is above any count, area or sum of money of a district: a trillion.
const maxNumber = 1e12

// number reads a cell of a numeric column into the row at hand.
func (t *table) number(h *heading, c *cell, typ balance.SchoolType, applies bool) {
	if v, ok := plainNumber(c.text); ok && applies && h.factor == 1 && v <= maxNumber && !c.date && !c.formula && (h.Type == TypeNumber || v == math.Trunc(v)) {
		t.values[h.field] = balance.Number(v)
	} else if c.text == string(balance.NotApplicable) && !applies && !c.formula {
		t.values[h.field] = notApplicable
	} else {
		t.values[h.field] = t.anyNumber(h, *c, typ, applies)
	}
}

var notApplicable = balance.Lacking(balance.NotApplicable)

// anyNumber reads a cell in whatever way it was written; Absent if it is at fault.
func (t *table) anyNumber(h *heading, c cell, typ balance.SchoolType, applies bool) balance.Entry {
	text := trim(c.text)
	v, ok := plainNumber(text)
	var missing balance.Missing
	if c.date {
		t.fault(h, c, "存成了日期", "在 Excel 里把这一栏的格式改为“数值”，再重新填写")
		return balance.Absent
	}
	if !ok && !c.formula {
		missing = missingWord(text)
	}
	if !ok && missing == balance.NotMissing || c.formula {
		if v, missing, ok = t.oddNumber(h, c, text, applies, typ); !ok {
			return balance.Absent
		}
	}
	if missing == balance.NotMissing {
		if h.Type == TypeCount && h.factor == 1 && v != math.Trunc(v) {
			t.fault(h, c, "应当是整数，现在是“"+snippet(text)+"”", "按实际个数填整数")
			return balance.Absent
		}
		if h.factor != 1 {
			v = scale(v, h.factor)
		}
		if v > maxNumber {
			t.fault(h, c, "的数太大："+snippet(text), "核对数字和单位")
			return balance.Absent
		}
		if !applies && v > 0 {
			t.fault(h, c, "填了 "+snippet(text)+"，而这所学校是"+string(typ)+"，没有"+string(h.Stage), "改成“不适用”；办学类型写错的，改办学类型")
			return balance.Absent
		}
		if !applies {
			t.notice(h, c, "填了 0，而这所学校没有"+string(h.Stage)+"，按“不适用”读入", "改成“不适用”")
			missing = balance.NotApplicable
		}
	}
	if missing == balance.NotApplicable && applies && h.Required && !open(typ) {
		t.fault(h, c, "写了“不适用”，而"+string(typ)+"办"+string(h.Stage), "填学生数；确实没有招生的写 0")
		return balance.Absent
	}
	if missing != balance.NotMissing {
		return balance.Lacking(missing)
	}
	return balance.Number(v)
}

// plainNumber reads digits with at most one point. Up to 15 digits the result
// is the nearest float, as strconv gives it.
func plainNumber(s string) (float64, bool) {
	if len(s) == 0 || len(s) > 16 {
		return 0, false
	}
	var m uint64
	decimals, point := 0, false
	for i := range len(s) {
		switch b := s[i]; {
		case b >= '0' && b <= '9':
			m = m*10 + uint64(b-'0')
			if point {
				decimals++
			}
		case b == '.' && !point && i > 0 && i < len(s)-1:
			point = true
		default:
			return 0, false
		}
	}
	if m >= 1e15 {
		return 0, false
	}
	return float64(m) / powers[decimals], true
}

// scale multiplies v by a unit's factor without leaving a binary fraction:
// 12.34 万元 is 123400 元.
func scale(v, factor float64) float64 { return math.Round(v*factor*1e6) / 1e6 }

var powers = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16}

var (
	thousands  = regexp.MustCompile(`^\d{1,3}(,\d{3})+(\.\d+)?$`)
	scientific = regexp.MustCompile(`^[+-]?\d+(\.\d+)?[eE][+-]?\d+$`)
	nothing    = regexp.MustCompile(`^([-—–−/\\*、.…？?]+|无|空|没有|缺|n/?a|null|none|nan|#n/a|#value!|#ref!|#div/0!)$`)
)

// oddNumber reads what is no plain number: a reason for missing, a number with
// thousands separators or full-width digits; anything else is a fault.
func (t *table) oddNumber(h *heading, c cell, text string, applies bool, typ balance.SchoolType) (v float64, missing balance.Missing, ok bool) {
	if c.formula || formulaLike(text) && !looksNegative(text) {
		t.fault(h, c, "是公式“"+snippet(text)+"”", "在 Excel 里复制这一栏，选择性粘贴为“数值”")
		return 0, "", false
	}
	if text == "" {
		mend := "填数字；没有数的写 " + missingWords
		if !applies {
			mend = string(typ) + "没有" + string(h.Stage) + "，写“不适用”"
		}
		t.fault(h, c, "没有填", mend)
		return 0, "", false
	}
	f := fold(text)
	plain := f
	if thousands.MatchString(f) {
		plain = strings.ReplaceAll(f, ",", "")
	}
	if v, err := strconv.ParseFloat(plain, 64); err == nil && !scientific.MatchString(f) && !strings.ContainsAny(plain, "xXpP_infaINFA") && plain != "" {
		switch {
		case v < 0:
			t.fault(h, c, "是负数 "+snippet(text), "个数、面积、金额都不会小于零，核对后改正")
			return 0, "", false
		case f != text || plain != f:
			t.notice(h, c, "写作“"+snippet(text)+"”，按 "+strconv.FormatFloat(v, 'f', -1, 64)+" 读入", "改成半角数字，不加千位逗号")
		}
		return v, "", true
	}
	t.noNumber(h, c, f, text)
	return 0, "", false
}

// trim is strings.TrimSpace, quick where there is nothing to trim.
func trim(s string) string {
	if n := len(s); n > 0 && (plainByte(s[0]) || han(s[0])) && (plainByte(s[n-1]) || n > 2 && han(s[n-3])) {
		return s
	}
	return strings.TrimSpace(s)
}

// han reports whether b begins a character from U+4000 to U+9FFF.
func han(b byte) bool { return b >= 0xE4 && b <= 0xE9 }
