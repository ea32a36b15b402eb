package record

import (
	"strings"

	"junheng/tools/balance"
)

// itemReader checks one [[item]] against the indicators.
type itemReader struct {
	file *tomlFile
	e    *node
	n    *National
	ps   *balance.Problems
}

func (r itemReader) fault(key, what, mend string) {
	r.ps.Fault(r.file.valueAt(r.e, key), what, mend)
}

// read returns the item, and whether enough of it was right to be used.
func (r itemReader) read(it summaryItem) (balance.Item, bool) {
	before := r.ps.Faults()
	item := balance.Item{Indicator: it.Indicator, Stage: it.Stage, Unit: it.Unit, Period: it.Period, Evidence: it.Evidence,
		Judged: it.Judged, Inputs: it.Inputs, Datum: balance.Datum{Place: r.file.at(r.e, "indicator")}}
	oneOf(r.file, r.e, "stage", it.Stage, balance.Stages, r.ps)
	oneOf(r.file, r.e, "missing", it.Missing, balance.Missings, r.ps)
	oneOf(r.file, r.e, "judged", it.Judged, []balance.Outcome{balance.Met, balance.NotMet}, r.ps)
	for _, key := range sortedKeys(it.Inputs) {
		if it.Inputs[key] < 0 {
			r.ps.Fault(r.file.valueAt(r.e.get("inputs"), key), "计数 "+snippet(key)+" 是负数", "个数不会小于零，核对后改正")
		} else if it.Inputs[key] > maxNumber {
			r.ps.Fault(r.file.valueAt(r.e.get("inputs"), key), "计数 "+snippet(key)+" 太大", "核对数字和单位")
		}
	}
	ind, ok := r.n.Indicator(it.Indicator)
	if it.Indicator == "" {
		return item, false
	}
	if !ok {
		r.fault("indicator", "没有叫“"+snippet(it.Indicator)+"”的指标", r.meant(it.Indicator))
		return item, false
	}
	r.stage(it, ind)
	switch given := r.given(); {
	case given > 1:
		r.ps.Fault(r.file.at(r.e, "indicator"), "“"+ind.Name+"”同时写了 "+r.givenNames(), "只留一个：有数写 value，没有数写 missing，判断类写 judged")
	case given == 0 && !r.file.partial:
		want := "补上 value = 数，或 missing = \"未填报\"（或 不适用、保密、无法计算）"
		if ind.Judged {
			want = "补上 judged = \"达标\" 或 \"未达标\"，或 missing = \"未填报\"（或 不适用、保密、无法计算）"
		}
		r.ps.Fault(r.file.at(r.e, "indicator"), "“"+ind.Name+"”没有值", want)
	case ind.Judged && it.Value != nil:
		r.fault("value", "“"+ind.Name+"”是判断，不填数", "改成 judged = \"达标\" 或 \"未达标\"，并在 evidence 写佐证")
	case !ind.Judged && it.Judged != "":
		r.fault("judged", "“"+ind.Name+"”是数，不填判断", "改成 value = 数，是否达标由程序对照标准得出")
	case it.Judged != "" && strings.TrimSpace(it.Evidence) == "" && !r.file.partial:
		r.fault("judged", "“"+ind.Name+"”只有判断，没有佐证", "补上 evidence = \"…\"，写明文件、台账或检查记录")
	}
	if it.Missing != "" {
		item.Datum.Missing = it.Missing
	}
	if it.Value != nil {
		item.Datum.Place = r.file.valueAt(r.e, "value")
		before := r.ps.Faults()
		item.Datum.Value, item.Unit = r.amount(*it.Value, it.Unit, ind)
		if r.ps.Faults() == before {
			r.likely(item.Datum.Value, it.Inputs, ind)
		}
	}
	return item, r.ps.Faults() == before
}

