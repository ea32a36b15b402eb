package record

import (
	"math"
	"strconv"
	"strings"

	"junheng/tools/balance"
)

// item reads a row with a number, a judgement or the reason why there is none.
func (s *itemSheet) item(row []cell, key string, ind balance.Indicator, stage balance.Stage) {
	value, judged, evidence := s.at(row, "value"), s.at(row, "judged"), s.at(row, "evidence")
	it := balance.Item{Indicator: ind.ID, Stage: stage, Period: s.at(row, "period").text, Evidence: evidence.text, Datum: balance.Datum{Place: s.g.place(value)}}
	if first, dup := s.firstRow[key]; dup {
		s.fault(row[0], "“"+ind.Name+"”"+string(stage)+"写了两次，前一次在第 "+itoa(int(first.line))+" 行", "删去一行")
		return
	}
	s.firstRow[key] = row[0]
	reason := missingWord(value.text)
	if reason == balance.NotMissing && value.text == "" {
		reason = missingWord(judged.text)
	}
	before := s.ps.Faults()
	switch {
	case reason != balance.NotMissing:
		it.Datum.Missing = reason
	case ind.Judged && value.text != "":
		s.fault(value, "“"+ind.Name+"”是判断，不填数", "在“判断”一栏写达标或未达标，并写佐证材料")
	case ind.Judged && !has([]string{string(balance.Met), string(balance.NotMet)}, judged.text):
		s.fault(judged, "“"+ind.Name+"”的判断不能是“"+snippet(judged.text)+"”", "写达标或未达标，没有的写 "+missingWords)
	case ind.Judged && evidence.text == "":
		s.fault(evidence, "“"+ind.Name+"”只有判断，没有佐证", "在“佐证材料”一栏写文件、台账或检查记录的名称")
	case ind.Judged:
		it.Judged, it.Datum.Place = balance.Outcome(judged.text), s.g.place(judged)
	case judged.text != "":
		s.fault(judged, "“"+ind.Name+"”是数，不填判断", "填数值，是否达标由程序对照标准得出")
	default:
		it.Datum.Value, it.Unit = s.amount(value, s.at(row, "unit"), ind)
	}
	if s.ps.Faults() > before {
		return
	}
	if i, counted := s.index[key]; counted {
		s.items[i] = it
		return
	}
	s.index[key] = len(s.items)
	s.items = append(s.items, it)
}

// amount reads a number in the indicator's unit or a multiple of it.
func (s *itemSheet) amount(c, unit cell, ind balance.Indicator) (float64, string) {
	text := strings.TrimSuffix(strings.ReplaceAll(fold(c.text), ",", ""), "%")
	v, err := strconv.ParseFloat(text, 64)
	factor, fits := s.n.factor(unit.text, ind.Unit)
	if unit.text == "" {
		factor, fits = 1, true
	}
	switch {
	case c.formula:
		s.fault(c, "“"+ind.Name+"”是公式", "在 Excel 里复制这一格，选择性粘贴为“数值”")
	case c.date:
		s.fault(c, "“"+ind.Name+"”存成了日期", "把这一格的格式改为“数值”，再重新填写")
	case err != nil || math.IsNaN(v) || math.IsInf(v, 0):
		s.fault(c, "“"+ind.Name+"”应当是数，现在是“"+snippet(c.text)+"”", "填数字；没有数的写 "+missingWords)
	case !fits:
		s.fault(unit, "“"+ind.Name+"”的单位是“"+ind.Unit+"”，写了“"+snippet(unit.text)+"”", "把数换算好，单位写"+ind.Unit)
	case strings.HasSuffix(c.text, "%") && ind.Unit != "%":
		s.fault(c, "“"+ind.Name+"”不是百分数", "按单位“"+ind.Unit+"”填数")
	default:
		if factor != 1 {
			v = scale(v, factor)
		}
		switch span := outside(v, ind); {
		case math.Abs(v) > maxNumber:
			s.fault(c, "“"+ind.Name+"”的数太大："+snippet(c.text), "核对数字和单位")
		case span != "":
			s.fault(c, "“"+ind.Name+"”是 "+show(v)+ind.Unit+"，应当"+span, "核对数字和单位")
		case v != math.Trunc(v) && ind.Decimals == 0 && has(s.n.whole, ind.Unit):
			s.fault(c, "“"+ind.Name+"”以“"+ind.Unit+"”计，应当是整数，现在是 "+show(v), "按实际个数填整数")
		case ind.Unit == "%" && v > 0 && v < 1 && v*100 <= *orElse(ind.Max, 100):
			s.ps.Notice(s.g.place(c), "“"+ind.Name+"”是 "+show(v)+"%，不到百分之一", "是不是 "+show(scale(v, 100))+"？百分数写成 96.2，不写 0.962；确实这样小的不用改")
		}
	}
	return v, ind.Unit
}

// joinItems adds what the workbook says to what summary.toml says; an item in
// both is a fault.
func joinItems(file, sheet []balance.Item, n *National, ps *balance.Problems) []balance.Item {
	type key struct {
		indicator string
		stage     balance.Stage
	}
	first := map[key]balance.Place{}
	for _, it := range file {
		first[key{it.Indicator, it.Stage}] = it.Datum.Place
	}
	for _, it := range sheet {
		if p, dup := first[key{it.Indicator, it.Stage}]; dup {
			ind, _ := n.Indicator(it.Indicator)
			ps.Fault(it.Datum.Place, "“"+ind.Name+"”"+string(it.Stage)+"在 summary.toml 第 "+itoa(p.Line)+" 行也写了", "只留一处")
			continue
		}
		file = append(file, it)
	}
	return file
}
