package privacy

import (
	"testing"

	"junheng/tools/balance"
)

func TestSuppressHidesSmallCountsOfPupils(t *testing.T) {
	d := func(v float64) balance.Datum { return balance.Datum{Value: v} }
	real := []balance.School{
		{Code: "1", Values: balance.ValuesOf(map[string]balance.Datum{"pupils_primary": d(3), "class_max_primary": d(3), "pupils_junior": d(0), "teachers_primary": d(1)})},
		{Code: "2", Values: balance.ValuesOf(map[string]balance.Datum{"pupils_primary": d(5), "class_max_primary": d(2)})},
		{Code: "3", Values: balance.ValuesOf(map[string]balance.Datum{"pupils_primary": {Missing: balance.NotReported}})},
	}
	got, hidden := Suppress(real)
	if len(hidden) != 1 || !hidden["1"] {
		t.Errorf("changed %v, want school 1 alone", hidden)
	}
	for _, c := range []struct {
		school int
		id     string
		want   balance.Missing
	}{
		{0, "pupils_primary", balance.Suppressed}, {0, "class_max_primary", balance.Suppressed},
		{0, "pupils_junior", balance.NotMissing}, {0, "teachers_primary", balance.NotMissing},
		{1, "pupils_primary", balance.NotMissing}, {1, "class_max_primary", balance.NotMissing},
		{2, "pupils_primary", balance.NotReported},
	} {
		if d, ok := got[c.school].Values.Get(c.id); !ok || d.Missing != c.want {
			t.Errorf("school %d %s: %+v, want %q", c.school+1, c.id, d, c.want)
		}
	}
	now, _ := got[0].Values.Get("pupils_primary")
	if was, _ := real[0].Values.Get("pupils_primary"); now.Value != 0 || was.Value != 3 {
		t.Error("the hidden count must not travel on, and the input must stay as it was")
	}
}
