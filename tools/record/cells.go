package record

import (
	"encoding/xml"
	"io"
	"strconv"
)

// xmlCell is a <c> element.
type xmlCell struct {
	ref, typ, value, inline string
	style                   int
	formula                 bool
}

// token returns the next tag or text. Tokens are taken raw, because a sheet of
// a large table has tens of millions; that tags close is counted here.
func (g *sheetGrid) token() (xml.Token, bool) {
	t, err := g.dec.RawToken()
	switch t.(type) {
	case xml.StartElement:
		g.depth++
	case xml.EndElement:
		g.depth--
	case xml.Directive:
		err = errDoctype
	case nil:
		if err == io.EOF && g.depth == 0 {
			return nil, false
		}
	}
	if err == io.EOF || g.depth < 0 {
		err = io.ErrUnexpectedEOF
	}
	g.err = err
	return t, err == nil
}

// readCell reads a <c> element; of a rich text without its phonetic guides.
func (g *sheetGrid) readCell(start xml.StartElement) bool {
	g.at = xmlCell{}
	for _, a := range start.Attr {
		switch a.Name.Local {
		case "r":
			g.at.ref = a.Value
		case "t":
			g.at.typ = a.Value
		case "s":
			g.at.style, _ = strconv.Atoi(a.Value)
		}
	}
	var to *string // where text goes
	guide := false
	for {
		t, more := g.token()
		if !more {
			return false
		}
		switch e := t.(type) {
		case xml.CharData:
			if to != nil {
				*to += string(e)
			}
		case xml.StartElement:
			switch e.Name.Local {
			case "v":
				to = &g.at.value
			case "f":
				g.at.formula = true
			case "rPh":
				guide = true
			case "t":
				if !guide {
					to = &g.at.inline
				}
			}
		case xml.EndElement:
			to = nil
			switch e.Name.Local {
			case "rPh":
				guide = false
			case "c":
				return true
			}
		}
	}
}

// cellName is the name of a cell: 2, 7 → B7.
func cellName(column, row int) string { return columnName(column) + strconv.Itoa(row) }

// columnName is what a spreadsheet calls a column: 2 → B.
func columnName(column int) string {
	var letters []byte
	for ; column > 0; column = (column - 1) / 26 {
		letters = append([]byte{byte('A' + (column-1)%26)}, letters...)
	}
	return string(letters)
}
