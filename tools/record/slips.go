package record

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

func itoa(n int) string { return strconv.Itoa(n) }

// Signs a Chinese keyboard puts where TOML wants the half-width one.
const (
	wideQuotes = "“”‘’＂＇「」『』《》〝〞"
	wideSigns  = wideQuotes + "＝：，、。．；［］【】｛｝＃（）"
)

func isSign(r rune) bool { return strings.ContainsRune(wideSigns, r) }

// rest returns what is left of the line, without surrounding white space.
func (s *scanner) rest() string { return strings.TrimSpace(s.text[s.pos:s.eol()]) }

// snippet shortens text for a message.
func snippet(text string) string {
	r := []rune(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text))
	if len(r) > 24 {
		return string(r[:24]) + "…"
	}
	return string(r)
}

// badKey says why no key can be read here.
func (s *scanner) badKey(before string) *flaw {
	switch r := s.peek(); {
	case s.rest() == "":
		return s.flaw("这里应当有键名", "写成 键名 = 值")
	case r == '=':
		return s.flaw("等号前面没有键名", "写成 键名 = 值")
	case strings.ContainsRune("【［", r):
		return s.flaw("表头用了全角方括号", "改成英文方括号，如 [[item]]")
	case r == '＃':
		return s.flaw("注释用了全角的＃", "改成英文的 #")
	case strings.ContainsRune(wideQuotes, r):
		return s.flaw("键名用了中文引号", "去掉引号，键名用英文")
	case r >= utf8.RuneSelf || bareKey(byte(r)):
		word := s.text[s.pos:s.eol()]
		if i := strings.IndexFunc(word, func(r rune) bool {
			return r == '=' || r == '.' || r == ']' || r == '[' || unicode.IsSpace(r) || isSign(r)
		}); i > 0 {
			word = word[:i]
		}
		f := s.flaw("“"+snippet(word)+"”不能作键名，键名只用英文小写字母、数字和下划线", "")
		f.word = word
		return f
	case before == "]":
		return s.flaw("表头里读不出键名", "写成 [键名] 或 [[键名]]")
	}
	return s.flaw("“"+snippet(s.rest())+"”不合写法", "每行写成 键名 = 值，说明文字前面加 #")
}

// noEquals says what stands where the equals sign should be.
func (s *scanner) noEquals() *flaw {
	switch r := s.peek(); {
	case r == '＝':
		return s.flaw("等号是全角的“＝”", "改成英文的 =")
	case r == ':' || r == '：':
		return s.flaw("键名后面用了冒号", "改成英文的等号 =")
	case strings.ContainsRune("。．", r):
		return s.flaw("键名里用了全角的点", "改成英文的 .")
	}
	return s.flaw("键名后面没有等号", "写成 键名 = 值；说明文字前面加 #")
}

func (s *scanner) badHeader(repeated bool) *flaw {
	want := "]"
	if repeated {
		want = "]]"
	}
	return s.flaw("表头没有用 "+want+" 结束", "写成 [键名] 或 [[键名]]，两边方括号的个数要一样")
}

// trailing says what follows a finished value or header on its line.
func (s *scanner) trailing() *flaw {
	rest := s.rest()
	switch r := s.peek(); {
	case r == ',' && len(rest) > 1 && rest[1] >= '0' && rest[1] <= '9':
		return s.flaw("数字里不能用逗号", "去掉逗号，如 36000")
	case strings.ContainsRune(",，;；。、", r) && utf8.RuneCountInString(rest) == 1:
		return s.flaw("行末多了“"+rest+"”", "删去它，一行写一项")
	case r == '＃':
		return s.flaw("注释用了全角的＃", "改成英文的 #")
	case r == '=' || r == '＝':
		return s.flaw("一行里有两个等号", "一行写一项；文字里的等号要放在引号里面")
	case strings.ContainsRune(wideQuotes, r):
		return s.flaw("引号外面还有“"+snippet(rest)+"”", "文字前后都用英文双引号 \"，中间要用引号就用“”")
	}
	return s.flaw("值后面还有多余的“"+snippet(rest)+"”", "一行写一项；说明文字前面加 #，文字整个放在一对英文双引号里")
}

