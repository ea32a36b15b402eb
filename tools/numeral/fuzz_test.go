package numeral

import (
	"math"
	"testing"
	"unicode/utf8"
)

// FuzzScan holds what callers rely on for any bytes at all.
func FuzzScan(f *testing.F) {
	for _, group := range cases {
		for _, c := range group.cases {
			f.Add(c.text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, q := range Scan(text) {
			if q.Start < last || q.From > q.Start || q.End <= q.Start || q.To < q.End || q.To > len(text) {
				t.Fatalf("%q: span %d %d %d %d after %d", text, q.From, q.Start, q.End, q.To, last)
			}
			last = q.End
			if math.IsNaN(q.Value) || math.IsInf(q.Value, 0) || math.IsInf(q.Max, 0) || q.Max < q.Value {
				t.Fatalf("%q: value %v max %v", text, q.Value, q.Max)
			}
			if utf8.ValidString(text) && !utf8.ValidString(q.Raw(text)) {
				t.Fatalf("%q: raw %q", text, q.Raw(text))
			}
		}
	})
}
