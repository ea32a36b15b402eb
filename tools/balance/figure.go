package balance

// Figure 数据 is one stated quantity and exactly where it is stated.
type Figure struct {
	ID         string     `json:"id"` // a2-p14-f3: article, paragraph, count; its anchor on the report page
	Source     Source     `json:"source"`
	Raw        string     `json:"raw"`                 // the numeral as written with 万/亿 or %, without hedge or unit
	RawStart   int        `json:"raw_start"`           // code points from the start of Source.Quote
	Value      float64    `json:"value"`               // 万 and 亿 expanded, money in 元, a percentage stays 2.8
	ValueMax   *float64   `json:"value_max,omitempty"` // upper end of a range
	Unit       string     `json:"unit,omitempty"`      // normalised: 人 所 平方米 元 %; empty for a coefficient
	Comparator Comparator `json:"comparator"`
	Approx     bool       `json:"approx"` // the text itself hedges an observed, planned or forecast figure
	Subject    string     `json:"subject,omitempty"`
	Stage      Stage      `json:"stage,omitempty"`
	Scope      string     `json:"scope,omitempty"` // 全区, 城区, or the name of a school
	Kind       Kind       `json:"kind"`
	Period     string     `json:"period,omitempty"`    // as written, redaction kept: 20__年秋季
	Indicator  string     `json:"indicator,omitempty"` // Indicator.ID; empty when none is sure
	Reviewed   bool       `json:"reviewed"`            // a person confirmed or corrected it; otherwise 机读待核
	Review     *Review    `json:"review,omitempty"`    // what that person decided; nil: nobody has
}

// Source 出处 is a place in a published document.
type Source struct {
	File      string   `json:"file"`
	Article   int      `json:"article"`             // from 1
	Section   []string `json:"section,omitempty"`   // headings, outermost first
	Paragraph int      `json:"paragraph,omitempty"` // from 1 within the article
	Start     int      `json:"start"`               // code points in the paragraph's cleaned text
	End       int      `json:"end"`                 // exclusive
	Quote     string   `json:"quote"`               // the words from Start to End, or the cell's text
	Table     int      `json:"table,omitempty"`     // from 1 within the article
	Row       int      `json:"row,omitempty"`       // from 1
	Column    int      `json:"column,omitempty"`    // from 1
}

// Comparator 比较 says how a stated number bounds the quantity. In official
// usage 以上, 以下, 不超过 and 以内 include the number itself.
type Comparator string

const (
	Eq     Comparator = "eq"
	Ge     Comparator = "ge"     // 以上 不低于 至少
	Gt     Comparator = "gt"     // 超过 余 多
	Le     Comparator = "le"     // 以下 不超过 以内
	Lt     Comparator = "lt"     // 低于 小于 不足
	Approx Comparator = "approx" // 约 近 左右
)

// Comparators lists every Comparator.
var Comparators = []Comparator{Eq, Ge, Gt, Le, Lt, Approx}

// Stage 学段.
type Stage string

const (
	StageNone      Stage = ""
	StagePreschool Stage = "学前"
	StagePrimary   Stage = "小学"
	StageJunior    Stage = "初中"
	StageBoth      Stage = "义务教育"
	StageNineYear  Stage = "九年一贯制"
	StageTwelve    Stage = "十二年一贯制"
	StageSenior    Stage = "高中"
	StageSpecial   Stage = "特殊教育"
)

// Stages lists every named Stage.
var Stages = []Stage{StagePreschool, StagePrimary, StageJunior, StageBoth, StageNineYear, StageTwelve, StageSenior, StageSpecial}

// Kind 性质 of a figure. Only Observed may become a present state.
type Kind string

const (
	Observed Kind = "observed" // 现状
	Limit    Kind = "standard" // 标准: a limit the text cites
	Target   Kind = "target"   // 目标
	Plan     Kind = "plan"     // 规划
	Forecast Kind = "forecast" // 预测
)

// Kinds lists every Kind.
var Kinds = []Kind{Observed, Limit, Target, Plan, Forecast}

// Statement 表述 is something a report says besides numbers.
type Statement struct {
	Kind      StatementKind `json:"kind"`
	Source    Source        `json:"source"`              // Quote is the whole sentence
	Text      string        `json:"text"`                // the short form shown in lists
	Indicator string        `json:"indicator,omitempty"` // what it touches
	Due       string        `json:"due,omitempty"`       // 时限 as written
}

// StatementKind 表述性质.
type StatementKind string

const (
	SaysProblem    StatementKind = "problem"    // 突出问题
	SaysMeasure    StatementKind = "measure"    // 措施
	SaysDocument   StatementKind = "document"   // 印发的文件
	SaysCommitment StatementKind = "commitment" // 承诺与打算
	SaysForecast   StatementKind = "forecast"   // 预测
)
