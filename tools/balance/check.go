package balance

// Check 核对 is a relation between stated figures, with its arithmetic. One
// that does not hold is 待说明, never 错误: the bureau may have a reason.
type Check struct {
	ID         string     `json:"id"` // c3, from 1 within the report
	Article    int        `json:"article"`
	Relation   Relation   `json:"relation"`
	Formula    string     `json:"formula"`  // 17 + 64 = 81; 2613 + 1411 ≠ 4264 when it does not hold
	Stated     float64    `json:"stated"`   // what the text says
	Computed   float64    `json:"computed"` // what its other figures give
	Difference float64    `json:"difference"`
	Tolerance  float64    `json:"tolerance"` // what the printed digits allow
	Holds      bool       `json:"holds"`
	Class      CheckClass `json:"class"`
	Text       string     `json:"text"`             // one fair sentence in Chinese
	Note       string     `json:"note,omitempty"`   // another reading that fits, or what may explain it
	Quotes     []string   `json:"quotes"`           // the words each number comes from
	Figures    []string   `json:"figures"`          // Figure.ID
	Inputs     []Input    `json:"inputs,omitempty"` // numbers from beside the text: a data file, another report
	Answer     string     `json:"answer,omitempty"` // the bureau's own, from answers.toml
}

// Relation 关系.
type Relation string

const (
	RelationSum    Relation = "sum"    // 分项与合计
	RelationShare  Relation = "share"  // 占比与基数
	RelationExcess Relation = "excess" // 超出上限之和
	RelationRepeat Relation = "repeat" // 同一数据前后不一
	RelationRange  Relation = "range"  // 取值范围
	RelationPaste  Relation = "paste"  // 文字重复
	RelationPart   Relation = "part"   // 部分不大于全体
	RelationRecord Relation = "record" // 报告与数据表
	RelationLimit  Relation = "limit"  // 与所引标准
	RelationCount  Relation = "count"  // 列举与个数
)

// CheckClass 核对性质: what a relation that fails means.
type CheckClass string

const (
	ClassConsistency  CheckClass = "consistency"  // figures contradict each other
	ClassCompliance   CheckClass = "compliance"   // a limit is missed; the data may be right
	ClassPlausibility CheckClass = "plausibility" // hard to believe
	ClassText         CheckClass = "text"         // wording, scope or redaction
)
