package report

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// word packs parts into a document; main is where its text stands.
func word(t *testing.T, main string, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	parts["_rels/.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="` + main + `"/></Relationships>`
	for name, text := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, text)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const ns = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

func body(paragraphs ...string) string {
	return `<w:document` + ns + `><w:body>` + strings.Join(paragraphs, "") + `</w:body></w:document>`
}

func para(look, text string) string {
	return `<w:p><w:pPr>` + look + `</w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

// TestWordHeadings: a heading is known by its style, whatever the style's id,
// or by the number Word puts before it; a numbered sentence or a bullet is none.
func TestWordHeadings(t *testing.T) {
	const list, bullet = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>`
	data := word(t, "word/document2.xml", map[string]string{
		"word/document2.xml": body(
			para("", "义务教育均衡发展工作总结"), para(`<w:pStyle w:val="a3"/>`, "基本情况"), para("", "全县现有小学42所。"),
			para(list, "主要做法"), para("", "我们加大投入。"), para(list, "新建学校3所，改扩建学校5所。"), para(bullet, "图书"),
			para(`<w:pStyle w:val="a4"/>`, "存在问题"), para("", "教师缺口30人。")),
		"word/styles.xml": `<w:styles` + ns + `><w:style w:styleId="a3"><w:name w:val="heading 1"/></w:style>` +
			`<w:style w:styleId="a4"><w:name w:val="条"/><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`,
		"word/numbering.xml": `<w:numbering` + ns + `><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/></w:lvl></w:abstractNum>` +
			`<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>` +
			`<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>`,
	})
	rep, err := Read("a.docx", data)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range rep.Articles[0].Sections {
		if s.Heading != "" {
			got = append(got, s.Heading)
		}
	}
	if want := "基本情况 主要做法 存在问题"; strings.Join(got, " ") != want {
		t.Errorf("sections %q, want %q", got, want)
	}
}

// TestWordLooksAreNoDoor: parts that only say how a document looks are not
// trusted, and a document whose main part is named elsewhere is refused.
func TestWordLooksAreNoDoor(t *testing.T) {
	text := body(para("", "全县现有小学42所，初中9所。"))
	for name, looks := range map[string]string{"doctype": `<!DOCTYPE x [<!ENTITY a "b">]><w:styles/>`, "cut": `<w:styles><w:style`, "large": strings.Repeat(" ", maxLooks+1)} {
		if _, err := Read("a.docx", word(t, "word/document.xml", map[string]string{"word/document.xml": text, "word/styles.xml": looks, "word/numbering.xml": looks})); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Read("a.docx", word(t, "docProps/app.xml", map[string]string{"docProps/app.xml": text})); err == nil {
		t.Error("a part outside word/ was read as the text")
	}
}

// TestExports: prose in exports, also short, in lists of paragraphs and between
// other separators.
func TestExports(t *testing.T) {
	const short = "全县现有小学42所。"
	for name, text := range map[string]string{
		"a.json":  `{"title":"总结","content":["` + short + `","初中9所。"]}`,
		"b.json":  `{"data":[{"标题":"总结","正文":"` + short + `初中9所。"}]}`,
		"c.csv":   "标题;正文\n总结;\"" + short + "\n初中9所。\"\n",
		"d.csv":   "标题\t正文\n总结\t" + short + "初中9所。\n",
		"e.html":  "<meta charset=hz-gb-2312><p>~{H+OXOVSPP!Q'~}42~{Ky!#3uVP~}9~{Ky!#~}</p>",
		"f.jsonl": `{"text":"` + short + "\"}\n{\"text\":\"全县现有初中9所。\"}\n",
	} {
		rep, err := Read(name, []byte(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var all strings.Builder
		for _, a := range rep.Articles {
			for _, p := range a.Paragraphs {
				all.WriteString(p.Text)
			}
		}
		if s := all.String(); !strings.Contains(s, "全县现有小学42所") || !strings.Contains(s, "初中9所") {
			t.Errorf("%s: %q", name, s)
		}
	}
}
