package report

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxLooks bounds the parts that say how a document looks.
const maxLooks = 4 << 20

// looks is what the styles and the automatic numbering of a document say of
// headings. A part that is missing or broken says nothing: the text stands all
// the same.
type looks struct {
	rank map[string]int    // style id → 1–6
	list map[string]string // style id → list/level
	mark map[string]bool   // list/level → counted, not a bullet
}

// mainPart finds the text of a document by the relation that names it; Word on
// the web calls it document2.xml.
func mainPart(parts map[string]*zip.File) *zip.File {
	name := "word/document.xml"
	eachStart(parts["_rels/.rels"], func(t xml.StartElement) {
		if t.Name.Local == "Relationship" && strings.HasSuffix(xmlAttr(t, "Type"), "/officeDocument") {
			name = strings.TrimPrefix(xmlAttr(t, "Target"), "/")
		}
	})
	if parts[name] == nil || !strings.HasPrefix(name, "word/") {
		return parts["word/document.xml"]
	}
	return parts[name]
}

func readLooks(parts map[string]*zip.File) looks {
	l := looks{map[string]int{}, map[string]string{}, map[string]bool{}}
	style, level := "", "0"
	eachStart(parts["word/styles.xml"], func(t xml.StartElement) {
		switch t.Name.Local {
		case "style":
			style, level = xmlAttr(t, "styleId"), "0"
		case "name":
			if r := styleRank(val(t)); r > 0 && strings.TrimLeft(val(t), "0123456789") != "" {
				l.rank[style] = r
			}
		case "outlineLvl":
			if n, err := strconv.Atoi(val(t)); err == nil && n >= 0 && n < 6 {
				l.rank[style] = n + 1
			}
		case "ilvl":
			level = val(t)
		case "numId":
			l.list[style] = val(t) + "/" + level
		}
	})
	abstract, id := "", ""
	counted := map[string]bool{} // abstract/level
	eachStart(parts["word/numbering.xml"], func(t xml.StartElement) {
		switch t.Name.Local {
		case "abstractNum":
			abstract = xmlAttr(t, "abstractNumId")
		case "lvl":
			level = xmlAttr(t, "ilvl")
		case "numFmt":
			counted[abstract+"/"+level] = val(t) != "bullet" && val(t) != "none"
		case "num":
			id = xmlAttr(t, "numId")
		case "abstractNumId":
			for n := range 9 {
				at := "/" + strconv.Itoa(n)
				l.mark[id+at] = counted[val(t)+at]
			}
		}
	})
	return l
}

// styled is the rank and numbering of a style.
func (l looks) styled(id string) (rank int, list string) {
	if rank = l.rank[id]; rank == 0 {
		rank = styleRank(id)
	}
	return rank, l.list[id]
}

// numbered is the rank of a paragraph that Word numbers by itself: a short one
// that ends in no stop is a heading.
func (l looks) numbered(list, text string) int {
	if !l.mark[list] || utf8.RuneCountInString(text) > 30 || strings.ContainsAny(text, "。；！？;") || strings.HasSuffix(text, "，") || strings.HasSuffix(text, "：") {
		return 0
	}
	level, _ := strconv.Atoi(list[strings.Index(list, "/")+1:])
	return min(level+1, 6)
}

// eachStart calls do for every element of a part, as far as it can be read.
func eachStart(part *zip.File, do func(t xml.StartElement)) {
	if part == nil || part.UncompressedSize64 > maxLooks {
		return
	}
	r, err := part.Open()
	if err != nil {
		return
	}
	defer r.Close()
	dec := xml.NewDecoder(io.LimitReader(r, maxLooks))
	for {
		tok, err := dec.Token()
		if err != nil {
			return
		}
		switch t := tok.(type) {
		case xml.Directive:
			return
		case xml.StartElement:
			do(t)
		}
	}
}

func xmlAttr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
