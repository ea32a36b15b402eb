package record

import (
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"junheng/tools/balance"
)

const saveAsUTF8 = "用记事本打开，另存为，编码选 UTF-8，再替换原文件"

// oldOffice is how the files of Office before 2007 begin, and encrypted ones.
const oldOffice = "\xD0\xCF\x11\xE0"

// decode returns data as text without a byte order mark. encoding is "utf-8"
// or "gb18030"; anything else is refused: ok is false and a fault is noted.
func decode(at balance.Place, data string, ps *balance.Problems) (text, encoding string, ok bool) {
	switch {
	case strings.HasPrefix(data, "\xFF\xFE"), strings.HasPrefix(data, "\xFE\xFF"):
		ps.Fault(at, "文件是 UTF-16 编码（记事本里叫 Unicode）", saveAsUTF8)
		return "", "", false
	case strings.HasPrefix(data, "PK\x03\x04"):
		ps.Fault(at, "这是一个压缩包或新版 Office 文件，不是文本文件", "用原来的程序打开，另存为文本文件")
		return "", "", false
	case strings.HasPrefix(data, oldOffice):
		ps.Fault(at, "这是旧版 Office 文件，不是文本文件", "用原来的程序打开，另存为文本文件")
		return "", "", false
	case strings.IndexByte(data, 0) >= 0:
		ps.Fault(at, "文件里有空字节，不是文本文件", saveAsUTF8)
		return "", "", false
	}
	data = strings.TrimPrefix(data, "\ufeff")
	if utf8.ValidString(data) {
		return unixLines(data), "utf-8", true
	}
	if out, err := simplifiedchinese.GB18030.NewDecoder().String(data); err == nil && !strings.ContainsRune(out, utf8.RuneError) {
		return unixLines(out), "gb18030", true
	}
	broken(at, data, ps)
	return "", "", false
}

// broken says where bytes that are no text stand: in the encoding that all but
// a few characters of the file are in, or else for the file as one.
func broken(at balance.Place, data string, ps *balance.Problems) {
	as := "UTF-8"
	best, bad := misread(data)
	if out, err := simplifiedchinese.GB18030.NewDecoder().String(data); err == nil {
		if text, n := misread(out); n < bad {
			as, best, bad = "GBK", text, n
		}
	}
	wide := 0
	for _, r := range best {
		if r >= utf8.RuneSelf {
			wide++
		}
	}
	if bad*10 > wide {
		ps.Fault(at, "有不是文字的字节，文件既不是 UTF-8 也不是 GBK", saveAsUTF8+"；打开后是乱码的，重新导出")
		return
	}
	before, _, _ := strings.Cut(best, string(utf8.RuneError))
	line := before[strings.LastIndexAny(before, "\n\r")+1:]
	at.Line, at.Column = 1+strings.Count(unixLines(before), "\n"), 1+utf8.RuneCountInString(line)
	what := "这里有损坏的字"
	if near := []rune(line); len(near) > 0 {
		what = "“" + snippet(string(near[max(0, len(near)-6):])) + "”后面有损坏的字"
	}
	if path.Ext(at.File) == ".csv" {
		what = brokenCell(at.File, best) + what
	}
	if bad > 1 {
		what += "，整个文件有 " + itoa(bad) + " 处"
	}
	ps.Fault(at, what+"（文件是 "+as+" 编码）", "用原来的程序打开，把这里重新输入，再保存一次")
}

// brokenCell is where a spreadsheet shows the first cell with a misread byte.
func brokenCell(name, text string) string {
	g := newCSV(name, text, new(balance.Problems))
	for {
		row, ok := g.next()
		if !ok {
			return ""
		}
		for _, c := range row {
			if strings.ContainsRune(c.text, utf8.RuneError) {
				return g.spot(c)
			}
		}
	}
}

// misread returns data as valid text, with a replacement character for each
// byte that is none, and how many there are.
func misread(data string) (string, int) {
	text := string([]rune(data))
	return text, strings.Count(text, string(utf8.RuneError))
}

// unixLines makes line feeds of the carriage returns with which an old Mac
// ends lines; text that has line feeds stays as it is.
func unixLines(text string) string {
	if strings.Contains(text, "\n") {
		return text
	}
	return strings.ReplaceAll(text, "\r", "\n")
}

// fold brings a header or a word to the form in which it is compared:
// half-width, without white space, lower case.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '\u3000' || r == '\u00a0' || r == '\t' || r == '\n' || r == '\r' || r == '\ufeff' || r == '\u200b':
			return -1
		case r >= '！' && r <= '～':
			r -= '！' - '!'
		}
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}, s)
}
