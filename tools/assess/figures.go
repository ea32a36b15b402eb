package assess

import (
	"math"
	"strings"

	"junheng/tools/balance"
)

// figure finds the figure that states an indicator for f's stage: one for the
// whole district, a reviewed one before one that is not, the first of equals.
// With partly it also takes one for a part of the district, after the others.
func (b *bench) figure(ind *balance.Indicator, f *finding, partly bool) *Stated {
	var best *Stated
	rank := 0
	for i := range b.in.Stated {
		s := &b.in.Stated[i]
		g := &s.Figure
		if g.Indicator != ind.ID || g.Kind != balance.Observed || !sameUnit(g.Unit, ind.Unit) || !speaksFor(ind, g, f) {
			continue
		}
		r := 1
		if whole := wholeDistrict(b.in, g.Scope) || public(ind, g.Scope); whole {
			r += 2
		} else if !partly {
			continue
		}
		if g.Reviewed {
			r++
		}
		if r > rank {
			best, rank = s, r
		}
	}
	return best
}

// speaksFor reports whether a figure's stage is the one judged, or one that the
// indicator names itself: 优质高中招生名额分配比例 is said of 高中.
func speaksFor(ind *balance.Indicator, g *balance.Figure, f *finding) bool {
	if g.Stage == f.stage || g.Stage != "" && f.stage == balance.StageNone && len(ind.Stages) == 0 && strings.Contains(ind.Name, string(g.Stage)) {
		return true
	}
	all := g.Stage == balance.StageNone || g.Stage == balance.StageBoth
	return all && (f.stage == balance.StageNone || f.stage == balance.StageBoth || len(f.crit.Stages) == 1 ||
		g.Unit == "%" && g.Value == 100 && (g.Comparator == balance.Eq || g.Comparator == ""))
}

// public reports a figure of the schools that a bureau runs, where these are
// what the indicator is of: 城区和镇区公办学校就近划片入学比例.
func public(ind *balance.Indicator, scope string) bool {
	return strings.HasPrefix(scope, "公办") && strings.Contains(ind.Name, scope) && !strings.Contains(ind.Name, scope+"和")
}

// wholeDistrict is WholeDistrict for the district that is judged.
func wholeDistrict(in *Input, scope string) bool { return WholeDistrict(&in.District, scope) }

// WholeDistrict reports whether a figure's scope is the whole of d. What a
// text calls 全市 is the district only where the district is a 市; in a 市辖区
// it is the city above.
func WholeDistrict(d *balance.District, scope string) bool {
	if scope == "" || scope == d.Name || scope == d.Short {
		return true
	}
	front := strings.TrimRight(scope, "市县区旗")
	unit, kind := scope[len(front):], d.Kind
	if unit == "" || kind != "" && !strings.HasSuffix(kind, unit) {
		return false
	}
	switch strings.Trim(front, "_＿×*XＸ") {
	case "", "全", "本", "我", "该", "辖", "全示范", "示范", "开发":
		return true
	}
	return false
}

// sameUnit compares a figure's unit with an indicator's: 平方米 in a sentence
// about 生均 is 平方米/生.
func sameUnit(figure, indicator string) bool {
	head, _, _ := strings.Cut(indicator, "/")
	return figure == "" || figure == indicator || figure == head
}

// decideFigure judges by a figure, which may only bound its quantity.
func (b *bench) decideFigure(f *finding, s *Stated) {
	g := &s.Figure
	f.more.stated, f.reviewed = s, g.Reviewed
	f.value, f.has = g.Value, true
	if f.limit == nil {
		f.outcome = balance.OutOfScope
		return
	}
	lo, hi := g.Value, g.Value
	switch {
	case g.ValueMax != nil:
		hi = *g.ValueMax
	case g.Comparator == balance.Ge || g.Comparator == balance.Gt:
		hi = math.Inf(1)
	case g.Comparator == balance.Le || g.Comparator == balance.Lt:
		lo = math.Inf(-1)
	}
	op, want, tol := f.limit.Op, f.want, f.crit.Tolerance
	low, high := passes(lo, op, want, tol), passes(hi, op, want, tol)
	// An end that is not reached itself: 超过0.5 fails ≤0.5, 低于0.65 passes <0.65.
	if g.Comparator == balance.Gt && same(lo, want) {
		low = higher(op)
	}
	if g.Comparator == balance.Lt && same(hi, want) {
		high = !higher(op)
	}
	switch {
	case low && high:
		f.outcome = balance.Met
	case !low && !high:
		f.outcome = balance.NotMet
	default:
		f.outcome = balance.Undecidable
	}
	f.doubtMean()
}

// others collects what reports state differently about the same thing.
func (b *bench) others(f *finding, ind *balance.Indicator) {
	for i := range b.in.Stated {
		s := &b.in.Stated[i]
		g := &s.Figure
		if s == f.more.stated || g.Indicator != ind.ID || g.Kind != balance.Observed || !f.has || same(g.Value, f.value) ||
			!speaksFor(ind, g, f) || !wholeDistrict(b.in, g.Scope) && !public(ind, g.Scope) {
			continue
		}
		f.more.others = append(f.more.others, g.Raw+"（"+s.Report+"#"+g.ID+"）")
	}
}
