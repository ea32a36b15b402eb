package balance

// Report 总结/公报 is one published document: its original bytes, what its
// sidecar says of it, and what was read out of it.
type Report struct {
	Slug      string    `json:"slug"`                // file name without its ending: the report's address
	File      string    `json:"file"`                // path inside data/, as Problems name it
	Title     string    `json:"title"`               //
	Publisher string    `json:"publisher,omitempty"` // 发布单位
	Level     Level     `json:"level,omitempty"`     // of the publisher
	URL       string    `json:"url,omitempty"`       // where it was published
	Published string    `json:"published,omitempty"` // 发布日期, YYYY-MM-DD
	Retrieved string    `json:"retrieved,omitempty"` // 存档日期, YYYY-MM-DD
	SHA256    string    `json:"sha256"`              // of the original bytes
	Size      int       `json:"size"`                // original bytes
	Encoding  string    `json:"encoding"`            // as decided: utf-8, gb18030, …
	Decided   string    `json:"decided"`             // why that encoding: bom, valid utf-8, …
	Announced int       `json:"announced,omitempty"` // how many articles the collection's title promises; 0 if it does not say
	Articles  []Article `json:"articles"`
}

// Article 篇 is one text by one author. A page that collects several
// (【第一篇】…) has several; they may speak for different bodies.
type Article struct {
	Number     int         `json:"number"` // from 1 within the report
	Title      string      `json:"title"`
	Level      Level       `json:"level,omitempty"` // guessed from 我市 我区 我乡 我校
	SpeaksFor  SpeaksFor   `json:"speaks_for"`      // from the sidecar
	Truncated  bool        `json:"truncated"`       // 原文不完整
	Evidence   string      `json:"evidence,omitempty"`
	Sections   []Section   `json:"sections"`
	Paragraphs []Paragraph `json:"paragraphs"`
}

// SpeaksFor 代表 says whose figures an article holds. Only an article that
// speaks for the district feeds the district's values, verdicts and checks.
type SpeaksFor string

const (
	SpeaksForDistrict SpeaksFor = "district" // 本区县
	SpeaksForTownship SpeaksFor = "township" // 乡镇
	SpeaksForSchool   SpeaksFor = "school"   // 学校
	SpeaksForNone     SpeaksFor = "none"     // 与本区县无关, or not yet decided
)

// SpeaksFors lists every SpeaksFor.
var SpeaksFors = []SpeaksFor{SpeaksForDistrict, SpeaksForTownship, SpeaksForSchool, SpeaksForNone}

// SectionClass 段落性质 is the part a section plays in an official summary.
type SectionClass string

const (
	ClassOverview SectionClass = "概况"
	ClassMeasures SectionClass = "措施成效"
	ClassProblems SectionClass = "问题困难"
	ClassNext     SectionClass = "下一步打算"
)

// Section 章节 is one heading and what stands under it. Section 0 of every
// article is the text before its first heading (heading empty, level 0).
type Section struct {
	Heading  string       `json:"heading"`            // whole, with its number: （一）加大投入
	Level    int          `json:"level"`              // 一、=1 （一）=2 1、=3 （1）=4; 0 for the opening
	Parent   int          `json:"parent"`             // index of the section it stands in; 0 for the top
	Class    SectionClass `json:"class"`              //
	First    int          `json:"first"`              // number of its first paragraph, the heading's own
	RunIn    bool         `json:"run_in,omitempty"`   // heading and text share one paragraph
	Standard bool         `json:"standard,omitempty"` // the heading states a criterion: 评估内容与标准之三
}

// Paragraph 段 is one block of an article in reading order: text or a table.
type Paragraph struct {
	Number  int    `json:"number"`            // from 1 within the article
	Section int    `json:"section"`           // index into Article.Sections
	Heading int    `json:"heading,omitempty"` // code points at its start that are the section's heading; 0 for none
	Text    string `json:"text,omitempty"`    // cleaned: no tags, entities resolved, white space folded
	Table   *Table `json:"table,omitempty"`
}

// Table 表 is a rectangle: merged cells are written out, each naming the cell
// it repeats.
type Table struct {
	Number  int      `json:"number"` // from 1 within the article
	Caption string   `json:"caption,omitempty"`
	Rows    [][]Cell `json:"rows"` // every row of the same length
}

// Cell 单元格 is one place of a Table.
type Cell struct {
	Text   string   `json:"text"`
	Header bool     `json:"header,omitempty"` // names others rather than holding a value
	Path   []string `json:"path,omitempty"`   // the headers that name it, outermost first, columns before rows
	Of     [2]int   `json:"of"`               // row and column (from 1) of the written cell; itself unless merged
}
