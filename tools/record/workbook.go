package record

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"junheng/tools/balance"
)

// Limits of a workbook. A 2 MB file can unpack to gigabytes, so what is
// unpacked is counted and only the parts that hold the table are read.
const (
	maxWorkbook = 16 << 20 // bytes of the file
	maxUnpacked = 64 << 20 // bytes of all parts that are read
	maxParts    = 1000
)

var (
	errTooLarge = errors.New("unpacked parts too large")
	errDoctype  = errors.New("document type declaration")
)

const resave = "用 Excel 或 WPS 打开，另存为新的 .xlsx"

// readWorkbook reads the first visible sheet of schools.xlsx. Sheets are read
// as a stream, straight from their parts, because only there a number, a text,
// a date and a formula can be told apart; text in numbers' clothing is how
// spreadsheets lose codes.
func readWorkbook(fsys fs.FS, name string, n *National, ps *balance.Problems) []balance.School {
	data, ok := readFile(fsys, name, maxWorkbook, ps)
	if !ok {
		return nil
	}
	at := balance.Place{File: name}
	if bytes.HasPrefix(data, []byte{0xD0, 0xCF, 0x11, 0xE0}) {
		ps.Fault(at, "这是旧版 .xls 工作簿，或者设了打开密码", "去掉密码，"+resave)
		return nil
	}
	book, err := openWorkbook(data)
	if err == nil {
		var schools []balance.School
		if schools, err = book.schools(name, n, ps); err == nil {
			return schools
		}
	}
	switch {
	case errors.Is(err, errTooLarge):
		ps.Fault(at, "解压后太大，超过 "+size(maxUnpacked), "删去图片、空行和无关的工作表，"+resave)
	case errors.Is(err, errDoctype):
		ps.Fault(at, "含有不该有的文档类型声明", resave)
	default:
		ps.Fault(at, "工作簿已损坏，或者不是 .xlsx", resave)
	}
	return nil
}

// workbook is an opened file: its parts, sheets and shared strings.
type workbook struct {
	parts  map[string]*zip.File
	left   int64 // bytes that may still be unpacked
	sheets []sheetPart
	shared []string
	dates  []bool // by cell style: the number is shown as a date
}

type sheetPart struct {
	name   string
	part   string
	hidden bool
}

func openWorkbook(data []byte) (*workbook, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	if len(z.File) > maxParts {
		return nil, errTooLarge
	}
	w := &workbook{parts: map[string]*zip.File{}, left: maxUnpacked}
	for _, f := range z.File {
		key := strings.ToLower(strings.TrimPrefix(f.Name, "/"))
		if w.parts[key] != nil {
			return nil, errors.New("two parts of one name")
		}
		w.parts[key] = f
	}
	main := "xl/workbook.xml"
	if rels, err := w.relations("_rels/.rels"); err == nil {
		for _, r := range rels {
			if strings.HasSuffix(r.Type, "/officeDocument") {
				main = resolvePart("", r.Target)
			}
		}
	}
	if err := w.readSheets(main); err != nil {
		return nil, err
	}
	return w, nil
}

// schools reads the first visible sheet and says what was left out.
func (w *workbook) schools(name string, n *National, ps *balance.Problems) ([]balance.School, error) {
	var first *sheetPart
	for i, s := range w.sheets {
		switch {
		case s.hidden:
			ps.Notice(balance.Place{File: name, Sheet: s.name}, "工作表是隐藏的，没有读", "不用的删去，要用的取消隐藏")
		case first == nil:
			first = &w.sheets[i]
		default:
			ps.Notice(balance.Place{File: name, Sheet: s.name}, "只读第一张工作表，这一张没有读", "学校都写在第一张工作表里")
		}
	}
	if first == nil {
		return nil, errors.New("no visible sheet")
	}
	r, err := w.open(first.part)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var said balance.Problems // worth nothing if the sheet turns out to be damaged
	g := &sheetGrid{book: w, file: name, sheet: first.name, dec: decoder(r), ps: &said}
	schools := readTable(g, n, &said)
	for g.err == nil { // what stands after a table given up half-way, and the merged cells
		if _, more := g.next(); !more {
			break
		}
	}
	if g.err != nil {
		return nil, g.err
	}
	*ps = append(*ps, said...)
	return schools, nil
}

