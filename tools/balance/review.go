package balance

// Review 核实 is what a clerk decided about a machine-read figure (review.toml).
// A corrected figure carries the clerk's values; what the machine read stays
// beside them.
type Review struct {
	Decision Decision `json:"decision"`
	Reason   string   `json:"reason,omitempty"` // given for every correction and rejection
	Date     string   `json:"date,omitempty"`   // YYYY-MM-DD
	Read     *Reading `json:"read,omitempty"`   // of a correction: what the machine had read
}

// Decision 核实结果.
type Decision string

const (
	Confirm Decision = "confirm" // 已核: read as the document says
	Correct Decision = "correct" // 更正: the document says something else than was read
	Reject  Decision = "reject"  // 剔除: no figure of this kind; enters no value, verdict or check
)

// Decisions lists every Decision.
var Decisions = []Decision{Confirm, Correct, Reject}

// Reading 机读 is what a numeral was taken for before a person looked at it.
type Reading struct {
	Value      float64    `json:"value"`
	ValueMax   *float64   `json:"value_max,omitempty"`
	Unit       string     `json:"unit,omitempty"`
	Comparator Comparator `json:"comparator"`
	Stage      Stage      `json:"stage,omitempty"`
	Scope      string     `json:"scope,omitempty"`
	Kind       Kind       `json:"kind"`
	Period     string     `json:"period,omitempty"`
	Indicator  string     `json:"indicator,omitempty"`
}

// Reading is what f is taken for now.
func (f *Figure) Reading() Reading {
	return Reading{f.Value, f.ValueMax, f.Unit, f.Comparator, f.Stage, f.Scope, f.Kind, f.Period, f.Indicator}
}

// Take makes r what f is taken for.
func (f *Figure) Take(r Reading) {
	f.Value, f.ValueMax, f.Unit, f.Comparator, f.Stage = r.Value, r.ValueMax, r.Unit, r.Comparator, r.Stage
	f.Scope, f.Kind, f.Period, f.Indicator = r.Scope, r.Kind, r.Period, r.Indicator
}

// Rejected reports whether a person found that f is no such figure.
func (f *Figure) Rejected() bool { return f.Review != nil && f.Review.Decision == Reject }

// State is the word that stands beside f wherever it is shown.
func (f *Figure) State() string {
	switch {
	case f.Review != nil && f.Review.Decision == Correct:
		return "更正"
	case f.Rejected():
		return "剔除"
	case f.Reviewed:
		return "已核"
	}
	return "机读待核"
}
