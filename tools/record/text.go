package record

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"junheng/tools/balance"
)

const saveAsUTF8 = "用记事本打开，另存为，编码选 UTF-8，再替换原文件"

// decode returns data as text without a byte order mark. encoding is "utf-8"
// or "gb18030"; anything else is refused: ok is false and a fault is noted.
func decode(at balance.Place, data []byte, ps *balance.Problems) (text, encoding string, ok bool) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		ps.Fault(at, "文件是 UTF-16 编码（记事本里叫 Unicode）", saveAsUTF8)
		return "", "", false
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		ps.Fault(at, "这是一个压缩包或新版 Office 文件，不是文本文件", "用原来的程序打开，另存为文本文件")
		return "", "", false
	case bytes.HasPrefix(data, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		ps.Fault(at, "这是旧版 Office 文件，不是文本文件", "用原来的程序打开，另存为文本文件")
		return "", "", false
	case bytes.IndexByte(data, 0) >= 0:
		ps.Fault(at, "文件里有空字节，不是文本文件", saveAsUTF8)
		return "", "", false
	}
	data = bytes.TrimPrefix(data, []byte{0xEF, 0xBB, 0xBF})
	if utf8.Valid(data) {
		return string(data), "utf-8", true
	}
	if out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data); err == nil && !bytes.ContainsRune(out, utf8.RuneError) {
		return string(out), "gb18030", true
	}
	at.Line = 1 + bytes.Count(data[:badByte(data)], []byte("\n"))
	ps.Fault(at, "这里有不是文字的字节，文件既不是 UTF-8 也不是 GBK", saveAsUTF8+"；打开后是乱码的，重新导出")
	return "", "", false
}

// badByte returns where data stops being UTF-8.
func badByte(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(data)
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

// hidden finds a character in s that cannot be seen: control, direction or
// zero width.
func hidden(s string) bool {
	for _, r := range s {
		if (r < 0x3000 || r >= 0xE000) && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) {
			return true
		}
	}
	return false
}
