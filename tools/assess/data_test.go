package assess

import (
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"junheng/tools/balance"
)

// decode reads a TOML file strictly: a key that no type knows is a fault.
func decode(t testing.TB, file string, into any) {
	t.Helper()
	md, err := toml.DecodeFile(file, into)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	for _, k := range md.Undecoded() {
		t.Errorf("%s: unknown key %s", file, k)
	}
}

// national reads the indicators and standards of this repository.
func national(t testing.TB) ([]balance.Indicator, []balance.Standard) {
	t.Helper()
	var f struct {
		Indicator []balance.Indicator `toml:"indicator"`
	}
	decode(t, "../../data/indicators.toml", &f)
	files, _ := filepath.Glob("../../data/standards/*.toml")
	sort.Strings(files)
	if len(files) == 0 {
		t.Fatal("no standards")
	}
	var ss []balance.Standard
	for _, file := range files {
		var s balance.Standard
		decode(t, file, &s)
		ss = append(ss, s)
	}
	return f.Indicator, ss
}

// TestNationalData holds what the arithmetic takes for granted of the data.
func TestNationalData(t *testing.T) {
	inds, standards := national(t)
	ids := map[string]balance.Indicator{}
	for _, i := range inds {
		if _, twice := ids[i.ID]; twice {
			t.Errorf("indicator %s twice", i.ID)
		}
		if i.Name == "" || i.Level == "" {
			t.Errorf("indicator %s has no name or level", i.ID)
		}
		ids[i.ID] = i
	}
	known := func(where, id string) {
		if _, ok := ids[id]; !ok {
			t.Errorf("%s names indicator %q, which is not there", where, id)
		}
	}
	for _, i := range inds {
		if i.CVOf != "" {
			known(i.ID, i.CVOf)
		}
		for _, m := range i.MeanOf {
			known(i.ID, m)
		}
	}
	for _, s := range standards {
		parts := map[string]bool{}
		for _, p := range s.Parts {
			parts[p.ID] = true
		}
		seen := map[string]bool{}
		for _, c := range s.Criteria {
			if seen[c.ID] {
				t.Errorf("%s: %s twice", s.ID, c.ID)
			}
			seen[c.ID] = true
			if s.Base != "" {
				continue
			}
			known(c.ID, c.Indicator)
			if !parts[c.Part] {
				t.Errorf("%s is in part %q, which is not there", c.ID, c.Part)
			}
			for _, p := range c.Proxies {
				known(c.ID, p.Indicator)
			}
			for field, v := range map[string]string{"plain": c.Plain, "measured": c.Measured, "owner": c.Owner, "clause": c.Clause, "sure": string(c.Sure), "clause_sure": string(c.ClauseSure)} {
				if v == "" {
					t.Errorf("%s has no %s", c.ID, field)
				}
			}
			if i := ids[c.Indicator]; c.Unit != i.Unit || (c.Level == balance.LevelSchool) != (i.Level == balance.LevelSchool) {
				t.Errorf("%s: unit %q level %s, its indicator has %q %s", c.ID, c.Unit, c.Level, i.Unit, i.Level)
			}
		}
	}
}

// TestItems holds how many numbered items each standard has: 7 + 15 + 9 in the
// quality standard, whatever sub-items they have.
func TestItems(t *testing.T) {
	_, standards := national(t)
	want := map[string]int{"quality-2017": 31, "basic-2012": 21, "double-reduction-2021": 15}
	for _, s := range standards {
		var items []string
		for _, c := range s.Criteria {
			if c.Item != "" && !slices.Contains(items, c.Item) {
				items = append(items, c.Item)
			}
		}
		if n, ok := want[s.ID]; ok && n != len(items) {
			t.Errorf("%s counts %d items, want %d: %s", s.ID, len(items), n, strings.Join(items, " "))
		}
	}
}
