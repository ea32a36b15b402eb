package main

import (
	"flag"
	"fmt"

	"junheng/tools/assess"
	"junheng/tools/district"
)

// runAssess prints the verdicts of one district, newest year first.
func runAssess(c *call) error {
	flags := flag.NewFlagSet("assess", flag.ContinueOnError)
	data := flags.String("data", "data", "数据目录；写区县代码时用")
	format := flags.String("format", "json", "json 或 table")
	year := flags.Int("year", 0, "学年；不写则取最新一年")
	paths, err := c.parse(flags)
	if err != nil {
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
	d := district.NewReader(n).Read(fsys, code)
	if err := c.report(dir, d.Problems); err != nil {
		return err
	}
	for _, y := range d.Years {
		if *year == 0 || y.Year == *year {
			return c.printVerdicts(*format, y)
		}
	}
	return usageError(fmt.Sprintf("%s 里没有这一学年的数据", paths[0]))
}

func (c *call) printVerdicts(format string, y district.Year) error {
	if format == "json" {
		data, err := assess.JSON(y.Assessed)
		if err != nil {
			return err
		}
		_, err = c.out.Write(data)
		return err
	}
	p, err := newPrinter(c.out, format, []string{"标准", "条", "学校", "学段", "结论", "依据", "值", "差距"})
	if err != nil {
		return err
	}
	for _, v := range y.Assessed.Verdicts {
		row := []string{v.Standard, v.Criterion, v.School, string(v.Stage), string(v.Outcome), string(v.Basis), "", ""}
		if v.Value != nil {
			row[6] = assess.Print(*v.Value) + v.Unit
		}
		if v.Gap != nil {
			row[7] = v.Gap.Text
		}
		p.line(nil, row)
	}
	return p.close()
}
