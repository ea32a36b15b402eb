package record

import (
	"errors"
	"io/fs"
	"path"
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
	n := &National{Sources: map[string]string{}}
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

func readStandards(fsys fs.FS, n *National, ps *balance.Problems) {
	entries, err := fs.ReadDir(fsys, "standards")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		ps.Fault(balance.Place{File: "standards"}, "文件夹打不开", "检查权限")
	}
	var files []*tomlFile
	for _, entry := range entries {
		name := path.Join("standards", entry.Name())
		if path.Ext(name) != ".toml" || !entry.Type().IsRegular() {
			named(name, entry, ps)
			continue
		}
		var s balance.Standard
		f := load(fsys, name, &s, ps)
		if f == nil {
			continue
		}
		if !slug(s.ID) {
			ps.Fault(f.valueAt(f.root, "id"), "标准的 id“"+snippet(s.ID)+"”不合写法", "只用小写字母、数字和中间的连字符，如 quality-2017")
		} else if _, dup := n.Standard(s.ID); dup {
			ps.Fault(f.valueAt(f.root, "id"), "标准“"+s.ID+"”重复", "改成另一个 id")
		}
		checkStandard(f, s, n, ps)
		n.Standards, files = append(n.Standards, s), append(files, f)
	}
	for i, s := range n.Standards {
		if _, ok := n.Standard(s.Base); s.Base != "" && !ok {
			ps.Fault(files[i].valueAt(files[i].root, "base"), "没有叫“"+snippet(s.Base)+"”的标准", "base 写被修改的标准的 id")
		}
	}
}

var partRules = []balance.PartRule{balance.RuleAll, balance.RuleSchools, balance.RuleInfo, balance.RuleVeto}

var sures = []balance.Certainty{balance.SureA, balance.SureB, balance.SureC}

func checkStandard(f *tomlFile, s balance.Standard, n *National, ps *balance.Problems) {
	root := f.root
	parts := unique{file: f, what: "部分", ps: ps}
	var partIDs []string
	for i, p := range s.Parts {
		e := root.get("part").item(i)
		parts.add(p.ID, e, "id")
		partIDs = append(partIDs, p.ID)
		oneOf(f, e, "rule", p.Rule, partRules, ps)
		oneOf(f, e, "sure", p.Sure, sures, ps)
	}
	oneOf(f, root, "sure", s.Sure, sures, ps)
	checkSources(f, root, s.Source, n, ps)
	ids := unique{file: f, what: "评估标准", ps: ps}
	for i, c := range s.Criteria {
		e := root.get("criterion").item(i)
		if c.ID == "" || c.Name == "" && s.Base == "" {
			ps.Fault(f.place(e), "这一条没有 id 或 name", "补上 id = \"…\" 和 name = \"…\"")
		}
		ids.add(c.ID, e, "id")
		if !has(partIDs, c.Part) && s.Base == "" {
			ps.Fault(f.at(e, "part"), c.ID+" 所属的部分“"+snippet(c.Part)+"”不存在", didYouMean(c.Part, partIDs, "先写 [[part]]"))
		}
		if _, ok := n.Indicator(c.Indicator); !ok && (c.Indicator != "" || s.Base == "") {
			ps.Fault(f.at(e, "indicator"), c.ID+" 的指标“"+snippet(c.Indicator)+"”不在 indicators.toml 里",
				didYouMean(c.Indicator, n.indicatorIDs(), "先在 indicators.toml 里写这个指标"))
		}
		oneOf(f, e, "level", c.Level, balance.Levels, ps)
		oneOf(f, e, "sure", c.Sure, sures, ps)
		oneOf(f, e, "clause_sure", c.ClauseSure, sures, ps)
		for _, stage := range c.Stages {
			oneOf(f, e, "stages", stage, balance.Stages, ps)
		}
		for j, l := range c.Limits {
			at := e.get("limit").item(j)
			oneOf(f, at, "op", l.Op, balance.Comparators, ps)
			oneOf(f, at, "stage", l.Stage, balance.Stages, ps)
			oneOf(f, at, "type", l.Type, balance.SchoolTypes, ps)
		}
		checkSources(f, e, c.Source, n, ps)
	}
	for i, sp := range s.Splits {
		oneOf(f, root.get("split").item(i), "type", sp.Type, balance.SchoolTypes, ps)
	}
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
