package record

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"path"
	"strings"

	"junheng/tools/balance"
)

// maxDocument bounds the bytes of a published document.
const maxDocument = 16 << 20

// sidecarFile is <slug>.toml beside a published document.
type sidecarFile struct {
	Title     string        `toml:"title" zh:"标题" need:"\"…\"" say:"报告的标题"`
	Publisher string        `toml:"publisher" zh:"发布单位,发布机构" say:"发布单位"`
	Level     balance.Level `toml:"level" zh:"层级" say:"发布单位的层级"`
	URL       string        `toml:"url" zh:"网址,地址" say:"原文网址"`
	Published string        `toml:"published" zh:"发布日期" say:"原文的发布日期"`
	Retrieved string        `toml:"retrieved" zh:"存档日期,取得日期" say:"取得原件的日期"`
	SHA256    string        `toml:"sha256" zh:"校验和" say:"原件的校验和，junheng add 会写好"`
	Note      string        `toml:"note" zh:"说明,备注" say:"给读者的说明"`
	Articles  []struct {
		Number    int               `toml:"number" zh:"序号" need:"1" say:"从 1 起，按先后编号"`
		Title     string            `toml:"title" zh:"篇名" say:"篇名"`
		SpeaksFor balance.SpeaksFor `toml:"speaks_for" zh:"代表" need:"\"none\"" say:"这一篇说的是谁的情况；只有 district 的数进入结论"`
	} `toml:"article" zh:"篇" say:"一篇一个 [[article]]；汇编有多篇"`
}

// documents lists the endings of documents that can be read; converts, how to
// turn others into one of them.
var (
	documents = []string{".html", ".htm", ".txt", ".docx", ".json", ".csv"}
	converts  = map[string]string{
		".doc": "用 Word 或 WPS 打开，另存为 .docx", ".wps": "用 WPS 打开，另存为 .docx", ".rtf": "用 Word 或 WPS 打开，另存为 .docx",
		".pdf": "取得网页或 Word 原件；只有 PDF 的，复制文字另存为 .txt", ".mht": "在浏览器里另存为“网页，仅 HTML”", ".mhtml": "在浏览器里另存为“网页，仅 HTML”",
	}
)

// DocumentEnding is the ending under which a document is kept: its own, where
// it is one of those that are read, else that of its kind.
func DocumentEnding(ext string, page bool) string {
	switch ext = strings.ToLower(ext); {
	case has(documents, ext):
		return ext
	case ext == ".tsv":
		return ".csv"
	case ext == ".jsonl" || ext == ".ndjson":
		return ".json"
	case page:
		return ".html"
	}
	return ".txt"
}

// readReports reads the sidecars in reports/ and pairs them with their documents.
func readReports(fsys fs.FS, dir string, ps *balance.Problems, said *[]Text) []Sidecar {
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		ps.Fault(balance.Place{File: dir}, "文件夹打不开", "检查权限")
		return nil
	}
	docs, sidecars := map[string]string{}, map[string]string{}
	for _, e := range entries {
		name, ext := path.Join(dir, e.Name()), path.Ext(e.Name())
		stem, at := strings.TrimSuffix(e.Name(), ext), balance.Place{File: path.Join(dir, e.Name())}
		switch {
		case !e.Type().IsRegular() || !safeName(e.Name()) || Clutter(e.Name()) != "":
			named(name, e, ps)
		case converts[strings.ToLower(ext)] != "":
			ps.Fault(at, "读不了 "+strings.ToLower(ext)+" 文件", converts[strings.ToLower(ext)])
		case ext != ".toml" && !has(documents, ext):
			if has(documents, strings.ToLower(ext)) || strings.ToLower(ext) == ".toml" {
				ps.Fault(at, "文件名的结尾“"+ext+"”要小写", "改名为 "+stem+strings.ToLower(ext))
				break
			}
			named(name, e, ps)
		case ext == ".txt" && (path.Ext(stem) == ".toml" || has(documents, path.Ext(stem))):
			ps.Fault(at, "Windows 没有显示文件名的结尾，保存时又加了一个“"+ext+"”", "先在资源管理器的“查看”里勾选“文件扩展名”，再改名为 "+stem)
		case unnamed.MatchString(stem):
			named(name, e, ps)
		case !slug(stem):
			ps.Fault(at, "文件名“"+snippet(stem)+"”不能作网址", "只用小写字母、数字和中间的连字符，如 2023-zongjie"+ext+"，说明文件同名，以 .toml 结尾")
		case ext == ".toml":
			sidecars[stem] = name
		case docs[stem] != "":
			ps.Fault(at, "与 "+path.Base(docs[stem])+" 同名", "一份报告只留一个文件，或改名")
		default:
			docs[stem] = name
		}
	}
	for _, stem := range sortedKeys(docs) {
		if sidecars[stem] == "" {
			ps.Fault(balance.Place{File: docs[stem]}, "没有说明文件 "+stem+".toml", "用 junheng add 加入报告，或照示例写一个，写明标题、发布单位、网址、日期和代表谁")
		}
	}
	var all []Sidecar
	for _, stem := range sortedKeys(sidecars) {
		if docs[stem] == "" {
			ps.Fault(balance.Place{File: sidecars[stem]}, "没有它说明的文件 "+stem+".html（或 .htm、.txt、.docx、.json、.csv）", "补上原件，或删去这个说明文件")
		}
		if s, ok := readSidecar(fsys, stem, sidecars[stem], docs[stem], ps, said); ok {
			all = append(all, s)
		}
	}
	return all
}

