package balance

// Missing 缺值 is the reason why there is no number. It is never blank and
// never zero.
type Missing string

const (
	NotMissing    Missing = ""
	NotReported   Missing = "未填报"  // the bureau was asked and left it out
	NotApplicable Missing = "不适用"  // the question does not arise here
	Suppressed    Missing = "保密"   // withheld to protect persons
	NotComputable Missing = "无法计算" // inputs exist but do not give a number
)

// Missings lists every reason.
var Missings = []Missing{NotReported, NotApplicable, Suppressed, NotComputable}

// Place 位置 is where in a bureau's files something stands.
type Place struct {
	File   string `json:"file"`             // path inside data/
	Line   int    `json:"line,omitempty"`   // from 1; 0 when a sheet and cell are given
	Column int    `json:"column,omitempty"` // from 1, in characters
	Sheet  string `json:"sheet,omitempty"`
	Cell   string `json:"cell,omitempty"` // B7
}

// Datum 值 is one entry of a bureau's table: a number or the reason why not.
// The zero Datum is a number 0; one that is absent (see Entry) means 未公布: the
// bureau's table has no such column.
type Datum struct {
	Value   float64 `json:"value"`
	Missing Missing `json:"missing,omitempty"`
	Place   Place   `json:"place"`
}

// Known reports whether d holds a number.
func (d Datum) Known() bool { return d.Missing == NotMissing }

// SchoolType 办学类型.
type SchoolType string

const (
	Primary      SchoolType = "小学"
	TeachingSite SchoolType = "教学点"
	Junior       SchoolType = "初中"
	NineYear     SchoolType = "九年一贯制学校"
	Complete     SchoolType = "完全中学"
	TwelveYear   SchoolType = "十二年一贯制学校"
	Senior       SchoolType = "普通高中"
	SpecialNeeds SchoolType = "特殊教育学校"
	Vocational   SchoolType = "职业学校"
)

// SchoolTypes lists every SchoolType.
var SchoolTypes = []SchoolType{Primary, TeachingSite, Junior, NineYear, Complete, TwelveYear, Senior, SpecialNeeds, Vocational}

// Stages says which stages of compulsory education a school of type t holds;
// not to be changed.
func (t SchoolType) Stages() []Stage {
	switch t {
	case Primary, TeachingSite:
		return bothStages[:1:1]
	case Junior, Complete:
		return bothStages[1:]
	case NineYear, TwelveYear:
		return bothStages
	}
	return nil
}

var bothStages = []Stage{StagePrimary, StageJunior}

// School 学校 is one row of schools.csv. Values are keyed by field: the ids of
// data/columns.toml (pupils_primary, area_teaching …).
type School struct {
	Code        string     `json:"code"` // 学校（机构）标识码, 10 digits
	Name        string     `json:"name"`
	Former      []string   `json:"former,omitempty"`       // 曾用名
	FormerCodes []string   `json:"former_codes,omitempty"` // 原标识码 of a year ago: of this school under another code, of those merged into it, of the one it was split from
	Type        SchoolType `json:"type"`                   //
	Organiser   string     `json:"organiser,omitempty"`    // 举办者
	Setting     string     `json:"setting,omitempty"`      // 城乡分类: 城区 镇区 乡村
	Township    string     `json:"township,omitempty"`     // 所在乡镇（街道）
	Place       Place      `json:"place"`
	Values      Values     `json:"values"`
}

// Item 区县数据项 is one entry of summary.toml: a number for the whole
// district, or a judgement with its evidence.
type Item struct {
	Indicator string         `json:"indicator"`          // Indicator.ID
	Stage     Stage          `json:"stage,omitempty"`    //
	Datum     Datum          `json:"datum"`              // for numbers
	Judged    Outcome        `json:"judged,omitempty"`   // for judgements: 达标 or 未达标, as the bureau says
	Unit      string         `json:"unit,omitempty"`     //
	Period    string         `json:"period,omitempty"`   //
	Evidence  string         `json:"evidence,omitempty"` // 佐证材料
	Inputs    map[string]int `json:"inputs,omitempty"`   // the counts a share was made from, by name
}
