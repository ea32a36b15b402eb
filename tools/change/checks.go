package change

import (
	"fmt"

	"junheng/tools/balance"
	"junheng/tools/district"
)

// Check 核对 is a relation between figures that began or ceased to be 待说明, or
// that the bureau answered.
type Check struct {
	Year    int       `json:"year"`
	Place   string    `json:"place"` // report slug
	Called  string    `json:"called"`
	Formula string    `json:"formula"`       // 2613 + 1411 ≠ 4264
	Old     Unsettled `json:"old,omitempty"` // empty: it held, or was not there
	New     Unsettled `json:"new,omitempty"`
}

// Unsettled is how a relation that does not hold stands.
type Unsettled string

const (
	Open     Unsettled = "待说明"
	Answered Unsettled = "已答复"
)

// checks compares the relations of a report that do not hold, told apart by
// their arithmetic: one whose numbers were mended is gone.
func (c *comparison) checks(year int, old, new *district.Report) {
	before, after := unsettled(old.Checks), unsettled(new.Checks)
	for _, formula := range both(before, after) {
		if before[formula] != after[formula] {
			c.Checks = append(c.Checks, Check{year, new.Slug, new.Title, formula, before[formula], after[formula]})
		}
	}
}

func unsettled(list []balance.Check) map[string]Unsettled {
	m := map[string]Unsettled{}
	for _, c := range list {
		if !c.Holds && c.Answer == "" {
			m[c.Formula] = Open
		} else if !c.Holds {
			m[c.Formula] = Answered
		}
	}
	return m
}

func (c Check) line() string {
	word := func(s Unsettled) string {
		if s == "" {
			return "（无）"
		}
		return string(s)
	}
	return fmt.Sprintf("核对 %d学年 报告《%s》 %s：%s → %s", c.Year, c.Called, c.Formula, word(c.Old), word(c.New))
}
