package publish

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// refusedName says why a file or folder may not have this name; empty when it
// may. What is left can be checked out on Windows, macOS and Linux, where no
// two of the names fall together, and printed anywhere. Upper case letters are
// refused, so that there are no names that differ by case alone.
func refusedName(name string) (what, mend string) {
	const rename = "只用小写字母、数字、下划线、连字符、点和汉字，改名后重新提交"
	stem, _, _ := strings.Cut(name, ".")
	switch {
	case name == "" || len(name) > maxName || !utf8.ValidString(name):
		return "文件名太长或编码不对", "不超过100字节，" + rename
	case strings.HasPrefix(name, "."):
		return "名称以点开头的文件不收", "git rm --cached 后重新提交"
	case strings.HasPrefix(name, "-") || strings.HasSuffix(name, ".") || strings.Contains(name, ".."):
		return "名称不能以连字符开头、以点结尾或含有连续的点", rename
	case device(stem):
		return "“" + stem + "”在 Windows 上不能用作文件名", "改名后重新提交"
	case !norm.NFC.IsNormalString(name):
		return "文件名里的字符不是通用写法（NFC）", "重新输入文件名后提交"
	}
	for _, r := range name {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '.', r == '_', r == '-', unicode.Is(unicode.Han, r):
		case r >= 'A' && r <= 'Z':
			return "名称里有大写字母", "全部改成小写，如 git mv 原名 新名，重新提交"
		default:
			return "名称里有不能用的字符", rename
		}
	}
	return "", ""
}

// device reports whether Windows keeps this name for a device.
func device(stem string) bool {
	switch stem {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	}
	rest, com := strings.CutPrefix(stem, "com")
	if !com {
		rest, com = strings.CutPrefix(stem, "lpt")
	}
	return com && len(rest) == 1 && rest[0] >= '0' && rest[0] <= '9'
}

// printable shows a name that may hold anything.
func printable(name string) string {
	if len(name) > 200 {
		name = name[:200] + "…"
	}
	for _, r := range name {
		if r == utf8.RuneError || !unicode.IsPrint(r) {
			return strconv.Quote(name)
		}
	}
	return name
}
