package audit

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/BurntSushi/toml"

	"junheng/tools/balance"
)

// Known 已有数据 is what a district's own data files give for one indicator
// and stage in one school year.
type Known struct {
	Indicator string
	Stage     balance.Stage
	Year      int     // 学年 by its first calendar year
	Value     float64 //
	Slack     float64 // how far its printed digits let the true value lie
	Unit      string  //
	Period    string  // as written; empty for the school year
	Source    string  // 学校表; 汇总表
	Place     balance.Place
	Rows      int       // how many rows of a table it comes from; 0 for an item
	Also      []Reading // what else could have been counted in its place
}

// Reading 口径 is a value under another way of counting.
type Reading struct {
	Name  string // 含教学点
	Value float64
}

//go:embed beside.toml
var besideTOML string

var beside = loadBeside(besideTOML)

// counting says which rows and fields of the school table make a number.
type counting struct {
	Name   string               `toml:"name"`
	Types  []balance.SchoolType `toml:"types"` // rows counted; empty: all
	Not    []balance.SchoolType `toml:"not"`
	Fields []string             `toml:"fields"` // summed; empty: rows are counted
}

type besideWords struct {
	Plain   []string `toml:"plain"`
	Partial []string `toml:"partial"`
	Private []string `toml:"private"`
	Campus  []string `toml:"campus"`
	Apart   []string `toml:"apart"`
	Table   []struct {
		Indicator string               `toml:"indicator"`
		Stage     balance.Stage        `toml:"stage"`
		Unit      string               `toml:"unit"` // 人 where it is not said
		Types     []balance.SchoolType `toml:"types"`
		Fields    []string             `toml:"fields"`
		Also      []counting           `toml:"also"`
	} `toml:"table"`
}

// loadBeside panics on a fault: the list is part of the program.
func loadBeside(text string) *besideWords {
	w := new(besideWords)
	md, err := toml.Decode(text, w)
	if err != nil {
		panic(fmt.Errorf("audit: beside.toml: %w", err))
	}
	if left := md.Undecoded(); len(left) > 0 {
		panic(fmt.Errorf("audit: beside.toml: unknown key %v", left))
	}
	slices.SortStableFunc(w.Plain, func(a, b string) int { return len(b) - len(a) })
	return w
}

// Table is what a year's school table gives. A sum is left out where a value
// of it is missing, unpublished or withheld: then nobody knows it.
func Table(year int, schools []balance.School) []Known {
	if len(schools) == 0 {
		return nil
	}
	var out []Known
	for _, t := range beside.Table {
		main := counting{Types: t.Types, Fields: t.Fields}
		v, rows, ok := main.count(schools, func(*balance.School) bool { return true })
		if !ok {
			continue
		}
		k := Known{Indicator: t.Indicator, Stage: t.Stage, Year: year, Value: v, Source: "学校表", Rows: rows,
			Place: balance.Place{File: schools[0].Place.File, Sheet: schools[0].Place.Sheet}}
		if k.Unit = t.Unit; k.Unit == "" {
			k.Unit = "人"
		}
		also := func(name string, c counting, keep func(*balance.School) bool) {
			if v, _, ok := c.count(schools, keep); ok && v != k.Value {
				k.Also = append(k.Also, Reading{name, v})
			}
		}
		for _, c := range t.Also {
			if len(c.Types) == 0 {
				c.Types = t.Types
			}
			if len(c.Fields) == 0 {
				c.Fields = t.Fields
			}
			also(c.Name, c, func(*balance.School) bool { return true })
		}
		also("不含民办学校", main, func(s *balance.School) bool { return !holdsAny(s.Organiser, beside.Private) })
		if len(t.Fields) == 0 {
			also("校区不另计", main, func(s *balance.School) bool { return !holdsAny(s.Name, beside.Campus) })
		}
		out = append(out, k)
	}
	return out
}

// count counts rows or sums fields; false where a value is not known, or none
// is there.
func (c counting) count(schools []balance.School, keep func(*balance.School) bool) (v float64, rows int, ok bool) {
	for i := range schools {
		s := &schools[i]
		if len(c.Types) > 0 && !slices.Contains(c.Types, s.Type) || slices.Contains(c.Not, s.Type) || !keep(s) {
			continue
		}
		if len(c.Fields) == 0 {
			v++
			rows++
			continue
		}
		has := false
		for _, f := range c.Fields {
			switch e := s.Values.At(s.Values.Fields().Index(f)); {
			case e.Known():
				v += float64(e)
				has = true
			case e.Missing() != balance.NotApplicable:
				return 0, 0, false
			}
		}
		if has {
			rows++
		}
	}
	return v, rows, rows > 0
}

// Items is what a year's summary gives.
func Items(year int, items []balance.Item) []Known {
	var out []Known
	for _, it := range items {
		if it.Judged != "" || !it.Datum.Known() {
			continue
		}
		k := Known{Indicator: it.Indicator, Stage: it.Stage, Year: year, Value: it.Datum.Value, Unit: it.Unit, Period: it.Period,
			Source: "汇总表", Place: it.Datum.Place}
		k.Slack = slack(&balance.Figure{Raw: figure(k.Value), Value: k.Value, Unit: it.Unit})
		for _, o := range items {
			if o.Indicator == it.Indicator && o.Stage != it.Stage && o.Datum.Known() && o.Judged == "" {
				k.Also = append(k.Also, Reading{string(o.Stage) + "的数", o.Datum.Value})
			}
		}
		out = append(out, k)
	}
	return out
}
