package report

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// TestDecode goes through the ways in which legacy pages declare their charset
// wrongly, late or not at all.
func TestDecode(t *testing.T) {
	const text = "全县义务教育学校38所，在校学生36000人，“双减”工作扎实推进。"
	gbk, _ := simplifiedchinese.GBK.NewEncoder().String(text)
	gb18030, _ := simplifiedchinese.GB18030.NewEncoder().String(text + "㐂𠮷")
	utf16, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
	utf16be, _ := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String("<html>" + strings.Repeat("a", 60) + text)
	big5, _ := traditionalchinese.Big5.NewEncoder().String("全縣義務教育學校")
	meta := func(charset string) string {
		return "<meta http-equiv=Content-Type content='text/html; charset=" + charset + "'>"
	}
	long := "<!--" + strings.Repeat("x", 2000) + "-->"
	for _, c := range []struct{ name, data, encoding, holds string }{
		{"utf-8 with BOM", "\xef\xbb\xbf" + meta("gb2312") + text, "utf-8", text},
		{"utf-8 without meta", text, "utf-8", text},
		{"utf-8 that says gb2312", meta("gb2312") + text, "utf-8", text},
		{"utf-8 that says iso-8859-1", meta("iso-8859-1") + text, "utf-8", text},
		{"gbk without meta", gbk, "gb18030", text},
		{"gbk that says utf-8", meta("utf-8") + gbk, "gb18030", text},
		{"gbk that says gb2312", meta("gb2312") + gbk, "gb18030", text},
		{"gbk that says iso-8859-1", meta("iso-8859-1") + gbk, "gb18030", text},
		{"gbk with meta after 1 KB", long + meta("gbk") + gbk, "gb18030", text},
		{"gb18030 with four-byte characters", meta("gb2312") + gb18030, "gb18030", "㐂𠮷"},
		{"utf-16 with BOM", utf16, "utf-16le", text},
		{"utf-16 without BOM", utf16be, "utf-16be", text},
		{"utf-8 cut in the middle of a character", text[:len(text)-2], "utf-8", "扎实推进"},
		{"gbk cut in the middle of a character", gbk[:len(gbk)-1], "gb18030", "扎实推进"},
		{"ascii only", "plain", "utf-8", "plain"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, encoding, decided, err := Decode([]byte(c.data))
			if err != nil {
				t.Fatal(err)
			}
			if encoding != c.encoding || !strings.Contains(got, c.holds) || decided == "" {
				t.Errorf("%s (%s): %q", encoding, decided, got)
			}
		})
	}
	for name, data := range map[string]string{
		"broken bytes":   "全县\xff\xfe\xff学校\xff",
		"odd utf-16":     "\xff\xfe\x00\xd8\x41",
		"big5 in pieces": big5 + "\xff",
	} {
		if _, _, _, err := Decode([]byte(data)); err == nil || !strings.Contains(err.Error(), "另存为") {
			t.Errorf("%s: refused with %v, want a way to mend it", name, err)
		}
	}
}
