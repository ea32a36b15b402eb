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
		for id, d := range s.Values {
			stage, counted := strings.CutPrefix(id, "pupils_")
			if !counted || !d.Known() || d.Value < 1 || d.Value > SmallCount {
				continue
			}
			values := make(map[string]balance.Datum, len(s.Values))
			for other, v := range out[i].Values {
				if v.Known() && (other == id || other == "class_max_"+stage) {
					v = balance.Datum{Missing: balance.Suppressed, Place: v.Place}
				}
				values[other] = v
			}
			out[i].Values, hidden[s.Code] = values, true
		}
	}
	return out, hidden
}
