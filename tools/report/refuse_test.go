package report

import (
	"archive/zip"
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// zipped builds a zip of named parts, in order, names repeated if need be.
func zipped(t testing.TB, parts ...[2]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.Create(p[0])
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, p[1])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestRefusals: what cannot be read is refused with the way to convert it.
func TestRefusals(t *testing.T) {
	const doc = `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>文</w:t></w:r></w:p></w:body></w:document>`
	for _, c := range []struct {
		name string
		data []byte
		says []string
	}{
		{"a.pdf", []byte("%PDF-1.4\n…"), []string{"PDF", "另存为 .docx"}},
		{"a.html", []byte("%PDF-1.4 under another name"), []string{"PDF"}},
		{"a.doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old"), []string{"旧版 Office", "另存为 .docx"}},
		{"a.rtf", []byte(`{\rtf1\ansi`), []string{"RTF", "另存为 .docx"}},
		{"a.jpg", []byte("\xff\xd8\xff\xe0"), []string{"图片", "文字识别"}},
		{"a.mht", []byte("MIME-Version: 1.0\r\n"), []string{"网页"}},
		{"empty.txt", []byte(" \n\t"), []string{"空的"}},
		{"big.html", bytes.Repeat([]byte("a"), MaxSize+1), []string{"8 MB"}},
		{"nodes.html", []byte("<html>" + strings.Repeat("<p>", maxNodes/2+1)), []string{"标签太多"}},
		{"blowup.html", []byte("<html>" + strings.Repeat("<b x=1><i y=2>", 120) + strings.Repeat("<p>", 20000)), []string{"标签太多"}},
		{"menu.html", []byte("<html><body><ul><li><a href=1>首页</a></li></ul></body></html>"), []string{"没有读出正文"}},
		{"broken.docx", []byte("PK\x03\x04 broken"), []string{"损坏"}},
		{"book.docx", zipped(t, [2]string{"xl/workbook.xml", "<x/>"}), []string{"电子表格"}},
		{"pack.zip", zipped(t, [2]string{"a.txt", "x"}), []string{"不是 Word 文档"}},
		{"macro.docx", zipped(t, [2]string{"word/document.xml", doc}, [2]string{"word/vbaProject.bin", "x"}), []string{"宏"}},
		{"twice.docx", zipped(t, [2]string{"word/document.xml", doc}, [2]string{"word/document.xml", doc}), []string{"同名部件"}},
		{"dtd.docx", zipped(t, [2]string{"word/document.xml", `<!DOCTYPE x [<!ENTITY a "b">]>` + doc}), []string{"DOCTYPE"}},
		{"cut.docx", zipped(t, [2]string{"word/document.xml", doc[:40]}), []string{"不是完整的 XML"}},
		{"bomb.docx", zipped(t, [2]string{"word/document.xml", strings.Repeat(" ", maxPartXML+1)}), []string{"上限"}},
		{"a.json", []byte(`{"a": [1, 2`), []string{"JSON"}},
		{"b.json", []byte(`{"a": "短"}`), []string{"没有成段的文字"}},
		{"deep.json", []byte(strings.Repeat(`[`, 100_000)), []string{"JSON"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read(c.name, c.data)
			if err == nil {
				t.Fatal("was read")
			}
			for _, s := range c.says {
				if !strings.Contains(err.Error(), s) {
					t.Errorf("%v does not say %s", err, s)
				}
			}
		})
	}
}

// TestDocx reads a document with headings, split runs, deleted and hidden
// text, a text box and a table with cells merged both ways.
func TestDocx(t *testing.T) {
	p := func(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }
	tc := func(props, text string) string { return "<w:tc><w:tcPr>" + props + "</w:tcPr>" + p(text) + "</w:tc>" }
	body := p("示例县义务教育均衡发展报告") +
		`<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>一、基本情况</w:t></w:r></w:p>` +
		`<w:p><w:r><w:t>我县有小学</w:t></w:r><w:r><w:t xml:space="preserve">5</w:t></w:r><w:r><w:t>2</w:t></w:r><w:r><w:t>所，</w:t></w:r><w:del><w:r><w:delText>删去的话</w:delText></w:r></w:del>` +
		`<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏的话</w:t></w:r><w:r><w:t>在校学生</w:t></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t>24310人。</w:t></w:r></w:p>` +
		"<w:tbl><w:tr>" + tc(`<w:vMerge w:val="restart"/>`, "学段") + tc(`<w:gridSpan w:val="2"/>`, "差异系数") + "</w:tr>" +
		"<w:tr>" + tc(`<w:vMerge/>`, "") + tc("", "2021") + tc("", "2022") + "</w:tr>" +
		"<w:tr>" + tc("", "小学") + tc("", "0.43") + tc("", "0.41") + "</w:tr></w:tbl>" +
		"<w:p/><w:sectPr/>"
	data := zipped(t, [2]string{"[Content_Types].xml", "<Types/>"}, [2]string{"word/document.xml", `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`})
	rep, err := Read("a.docx", data)
	if err != nil {
		t.Fatal(err)
	}
	const want = `title 示例县义务教育均衡发展报告
level district
encoding docx

article 1 示例县义务教育均衡发展报告 district
# [概况] 一、基本情况
我县有小学52所，在校学生24310人。
table 1 
| *学段* | *差异系数* | < |
| < | *2021* | *2022* |
| *小学* | 0.43 (差异系数/2021/小学) | 0.41 (差异系数/2022/小学) |
`
	if got := print(rep); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestOneLineIsText: a file of a single line has no title, only text.
func TestOneLineIsText(t *testing.T) {
	for _, line := range []string{"全县有小学三十八所", "二百五十亩", "35%\n"} {
		rep, err := Read("line.txt", []byte(line))
		if err != nil {
			t.Errorf("%q: %v", line, err)
		} else if got := rep.Articles[0].Paragraphs[0].Text; got != strings.TrimSpace(line) {
			t.Errorf("%q is read as %q", line, got)
		}
	}
}

// TestRefusedUnread: a page beyond the limits is refused before anything is
// made of it, so that it costs next to nothing.
func TestRefusedUnread(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		most float64 // bytes asked for, in bytes of the page
		says string
	}{
		"size":  {bytes.Repeat([]byte("<p>文字</p>"), MaxSize/12+100_000), 0.01, "8 MB"},
		"nodes": {[]byte("<html>" + strings.Repeat("<p>文", maxNodes/2+1)), 1.1, "标签太多"}, // its text, decoded
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := Read("a.html", c.data)
		runtime.ReadMemStats(&after)
		if err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
		if asked := float64(after.TotalAlloc-before.TotalAlloc) / float64(len(c.data)); asked > c.most {
			t.Errorf("%s: asked for %.2f times its size", name, asked)
		}
	}
}