// badSeparator says what stands between two elements instead of a comma.
func (s *scanner) badSeparator(end string) *flaw {
	switch r := s.peek(); {
	case strings.ContainsRune("，、；;", r):
		return s.flaw("各项之间用了“"+string(r)+"”", "改成英文逗号 ,")
	case strings.ContainsRune("】］｝", r):
		return s.flaw("括号是全角的“"+string(r)+"”", "改成英文的 "+end)
	}
	return s.flaw("各项之间少了逗号，或者少了 "+end, "各项之间用英文逗号隔开，末尾写 "+end)
}

// badValue says why no value can be read here.
func (s *scanner) badValue() *flaw {
	rest := s.rest()
	text, _, _ := strings.Cut(rest, "#")
	text = strings.Trim(text, " \t"+wideQuotes+"\"',，]}")
	digit := strings.TrimLeft(rest, "+-0123456789.,")
	r := s.peek()
	switch {
	case rest == "" || r == '#':
		return s.flaw("等号后面没有值", "填上值；没有数的写 missing = \"未填报\"（或 不适用、保密、无法计算）")
	case strings.ContainsRune(wideQuotes, r):
		return s.flaw("文字用了中文引号", "改成英文双引号："+quoted(text))
	case strings.ContainsRune("［【｛", r):
		return s.flaw("括号是全角的“"+string(r)+"”", "改成英文括号")
	case r >= '０' && r <= '９':
		return s.flaw("数字是全角的", "改成半角数字")
	case len(digit) < len(rest) && digit != "" && strings.ContainsRune("，、；", []rune(digit)[0]):
		return s.flaw("数字后面用了“"+string([]rune(digit)[0])+"”", "数字里不用逗号；各项之间用英文逗号 ,")
	case len(digit) < len(rest) && stopped.MatchString(fold(text)):
		return s.flaw("小数点是中文句号“"+string([]rune(digit)[0])+"”", "改成英文的点："+stopped.ReplaceAllString(fold(text), "$1.$2"))
	case len(digit) < len(rest) && strings.HasPrefix(digit, "年"):
		return s.flaw("日期或年份“"+snippet(text)+"”写法不对", "日期写成 \"2024-01-12\"，年份只写数字，文字放在英文双引号里")
	case len(digit) < len(rest) && (strings.HasPrefix(digit, "%") || strings.HasPrefix(digit, "％")):
		return s.flaw("数字后面带了百分号", "只写数字，单位写在 unit = \"%\"")
	case len(digit) < len(rest) && strings.HasPrefix(digit, "/"):
		return s.flaw("日期“"+snippet(text)+"”写法不对", "日期写成 \"2024-01-12\"")
	case len(digit) < len(rest) && digit != "":
		return s.flaw("数字后面带了文字“"+snippet(text)+"”", "只写数字，单位写在 unit；如果本来是文字，整个放在英文双引号里："+quoted(text))
	case strings.EqualFold(text, "true") || text == "是" || strings.EqualFold(text, "yes"):
		return s.flaw("“"+snippet(text)+"”不是可用的值", "“是”写成 true（小写，不加引号），“否”写成 false")
	case strings.EqualFold(text, "false") || text == "否" || strings.EqualFold(text, "no"):
		return s.flaw("“"+snippet(text)+"”不是可用的值", "“否”写成 false（小写，不加引号），“是”写成 true")
	case text == "":
		return s.flaw("“"+snippet(rest)+"”不是可用的值", "文字放在英文双引号里，数字直接写")
	}
	return s.flaw("文字没有放在引号里", "写成 "+quoted(text))
}

func quoted(text string) string { return "\"" + snippet(text) + "\"" }

// unclosed says why a string has no end on its line.
func (s *scanner) unclosed(quote byte) *flaw {
	rest := s.rest()
	if strings.ContainsAny(rest, "”’＂") {
		return s.flaw("文字以英文引号开头，以中文引号结尾", "两头都改成英文双引号 \"")
	}
	return s.flaw("引号没有配对", "在这一行文字的末尾补上 "+string(rune(quote))+"；文字要分行写的，前后各用三个双引号")
}
