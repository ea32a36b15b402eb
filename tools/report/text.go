package report

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// readText reads plain text, and dumps of pages in which tags and entities
// show as text.
func readText(text string) (*page, error) {
	p := new(page)
	if showsTags(text) {
		// A line break of the dump ends a paragraph as <br> does.
		if !fits(text) {
			return nil, errNodes
		}
		p.blocks = inner(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "<br>"))
	} else {
		soft := false
		var columns []string // lines of the table being read
		for line := range strings.Lines(text) {
			if columnsOf(line) != nil {
				columns = append(columns, line)
				continue
			}
			p.addTable(columns)
			columns = nil
			t := fold(line)
			if t != "" {
				p.blocks = append(p.blocks, block{text: t, soft: soft, inset: line[0] == ' ' || line[0] == '\t' || inset([]byte(line))})
			}
			soft = t != ""
		}
		p.addTable(columns)
	}
	for _, b := range p.blocks {
		if b.table == nil && p.published == "" {
			readByline(p, b.text)
		}
	}
	return p, nil
}

// columnsOf splits a line of a table written with tabs or upright strokes; nil
// for any other line.
func columnsOf(line string) (row []written) {
	line = strings.TrimRight(line, "\r\n")
	sep := "\t"
	if strings.Count(line, "|") > strings.Count(line, "\t") {
		sep, line = "|", strings.Trim(line, "| ")
	}
	if strings.Count(line, sep) == 0 || strings.TrimSpace(line) == "" || strings.HasPrefix(line, "\t") || numbered(line) {
		return nil
	}
	for _, cell := range strings.Split(line, sep) {
		row = append(row, written{text: fold(cell), rows: 1, cols: 1})
	}
	return row
}

// addTable adds lines with columns as a table when all have as many,
// otherwise as lines of text.
func (p *page) addTable(lines []string) {
	var rows [][]written
	regular := true
	for _, line := range lines {
		if strings.Trim(line, "|-: \t\r\n") == "" {
			continue // the rule below the head of a table in marks
		}
		rows = append(rows, columnsOf(line))
		regular = regular && len(rows[len(rows)-1]) == len(rows[0])
	}
	if regular && len(rows) >= 2 && len(rows)*len(rows[0]) >= 6 {
		if t := rectangle("", rows); t != nil {
			p.blocks = append(p.blocks, block{table: t})
			return
		}
	}
	for _, line := range lines {
		p.blocks = append(p.blocks, block{text: fold(line)})
	}
}

// inset reports text that begins with the fixed or ideographic spaces of a new
// paragraph; plain spaces and line breaks at its head come from the source.
func inset(raw []byte) bool {
	raw = bytes.TrimLeft(raw, " \t\r\n")
	r, _ := utf8.DecodeRune(raw)
	return r == 0xA0 || r == 0x3000
}

// maxLine is the longest line of hard-wrapped text, in code points; longer
// lines are whole paragraphs.
const maxLine = 60

// join puts lines together again that a printer or an editor has broken: where
// a line stops after a comma, or stops full in a text whose lines are all short.
func join(in []block) []block {
	longest := 0 // as far as it matters
	for _, b := range in {
		if b.table == nil && longest <= maxLine {
			longest = max(longest, count(b.text))
		}
	}
	out := in[:0:0]
	for i := 0; i < len(in); {
		b := in[i]
		lines := []string{b.text}
		for i++; i < len(in) && b.table == nil && in[i].table == nil && in[i].soft && !in[i].inset && goesOn(in[i-1].text, in[i].text, longest); i++ {
			lines = append(lines, in[i].text)
			b.links += in[i].links
			b.rank = 0
		}
		if len(lines) > 1 {
			b.text = fold(strings.Join(lines, "\n"))
		}
		out = append(out, b)
	}
	return out
}

// goesOn reports whether the paragraph of which line is the last goes on in next.
func goesOn(line, next string, longest int) bool {
	if _, size := tierOf(next); size > 0 || endsSentence(line) {
		return false
	}
	if strings.HasSuffix(line, "，") || strings.HasSuffix(line, "、") || strings.HasSuffix(line, "（") || strings.HasSuffix(line, "《") || strings.HasSuffix(line, "“") {
		return count(line) >= 12
	}
	n := count(line)
	return longest <= maxLine && n >= 20 && n*8 >= longest*7
}
