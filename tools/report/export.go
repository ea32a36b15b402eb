package report

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// record is one entry of an export: its named values in the order written.
type record []field

type field struct{ name, value string }

// minProse is how many Han characters make a value prose.
const minProse = 40

// minSentence is how many a sentence has that stands under a name for content.
const minSentence = 6

// maxDepth bounds the nesting of a JSON export.
const maxDepth = 64

// readJSON reads an export whose values hold prose: one object, an array of
// them at any depth, or one object a line.
func readJSON(text string) (*page, error) {
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	var records []record
	for {
		err := values(dec, 0, &records)
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("第 %d 个字节处不是有效的 JSON（%v）。请重新导出，或把正文存为 .txt 后提交", dec.InputOffset(), err)
		}
	}
	return readRecords(records)
}

// values reads one JSON value and adds every object with prose to out.
func values(dec *json.Decoder, depth int, out *[]record) error {
	if depth > maxDepth {
		return errors.New("嵌套过深")
	}
	tok, err := dec.Token()
	if err != nil {
		return err
	}
	switch tok {
	case json.Delim('['):
		for dec.More() {
			if err := values(dec, depth+1, out); err != nil {
				return unexpected(err)
			}
		}
		_, err = dec.Token()
	case json.Delim('{'):
		var r record
		at := len(*out)
		for dec.More() {
			name, err := dec.Token()
			if err != nil {
				return unexpected(err)
			}
			var v json.RawMessage
			if err := dec.Decode(&v); err != nil {
				return unexpected(err)
			}
			var s string
			var lines []string
			if json.Unmarshal(v, &s) == nil {
				r = append(r, field{fmt.Sprint(name), s})
			} else if json.Unmarshal(v, &lines) == nil && len(lines) > 0 { // its paragraphs
				r = append(r, field{fmt.Sprint(name), strings.Join(lines, "\n")})
			} else if len(v) > 0 && (v[0] == '{' || v[0] == '[') {
				if err := values(json.NewDecoder(strings.NewReader(string(v))), depth+1, out); err != nil {
					return unexpected(err)
				}
			}
		}
		if r.prose() != "" {
			*out = append(*out, nil)
			copy((*out)[at+1:], (*out)[at:])
			(*out)[at] = r
		}
		_, err = dec.Token()
	default:
		if s, ok := tok.(string); ok && prose(s) {
			*out = append(*out, record{{"content", s}})
		}
	}
	return unexpected(err)
}

// unexpected keeps an end inside a value from passing for the end of input.
func unexpected(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// readCSV reads an export with a column of prose, or else one table.
func readCSV(text string) (*page, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	head, _, _ := strings.Cut(text, "\n")
	for _, sep := range "\t;" {
		if strings.Count(head, string(sep)) > strings.Count(head, string(r.Comma)) {
			r.Comma = sep
		}
	}
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("不是有效的 CSV（%v）。请在 Excel 中另存为“CSV UTF-8”后重新提交", err)
	}
	var records []record
	for i, row := range rows {
		if i == 0 {
			continue
		}
		var rec record
		for c, v := range row {
			name := ""
			if c < len(rows[0]) {
				name = rows[0][c]
			}
			rec = append(rec, field{name, v})
		}
		if rec.prose() != "" {
			records = append(records, rec)
		}
	}
	if len(records) > 0 && len(records)*2 >= len(rows)-1 {
		return readRecords(records)
	}
	grid := make([][]written, len(rows))
	for i, row := range rows {
		for _, v := range row {
			grid[i] = append(grid[i], written{text: fold(v), rows: 1, cols: 1})
		}
	}
	t := rectangle("", grid)
	if t == nil {
		return nil, errors.New("CSV 里没有成段的文字，也不是两行两列以上的表。请检查导出的内容")
	}
	return &page{blocks: []block{{table: t}}}, nil
}

func prose(s string) bool { return han(s, minProse) }

// sentence reports whether a value under a name for content is one, however
// short.
func sentence(s string) bool { return han(s, minSentence) && strings.ContainsAny(s, "。；，！") }

// han reports whether s has at least least Han characters.
func han(s string, least int) bool {
	n := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if isHan(r) {
			if n++; n >= least {
				return true
			}
		}
		i += size
	}
	return false
}

// prose returns the text of a record: the value under a known name, or the
// longest that is prose.
func (r record) prose() (text string) {
	said := r.said()
	for _, name := range words.Meta.Content {
		if prose(said[name]) {
			return said[name]
		}
	}
	for _, f := range r {
		if prose(f.value) && len(f.value) > len(text) {
			text = f.value
		}
	}
	for _, name := range words.Meta.Content {
		if text == "" && sentence(said[name]) {
			text = said[name]
		}
	}
	return text
}

// said maps the names of a record, folded, to their values.
func (r record) said() map[string]string {
	m := map[string]string{}
	for _, f := range r {
		if k := lower(f.name); m[k] == "" {
			m[k] = f.value
		}
	}
	return m
}

// readRecords makes one article of each record.
func readRecords(records []record) (*page, error) {
	if len(records) == 0 {
		return nil, errors.New("文件里没有成段的文字。请确认导出时包含正文一栏")
	}
	whole := new(page)
	for i, r := range records {
		one := new(page)
		fillMeta(one, r.said())
		body := r.prose()
		read := readText
		if isPage(body) {
			read = readPage
		}
		p, err := read(body)
		if err != nil {
			return nil, err
		}
		if len(records) == 1 {
			one.blocks = p.blocks
			return one, nil
		}
		if one.title == "" {
			one.title = p.title
		}
		if i == 0 {
			*whole = page{title: one.title, publisher: one.publisher, published: one.published, url: one.url, split: true}
		}
		whole.blocks = append(whole.blocks, block{text: fold(one.title), rank: 1, start: true})
		whole.blocks = append(whole.blocks, p.blocks...)
	}
	return whole, nil
}
