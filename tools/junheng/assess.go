package main

import (
	"flag"
	"fmt"
	"strings"

	"junheng/tools/assess"
	"junheng/tools/district"
)

// runAssess prints the verdicts of one district, newest year first.
func runAssess(c *call) error {
	flags := flag.NewFlagSet("assess", flag.ContinueOnError)
	data := flags.String("data", "data", "数据目录；写区县代码时用")
	format := flags.String("format", "json", "json 或 table")
	year := flags.Int("year", 0, "学年；不写则取最新一年")
	standard := flags.String("standard", "", "只按这一份标准判定，不论它用于哪一年、哪里，如 quality-2017")
	schema := flags.Bool("schema", false, "打印 JSON 的结构说明（JSON Schema），不读数据")
	paths, err := c.parse(flags)
	if err != nil {
		return err
	}
	if *schema && len(paths) == 0 {
		_, err := c.out.Write(assess.Schema())
		return err
	}
	if len(paths) != 1 {
		return usageError("请写出一个区县目录")
	}
	dir, list, err := resolve(paths[0], *data)
	if err != nil {
		return err
	}
	if len(list) != 1 {
		return usageError("一次只能写一个区县")
	}
	code := list[0]
	fsys := dataTree(dir)
	n, err := c.national(fsys, dir)
	if err != nil {
		return err
	}
	r := district.NewReader(n)
	if *standard != "" {
		if ids, ok := r.Under(*standard); !ok {
			return usageError(fmt.Sprintf("没有叫“%s”的标准；有 %s", *standard, strings.Join(ids, "、")))
		}
	}
	d := r.Read(fsys, code)
	if err := c.report(dir, d.Problems); err != nil {
		return err
	}
	for _, y := range d.Years {
		if *year == 0 || y.Year == *year {
			return c.printAssessed(*format, y)
		}
	}
	return usageError(fmt.Sprintf("%s 里没有这一学年的数据", paths[0]))
}
