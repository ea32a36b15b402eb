package record

import (
	"io/fs"
	"strings"

	"junheng/tools/balance"
)

// unitWord is another way to write a unit, or a multiple of one.
type unitWord struct {
	Word   string  `toml:"word" need:"\"万元\""`
	Of     string  `toml:"of" need:"\"元\""`
	Factor float64 `toml:"factor" need:"10000"`
}

// itemColumn is a column of the sheet with the district's items.
type itemColumn struct {
	ID      string   `toml:"id" need:"\"…\""`
	Header  string   `toml:"header" need:"\"…\""`
	Aliases []string `toml:"aliases"`
	Note    string   `toml:"note"`
}

// relation says that within a row the part cannot be larger than the whole.
type relation struct {
	Part   string `toml:"part" need:"\"…\""`
	Whole  string `toml:"whole" need:"\"…\""`
	Text   string `toml:"text" need:"\"…\""`
	Notice bool   `toml:"notice"` // unusual rather than impossible
}

// sum says that within a row the parts make up the whole.
type sum struct {
	Whole string   `toml:"whole" need:"\"…\""`
	Parts []string `toml:"parts" need:"[\"…\"]"`
	Text  string   `toml:"text" need:"\"…\""`
}

// band ties a count of classes above a limit to the largest class.
type band struct {
	Classes string  `toml:"classes" need:"\"…\""`
	Largest string  `toml:"largest" need:"\"…\""`
	Limit   float64 `toml:"limit" need:"45"`
}

// capacity says that count groups of at most most hold total.
type capacity struct {
	Total string `toml:"total" need:"\"…\""`
	Count string `toml:"count" need:"\"…\""`
	Most  string `toml:"most" need:"\"…\""`
}

// refusedHeader names headers that no data file may have.
type refusedHeader struct {
	Words []string `toml:"words" need:"[\"…\"]"`
	Why   string   `toml:"why" need:"\"…\""`
}

// ignoredHeader names headers that tables have and nothing is read from.
type ignoredHeader struct {
	Header string `toml:"header" need:"\"备注\""`
}

func readColumns(fsys fs.FS, n *National, ps *balance.Problems) {
	var doc struct {
		Example   string          `toml:"example" need:"\"示例\""`
		Sheets    []string        `toml:"item_sheets"`
		Notes     []string        `toml:"notes"`
		Items     []itemColumn    `toml:"item_column"`
		Whole     []string        `toml:"whole"`
		Totals    []string        `toml:"totals"`
		Footnotes []string        `toml:"footnotes"`
		Columns   []Column        `toml:"column"`
		Units     []unitWord      `toml:"unit"`
		Relations []relation      `toml:"relation"`
		Sums      []sum           `toml:"sum"`
		Bands     []band          `toml:"band"`
		Capacity  []capacity      `toml:"capacity"`
		Refused   []refusedHeader `toml:"refused"`
		Ignored   []ignoredHeader `toml:"ignored"`
	}
	f := load(fsys, "columns.toml", &doc, ps)
	if f == nil {
		return
	}
	ids, headers := unique{file: f, what: "栏", ps: ps}, unique{file: f, what: "表头", ps: ps}
	for i, c := range doc.Columns {
		e := f.root.get("column").item(i)
		if !identifier(c.ID) || c.Header == "" {
			ps.Fault(f.place(e), "这一栏的 id 或 header 不合写法", "id 只用小写字母、数字和下划线，header 写表头")
			continue
		}
		oneOf(f, e, "type", c.Type, columnTypes, ps)
		oneOf(f, e, "stage", c.Stage, balance.Stages, ps)
		for _, word := range sortedKeys(c.Same) {
			if !has(c.Choices, c.Same[word]) {
				ps.Fault(f.at(e, "same"), "“"+snippet(word)+"”等于“"+snippet(c.Same[word])+"”，而 choices 里没有它", "改成 choices 里的一个")
			}
		}
		if !ids.add(c.ID, e, "id") {
			continue
		}
		for _, h := range append([]string{c.Header}, c.Aliases...) {
			if headers.add(fold(h), e, "header") {
				n.headers[fold(h)] = len(n.Columns)
			}
		}
		n.Columns = append(n.Columns, c)
	}
	n.units, n.relations, n.bands, n.capacities, n.refused, n.ignored = doc.Units, doc.Relations, doc.Bands, doc.Capacity, doc.Refused, doc.Ignored
	n.sums, n.example, n.itemSheets, n.noteSheets, n.itemColumns = doc.Sums, doc.Example, doc.Sheets, doc.Notes, doc.Items
	n.totals, n.footnotes, n.whole = doc.Totals, doc.Footnotes, doc.Whole
	exists := func(list string, i int, key, id string) {
		if _, ok := n.Column(id); !ok {
			ps.Fault(f.valueAt(f.root.get(list).item(i), key), "没有叫“"+snippet(id)+"”的栏", didYouMean(id, n.columnIDs(), "先写这一栏"))
		}
	}
	for i, r := range n.relations {
		exists("relation", i, "part", r.Part)
		exists("relation", i, "whole", r.Whole)
	}
	for i, s := range n.sums {
		exists("sum", i, "whole", s.Whole)
		for _, part := range s.Parts {
			exists("sum", i, "parts", part)
		}
	}
	for i, b := range n.bands {
		exists("band", i, "classes", b.Classes)
		exists("band", i, "largest", b.Largest)
	}
	for i, c := range n.capacities {
		exists("capacity", i, "total", c.Total)
		exists("capacity", i, "count", c.Count)
		exists("capacity", i, "most", c.Most)
	}
}

// factor returns what a number in unit word must be multiplied by to be in
// unit, and whether it can.
func (n *National) factor(word, unit string) (float64, bool) {
	if word == unit || fold(word) == fold(unit) {
		return 1, true
	}
	for _, u := range n.units {
		if fold(u.Word) == fold(word) && u.Of == unit {
			return u.Factor, true
		}
	}
	return 0, false
}

// heading finds the column that a header names, and the factor to its unit.
// wrong is the unit in the header's brackets when the column cannot take it.
func (n *National) heading(header string) (c Column, factor float64, wrong string, ok bool) {
	h := fold(header)
	if c, ok := n.headed(h); ok {
		return c, 1, "", true
	}
	open := strings.LastIndexByte(h, '(')
	if open <= 0 || !strings.HasSuffix(h, ")") {
		return Column{}, 0, "", false
	}
	if c, ok = n.headed(h[:open]); !ok {
		return Column{}, 0, "", false
	}
	unit := h[open+1 : len(h)-1]
	if factor, ok := n.factor(unit, c.Unit); ok {
		return c, factor, "", true
	}
	return c, 1, unit, true
}

func (n *National) headed(folded string) (Column, bool) {
	i, ok := n.headers[folded]
	if !ok {
		return Column{}, false
	}
	return n.Columns[i], true
}
