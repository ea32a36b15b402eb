package record

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// translate puts a fault the decoder found, and the scanner did not, into
// Chinese. text is what the decoder was given.
func translate(err error, text string) *flaw {
	var pe toml.ParseError
	if !errors.As(err, &pe) {
		return &flaw{at: spot{1, 1}, what: "这个文件不合 TOML 的写法", mend: "对照示例逐行检查", fatal: true}
	}
	pos := min(max(pe.Position.Start, 0), len(text))
	line := 1 + strings.Count(text[:pos], "\n")
	if pe.Position.Line > 0 && pe.Position.Line < line { // the decoder points past a line end
		line = pe.Position.Line
		pos = lineStart(text, line)
	}
	begin := strings.LastIndexByte(text[:pos], '\n') + 1
	f := &flaw{at: spot{line, utf8.RuneCountInString(text[begin:pos]) + 1}, first: begin, last: begin + len(lineAt(text, begin))}
	f.header = strings.HasPrefix(strings.TrimSpace(lineAt(text, begin)), "[")
	for _, known := range decoderFaults {
		if strings.Contains(pe.Message, known.sign) {
			f.what, f.mend = known.what, known.mend
			return f
		}
	}
	f.what, f.mend = "这一行不合 TOML 的写法", "每行写成 键名 = 值，文字放在英文双引号里"
	return f
}

// decoderFaults lists what only the decoder finds, by a part of its message.
var decoderFaults = []struct{ sign, what, mend string }{
	{"already been defined", "这一行的键名前面已经写过", "删去一个；如果是另一条记录，先另起一行写它的 [[…]] 表头"},
	{"already created", "这个表头与前面的写法冲突", "同名的要么都用 [ ]，要么都用 [[ ]]"},
	{"not a table", "这个表头与前面的写法冲突", "同名的要么是一个值，要么是一个表"},
	{"leading zero", "数字不能以 0 开头", "编码要放在英文双引号里，如 \"0123\"；数字去掉开头的 0"},
	{"datetime", "日期写法不对", "日期写成 \"2024-01-12\""},
	{"out of range", "数太大", "检查数字和单位"},
	{"control char", "有看不见的控制字符", "删去这一行重新输入"},
	{"UTF-8", "有不是文字的字节", "用记事本打开，另存为，编码选 UTF-8"},
	{"float", "数字写法不对", "只用数字和一个小数点，如 96.2；文字放在英文双引号里"},
	{"nteger", "数字写法不对", "只用数字，如 300；文字放在英文双引号里"},
	{"digit", "数字写法不对", "只用数字和一个小数点，如 96.2"},
	{"number", "数字写法不对", "只用数字和一个小数点，如 96.2"},
	{"escape", "双引号里的反斜杠 \\ 有特殊含义，这里不能这样用", "路径里的反斜杠改成 /，或者写两个反斜杠 \\\\"},
	{"to end with a newline", "值的写法不对，或者后面有多余的字", "一行写一项；数字只用数字，文字整个放在一对英文双引号里"},
	{"newlines", "引号或括号没有配对", "在这一行补上结束的引号或括号"},
}

func lineStart(text string, line int) int {
	pos := 0
	for ; line > 1; line-- {
		i := strings.IndexByte(text[pos:], '\n')
		if i < 0 {
			break
		}
		pos += i + 1
	}
	return pos
}

func lineAt(text string, begin int) string {
	line, _, _ := strings.Cut(text[begin:], "\n")
	return line
}
