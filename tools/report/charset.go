package report

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// declared finds the charset a page claims, anywhere in its head.
var declared = regexp.MustCompile(`(?i)(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:.\-]+)`)

// Decode turns the bytes of a document into text and says which encoding was
// taken and why. What a page declares is believed last, because legacy pages
// declare wrongly more often than not: BOM, then valid UTF-8, then GB18030
// (which holds GB2312 and GBK) if nothing is lost, then the declared charset
// if nothing is lost; otherwise an error that says how to mend the file.
func Decode(data []byte) (text, name, decided string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		if rest := data[3:]; utf8.Valid(rest) {
			return string(rest), "utf-8", "BOM", nil
		}
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return wide(data, unicode.LittleEndian, unicode.ExpectBOM, "BOM")
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return wide(data, unicode.BigEndian, unicode.ExpectBOM, "BOM")
	}
	if zero, odd := zeros(data); zero*5 > len(data) {
		order := unicode.BigEndian
		if odd {
			order = unicode.LittleEndian
		}
		return wide(data, order, unicode.IgnoreBOM, "隔字节为零")
	}
	if bytes.Contains(data, []byte("~{")) && strings.EqualFold(claimed(data), "hz-gb-2312") {
		if s, ok := lossless(simplifiedchinese.HZGB2312, data); ok { // all of it is ASCII
			return s, "hz-gb-2312", "按网页声明的编码解码无缺失", nil
		}
	}
	if utf8.Valid(data) {
		return string(data), "utf-8", "全文是有效的 UTF-8", nil
	}
	if cut := cutRune(data); cut > 0 {
		return string(data[:len(data)-cut]), "utf-8", "除末尾半个字外是有效的 UTF-8", nil
	}
	if s, ok := lossless(simplifiedchinese.GB18030, data); ok {
		return s, "gb18030", "按 GB18030 解码无缺失", nil
	}
	// A dump cut in the middle of its last character loses at most 3 bytes.
	for cut := 1; cut <= 3 && cut < len(data); cut++ {
		if s, ok := lossless(simplifiedchinese.GB18030, data[:len(data)-cut]); ok {
			return s, "gb18030", "除末尾半个字外按 GB18030 解码无缺失", nil
		}
	}
	if enc, canonical := charset.Lookup(claimed(data)); enc != nil && canonical != "utf-8" {
		if s, ok := lossless(enc, data); ok {
			return s, canonical, "按网页声明的编码解码无缺失", nil
		}
	}
	return "", "", "", fmt.Errorf("认不出文字编码：第 %d 个字节起既不是 UTF-8，也不能按 GB18030 或网页声明的编码完整解码。请在浏览器或记事本中打开原件，另存为 UTF-8 编码后重新提交", firstBad(data)+1)
}

// claimed is the charset a page claims, or "".
func claimed(data []byte) string {
	if m := declared.FindSubmatch(data[:min(len(data), 64<<10)]); m != nil {
		return string(m[1])
	}
	return ""
}

func wide(data []byte, order unicode.Endianness, bom unicode.BOMPolicy, decided string) (string, string, string, error) {
	name := "utf-16be"
	if order == unicode.LittleEndian {
		name = "utf-16le"
	}
	s, ok := lossless(unicode.UTF16(order, bom), data)
	if !ok {
		return "", "", "", fmt.Errorf("文件像 UTF-16 编码，但有不能解码的字节。请用记事本打开，另存为 UTF-8 编码后重新提交")
	}
	return s, name, decided, nil
}

// zeros counts zero bytes and says whether most stand at odd places.
func zeros(data []byte) (n int, odd bool) {
	if bytes.IndexByte(data, 0) < 0 {
		return 0, false
	}
	at := [2]int{}
	for i, b := range data {
		if b == 0 {
			at[i&1]++
		}
	}
	return at[0] + at[1], at[1] > at[0]
}

// lossless decodes data and reports whether every byte had a meaning.
func lossless(enc encoding.Encoding, data []byte) (string, bool) {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil || bytes.Contains(out, []byte("\uFFFD")) {
		return "", false
	}
	return string(out), true
}

// cutRune returns how many bytes of a half character end data, when all before
// them is valid UTF-8 that holds more than ASCII; otherwise 0.
func cutRune(data []byte) int {
	for cut := 1; cut <= 3 && cut < len(data); cut++ {
		rest := data[len(data)-cut:]
		if utf8.RuneStart(rest[0]) {
			body := data[:len(data)-cut]
			if !utf8.FullRune(rest) && utf8.Valid(body) && utf8.RuneCount(body) < len(body) {
				return cut
			}
			return 0
		}
	}
	return 0
}

func firstBad(data []byte) int {
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(data)
}

// lower folds an ending or a key for comparison.
func lower(s string) string { return strings.ToLower(strings.TrimSpace(s)) }