// amount checks unit and range and returns the value in the indicator's unit.
func (r itemReader) amount(v float64, unit string, ind balance.Indicator) (float64, string) {
	factor, ok := r.n.factor(unit, ind.Unit)
	switch {
	case ok:
		if factor != 1 {
			v = scale(v, factor)
		}
	case ind.Unit == "":
		r.fault("unit", "“"+ind.Name+"”没有单位，写了“"+snippet(unit)+"”", "删去 unit 这一行")
		return v, ""
	case unit == "" && r.e.get("unit") == nil:
		if !r.file.partial {
			r.fault("value", "“"+ind.Name+"”没有写单位", "补上 unit = \""+ind.Unit+"\"")
		}
	default:
		r.fault("unit", "“"+ind.Name+"”的单位是“"+ind.Unit+"”，写了“"+snippet(unit)+"”", "把数换算好，写 unit = \""+ind.Unit+"\"")
		return v, ind.Unit
	}
	if span := outside(v, ind); span != "" {
		mend := "核对数字和单位"
		if ind.Unit == "%" && v > 0 && v*100 <= *orElse(ind.Max, 100) && v < 1 {
			mend = "百分数写成 96.2，不写 0.962"
		}
		r.fault("value", "“"+ind.Name+"”是 "+show(v)+ind.Unit+"，应当"+span, mend)
	}
	return v, ind.Unit
}

// outside says in which range v should be; "" where it is.
func outside(v float64, ind balance.Indicator) string {
	low, high := ind.Min, ind.Max
	switch {
	case (low == nil || v >= *low) && (high == nil || v <= *high):
		return ""
	case low != nil && high != nil:
		return "在 " + show(*low) + " 到 " + show(*high) + " 之间"
	case low != nil:
		return "不小于 " + show(*low)
	}
	return "不大于 " + show(*high)
}

func orElse(p *float64, v float64) *float64 {
	if p != nil {
		return p
	}
	return &v
}

// stage holds the item's stage against those the indicator is kept for.
func (r itemReader) stage(it summaryItem, ind balance.Indicator) {
	var stages []string
	for _, s := range ind.Stages {
		stages = append(stages, string(s))
	}
	switch {
	case it.Stage == "" && len(stages) > 0 && !r.file.partial:
		r.ps.Fault(r.file.at(r.e, "indicator"), "“"+ind.Name+"”按学段填，没有写学段", "补上 stage = \""+strings.Join(stages, "\" 或 \"")+"\"")
	case it.Stage != "" && len(stages) == 0 && has(balance.Stages, it.Stage):
		r.fault("stage", "“"+ind.Name+"”不分学段，写了“"+string(it.Stage)+"”", "删去 stage 这一行")
	case it.Stage != "" && len(stages) > 0 && !has(ind.Stages, it.Stage) && has(balance.Stages, it.Stage):
		r.fault("stage", "“"+ind.Name+"”没有“"+string(it.Stage)+"”这个学段", "可以写："+strings.Join(stages, "、"))
	}
}

var answerKeys = []string{"value", "missing", "judged"}

func (r itemReader) given() int {
	n := 0
	for _, k := range answerKeys {
		if r.e.get(k) != nil {
			n++
		}
	}
	return n
}

func (r itemReader) givenNames() string {
	var names []string
	for _, k := range answerKeys {
		if r.e.get(k) != nil {
			names = append(names, k)
		}
	}
	return strings.Join(names, " 和 ")
}

// meant suggests an indicator: by its id, its name or an alias.
func (r itemReader) meant(id string) string {
	var names []string
	byName := map[string]string{}
	for _, ind := range r.n.Indicators {
		for _, name := range append([]string{ind.Name, ind.Short}, ind.Aliases...) {
			if name != "" {
				names, byName[name] = append(names, name), ind.ID
			}
		}
	}
	if known, ok := byName[id]; ok {
		return "这是指标的名称，写它的 id：indicator = \"" + known + "\""
	}
	if near := nearest(id, r.n.indicatorIDs()); near != "" {
		return "是不是“" + near + "”？"
	}
	if near := nearest(id, names); near != "" {
		return "是不是“" + near + "”？写 indicator = \"" + byName[near] + "\""
	}
	return "从 indicators.toml 里选一个 id"
}
