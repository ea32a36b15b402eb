package record

import "junheng/tools/balance"

// National is what holds for every bureau: the files directly under data/.
type National struct {
	Divisions  []balance.Division
	Indicators []balance.Indicator
	Standards  []balance.Standard
	Columns    []Column
	Sources    map[string]string // source id → what it is, in words

	headers     map[string]int // folded header or alias → index into Columns
	units       []unitWord
	relations   []relation
	sums        []sum
	bands       []band
	capacities  []capacity
	refused     []refusedHeader
	ignored     []ignoredHeader
	totals      []string // how the name of a row of totals ends
	example     string   // stands for a code in the template's example row
	itemSheets  []string // names of the sheet with the district's items
	noteSheets  []string // names of sheets that only explain
	itemColumns []itemColumn
	footnotes   []string // how a row below the schools begins
	whole       []string // units of which there are only whole ones
}

// Division returns the division with this code.
func (n *National) Division(code string) (balance.Division, bool) {
	for _, d := range n.Divisions {
		if d.Code == code {
			return d, true
		}
	}
	return balance.Division{}, false
}

// Indicator returns the indicator with this id.
func (n *National) Indicator(id string) (balance.Indicator, bool) {
	for _, i := range n.Indicators {
		if i.ID == id {
			return i, true
		}
	}
	return balance.Indicator{}, false
}

// Standard returns the standard with this id.
func (n *National) Standard(id string) (balance.Standard, bool) {
	for _, s := range n.Standards {
		if s.ID == id {
			return s, true
		}
	}
	return balance.Standard{}, false
}

// Parts returns the columns that together make up a column, in the order of the
// form: the bands of classes by size. Empty where it is not made up of others.
func (n *National) Parts(whole string) []string {
	for _, s := range n.sums {
		if s.Whole == whole {
			return s.Parts
		}
	}
	return nil
}

// Column returns the column of the school table with this id.
func (n *National) Column(id string) (Column, bool) {
	for _, c := range n.Columns {
		if c.ID == id {
			return c, true
		}
	}
	return Column{}, false
}

// Column 栏 is one column of the school table (data/columns.toml).
type Column struct {
	ID       string            `toml:"id"`       // key of balance.School.Values for numbers
	Header   string            `toml:"header"`   // as the template prints it
	Aliases  []string          `toml:"aliases"`  // other headers in use
	Unit     string            `toml:"unit"`     // 人 平方米 元 …; a header in 万元 is read × 10,000
	Type     ColumnType        `toml:"type"`     //
	Choices  []string          `toml:"choices"`  // for type choice
	Same     map[string]string `toml:"same"`     // other words in use for a choice → the choice
	Stage    balance.Stage     `toml:"stage"`    // holds only for schools of this stage; 不适用 for the others
	Required bool              `toml:"required"` // the table must have it (with Stage: if any school has the stage)
	Note     string            `toml:"note"`     // for the template
}

// ColumnType says what may stand in a column.
type ColumnType string

const (
	TypeCode   ColumnType = "code"   // a school's 10-digit identification code
	TypeText   ColumnType = "text"   //
	TypeChoice ColumnType = "choice" // one of Choices
	TypeCount  ColumnType = "count"  // a whole number, not below 0
	TypeNumber ColumnType = "number" // a number, not below 0
)

var columnTypes = []ColumnType{TypeCode, TypeText, TypeChoice, TypeCount, TypeNumber}

// Numeric reports whether t holds numbers, which land in School.Values.
func (t ColumnType) Numeric() bool { return t == TypeCount || t == TypeNumber }

// Folder is one bureau's folder, data/districts/<code>.
type Folder struct {
	District balance.District
	Years    []Year // newest first
	Texts    []Text // what the bureau wrote in words, for package privacy to look through
}

// Text 文字 is one entry in words of a data file: a text or comment of a TOML
// file but for the bureau's own telephone and mail address, or a cell of the
// school table that has a digit or a colon in it.
type Text struct {
	Name  string // of the key or column, as messages call it
	Text  string
	Place balance.Place
}

// Year is what the bureau keeps for one 学年, named by its first calendar year.
type Year struct {
	Year    int
	Items   []balance.Item
	Schools []balance.School
	Reports []Sidecar
	Reviews []Review
	Answers []Answer

	Corrections []balance.Correction
}

// Sidecar 报告说明 is what <slug>.toml says of the published document beside it.
type Sidecar struct {
	Slug      string // file name without its ending: the report's address
	File      string // of the document, path inside data/
	Title     string
	Publisher string
	Level     balance.Level // of the publisher
	URL       string
	Published string // YYYY-MM-DD; empty if not known
	Retrieved string // YYYY-MM-DD
	SHA256    string // of the document's bytes, lower case hex
	Note      string
	Articles  []SidecarArticle
}

// SidecarArticle says for whom one article of the document speaks.
type SidecarArticle struct {
	Number    int // from 1
	Title     string
	SpeaksFor balance.SpeaksFor
	Place     balance.Place // of the entry in the sidecar
}

// SpeaksFor returns whose figures article number n holds; none if the sidecar
// does not say.
func (s Sidecar) SpeaksFor(n int) balance.SpeaksFor {
	for _, a := range s.Articles {
		if a.Number == n {
			return a.SpeaksFor
		}
	}
	return balance.SpeaksForNone
}

// Answer 答复 is what the bureau says about a check that did not hold.
type Answer struct {
	Report string // Sidecar.Slug
	Check  string // balance.Check.ID when it was written, for people; Expect decides
	Expect string // the formula the answer was written for; a changed one makes it stale
	Text   string
	Date   string // YYYY-MM-DD
	Place  balance.Place
}
