package record

import (
	"strconv"
	"strings"

	"junheng/tools/balance"
)

// itemSheet reads the sheet of a workbook on which a clerk fills in what is
// kept for the district as a whole: the same as summary.toml, row by row.
type itemSheet struct {
	g        *sheetGrid
	n        *National
	ps       *balance.Problems
	said     *[]Text
	columns  map[string]int // itemColumn.ID → position
	items    []balance.Item
	index    map[string]int  // indicator and stage → position in items
	firstRow map[string]cell // indicator and stage → where
	inputs   map[string]map[string]int
	blank    int
}

func readItems(g *sheetGrid, n *National, ps *balance.Problems, said *[]Text) []balance.Item {
	s := &itemSheet{g: g, n: n, ps: ps, said: said, columns: map[string]int{}, index: map[string]int{}, firstRow: map[string]cell{}, inputs: map[string]map[string]int{}}
	for tries := 0; ; tries++ {
		row, ok := g.next()
		if !ok || tries > searched {
			ps.Fault(balance.Place{File: g.file, Sheet: g.sheet}, "没有找到表头", "表头写："+s.headers())
			return nil
		}
		if s.header(row) {
			break
		}
	}
	for rows := 0; rows < maxRows; rows++ {
		row, ok := g.next()
		if !ok {
			break
		}
		s.row(row)
	}
	for i := range s.items {
		s.counted(&s.items[i])
	}
	if s.blank > 0 {
		ps.Notice(balance.Place{File: g.file, Sheet: g.sheet}, "有 "+itoa(s.blank)+" 行没有填，按未公布处理", "有数的填上；没有数的也可以写明 "+missingWords)
	}
	return s.items
}

func (s *itemSheet) headers() string {
	var all []string
	for _, c := range s.n.itemColumns {
		all = append(all, c.Header)
	}
	return strings.Join(all, "、")
}

// header finds the columns; false where this row is not it.
func (s *itemSheet) header(row []cell) bool {
	found := map[string]int{}
	for i, c := range row {
		for _, col := range s.n.itemColumns {
			for _, h := range append([]string{col.Header}, col.Aliases...) {
				if _, dup := found[col.ID]; !dup && fold(c.text) == fold(h) {
					found[col.ID] = i
				}
			}
		}
	}
	_, id := found["indicator"]
	_, name := found["name"]
	_, value := found["value"]
	if !id && !name || !value {
		return false
	}
	s.columns = found
	s.g.headed(int(row[0].line))
	return true
}

// at is the cell of a column in a row.
func (s *itemSheet) at(row []cell, id string) cell {
	if i, ok := s.columns[id]; ok && i < len(row) {
		c := row[i]
		c.text = trim(c.text)
		return c
	}
	return cell{line: row[0].line, column: row[0].column}
}

func (s *itemSheet) fault(c cell, what, mend string) { s.ps.Fault(s.g.place(c), what, mend) }

// row reads one row: an item, or a count that belongs to one (编号.计数).
func (s *itemSheet) row(row []cell) {
	id, name, value, judged := s.at(row, "indicator"), s.at(row, "name"), s.at(row, "value"), s.at(row, "judged")
	if id.text == "" && name.text == "" {
		s.fault(row[0], "这一行没有指标", "填指标编号或指标名称；不是数据的行删去")
		return
	}
	if value.text == "" && !value.formula && judged.text == "" {
		s.blank++
		return
	}
	indicator, count, counts := strings.Cut(id.text, ".")
	ind, ok := s.n.Indicator(indicator)
	if id.text == "" {
		ind, ok = s.named(name.text)
		id = name
	}
	if !ok {
		s.fault(id, "没有叫“"+snippet(id.text)+"”的指标", didYouMean(id.text, s.n.indicatorIDs(), "用模板里的编号，不要改动"))
		return
	}
	stage := balance.Stage(s.at(row, "stage").text)
	if len(ind.Stages) > 0 && !has(ind.Stages, stage) || len(ind.Stages) == 0 && stage != "" {
		s.fault(s.at(row, "stage"), "“"+ind.Name+"”的学段不能是“"+snippet(string(stage))+"”", stagesOf(ind))
		return
	}
	key := ind.ID + "\x00" + string(stage)
	if counts {
		s.count(key, count, value, ind, stage)
		return
	}
	for _, c := range []string{"evidence", "period", "unit"} {
		if text := s.at(row, c); personal(text.text) {
			*s.said = append(*s.said, Text{Name: "区县数据项", Text: text.text, Place: s.g.place(text)})
		}
	}
	s.item(row, key, ind, stage)
}

