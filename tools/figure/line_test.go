package figure

import (
	"encoding/json"
	"testing"

	"junheng/tools/balance"
)

// TestLineFields holds the contract of extract: its fields, and null where
// there is nothing rather than an empty word.
func TestLineFields(t *testing.T) {
	out, err := json.Marshal(LineOf(balance.Figure{Raw: "0.31", Value: 0.31, Comparator: balance.Eq, Kind: balance.Observed}))
	if err != nil {
		t.Fatal(err)
	}
	want := `{"article":0,"section":[],"paragraph":0,"start":0,"end":0,"quote":"","raw":"0.31","raw_start":0,"value":0.31,"value_max":null,"unit":null,` +
		`"comparator":"eq","approx":false,"subject":"","stage":null,"scope":"","kind":"observed","period":null,"indicator":null,"id":""}`
	if string(out) != want {
		t.Errorf("got  %s\nwant %s", out, want)
	}
}
