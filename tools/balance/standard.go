package balance

// Certainty 核实程度 says how sure we are of a fact about a standard.
type Certainty string

const (
	SureA Certainty = "A" // seen in an official text, form or statistics page
	SureB Certainty = "B" // seen in a secondary copy
	SureC Certainty = "C" // general knowledge, unverified
)

// Indicator 指标 is a quantity with a name. Its aliases are the words prose
// uses for it.
type Indicator struct {
	ID       string    `json:"id" toml:"id"`
	Name     string    `json:"name" toml:"name"`                 // 规范名称
	Short    string    `json:"short,omitempty" toml:"short"`     // 页面简称
	Meaning  string    `json:"meaning,omitempty" toml:"meaning"` // one sentence a parent understands
	Unit     string    `json:"unit" toml:"unit"`                 // empty for coefficients and judgements
	Decimals int       `json:"decimals" toml:"decimals"`         // as printed on pages
	Min      *float64  `json:"min,omitempty" toml:"min"`         // valid range, inclusive
	Max      *float64  `json:"max,omitempty" toml:"max"`         //
	Level    Level     `json:"level" toml:"level"`               // school or district
	Stages   []Stage   `json:"stages,omitempty" toml:"stages"`   // stages it is kept for; none: the district as a whole
	Theme    string    `json:"theme,omitempty" toml:"theme"`     // 资源配置 校际差异 班额校额 政府保障 教育质量 双减 …
	Aliases  []string  `json:"aliases,omitempty" toml:"aliases"` // how prose names it
	Formula  *Formula  `json:"formula,omitempty" toml:"formula"` // how it follows from school fields
	CVOf     string    `json:"cv_of,omitempty" toml:"cv_of"`     // the indicator whose spread among schools it is
	MeanOf   []string  `json:"mean_of,omitempty" toml:"mean_of"` // the coefficients whose plain mean it is
	Judged   bool      `json:"judged,omitempty" toml:"judged"`   // a judgement with evidence, no number
	Private  bool      `json:"private,omitempty" toml:"private"` // small counts of children: suppressed below the limit
	Source   []string  `json:"source,omitempty" toml:"source"`   // source ids
	Sure     Certainty `json:"sure,omitempty" toml:"sure"`
	Variants []Formula `json:"variants,omitempty" toml:"variant"` // other formulas in use, tried beside Formula
	Kind     Kind      `json:"kind,omitempty" toml:"kind"`        // standard: a limit that texts cite, rather than what is measured
}

// Formula 算法 derives a value: factor × (Σ plus − Σ minus) ÷ (per + Σ per_plus
// − Σ per_minus). A school's value comes from the fields of its row, a
// district's from the counts a summary item gives or from other items.
type Formula struct {
	Name     string            `json:"name,omitempty" toml:"name"`           // 口径, where there are several
	PerPlus  []string          `json:"per_plus,omitempty" toml:"per_plus"`   // added to the denominator
	PerMinus []string          `json:"per_minus,omitempty" toml:"per_minus"` // taken from the denominator
	Plus     []string          `json:"plus" toml:"plus"`                     // fields added
	Minus    []string          `json:"minus,omitempty" toml:"minus"`         // fields taken away
	Per      string            `json:"per" toml:"per"`                       // denominator, without its stage: pupils; empty for none
	Factor   float64           `json:"factor" toml:"factor"`                 // 1, or 100 for 每百名
	Split    Split             `json:"split" toml:"split"`
	Names    map[string]string `json:"names,omitempty" toml:"names"` // what the counts are called on paper
}

// Split 折算方式 says what the names in a Formula mean.
type Split string

const (
	SplitAsset Split = "asset" // fields of the whole school, shared between its stages by weighted pupils
	SplitStaff Split = "staff" // fields kept for each stage: teachers means teachers_primary, teachers_junior
	SplitWhole Split = "whole" // fields as named, for the school as one
	SplitItems Split = "items" // counts that a summary item gives with it, else other summary items
)

