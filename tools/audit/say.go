package audit

import (
	"fmt"
	"math"
	"strconv"

	"junheng/tools/balance"
)

// figure prints a number as arithmetic is written, without noise of binary
// fractions.
func figure(v float64) string { return strconv.FormatFloat(round(v), 'f', -1, 64) }

// amount prints a number with its unit as Chinese text has it.
func amount(v float64, unit string) string {
	switch {
	case unit == "元" && math.Abs(v) >= 1e8:
		return figure(v/1e8) + "亿元"
	case unit == "元" && math.Abs(v) >= 1e4:
		return figure(v/1e4) + "万元"
	}
	return figure(v) + unit
}

// sayDifference says in one fair sentence how a stated number and a computed
// one stand to each other.
func sayDifference(stated, computed string, c balance.Check, unit string) string {
	if c.Holds {
		return fmt.Sprintf("%s与%s相符。", stated, computed)
	}
	gap := unit
	if unit == "%" {
		gap = "个百分点"
	}
	return fmt.Sprintf("%s，%s为%s，相差%s，待说明。", stated, computed, amount(c.Computed, unit), amount(math.Abs(c.Stated-c.Computed), gap))
}
