package main

import (
	"bytes"
	"flag"
	"fmt"
	"path/filepath"
	"strconv"
	"time"

	"junheng/tools/record"
)

// runNew makes what a bureau fills in: the workbook or table of a year, and the
// folder's district.toml where it is not there yet. What is there is never
// written over.
func runNew(c *call) error {
	flags := flag.NewFlagSet("new", flag.ContinueOnError)
	data := flags.String("data", "data", "数据目录")
	asCSV := flags.Bool("csv", false, "不写工作簿，写 schools.csv 和 summary.toml")
	args, err := c.parse(flags)
	if err != nil {
		return err
	}
	if len(args) < 1 || len(args) > 2 || !sixDigits.MatchString(args[0]) {
		return usageError("请写六位区县代码，后面可以写学年")
	}
	year := schoolYear(time.Now())
	if len(args) == 2 {
		if year, err = strconv.Atoi(args[1]); err != nil || year < 1986 || year > 2100 {
			return usageError(fmt.Sprintf("学年“%s”应为四位年份，取学年的第一个日历年", args[1]))
		}
	}
	n, err := c.national(dataTree(*data), *data)
	if err != nil {
		return err
	}
	division, ok := n.Division(args[0])
	if !ok {
		return usageError(fmt.Sprintf("divisions.toml 里没有代码 %s，请先补上这个行政区划", args[0]))
	}
	folder := filepath.Join(*data, "districts", division.Code)
	in := func(name string) string { return filepath.Join(folder, strconv.Itoa(year), name) }
	for _, name := range []string{"schools.xlsx", "schools.csv"} {
		if exists(in(name)) {
			return usageError(fmt.Sprintf("已经有 %s，没有写新的；要重新开始，先把它移走", in(name)))
		}
	}
	var files []newFile
	for _, t := range record.Templates(n, division, year) {
		switch {
		case t.File == "district.toml" && !exists(filepath.Join(folder, t.File)):
			files = append(files, newFile{filepath.Join(folder, t.File), []byte(t.Text)})
		case *asCSV && (t.File == "schools.csv" || t.File == "summary.toml" && !exists(in(t.File))):
			files = append(files, newFile{in(t.File), []byte(t.Text)})
		}
	}
	if !*asCSV {
		var book bytes.Buffer
		if err := record.WriteWorkbook(&book, n, division, year); err != nil {
			return err
		}
		files = append(files, newFile{in("schools.xlsx"), book.Bytes()})
	}
	if err := writeAll(files); err != nil {
		return err
	}
	for _, f := range files {
		fmt.Fprintln(c.out, "已写好", f.name)
	}
	fmt.Fprintf(c.out, "填好以后检查：junheng check %s\n", division.Code)
	return nil
}

// schoolYear is the 学年 of a day: it begins in September.
func schoolYear(day time.Time) int {
	if day.Month() < time.September {
		return day.Year() - 1
	}
	return day.Year()
}
