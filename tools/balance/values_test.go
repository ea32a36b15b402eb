package balance

import (
	"encoding/json"
	"testing"
	"unsafe"
)

// TestEntry: a number, each reason and nothing at all are told apart, in eight bytes.
func TestEntry(t *testing.T) {
	for _, v := range []float64{0, 1, 0.1, 1e12} {
		if e := Number(v); !e.Known() || float64(e) != v || e.Missing() != NotMissing {
			t.Errorf("%v is %v", v, e)
		}
	}
	for _, m := range Missings {
		if e := Lacking(m); e.Known() || e.Missing() != m {
			t.Errorf("%s is %q", m, e.Missing())
		}
	}
	for _, e := range []Entry{Absent, Lacking("其他")} {
		if e.Known() || e.Missing() != NotMissing || !e.absent() {
			t.Errorf("absent is %q", e.Missing())
		}
	}
	if size := unsafe.Sizeof(Absent); size != 8 {
		t.Errorf("an entry takes %d bytes", size)
	}
}

func TestValues(t *testing.T) {
	at := Place{File: "a.csv", Line: 2, Column: 3}
	v := ValuesOf(map[string]Datum{"a": {Value: 7, Place: at}, "b": {Missing: Suppressed}})
	w := v.With("a", Lacking(NotReported)).With("c", Number(0)).With("b", Absent)
	for _, c := range []struct {
		v    Values
		id   string
		want Datum
		ok   bool
	}{
		{v, "a", Datum{Value: 7, Place: at}, true}, {v, "b", Datum{Missing: Suppressed}, true}, {v, "c", Datum{}, false},
		{w, "a", Datum{Missing: NotReported, Place: at}, true}, {w, "b", Datum{}, false}, {w, "c", Datum{}, true},
		{Values{}, "a", Datum{}, false}, {Values{}.With("a", Number(1)), "a", Datum{Value: 1}, true},
	} {
		if d, ok := c.v.Get(c.id); d != c.want || ok != c.ok {
			t.Errorf("%s is %+v %v, want %+v %v", c.id, d, ok, c.want, c.ok)
		}
	}
	text, err := json.Marshal(w)
	if want := `{"a":{"value":0,"missing":"未填报","place":{"file":"a.csv","line":2,"column":3}},"c":{"value":0,"place":{"file":""}}}`; err != nil || string(text) != want {
		t.Errorf("%s %v", text, err)
	}
	var back Values
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	if d, _ := back.Get("a"); d.Missing != NotReported || d.Place != at {
		t.Errorf("read back %+v", d)
	}
}
