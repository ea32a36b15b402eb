package record

import (
	"errors"
	"io/fs"
	"path"

	"junheng/tools/balance"
)

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
		base, ok := n.Standard(s.Base)
		if s.Base != "" && !ok {
			ps.Fault(files[i].valueAt(files[i].root, "base"), "没有叫“"+snippet(s.Base)+"”的标准", "base 写被修改的标准的 id")
		} else if s.Base != "" {
			checkOverride(files[i], s, base, ps)
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

// checkOverride holds a province's override to the standard it changes: a
// criterion that the base does not have must be complete in itself.
func checkOverride(f *tomlFile, s, base balance.Standard, ps *balance.Problems) {
	var ids []string
	for _, c := range base.Criteria {
		ids = append(ids, c.ID)
	}
	for i, c := range s.Criteria {
		if !has(ids, c.ID) && c.Indicator == "" {
			ps.Fault(f.valueAt(f.root.get("criterion").item(i), "id"), base.ID+" 没有叫“"+snippet(c.ID)+"”的评估标准", didYouMean(c.ID, ids, "改成已有的 id；新增的写全 part、name、indicator"))
		}
	}
	if !digits(s.Region, 2) && !digits(s.Region, 4) && !digits(s.Region, 6) {
		ps.Fault(f.at(f.root, "region"), "适用地区“"+snippet(s.Region)+"”不对", "写行政区划代码的前 2 位、4 位或全部 6 位")
	}
}
