package record

import (
	"io/fs"
	"sort"

	"junheng/tools/balance"
)

// ReadNational reads divisions.toml, indicators.toml, columns.toml,
// sources.toml and standards/*.toml, and checks that they fit each other:
// codes and ids are unique, every criterion's indicator and part exists, every
// source is listed, every field of a formula is a column. fsys is rooted at
// data/.
func ReadNational(fsys fs.FS) (*National, balance.Problems) {
	var ps balance.Problems
	n := &National{Sources: map[string]string{}, headers: map[string]int{}}
	readDivisions(fsys, n, &ps)
	readColumns(fsys, n, &ps)
	readSources(fsys, n, &ps)
	readIndicators(fsys, n, &ps)
	readStandards(fsys, n, &ps)
	ps.Sort()
	return n, ps
}

func readDivisions(fsys fs.FS, n *National, ps *balance.Problems) {
	var doc struct {
		Divisions []balance.Division `toml:"division" zh:"行政区划"`
	}
	f := load(fsys, "divisions.toml", &doc, ps)
	if f == nil {
		return
	}
	seen := unique{file: f, what: "行政区划代码", ps: ps}
	for i, d := range doc.Divisions {
		e := f.root.get("division").item(i)
		if !digits(d.Code, 6) {
			ps.Fault(f.valueAt(e, "code"), "行政区划代码“"+snippet(d.Code)+"”不是 6 位数字", "写成 6 位数字，放在英文双引号里")
			continue
		}
		if d.Name == "" {
			ps.Fault(f.place(e), "行政区划 "+d.Code+" 没有名称", "补上 name = \"…\"")
		}
		oneOf(f, e, "level", d.Level, balance.Levels, ps)
		if seen.add(d.Code, e, "code") {
			n.Divisions = append(n.Divisions, d)
		}
	}
	sort.SliceStable(n.Divisions, func(i, j int) bool { return n.Divisions[i].Code < n.Divisions[j].Code })
}

func readSources(fsys fs.FS, n *National, ps *balance.Problems) {
	var doc struct {
		Sources []struct {
			ID   string `toml:"id" need:"\"S1\""`
			What string `toml:"what" need:"\"…\""`
		} `toml:"source" zh:"来源"`
	}
	f := load(fsys, "sources.toml", &doc, ps)
	if f == nil {
		return
	}
	seen := unique{file: f, what: "来源", ps: ps}
	for i, s := range doc.Sources {
		if s.ID != "" && seen.add(s.ID, f.root.get("source").item(i), "id") {
			n.Sources[s.ID] = s.What
		}
	}
}

func readIndicators(fsys fs.FS, n *National, ps *balance.Problems) {
	var doc struct {
		Indicators []balance.Indicator `toml:"indicator" zh:"指标"`
	}
	f := load(fsys, "indicators.toml", &doc, ps)
	if f == nil {
		return
	}
	seen := unique{file: f, what: "指标", ps: ps}
	for i, ind := range doc.Indicators {
		e := f.root.get("indicator").item(i)
		if !identifier(ind.ID) {
			ps.Fault(f.valueAt(e, "id"), "指标的 id“"+snippet(ind.ID)+"”不合写法", "id 只用小写字母、数字和下划线，以字母开头")
			continue
		}
		if seen.add(ind.ID, e, "id") {
			n.Indicators = append(n.Indicators, ind)
		}
		if ind.Name == "" {
			ps.Fault(f.place(e), "指标 "+ind.ID+" 没有名称", "补上 name = \"…\"")
		}
		if ind.Min != nil && ind.Max != nil && *ind.Min > *ind.Max {
			ps.Fault(f.valueAt(e, "min"), "指标 "+ind.ID+" 的 min 大于 max", "检查两个数")
		}
		oneOf(f, e, "level", ind.Level, balance.Levels, ps)
		oneOf(f, e, "sure", ind.Sure, sures, ps)
		for _, s := range ind.Stages {
			oneOf(f, e, "stages", s, balance.Stages, ps)
		}
		checkSources(f, e, ind.Source, n, ps)
	}
	for i, ind := range doc.Indicators {
		e := f.root.get("indicator").item(i)
		if _, ok := n.Indicator(ind.CVOf); ind.CVOf != "" && !ok {
			ps.Fault(f.valueAt(e, "cv_of"), "没有叫“"+snippet(ind.CVOf)+"”的指标", didYouMean(ind.CVOf, n.indicatorIDs(), "先在 indicators.toml 里写这个指标"))
		}
		checkFormula(f, e, ind, n, ps)
	}
}

// checkFormula holds a formula's fields against the columns: a field is a
// column, or a column of each stage without its _primary or _junior. Formulas
// over summary items name counts that only the items give.
func checkFormula(f *tomlFile, e *node, ind balance.Indicator, n *National, ps *balance.Problems) {
	if ind.Formula == nil || ind.Formula.Split == "items" {
		return
	}
	for _, field := range append(append(append([]string(nil), ind.Formula.Plus...), ind.Formula.Minus...), ind.Formula.Per) {
		if field == "" || n.hasField(field) {
			continue
		}
		ps.Fault(f.at(e, "formula"), "指标 "+ind.ID+" 的算法用了“"+snippet(field)+"”，学校表没有这一栏",
			didYouMean(field, n.columnIDs(), "先在 columns.toml 里写这一栏"))
	}
}

func (n *National) hasField(field string) bool {
	for _, c := range n.Columns {
		if c.ID == field || c.Stage != "" && (c.ID == field+"_primary" || c.ID == field+"_junior") {
			return true
		}
	}
	return false
}

func checkSources(f *tomlFile, e *node, ids []string, n *National, ps *balance.Problems) {
	for _, id := range ids {
		if _, ok := n.Sources[id]; !ok {
			ps.Fault(f.at(e, "source"), "来源“"+snippet(id)+"”不在 sources.toml 里", "先在 sources.toml 里写这个来源")
		}
	}
}

func (n *National) indicatorIDs() []string {
	ids := make([]string, len(n.Indicators))
	for i, ind := range n.Indicators {
		ids[i] = ind.ID
	}
	return ids
}

func (n *National) columnIDs() []string {
	ids := make([]string, len(n.Columns))
	for i, c := range n.Columns {
		ids[i] = c.ID
	}
	return ids
}
