package assess

import (
	"slices"
	"strings"

	"junheng/tools/balance"
)

// indicator is a balance.Indicator with the column names of its formula
// written out for each stage, so that judging builds no strings.
type indicator struct {
	*balance.Indicator
	columns map[balance.Stage]columns // stage "" for split whole
	perHead bool                      // per pupil of the section
}

type columns struct {
	plus, minus []string
	per         string // empty: none, or pupils of the section
}

func newIndicator(i *balance.Indicator) *indicator {
	in := &indicator{Indicator: i}
	f := i.Formula
	if f == nil || f.Split == balance.SplitItems {
		return in
	}
	in.columns = map[balance.Stage]columns{}
	if f.Split == balance.SplitWhole {
		in.columns[balance.StageNone] = columns{f.Plus, f.Minus, f.Per}
		return in
	}
	in.perHead = f.Per == "pupils"
	for _, stage := range compulsory {
		var c columns
		add := func(fields []string) (out []string) {
			for _, name := range fields {
				out = append(out, in.fieldFor(name, stage))
			}
			return out
		}
		c.plus, c.minus = add(f.Plus), add(f.Minus)
		if f.Per != "" && !in.perHead {
			c.per = f.Per + suffix[stage]
		}
		in.columns[stage] = c
	}
	return in
}

// fieldFor is the column that a name in i's formula means for a stage.
func (i *indicator) fieldFor(name string, stage balance.Stage) string {
	if i.Formula.Split == balance.SplitStaff {
		return name + suffix[stage]
	}
	return name
}

// fromRows reports whether i follows from the rows of the school table.
func (i *indicator) fromRows() bool { return i.columns != nil }

// cell is an indicator's value for one section or school with what it was
// divided from.
type cell struct {
	raw, per float64 // R and P: value = factor × raw ÷ per; per is 1 where nothing is divided
	number
}

// positions is where the columns of an indicator stand in the rows of one table.
type positions struct {
	plus, minus []int
	per         int
	divided     bool               // by per; otherwise by nothing, or by the pupils of the section
	stages      [2][]balance.Stage // of a school as one: whose pupils plus and minus are about
}

func (i *indicator) positions(stage balance.Stage, f *balance.Fields) *positions {
	c, ok := i.columns[stage]
	if !ok {
		return nil
	}
	p := &positions{per: f.Index(c.per), divided: c.per != ""}
	for _, name := range c.plus {
		p.plus = append(p.plus, f.Index(name))
	}
	for _, name := range c.minus {
		p.minus = append(p.minus, f.Index(name))
	}
	if stage == balance.StageNone {
		p.stages = [2][]balance.Stage{stagesNamed(c.plus), stagesNamed(c.minus)}
	}
	return p
}

// stagesNamed is the compulsory stage that each column belongs to by its name;
// none for those of the whole school.
func stagesNamed(names []string) []balance.Stage {
	out := make([]balance.Stage, len(names))
	for i, name := range names {
		for _, stage := range compulsory {
			if strings.HasSuffix(name, suffix[stage]) {
				out[i] = stage
			}
		}
	}
	return out
}

// elsewhere reports whether a column is about a stage that a school does not
// hold: that a table of primary schools has no column of 初中 is no gap.
func elsewhere(p *positions, k, j int, s *balance.School) bool {
	return p.stages[k] != nil && p.stages[k][j] != "" && !slices.Contains(s.Type.Stages(), p.stages[k][j])
}

// from derives the value for a section, or with sec nil for the whole school,
// with the columns found before, for many rows of one table.
func (i *indicator) from(s *balance.School, sec *section, p *positions) cell {
	if p == nil {
		return cell{number: number{st: unknown}}
	}
	raw, have, absent, st := 0.0, 0, 0, known
	for k, fields := range [2][]int{p.plus, p.minus} {
		for j, field := range fields {
			n := numberOf(s.Values.At(field))
			switch n.st {
			case known:
				have++
				raw += n.v * float64(1-2*k)
			case unpublished:
				if !elsewhere(p, k, j, s) {
					absent++
				}
			case unknown:
				st = unknown
			}
		}
	}
	switch all := len(p.plus) + len(p.minus); {
	case absent == all:
		return cell{number: number{st: unpublished}}
	case absent > 0 || st == unknown || raw < 0:
		return cell{number: number{st: unknown}}
	case have == 0 && sec != nil:
		return cell{number: number{st: unknown}} // the stage is there, so the question does arise
	case have == 0:
		return cell{number: number{st: inapplicable}}
	}
	per := number{v: 1}
	switch {
	case i.perHead:
		per = sec.pupils
	case p.divided:
		per = numberOf(s.Values.At(p.per))
	}
	if sec != nil && i.Formula.Split == balance.SplitAsset {
		if sec.share.st != known {
			return cell{number: number{st: unknown}}
		}
		raw *= sec.share.v
	}
	if per.st != known || per.v == 0 {
		return cell{number: number{st: unknown}}
	}
	return cell{raw, per.v, number{v: i.Formula.Factor * raw / per.v}}
}

// Value 推算值 is one row of the table behind a district's value: what a
// section has, divided by its pupils.
type Value struct {
	Standard  string          `json:"standard"`
	Indicator string          `json:"indicator"`
	School    string          `json:"school"` // School.Code
	Stage     balance.Stage   `json:"stage,omitempty"`
	Pupils    *float64        `json:"pupils,omitempty"` // of the section
	Share     *float64        `json:"share,omitempty"`  // of what the school shares, where it is split
	Raw       *float64        `json:"raw,omitempty"`    // what counts for the section, after the split
	Value     *float64        `json:"value,omitempty"`
	Missing   balance.Missing `json:"missing,omitempty"` // with no reason and no value: 未公布
	Counted   bool            `json:"counted"`           // inside the scope of the standard
}
