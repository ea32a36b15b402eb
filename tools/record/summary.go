package record

import (
	"io/fs"

	"junheng/tools/balance"
)

// summaryFile is summary.toml: what is known for the district as a whole.
type summaryFile struct {
	Year  int           `toml:"year" zh:"学年,年份" say:"学年的前一个日历年，与文件夹同名"`
	Items []summaryItem `toml:"item" zh:"数据项,指标项" say:"一项一个 [[item]]"`
}

type summaryItem struct {
	Indicator string          `toml:"indicator" zh:"指标,指标名称" need:"\"…\"" say:"指标编号，见下表"`
	Stage     balance.Stage   `toml:"stage" zh:"学段" say:"分学段的指标写明；不分的不写"`
	Value     *float64        `toml:"value" zh:"值,数值" say:"数；与 missing 二者写一个"`
	Missing   balance.Missing `toml:"missing" zh:"缺值,缺值原因" say:"没有数的写原因"`
	Judged    balance.Outcome `toml:"judged" zh:"判断,结论" say:"只用于判断类指标"`
	Unit      string          `toml:"unit" zh:"单位,计量单位" say:"与指标的单位一致"`
	Period    string          `toml:"period" zh:"时期,时间,年度" say:"统计时间，如按日历年的经费"`
	Evidence  string          `toml:"evidence" zh:"佐证材料,佐证,依据" say:"佐证材料"`
	Inputs    map[string]int  `toml:"inputs" zh:"计数" say:"比率由哪些个数算出，如 { total = 100, graduates = 99 }"`
}

func readSummary(fsys fs.FS, name string, year int, n *National, ps *balance.Problems, said *[]Text) []balance.Item {
	var doc summaryFile
	f := load(fsys, name, &doc, ps)
	if f == nil {
		return nil
	}
	*said = append(*said, f.texts...)
	if doc.Year != 0 && doc.Year != year {
		ps.Fault(f.valueAt(f.root, "year"), "年份 "+itoa(doc.Year)+" 与文件夹 "+itoa(year)+" 不同", "写成 year = "+itoa(year)+"，或移到 "+itoa(doc.Year)+" 文件夹")
	}
	if f.root.get("year") == nil && !f.partial {
		ps.Fault(f.place(f.root), "缺少 year（学年）", "补上一行：year = "+itoa(year))
	}
	seen := map[string]int{}
	var items []balance.Item
	for i, it := range doc.Items {
		e := f.root.get("item").item(i)
		r := itemReader{file: f, e: e, n: n, ps: ps}
		item, ok := r.read(it)
		if it.Indicator != "" {
			key := it.Indicator + "\x00" + string(it.Stage)
			if line, dup := seen[key]; dup {
				ps.Fault(f.at(e, "indicator"), "“"+snippet(it.Indicator)+"”"+string(it.Stage)+"写了两次，前一次在第 "+itoa(line)+" 行", "删去一条；不同学段的写明 stage")
				continue
			}
			seen[key] = f.at(e, "indicator").Line
		}
		if ok {
			items = append(items, item)
		}
	}
	return items
}
