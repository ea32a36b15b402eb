package report

import (
	"bytes"
	"errors"
	"path"
	"strings"

	"junheng/tools/balance"
)

// refusals are the beginnings of files that hold no text one can trust, each
// with the way to convert it.
var refusals = []struct{ begins, why string }{
	{"%PDF", "这是 PDF 文件，不能直接读取。请用 Word 或 WPS 打开后另存为 .docx，或在原网站保存同一内容的网页；扫描件须先做文字识别并校对"},
	{"\xd0\xcf\x11\xe0", "这是旧版 Office 文件（.doc、.xls 或 .wps），不能直接读取。请用 Word 或 WPS 打开后另存为 .docx（表格另存为 .csv）"},
	{`{\rtf`, "这是 RTF 文件，不能直接读取。请用 Word 或 WPS 打开后另存为 .docx"},
	{"\x89PNG", "这是图片，没有可读的文字。请先做文字识别并校对，存为 .txt 或 .docx"},
	{"\xff\xd8\xff", "这是图片，没有可读的文字。请先做文字识别并校对，存为 .txt 或 .docx"},
	{"GIF8", "这是图片，没有可读的文字。请先做文字识别并校对，存为 .txt 或 .docx"},
	{"Rar!", "这是压缩包。请解压后逐个提交里面的文件"},
	{"7z\xbc\xaf", "这是压缩包。请解压后逐个提交里面的文件"},
	{"\x1f\x8b", "这是压缩包。请解压后逐个提交里面的文件"},
	{"MIME-Version:", "这是单个文件网页（.mht）。请在浏览器中打开，另存为“网页，仅 HTML”"},
	{"From: <", "这是单个文件网页（.mht）。请在浏览器中打开，另存为“网页，仅 HTML”"},
}

// open tells the kind of a document by its bytes first and its name second,
// and takes it apart.
func open(rep *balance.Report, name string, data []byte) (*page, error) {
	for _, r := range refusals {
		if bytes.HasPrefix(bytes.TrimLeft(data[:min(len(data), 1024)], " \t\r\n\x00"), []byte(r.begins)) {
			return nil, errors.New(r.why)
		}
	}
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		rep.Encoding, rep.Decided = "docx", "压缩文件内的 XML"
		return readDocx(data)
	}
	text, enc, decided, err := Decode(data)
	if err != nil {
		return nil, err
	}
	rep.Encoding, rep.Decided = enc, decided
	switch ext := lower(path.Ext(name)); {
	case ext == ".csv" || ext == ".tsv":
		return readCSV(text)
	case ext == ".json" || ext == ".jsonl" || ext == ".ndjson":
		return readJSON(text)
	case isPage(text):
		return readPage(text)
	case ext != ".html" && ext != ".htm" && strings.HasPrefix(strings.TrimSpace(text), "{"):
		if p, err := readJSON(text); err == nil {
			return p, nil
		}
	}
	return readText(text)
}
