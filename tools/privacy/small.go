package privacy

import (
	"strings"

	"junheng/tools/balance"
)

// SmallCount 小数目 is the largest count of children that may point at single
// persons. No official limit is known; this one is our own choice.
const SmallCount = 4

// Suppress returns the schools as they may be published, and the codes of those
// it changed: a stage with 1 to SmallCount pupils has its counts of pupils
// replaced by 保密. Verdicts are made before, from the real counts. Totals are
// left as they are: whoever has every other row can still subtract.
func Suppress(schools []balance.School) ([]balance.School, map[string]bool) {
	out, hidden := make([]balance.School, len(schools)), map[string]bool{}
	for i, s := range schools {
		out[i] = s
		for id, pupils := range s.Values.All() {
			stage, counted := strings.CutPrefix(id, "pupils_")
			if !counted || !(pupils >= 1 && pupils <= SmallCount) {
				continue
			}
			for _, other := range []string{id, "class_max_" + stage} {
				if s.Values.At(s.Values.Fields().Index(other)).Known() {
					out[i].Values = out[i].Values.With(other, balance.Lacking(balance.Suppressed))
				}
			}
			hidden[s.Code] = true
		}
	}
	return out, hidden
}
