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
		for line := range strings.Lines(text) {
			t := fold(line)
			if t != "" {
				p.blocks = append(p.blocks, block{text: t, soft: soft, inset: line[0] == ' ' || line[0] == '\t' || inset([]byte(line))})
			}
			soft = t != ""
		}
	}
	for _, b := range p.blocks {
		if b.table == nil && p.published == "" {
			readByline(p, b.text)
		}
	}
	return p, nil
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
	longest := 0
	for _, b := range in {
		if b.table == nil {
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
