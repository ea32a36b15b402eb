package record

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"junheng/tools/balance"
)

// wording reads a cell of text: code, name, former names and codes, organiser, setting,
// township. The type was read before.
func (t *table) wording(h *heading, c cell, s *balance.School) {
	switch h.ID {
	case "type":
	case "code":
		s.Code = t.code(h, c)
	case "name":
		s.Name = t.text(h, c)
	case "former":
		for _, name := range strings.FieldsFunc(t.text(h, c), func(r rune) bool { return strings.ContainsRune("；;、", r) }) {
			s.Former = append(s.Former, strings.TrimSpace(name))
		}
	case "former_codes":
		s.FormerCodes = t.formerCodes(h, c)
	case "organiser":
		s.Organiser = t.text(h, c)
	case "setting":
		s.Setting = t.choice(h, c)
	case "township":
		s.Township = t.text(h, c)
	}
}

// text reads a cell of words; a reason for missing gives "".
func (t *table) text(h *heading, c cell) string {
	if c.text == h.last && c.text != "" && !c.formula {
		return h.means
	}
	before := len(*t.ps)
	means := t.anyText(h, c)
	if len(*t.ps) == before {
		h.last, h.means = c.text, means
	}
	return means
}

func (t *table) anyText(h *heading, c cell) string {
	text := trim(c.text)
	switch {
	case c.formula || formulaLike(c.text):
		t.fault(h, c, "以“"+snippet(string([]rune(c.text + "=")[:1]))+"”开头，会被 Excel 当作公式", "去掉开头的符号，只写文字")
	case text == "":
		mend := "填上；没有的写“不适用”，不清楚的写“未填报”"
		if h.Required {
			mend = "填上" + h.Header
		}
		t.fault(h, c, "没有填", mend)
	case len(text) > 300:
		t.fault(h, c, "太长", "只写"+h.Header)
	case strings.Contains(text, "\ufffd") || strings.Contains(text, "锟斤拷"):
		t.fault(h, c, "是乱码“"+snippet(text)+"”", "从原来的系统重新导出，另存为“CSV UTF-8（逗号分隔）”")
	case hidden(text):
		t.fault(h, c, "里有看不见的字符", "删去重新输入")
	case isMissing(text):
		if h.Required {
			t.fault(h, c, "不能写“"+text+"”", "填上"+h.Header)
		}
	default:
		return text
	}
	return ""
}

// choice reads a cell that allows certain words only.
func (t *table) choice(h *heading, c cell) string {
	text := t.text(h, c)
	if text == "" {
		return ""
	}
	for _, w := range h.Choices {
		if text == w {
			return w
		}
	}
	f := fold(text)
	for _, w := range h.Choices {
		if f == w {
			return w
		}
	}
	if w, ok := h.Same[f]; ok {
		return w
	}
	t.fault(h, c, "不能是“"+snippet(text)+"”", didYouMean(f, h.Choices, "")+"可以写："+strings.Join(h.Choices, "、"))
	return ""
}

// formerCodes reads a list of identification codes, or the reason why there is none.
func (t *table) formerCodes(h *heading, c cell) []string {
	if isMissing(trim(c.text)) && !c.number && !c.formula {
		return nil
	}
	var out []string
	for _, text := range strings.FieldsFunc(c.text, func(r rune) bool { return strings.ContainsRune("；;、,，", r) }) {
		one := c
		one.text = text
		if code := t.code(h, one); code != "" {
			out = append(out, code)
		}
	}
	if len(out) == 0 && strings.TrimSpace(c.text) == "" {
		t.fault(h, c, "没有填", "没有换码、合并、拆分的写“不适用”")
	}
	return out
}

// code reads an identification code of 10 digits.
func (t *table) code(h *heading, c cell) string {
	text := strings.TrimSpace(c.text)
	if digits(text, 10) && !c.number && !c.formula {
		return text
	}
	f := strings.Trim(fold(text), "'’‘\"=")
	asText := "在 Excel 里先把这一栏的格式改为“文本”，再重新填写 10 位标识码"
	switch {
	case text == "":
		t.fault(h, c, "没有填", "填学校（机构）标识码，10 位数字")
	case c.number:
		t.fault(h, c, "存成了数字，开头的 0 和末几位可能已经变了", asText)
	case scientific.MatchString(f):
		t.fault(h, c, "被 Excel 改成了科学计数法“"+snippet(text)+"”，末几位已经丢失", asText)
	case digits(f, 10) && f != text && formulaLike(text):
		t.fault(h, c, "写成了公式“"+snippet(text)+"”", "只写 10 位数字")
	case digits(f, 10):
		t.notice(h, c, "写作“"+snippet(text)+"”，按 "+f+" 读入", "改成半角数字，前后不加符号")
		return f
	case strings.Trim(f, "0123456789") == "" && len(f) < 10:
		t.fault(h, c, "“"+snippet(text)+"”只有 "+itoa(len(f))+" 位，应当是 10 位", "核对标识码；可能是 Excel 去掉了开头的 0，"+asText)
	case strings.Trim(f, "0123456789") == "":
		t.fault(h, c, "“"+snippet(text)+"”有 "+itoa(len(f))+" 位，应当是 10 位", "核对标识码")
	case strings.HasSuffix(f, ".0"):
		t.fault(h, c, "“"+snippet(text)+"”带了小数点", asText)
	default:
		t.fault(h, c, "“"+snippet(text)+"”不是标识码", "填学校（机构）标识码，10 位数字")
	}
	return ""
}

func formulaLike(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	switch r {
	case '=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r':
		return true
	}
	return false
}

func looksNegative(s string) bool {
	f := fold(s)
	_, err := strconv.ParseFloat(f, 64)
	return err == nil || nothing.MatchString(f)
}
