package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Limits of a .docx: it is a zip of XML, and a small one can unpack to a lot.
const (
	maxParts   = 2000
	maxPartXML = 32 << 20
)

// readDocx reads the paragraphs and tables of a Word document: the text of its
// main part only, no macro, no linked or embedded part, no deleted or hidden text.
func readDocx(data []byte) (*page, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errors.New("压缩格式已损坏，打不开。请重新下载，或用 Word、WPS 打开后另存为 .docx")
	}
	if len(z.File) > maxParts {
		return nil, fmt.Errorf("文件里有 %d 个部件，超过 %d 个的上限。请去掉图片和附件后另存为 .docx", len(z.File), maxParts)
	}
	parts := map[string]*zip.File{}
	for _, f := range z.File {
		switch {
		case parts[f.Name] != nil:
			return nil, fmt.Errorf("文件里有两个同名部件 %s，内容不可信。请用 Word 或 WPS 打开后另存为 .docx", cutTo(f.Name, 60))
		case strings.HasSuffix(strings.ToLower(f.Name), "vbaproject.bin"):
			return nil, errors.New("文件带有宏。请用 Word 或 WPS 打开，另存为不带宏的 .docx")
		}
		parts[f.Name] = f
	}
	main := mainPart(parts)
	switch {
	case main != nil:
	case parts["xl/workbook.xml"] != nil:
		return nil, errors.New("这是电子表格。学校数据请放进 schools.xlsx；要作为报告提交，请另存为 .csv")
	default:
		return nil, errors.New("这不是 Word 文档（.docx）。若是压缩包，请解压后逐个提交；若是其他格式，请另存为 .docx")
	}
	if main.UncompressedSize64 > maxPartXML {
		return nil, fmt.Errorf("正文展开后有 %d MB，超过 %d MB 的上限。请删去无关内容后另存为 .docx", main.UncompressedSize64>>20, maxPartXML>>20)
	}
	r, err := main.Open()
	if err != nil {
		return nil, errors.New("正文部件打不开。请用 Word 或 WPS 打开后另存为 .docx")
	}
	defer r.Close()
	d := docx{dec: xml.NewDecoder(io.LimitReader(r, maxPartXML)), looks: readLooks(parts)}
	d.dec.Strict = true
	if err := d.read(); err != nil {
		return nil, fmt.Errorf("正文部件不是完整的 XML（%v）。请用 Word 或 WPS 打开后另存为 .docx", err)
	}
	return &page{blocks: d.out}, nil
}

// docx reads the main part in one pass.
type docx struct {
	dec    *xml.Decoder
	nodes  int
	out    []block
	tables []*docxTable // open tables, innermost last
	text   strings.Builder
	looks  looks
	rank   int
	list   string // numbering of the paragraph: list/level
	level  string
	hidden bool
	inText bool
}

// skippedParts are elements of a document that hold no text of its own.
var skippedParts = set([]string{"del", "moveFrom", "instrText", "delText", "Fallback", "sectPr", "object", "rPrChange", "pPrChange", "footnoteReference", "comment"})

func (d *docx) read() error {
	for {
		tok, err := d.dec.Token()
		if err == io.EOF {
			d.flush()
			return nil
		}
		if err != nil {
			return err
		}
		switch t := tok.(type) {
		case xml.Directive:
			return errors.New("含有不允许的 DOCTYPE")
		case xml.StartElement:
			if d.nodes++; d.nodes > maxNodes {
				return errors.New("节点太多")
			}
			if skippedParts[t.Name.Local] {
				if err := d.dec.Skip(); err != nil {
					return err
				}
				continue
			}
			d.start(t)
		case xml.EndElement:
			d.end(t.Name.Local)
		case xml.CharData:
			if d.inText && !d.hidden {
				d.text.Write(t)
			}
		}
	}
}

// val is the w:val of an element.
func val(t xml.StartElement) string {
	for _, a := range t.Attr {
		if a.Name.Local == "val" {
			return a.Value
		}
	}
	return ""
}

func (d *docx) start(t xml.StartElement) {
	var in *docxTable
	if len(d.tables) > 0 {
		in = d.tables[len(d.tables)-1]
	}
	switch t.Name.Local {
	case "p":
		d.flush()
	case "r":
		d.hidden = false
	case "vanish":
		d.hidden = val(t) != "false" && val(t) != "0"
	case "t":
		d.inText = true
	case "tab":
		d.text.WriteByte(' ')
	case "noBreakHyphen":
		d.text.WriteByte('-')
	case "br", "cr":
		d.flush()
	case "pStyle":
		d.rank, d.list = d.looks.styled(val(t))
	case "ilvl":
		d.level = val(t)
	case "numId":
		d.list = val(t) + "/" + d.level
	case "outlineLvl":
		if n, err := strconv.Atoi(val(t)); err == nil && n < 6 {
			d.rank = n + 1
		}
	case "tbl":
		d.flush()
		if len(d.tables) < maxDepth {
			d.tables = append(d.tables, new(docxTable))
		}
	case "tr":
		if in != nil {
			in.rows = append(in.rows, nil)
			in.col = 0
		}
	case "gridBefore":
		if in != nil && len(in.rows) > 0 {
			n, _ := strconv.Atoi(val(t))
			in.merge, in.span = "", max(1, min(n, maxColumns))
			in.put("")
		}
	case "tc":
		if in != nil {
			in.cell, in.span, in.merge = nil, 1, ""
		}
	case "gridSpan":
		if n, err := strconv.Atoi(val(t)); in != nil && err == nil {
			in.span = max(1, min(n, maxColumns))
		}
	case "vMerge":
		if in != nil {
			if in.merge = "continue"; val(t) == "restart" {
				in.merge = "restart"
			}
		}
	}
}

func (d *docx) end(name string) {
	switch name {
	case "t":
		d.inText = false
	case "p":
		d.flush()
	case "tc":
		if n := len(d.tables); n > 0 {
			d.tables[n-1].put(fold(strings.Join(d.tables[n-1].cell, " ")))
		}
	case "tbl":
		n := len(d.tables)
		if n == 0 {
			return
		}
		t := d.tables[n-1]
		d.tables = d.tables[:n-1]
		if n > 1 { // a table in a cell is read as the cell's text
			d.tables[n-2].cell = append(d.tables[n-2].cell, t.texts()...)
		} else if made := rectangle("", t.rows); made != nil {
			d.out = append(d.out, block{table: made})
		} else {
			for _, s := range t.texts() {
				d.out = append(d.out, block{text: s})
			}
		}
	}
}

// flush ends a paragraph.
func (d *docx) flush() {
	text := fold(d.text.String())
	d.text.Reset()
	rank := d.rank
	if rank == 0 {
		rank = d.looks.numbered(d.list, text)
	}
	d.rank, d.list, d.level = 0, "", "0"
	switch n := len(d.tables); {
	case text == "":
	case n > 0:
		d.tables[n-1].cell = append(d.tables[n-1].cell, text)
	default:
		d.out = append(d.out, block{text: text, rank: rank})
	}
}

// styleRank reads a heading style by its usual names: Heading2, 标题 2, 2.
func styleRank(style string) int {
	s := strings.TrimPrefix(strings.TrimPrefix(lower(style), "heading"), "标题")
	if n, err := strconv.Atoi(strings.TrimSpace(s)); err == nil && n >= 1 && n <= 6 {
		return n
	}
	return 0
}
