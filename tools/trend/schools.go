package trend

import (
	"sort"

	"junheng/tools/balance"
)

// Fate 学校变动 is what became of one school or of several that belong together.
type Fate struct {
	Kinds []FateKind `json:"kinds"`
	Old   []School   `json:"old,omitempty"`
	New   []School   `json:"new,omitempty"`
}

// School names a school in one of the years.
type School struct {
	Code string             `json:"code"`
	Name string             `json:"name"`
	Type balance.SchoolType `json:"type"`
}

// FateKind 变动种类.
type FateKind string

const (
	Opened    FateKind = "新增"
	Closed    FateKind = "不再列入" // and no school of the later year names its code
	Renamed   FateKind = "更名"
	Recoded   FateKind = "换码"
	Retyped   FateKind = "改变办学类型"
	Merged    FateKind = "合并"
	Parted    FateKind = "拆分"
	Regrouped FateKind = "重组" // several schools became several others
)

// line is where a school of the later year comes from.
type line struct {
	old  string // its code then; "" where it has no single predecessor
	fate int    // 1 + index into Fates; 0: the same school
}

// Former returns the code under which a school of the later year stood in the
// earlier one; false where it is new or made of others, so that its series
// breaks.
func (c *Comparison) Former(code string) (string, bool) {
	l := c.lines[code]
	return l.old, l.old != ""
}

// FateOf returns what happened to a school of either year, if anything did.
func (c *Comparison) FateOf(code string) (Fate, bool) {
	if l := c.lines[code]; l.fate > 0 {
		return c.Fates[l.fate-1], true
	}
	for _, f := range c.Fates {
		for _, s := range f.Old {
			if s.Code == code {
				return f, true
			}
		}
	}
	return Fate{}, false
}

// follow finds which schools belong together: those of one code, and those
// whose former code another had. A former code that no school of the earlier
// year has is older history and says nothing here.
func (c *Comparison) follow(old, new []balance.School) {
	c.lines = map[string]line{}
	before := map[string]*balance.School{}
	group := map[string]string{} // a school → the one that stands for its group; "-" marks the earlier year
	for i := range old {
		before[old[i].Code] = &old[i]
		group["-"+old[i].Code] = "-" + old[i].Code
	}
	root := func(s string) string {
		for group[s] != s {
			s = group[s]
		}
		return s
	}
	for _, s := range new {
		group[s.Code] = s.Code
		for _, code := range append([]string{s.Code}, s.FormerCodes...) {
			if before[code] != nil {
				group[root("-"+code)] = root(s.Code)
			}
		}
	}
	fates := map[string]*Fate{}
	at := func(key string) *Fate {
		r := root(key)
		if fates[r] == nil {
			fates[r] = &Fate{}
		}
		return fates[r]
	}
	for _, s := range old {
		f := at("-" + s.Code)
		f.Old = append(f.Old, School{s.Code, s.Name, s.Type})
	}
	for _, s := range new {
		f := at(s.Code)
		f.New = append(f.New, School{s.Code, s.Name, s.Type})
	}
	all := make([]*Fate, 0, len(fates))
	for _, f := range fates {
		sortSchools(f.Old)
		sortSchools(f.New)
		f.Kinds = kinds(f)
		all = append(all, f)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].first() < all[j].first() })
	for _, f := range all {
		l := line{}
		if len(f.Old) == 1 && len(f.New) == 1 && !has(f.Kinds, Retyped) {
			l.old = f.Old[0].Code
			c.Matched++
		}
		if len(f.Kinds) > 0 {
			c.Fates = append(c.Fates, *f)
			l.fate = len(c.Fates)
		}
		for _, s := range f.New {
			c.lines[s.Code] = l
		}
	}
}

// kinds names what happened, from how many schools became how many.
func kinds(f *Fate) (out []FateKind) {
	switch o, n := len(f.Old), len(f.New); {
	case o == 0:
		return []FateKind{Opened}
	case n == 0:
		return []FateKind{Closed}
	case o > 1 && n > 1:
		return []FateKind{Regrouped}
	case o > 1:
		return []FateKind{Merged}
	case n > 1:
		return []FateKind{Parted}
	}
	a, b := f.Old[0], f.New[0]
	if a.Code != b.Code {
		out = append(out, Recoded)
	}
	if a.Name != b.Name {
		out = append(out, Renamed)
	}
	if a.Type != b.Type {
		out = append(out, Retyped)
	}
	return out
}

// first is the code a group is listed under.
func (f *Fate) first() string {
	if len(f.New) > 0 {
		return f.New[0].Code
	}
	return f.Old[0].Code
}

func sortSchools(s []School) {
	sort.Slice(s, func(i, j int) bool { return s[i].Code < s[j].Code })
}

func has(kinds []FateKind, k FateKind) bool {
	for _, x := range kinds {
		if x == k {
			return true
		}
	}
	return false
}
