package report

import "strings"

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
		for line := range strings.Lines(text) {
			if t := fold(line); t != "" {
				p.blocks = append(p.blocks, block{text: t})
			}
		}
	}
	for _, b := range p.blocks {
		if b.table == nil && p.published == "" {
			readByline(p, b.text)
		}
	}
	return p, nil
}