// readSidecar reads one sidecar; it is of use only with its document.
func readSidecar(fsys fs.FS, stem, name, document string, ps *balance.Problems, said *[]Text) (Sidecar, bool) {
	var doc sidecarFile
	f := load(fsys, name, &doc, ps)
	if f == nil {
		return Sidecar{}, false
	}
	*said = append(*said, f.texts...)
	root := f.root
	oneOf(f, root, "level", doc.Level, balance.Levels, ps)
	address(f, root, "url", doc.URL, ps)
	date(f, root, "published", doc.Published, ps)
	date(f, root, "retrieved", doc.Retrieved, ps)
	if len(doc.Published) == 10 && len(doc.Retrieved) == 10 && doc.Published > doc.Retrieved {
		ps.Fault(f.valueAt(root, "retrieved"), "存档日期 "+snippet(doc.Retrieved)+" 早于发布日期 "+snippet(doc.Published), "核对两个日期")
	}
	s := Sidecar{Slug: stem, File: document, Title: doc.Title, Publisher: doc.Publisher, Level: doc.Level, URL: doc.URL,
		Published: doc.Published, Retrieved: doc.Retrieved, SHA256: strings.ToLower(doc.SHA256), Note: doc.Note}
	numbers := map[int]int{}
	for i, a := range doc.Articles {
		e := root.get("article").item(i)
		at := f.place(e)
		oneOf(f, e, "speaks_for", a.SpeaksFor, balance.SpeaksFors, ps)
		if a.Number < 1 && e.get("number") != nil {
			ps.Fault(f.valueAt(e, "number"), "篇的序号 "+itoa(a.Number)+" 不对", "从 1 起，按在报告里的先后编号")
		}
		if line, dup := numbers[a.Number]; dup && a.Number > 0 {
			ps.Fault(f.valueAt(e, "number"), "第 "+itoa(a.Number)+" 篇写了两次，前一次在第 "+itoa(line)+" 行", "改正序号，或删去一条")
			continue
		}
		numbers[a.Number] = at.Line
		if a.SpeaksFor == "" && e.get("speaks_for") != nil {
			ps.Notice(f.at(e, "speaks_for"), "还没有写明这一篇代表谁，其中的数据只在报告页显示", "写 speaks_for = \"district\"（或 township、school、none）")
		}
		if !has(balance.SpeaksFors, a.SpeaksFor) {
			a.SpeaksFor = balance.SpeaksForNone
		}
		s.Articles = append(s.Articles, SidecarArticle{Number: a.Number, Title: a.Title, SpeaksFor: a.SpeaksFor, Place: at})
	}
	if len(doc.Articles) == 0 && !f.partial {
		ps.Notice(balance.Place{File: name}, "没有写明哪一篇代表谁，其中的数据只在报告页显示", "加 [[article]]，写 number = 1 和 speaks_for = \"district\"（或 township、school、none）")
	}
	if document == "" { // which is a fault of its own, and leaves no sha256 to ask for
		return s, false
	}
	checkHash(fsys, f, &s, ps)
	return s, true
}

// checkHash holds sha256 against the document's bytes.
func checkHash(fsys fs.FS, f *tomlFile, s *Sidecar, ps *balance.Problems) {
	data, ok := readFile(fsys, s.File, maxDocument, ps)
	if !ok {
		return
	}
	sum := sha256.Sum256([]byte(data))
	actual := hex.EncodeToString(sum[:])
	switch {
	case s.SHA256 == "" && f.root.get("sha256") == nil:
		if !f.partial {
			ps.Fault(f.place(f.root), "缺少 sha256（校验和）", "补上一行：sha256 = \""+actual+"\"")
		}
	case s.SHA256 != actual && len(s.SHA256) != len(actual):
		ps.Fault(f.valueAt(f.root, "sha256"), "sha256“"+snippet(s.SHA256)+"”不是 64 位校验和", "写 sha256 = \""+actual+"\"")
	case s.SHA256 != actual:
		ps.Fault(f.valueAt(f.root, "sha256"), "sha256 与 "+path.Base(s.File)+" 的内容不符，原件被改动过", "换回原件；确实换了新件的，写 sha256 = \""+actual+"\"")
	}
	s.SHA256 = actual
}
