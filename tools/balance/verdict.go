package balance

// Outcome 结论.
type Outcome string

const (
	Met           Outcome = "达标"
	NotMet        Outcome = "未达标"
	MetTransition Outcome = "按过渡口径达标"
	Undecidable   Outcome = "无法判定" // inputs missing or not computable, named in Verdict.Missing
	NotPublished  Outcome = "未公布"
	OutOfScope    Outcome = "不适用"
)

// Outcomes lists every Outcome.
var Outcomes = []Outcome{Met, NotMet, MetTransition, Undecidable, NotPublished, OutOfScope}

// Basis 依据.
type Basis string

const (
	Stated     Basis = "自报" // the bureau's own figure
	Recomputed Basis = "推算" // computed here from the bureau's rows
)

// Verdict 结论 holds a value against a criterion, or a school, a part or a
// whole standard against its rule.
//
// Criterion empty: the verdict on a part (Part set), on a school (School set)
// or on the standard as a whole (neither set).
type Verdict struct {
	Standard  string     `json:"standard"`
	Part      string     `json:"part,omitempty"`
	Criterion string     `json:"criterion,omitempty"`
	School    string     `json:"school,omitempty"` // School.Code
	Stage     Stage      `json:"stage,omitempty"`
	Outcome   Outcome    `json:"verdict"`
	Basis     Basis      `json:"basis,omitempty"`
	Reviewed  bool       `json:"reviewed"` // false when it rests on a figure that is 机读待核
	Value     *float64   `json:"value,omitempty"`
	Unit      string     `json:"unit,omitempty"`
	Measure   string     `json:"measure,omitempty"` // what the value counts, where another number decides: 2.8%的学校达到
	Threshold *Threshold `json:"threshold,omitempty"`
	Gap       *Gap       `json:"gap,omitempty"`
	Working   *Working   `json:"working,omitempty"`
	Missing   []Lack     `json:"missing,omitempty"`
	Note      string     `json:"note,omitempty"`   // e.g. rounding would flip it
	Figure    string     `json:"figure,omitempty"` // slug#figure id, for a stated value read from a report
}

// Gap 差距 is the distance to the limit in natural units: positive when the
// value is on the good side of it.
type Gap struct {
	Value float64 `json:"value"`
	Unit  string  `json:"unit,omitempty"`
	Text  string  `json:"text"` // 差0.6平方米/生; 还差3人; 多出5221人
}

// Working 演算 lets a reader repeat a verdict by hand.
type Working struct {
	Rule      string   `json:"rule"`
	Clause    string   `json:"clause"`
	Threshold string   `json:"threshold"` // in words and signs: 小学 ≥ 4.5 平方米/生
	Inputs    []Input  `json:"inputs"`
	Steps     []string `json:"steps"` // the arithmetic with the numbers filled in
	Result    string   `json:"result"`
}

// Input 输入 is one number a working starts from.
type Input struct {
	Name   string  `json:"name"`
	Value  float64 `json:"value"`
	Unit   string  `json:"unit,omitempty"`
	Place  *Place  `json:"place,omitempty"`  // in a bureau's table
	Figure string  `json:"figure,omitempty"` // or in a report: slug#figure id
	Count  int     `json:"count,omitempty"`  // how many rows it sums; 0 for one
}

// Lack 缺项 names one input that is not there, why, and who owes it.
type Lack struct {
	What   string  `json:"what"`
	Reason Missing `json:"reason,omitempty"` // empty: 未公布
	Owner  string  `json:"owner,omitempty"`
}
