package privacy

import (
	"testing"

	"junheng/tools/balance"
)

func TestSuppressHidesSmallCountsOfPupils(t *testing.T) {
	d := func(v float64) balance.Datum { return balance.Datum{Value: v} }
	real := []balance.School{
		{Code: "1", Values: map[string]balance.Datum{"pupils_primary": d(3), "class_max_primary": d(3), "pupils_junior": d(0), "teachers_primary": d(1)}},
		{Code: "2", Values: map[string]balance.Datum{"pupils_primary": d(5), "class_max_primary": d(2)}},
		{Code: "3", Values: map[string]balance.Datum{"pupils_primary": {Missing: balance.NotReported}}},
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
		if m := got[c.school].Values[c.id].Missing; m != c.want {
			t.Errorf("school %d %s: %q, want %q", c.school+1, c.id, m, c.want)
		}
	}
	if got[0].Values["pupils_primary"].Value != 0 || real[0].Values["pupils_primary"].Value != 3 {
		t.Error("the hidden count must not travel on, and the input must stay as it was")
	}
}
