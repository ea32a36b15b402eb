package record

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"junheng/tools/balance"
)

// expected lists the names a bureau's folder may hold, for suggestions.
var expected = []string{"district.toml", "summary.toml", "schools.csv", "schools.xlsx", "review.toml", "answers.toml", "corrections.toml", "reports"}

// named says what is the matter with a file or folder that is not read: left
// behind by a program, of a kind to convert, misspelt or dangerous.
func named(name string, e fs.DirEntry, ps *balance.Problems) {
	base, at := e.Name(), balance.Place{File: name}
	ext := strings.ToLower(path.Ext(base))
	changed, back := windows(base)
	switch {
	case has(reserved, strings.ToLower(strings.TrimSuffix(base, path.Ext(base)))):
		ps.Fault(at, "“"+base+"”在 Windows 上不能用作文件名", "改名")
	case !safeName(base):
		at.File = path.Join(path.Dir(name), snippet(base))
		ps.Fault(at, "文件名里有不能用的字符，或者太长", "改用小写字母、数字、连字符或汉字，不超过 100 字节")
	case changed != "":
		ps.Fault(at, changed, back)
	case Clutter(base) != "":
		ps.Notice(at, "跳过："+Clutter(base), "可以删去")
	case !e.IsDir() && !e.Type().IsRegular():
		ps.Fault(at, "不是普通文件（快捷方式或链接）", "换成文件本身")
	case has([]string{".xls", ".et", ".ett", ".xlsm", ".xlsb", ".ods", ".numbers"}, ext):
		ps.Fault(at, "读不了 "+ext+" 工作簿", "用 Excel 或 WPS 打开，另存为 schools.xlsx")
	case ext == ".wps" || ext == ".doc":
		ps.Fault(at, "读不了 "+ext+" 文件", "学校数据另存为 schools.xlsx；报告另存为 .docx，放进 reports")
	case has(expected, strings.ToLower(base)) && base != strings.ToLower(base):
		ps.Fault(at, "文件名的大小写不对", "改名为 "+strings.ToLower(base))
	case has(expected, base):
		ps.Fault(at, "不应当放在这里", "district.toml 放在区县文件夹，其余放在年份文件夹；reports 是文件夹")
	case has(documents, ext) && ext != ".csv" && ext != ".json":
		ps.Fault(at, "报告不放在这里", "移到 reports 文件夹")
	default:
		ps.Fault(at, "不认识的文件", didYouMean(base, expected, "删去它；这里只放 "+strings.Join(expected, "、")))
	}
}

// unnamed are the names that Windows gives new files; copied what it puts
// behind the name of a copy.
var (
	unnamed = regexp.MustCompile(`^新建\s*(文本文档|.*工作表|.*文档|文件夹)`)
	copied  = regexp.MustCompile(`\s*(-\s*(副本|复制|Copy)|副本)?\s*([(（][0-9]+[)）])?$`)
)

// windows says what Windows did to the name of a file and how to mend it: hid
// its ending, so that a second one came behind it, called it new or made a
// copy; what is "" for none of these.
func windows(base string) (what, mend string) {
	const show = "先在资源管理器的“查看”里勾选“文件扩展名”，再"
	meant := meantName(base)
	switch {
	case unnamed.MatchString(base):
		return "这是 Windows 新建的文件，还没有改名", show + "按内容改名；空的删去"
	case meant == "":
		return "", ""
	case copied.FindString(strings.TrimSuffix(base, path.Ext(base))) != "":
		return "这是 " + meant + " 的副本", "只留最新的一个，名称用 " + meant
	}
	return "Windows 没有显示文件名的结尾，保存时又加了一个“" + path.Ext(base) + "”", show + "改名为 " + meant
}

// meantName returns the expected name that base is a copy of or has a second
// ending behind; "" for none.
func meantName(base string) string {
	ext := path.Ext(base)
	stem := strings.TrimSuffix(base, ext)
	if name := strings.ToLower(copied.ReplaceAllString(stem, "") + ext); name != strings.ToLower(base) && has(expected, name) {
		return name
	}
	if name := strings.ToLower(strings.TrimSpace(stem)); has([]string{".txt", ".toml", ".csv", ".xlsx"}, strings.ToLower(ext)) && has(expected, name) && name != "reports" {
		return name
	}
	return ""
}

// Clutter says which program leaves a file of this name behind; "" for none.
func Clutter(base string) string {
	switch lower := strings.ToLower(base); {
	case lower == "thumbs.db" || lower == "desktop.ini":
		return "Windows 留下的文件"
	case lower == ".ds_store" || strings.HasPrefix(base, "._"):
		return "苹果电脑留下的文件"
	case strings.HasPrefix(base, "~$"):
		return "Office 打开时的临时文件，先关闭文件再提交"
	case strings.HasSuffix(lower, ".tmp") || strings.HasSuffix(lower, "~") || strings.HasSuffix(lower, ".bak"):
		return "临时文件或备份"
	case lower == ".gitkeep" || lower == ".gitignore":
		return "git 的文件"
	}
	return ""
}

// reserved are names that Windows keeps for devices.
var reserved = []string{"con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3", "lpt4"}

// safeName reports whether a file of this name can be copied to any machine
// and printed without harm.
func safeName(base string) bool {
	stem, _, _ := strings.Cut(strings.ToLower(base), ".")
	if len(base) > 100 || !utf8.ValidString(base) || has(reserved, stem) || !norm.NFC.IsNormalString(base) ||
		strings.HasPrefix(base, "-") || strings.HasPrefix(base, " ") || strings.HasSuffix(base, " ") || strings.HasSuffix(base, ".") {
		return false
	}
	for _, r := range base {
		if strings.ContainsRune(`\/:*?"<>|`, r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return false
		}
	}
	return true
}
