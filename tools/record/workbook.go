package record

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io/fs"
	"strings"

	"junheng/tools/balance"
)

// Limits of a workbook. A 2 MB file can unpack to gigabytes, so only the parts
// that hold the table are read, and what comes out of them is counted: no part
// may be far larger than what was packed, and the sheet, which for 200,000
// schools is hundreds of megabytes, must have rows to show for it.
const (
	maxWorkbook = 64 << 20 // bytes of the file
	maxParts    = 1000
	maxRatio    = 100      // bytes out of one byte packed; what spreadsheets write has 5 to 30
	maxSlack    = 4 << 20  // bytes for which the ratio is not asked
	maxPart     = 64 << 20 // bytes of a part that is no sheet
	maxSheet    = 1 << 30  // bytes of a sheet
	maxBare     = 16 << 20 // bytes of a sheet beyond those of its filled rows
	maxRowBytes = 16 << 10 // bytes of a filled row
)

var (
	errTooLarge = errors.New("unpacked parts too large")
	errDoctype  = errors.New("document type declaration")
)

const resave = "用 Excel 或 WPS 打开，另存为新的 .xlsx"

// readWorkbook reads the schools from the first visible sheet of schools.xlsx,
// and the district's items from the one named for them. Sheets are read as a
// stream, straight from their parts, because only there a number, a text, a date and
// a formula can be told apart; text in numbers' clothing is how spreadsheets
// lose codes.
func readWorkbook(fsys fs.FS, name string, n *National, ps *balance.Problems, said *[]Text) ([]balance.School, []balance.Item) {
	data, ok := readFile(fsys, name, maxWorkbook, ps)
	if !ok {
		return nil, nil
	}
	at := balance.Place{File: name}
	switch {
	case strings.HasPrefix(data, oldOffice) && strings.Contains(data, wide("EncryptedPackage")):
		ps.Fault(at, "工作簿设了打开密码", "去掉密码，"+resave)
		return nil, nil
	case strings.HasPrefix(data, oldOffice):
		ps.Fault(at, "这是旧版 .xls 或 .et 工作簿，只是改了名字", resave)
		return nil, nil
	case strings.HasPrefix(strings.TrimLeft(data, "\ufeff \r\n\t"), "<"):
		ps.Fault(at, "这是网页或 XML 文件，只是名字叫 .xlsx（有的系统这样导出）", resave)
		return nil, nil
	}
	book, err := openWorkbook(data)
	if err == nil {
		var schools []balance.School
		var items []balance.Item
		if schools, items, err = book.read(name, n, ps, said); err == nil {
			return schools, items
		}
	}
	switch {
	case errors.Is(err, errTooLarge):
		ps.Fault(at, "解压后太大，而里面没有那么多学校", "删去表格下面带格式的空行、图片和无关的工作表，"+resave)
	case errors.Is(err, errDoctype):
		ps.Fault(at, "含有不该有的文档类型声明", resave)
	default:
		ps.Fault(at, "工作簿已损坏，或者不是 .xlsx", resave)
	}
	return nil, nil
}

// wide is how the old format writes a name: two bytes a letter.
func wide(name string) string {
	var b strings.Builder
	for i := range len(name) {
		b.WriteString(name[i:i+1] + "\x00")
	}
	return b.String()
}

// workbook is an opened file: its parts, sheets and shared strings.
type workbook struct {
	parts  map[string]*zip.File
	size   int // of the file
	sheets []sheetPart
	shared []string
	dates  []bool // by cell style: the number is shown as a date
}

type sheetPart struct {
	name   string
	part   string
	hidden bool
}

func openWorkbook(data string) (*workbook, error) {
	z, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	if len(z.File) > maxParts {
		return nil, errTooLarge
	}
	w := &workbook{parts: map[string]*zip.File{}, size: len(data)}
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

// read reads the sheets that are meant to be and says which were left out.
func (w *workbook) read(name string, n *National, ps *balance.Problems, texts *[]Text) ([]balance.School, []balance.Item, error) {
	var table, items *sheetPart
	names := map[string]bool{}
	for i, s := range w.sheets {
		at := balance.Place{File: name, Sheet: s.name}
		if names[strings.ToLower(s.name)] {
			ps.Fault(at, "有两张叫这个名字的工作表，后一张没有读", "改名或删去一张")
			continue
		}
		names[strings.ToLower(s.name)] = true
		switch {
		case s.hidden:
			ps.Notice(at, "工作表是隐藏的，没有读", "不用的删去，要用的取消隐藏")
		case has(n.itemSheets, s.name) && items == nil:
			items = &w.sheets[i]
		case has(n.noteSheets, s.name):
		case table == nil:
			table = &w.sheets[i]
		default:
			ps.Notice(at, "这一张工作表没有读", "学校都写在第一张工作表里，区县的数据项写在叫“"+n.itemSheets[0]+"”的表里")
		}
	}
	if table == nil {
		return nil, nil, errors.New("no visible sheet")
	}
	var said balance.Problems // worth nothing if a sheet turns out to be damaged
	var schools []balance.School
	err := w.stream(name, table, &said, func(g *sheetGrid) { schools = readTable(g, n, &said, texts) })
	var found []balance.Item
	if err == nil && items != nil {
		err = w.stream(name, items, &said, func(g *sheetGrid) { found = readItems(g, n, &said, texts) })
	}
	if err != nil {
		return nil, nil, err
	}
	*ps = append(*ps, said...)
	return schools, found, nil
}

// stream opens a sheet for read and goes on to its end: what stands after a
// table given up half-way, and the merged cells.
func (w *workbook) stream(name string, s *sheetPart, said *balance.Problems, read func(*sheetGrid)) error {
	r, err := w.open(s.part, maxSheet)
	if err != nil {
		return err
	}
	defer r.Close()
	ration := &counted{r, maxBare}
	g := &sheetGrid{book: w, file: name, sheet: s.name, ration: ration, dec: xml.NewDecoder(ration), ps: said}
	read(g)
	for g.err == nil {
		if _, more := g.next(); !more {
			break
		}
	}
	return g.err
}
