package record

import (
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// open gives a part's bytes, at most limit of them and no more than its packed
// size can honestly hold.
func (w *workbook) open(part string, limit int64) (*counted, error) {
	f := w.parts[strings.ToLower(part)]
	if f == nil {
		return nil, fs.ErrNotExist
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	packed := min(f.CompressedSize64, uint64(w.size)) // what it says may be a lie
	return &counted{r, min(limit, maxSlack+maxRatio*int64(packed))}, nil
}

type counted struct {
	io.ReadCloser
	left int64 // bytes that may still be read
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.ReadCloser.Read(p)
	if c.left -= int64(n); c.left < 0 {
		return 0, errTooLarge
	}
	return n, err
}

// decode reads a whole part into v.
func (w *workbook) decode(part string, v any) error {
	r, err := w.open(part, maxPart)
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
	r, err := w.open(part, maxPart)
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

// notFormat is what a number format prints as it stands or sets about the
// cell, and says nothing of dates: "日" in quotes, \d, [Red].
var notFormat = regexp.MustCompile(`"[^"]*"|\\.|\[[^\]]*\]`)

// readStyles finds which cell styles show a date or a time, by the number
// formats of ISO/IEC 29500-1, 18.8.30; 48 and 49 between them are science and text.
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
		code, _, _ := strings.Cut(strings.ToLower(notFormat.ReplaceAllString(f.Code, "")), ";")
		custom[f.ID] = strings.ContainsAny(code, "yd年月日") && !strings.Contains(code, "general")
	}
	for _, c := range doc.Cells {
		id := c.Format
		w.dates = append(w.dates, id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58 || custom[id])
	}
	return nil
}