// Standard 标准 is one document's list of criteria, or a province's override
// of it.
type Standard struct {
	ID        string       `json:"id" toml:"id"`                   // quality-2017
	Name      string       `json:"name" toml:"name"`               // 义务教育优质均衡
	Short     string       `json:"short" toml:"short"`             // 优质均衡
	Document  string       `json:"document" toml:"document"`       // title of the document
	Number    string       `json:"number" toml:"number"`           // 文号
	Issued    string       `json:"issued" toml:"issued"`           // YYYY-MM-DD, or YYYY when the day is not known
	Effective Years        `json:"effective" toml:"effective"`     //
	Base      string       `json:"base,omitempty" toml:"base"`     // override: the standard it changes
	Region    string       `json:"region,omitempty" toml:"region"` // override: code prefix it holds for
	Meaning   string       `json:"meaning" toml:"meaning"`         // one sentence a parent understands
	Parts     []Part       `json:"parts" toml:"part"`
	Criteria  []Criterion  `json:"criteria" toml:"criterion"`
	Splits    []AssetSplit `json:"splits,omitempty" toml:"split"`
	Source    []string     `json:"source" toml:"source"`
	Sure      Certainty    `json:"sure" toml:"sure"`
}

// Years 适用年度, inclusive; 0 means open.
type Years struct {
	From int `json:"from,omitempty" toml:"from"`
	To   int `json:"to,omitempty" toml:"to"`
}

// Holds reports whether year lies in y.
func (y Years) Holds(year int) bool {
	return (y.From == 0 || year >= y.From) && (y.To == 0 || year <= y.To)
}

// Part 部分 is a group of criteria with the rule that joins them.
type Part struct {
	ID     string    `json:"id" toml:"id"`                 // resource cv government outcome satisfaction …
	Name   string    `json:"name" toml:"name"`             // 资源配置
	Rule   PartRule  `json:"rule" toml:"rule"`             //
	Pass   int       `json:"pass,omitempty" toml:"pass"`   // six-of-seven: how many must pass
	Floor  float64   `json:"floor,omitempty" toml:"floor"` // six-of-seven: share of its limit the rest must reach
	Text   string    `json:"text" toml:"text"`             // the rule in words
	Clause string    `json:"clause" toml:"clause"`
	Sure   Certainty `json:"sure" toml:"sure"`
	Scope  Scope     `json:"scope,omitempty" toml:"scope"`
}

// Scope 判定范围 says which schools a part leaves out.
type Scope struct {
	Exclude    []SchoolType `json:"exclude,omitempty" toml:"exclude"`
	PointBelow int          `json:"point_below,omitempty" toml:"point_below"` // 教学点 with fewer pupils than this
	Organisers []string     `json:"organisers,omitempty" toml:"organisers"`   // 举办者 that contain one of these words: 民办, 省
}

// PartRule 判定规则.
type PartRule string

const (
	RuleAll     PartRule = "all"     // every criterion must be met
	RuleSchools PartRule = "schools" // every school must meet Pass of them, the rest at least Floor of the limit
	RuleInfo    PartRule = "info"    // shown, not part of the verdict
	RuleVeto    PartRule = "veto"    // 一票否决: fails the standard where 未达标, otherwise not part of the verdict
)