func stagesOf(ind balance.Indicator) string {
	if len(ind.Stages) == 0 {
		return "不分学段，这一格留空"
	}
	var all []string
	for _, st := range ind.Stages {
		all = append(all, string(st))
	}
	return "可以写：" + strings.Join(all, "、")
}

// named finds the one indicator of this name.
func (s *itemSheet) named(name string) (balance.Indicator, bool) {
	for _, ind := range s.n.Indicators {
		if fold(ind.Name) == fold(name) || ind.Short != "" && fold(ind.Short) == fold(name) {
			return ind, true
		}
	}
	return balance.Indicator{}, false
}

// count reads one of the counts a share is made from.
func (s *itemSheet) count(key, name string, c cell, ind balance.Indicator, stage balance.Stage) {
	if !has(inputsOf(ind), name) {
		s.fault(c, "“"+ind.Name+"”没有叫“"+snippet(name)+"”的计数", "可以写："+strings.Join(inputsOf(ind), "、"))
		return
	}
	if isMissing(c.text) {
		return
	}
	n, err := strconv.Atoi(strings.ReplaceAll(fold(c.text), ",", ""))
	if err != nil || n < 0 || n > maxNumber || c.formula || c.date {
		s.fault(c, "计数应当是不小于零的整数，现在是“"+snippet(c.text)+"”", "按实际个数填整数，公式粘贴为“数值”")
		return
	}
	if s.inputs[key] == nil {
		s.inputs[key] = map[string]int{}
	}
	s.inputs[key][name] = n
	if _, ok := s.index[key]; !ok { // the counts alone: what follows from them is computed, nothing is stated
		s.index[key] = len(s.items)
		s.items = append(s.items, balance.Item{Indicator: ind.ID, Stage: stage, Unit: ind.Unit, Datum: balance.Datum{Missing: balance.NotReported, Place: s.g.place(c)}})
	}
}

// counted gives an item its counts, and says where its value is not what they make.
func (s *itemSheet) counted(it *balance.Item) {
	it.Inputs = s.inputs[it.Indicator+"\x00"+string(it.Stage)]
	ind, _ := s.n.Indicator(it.Indicator)
	if could, fits := shares(it.Datum.Value, it.Inputs, ind); it.Datum.Known() && it.Judged == "" && len(could) > 0 && !fits {
		s.ps.Notice(it.Datum.Place, "“"+ind.Name+"”是 "+show(it.Datum.Value)+ind.Unit+"，而由下面“其中”各行的数算出的是 "+strconv.FormatFloat(could[0], 'f', max(1, ind.Decimals), 64)+ind.Unit,
			"核对这一项和它下面的各行，改正写错的一个")
	}
}

// inputsOf lists the counts that an indicator's formulas name.
func inputsOf(ind balance.Indicator) (all []string) {
	formulas := ind.Variants
	if ind.Formula != nil {
		formulas = append([]balance.Formula{*ind.Formula}, formulas...)
	}
	for _, f := range formulas {
		if f.Split != balance.SplitItems {
			continue
		}
		for _, name := range append(append(append(append([]string{f.Per}, f.Plus...), f.Minus...), f.PerPlus...), f.PerMinus...) {
			if name != "" && !has(all, name) {
				all = append(all, name)
			}
		}
	}
	return all
}