// open gives a part's bytes, counted against what may be unpacked.
func (w *workbook) open(part string) (io.ReadCloser, error) {
	f := w.parts[strings.ToLower(part)]
	if f == nil {
		return nil, fs.ErrNotExist
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return &counted{r, w}, nil
}

type counted struct {
	io.ReadCloser
	book *workbook
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.ReadCloser.Read(p)
	if c.book.left -= int64(n); c.book.left < 0 {
		return 0, errTooLarge
	}
	return n, err
}

// decode reads a whole part into v.
func (w *workbook) decode(part string, v any) error {
	r, err := w.open(part)
	if err != nil {
		return err
	}
	defer r.Close()
	return decoder(r).Decode(v)
}

// decoder reads XML; a document type declaration is an error.
func decoder(r io.Reader) *xml.Decoder {
	return xml.NewTokenDecoder(plainTokens{xml.NewDecoder(r)})
}

type plainTokens struct{ *xml.Decoder }

func (d plainTokens) Token() (xml.Token, error) {
	t, err := d.Decoder.RawToken()
	if _, ok := t.(xml.Directive); ok {
		return nil, errDoctype
	}
	return t, err
}

type relationship struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
	Mode   string `xml:"TargetMode,attr"`
}

func (w *workbook) relations(part string) ([]relationship, error) {
	var doc struct {
		All []relationship `xml:"Relationship"`
	}
	err := w.decode(part, &doc)
	return doc.All, err
}

func resolvePart(from, target string) string {
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return path.Join(path.Dir(from), target)
}

// readSheets reads the list of sheets, the shared strings and which styles
// show dates.
func (w *workbook) readSheets(main string) error {
	var doc struct {
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			RelID string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
			Rel   string `xml:"http://purl.oclc.org/ooxml/officeDocument/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := w.decode(main, &doc); err != nil {
		return err
	}
	rels, err := w.relations(path.Join(path.Dir(main), "_rels", path.Base(main)+".rels"))
	if err != nil {
		return err
	}
	for _, r := range rels {
		part := resolvePart(main, r.Target)
		switch {
		case r.Mode == "External":
		case strings.HasSuffix(r.Type, "/sharedStrings"):
			err = errors.Join(err, w.readShared(part))
		case strings.HasSuffix(r.Type, "/styles"):
			err = errors.Join(err, w.readStyles(part))
		}
	}
	if err != nil {
		return err
	}
	for _, s := range doc.Sheets {
		for _, r := range rels {
			if (r.ID == s.RelID || r.ID == s.Rel) && strings.HasSuffix(r.Type, "/worksheet") {
				w.sheets = append(w.sheets, sheetPart{name: s.Name, part: resolvePart(main, r.Target), hidden: s.State != "" && s.State != "visible"})
			}
		}
	}
	return nil
}

// richText is a string of one or several runs; phonetic guides are left out.
type richText struct {
	Text string `xml:"t"`
	Runs []struct {
		Text string `xml:"t"`
	} `xml:"r"`
}

func (t richText) String() string {
	s := t.Text
	for _, r := range t.Runs {
		s += r.Text
	}
	return strings.ReplaceAll(s, "_x000D_", "")
}

func (w *workbook) readShared(part string) error {
	r, err := w.open(part)
	if err != nil {
		return err
	}
	defer r.Close()
	for d := decoder(r); ; {
		t, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "si" {
			var text richText
			if err := d.DecodeElement(&text, &e); err != nil {
				return err
			}
			w.shared = append(w.shared, text.String())
		}
	}
}

func (w *workbook) readStyles(part string) error {
	var doc struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := w.decode(part, &doc); err != nil {
		return err
	}
	custom := map[int]bool{}
	for _, f := range doc.Formats {
		code, _, _ := strings.Cut(strings.ToLower(f.Code), ";")
		custom[f.ID] = strings.ContainsAny(code, "yd年月日") && !strings.Contains(code, "general")
	}
	for _, c := range doc.Cells {
		id := c.Format
		w.dates = append(w.dates, id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 58 || custom[id])
	}
	return nil
}

// cellName is the name of a cell: 2, 7 → B7.
func cellName(column, row int) string {
	var letters []byte
	for ; column > 0; column = (column - 1) / 26 {
		letters = append([]byte{byte('A' + (column-1)%26)}, letters...)
	}
	return string(letters) + strconv.Itoa(row)
}