// Criterion 评估标准 is one line of a standard.
type Criterion struct {
	ID           string      `json:"id" toml:"id"`                   // quality.r4
	Part         string      `json:"part" toml:"part"`               // Part.ID
	Order        int         `json:"order" toml:"order"`             // as numbered in the document
	Name         string      `json:"name" toml:"name"`               // official wording in short
	Plain        string      `json:"plain,omitempty" toml:"plain"`   // in words a parent uses
	Indicator    string      `json:"indicator" toml:"indicator"`     // Indicator.ID
	Level        Level       `json:"level" toml:"level"`             // school: judged per school; district
	Stages       []Stage     `json:"stages,omitempty" toml:"stages"` // judged once for each
	Limits       []Threshold `json:"limits,omitempty" toml:"limit"`  // none for judgements
	Unit         string      `json:"unit,omitempty" toml:"unit"`
	Tolerance    float64     `json:"tolerance,omitempty" toml:"tolerance"`
	Measured     string      `json:"measured" toml:"measured"`                   // 怎样测量
	Owner        string      `json:"owner,omitempty" toml:"owner"`               // who owes it when missing
	Transitional string      `json:"transitional,omitempty" toml:"transitional"` // 过渡口径
	Effective    Years       `json:"effective,omitempty" toml:"effective"`
	Clause       string      `json:"clause" toml:"clause"`
	ClauseSure   Certainty   `json:"clause_sure" toml:"clause_sure"`
	Sure         Certainty   `json:"sure" toml:"sure"`
	Source       []string    `json:"source,omitempty" toml:"source"`

	Item    string       `json:"item,omitempty" toml:"item"`       // 计数项: criteria of one item are counted once; empty: not counted
	Proxies []Proxy      `json:"proxies,omitempty" toml:"proxy"`   // other published numbers that decide it
	Relaxed []Relaxation `json:"relaxed,omitempty" toml:"relaxed"` // 过渡口径 as limits
}

// Proxy 替代数据 is another published number that decides a criterion: no class
// above 45, no school short of the floor area.
type Proxy struct {
	Indicator string     `json:"indicator" toml:"indicator"`
	Stage     Stage      `json:"stage,omitempty" toml:"stage"` // the stage it decides; empty: every stage
	Op        Comparator `json:"op" toml:"op"`
	Value     float64    `json:"value" toml:"value"`
	Text      string     `json:"text" toml:"text"`               // what its number counts: 个班超过45人
	Amount    string     `json:"amount,omitempty" toml:"amount"` // Indicator.ID of by how much in all
}

// Relaxation 过渡口径 makes a criterion easier for a time and on a condition:
// by easier Limits, or by what may be counted besides (Plus). It counts only
// where the bureau claims it for a school: the field Claim is 1, or there is
// some of Plus.
type Relaxation struct {
	When      string      `json:"when" toml:"when"` // the condition in words
	Claim     string      `json:"claim,omitempty" toml:"claim"`
	Plus      []string    `json:"plus,omitempty" toml:"plus"`             // school fields added to those of the indicator's formula, split alike
	PupilFrom int         `json:"pupil_from,omitempty" toml:"pupil_from"` // only for schools of so many pupils, inclusive
	PupilTo   int         `json:"pupil_to,omitempty" toml:"pupil_to"`     // 0: no upper end
	Limits    []Threshold `json:"limits,omitempty" toml:"limit"`          // none: the criterion's own
	Effective Years       `json:"effective,omitempty" toml:"effective"`
	Source    []string    `json:"source,omitempty" toml:"source"`
	Sure      Certainty   `json:"sure" toml:"sure"`
}

// Threshold 标准值 is a limit for one stage and type of school.
type Threshold struct {
	Stage Stage      `json:"stage,omitempty" toml:"stage"` // empty: every stage
	Type  SchoolType `json:"type,omitempty" toml:"type"`   // empty: every type
	Op    Comparator `json:"op" toml:"op"`                 // ge gt le lt eq: what a value must be to pass
	Value float64    `json:"value" toml:"value"`

	Over    []string `json:"over,omitempty" toml:"over"`         // school fields that count what lies beyond it: classes_over45_primary
	For     []string `json:"for,omitempty" toml:"for"`           // school fields: the limit is Value for each ForEach of their sum, begun ones too
	ForEach float64  `json:"for_each,omitempty" toml:"for_each"` // 12, for one room per 12 classes
}

// AssetSplit 共用资源折算 says how a school of several stages shares its rooms
// and grounds: by pupils times these weights.
type AssetSplit struct {
	Type    SchoolType `json:"type" toml:"type"`
	Primary float64    `json:"primary,omitempty" toml:"primary"`
	Junior  float64    `json:"junior,omitempty" toml:"junior"`
	Senior  float64    `json:"senior,omitempty" toml:"senior"`
}
