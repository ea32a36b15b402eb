package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"junheng/tools/audit"
	"junheng/tools/balance"
	"junheng/tools/figure"
	"junheng/tools/report"
)

// runExtract prints the figures of documents, one JSON object a line.
func runExtract(c *call) error {
	return c.eachDocument("extract", func(rep *balance.Report, figs []balance.Figure, p *printer) {
		for _, f := range figs {
			p.line(figure.LineOf(f), figureRow(f))
		}
	}, "篇", "段", "原文数字", "值", "单位", "学段", "性质", "指标", "原句")
}

func figureRow(f balance.Figure) []string {
	value := number(f.Value)
	if f.ValueMax != nil {
		value += "–" + number(*f.ValueMax)
	}
	if f.Comparator != balance.Eq {
		value = comparators[f.Comparator] + value
	}
	return []string{fmt.Sprint(f.Source.Article), fmt.Sprint(f.Source.Paragraph), f.Raw, value, f.Unit,
		string(f.Stage), string(f.Kind), f.Indicator, f.Source.Quote}
}

var comparators = map[balance.Comparator]string{
	balance.Ge: "≥", balance.Gt: ">", balance.Le: "≤", balance.Lt: "<", balance.Approx: "≈",
}

// runAudit prints the relations between the figures of documents.
func runAudit(c *call) error {
	return c.eachDocument("audit", func(rep *balance.Report, figs []balance.Figure, p *printer) {
		for _, k := range audit.Report(rep, figs) {
			state := "相符"
			if !k.Holds {
				state = "待说明"
			}
			p.line(k, []string{fmt.Sprint(k.Article), k.ID, state, k.Formula, number(k.Difference), k.Text})
		}
	}, "篇", "编号", "结果", "算式", "相差", "说明")
}

// eachDocument reads every file named in the call and hands on its figures.
// Files that cannot be read are all named before the verb fails.
func (c *call) eachDocument(name string, do func(*balance.Report, []balance.Figure, *printer), header ...string) error {
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	data := flags.String("data", "data", "数据目录")
	format := flags.String("format", "json", "json 或 table")
	files, err := c.parse(flags)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return usageError("请写出要读的文件")
	}
	p, err := newPrinter(c.out, *format, header)
	if err != nil {
		return err
	}
	// Only the indicators are needed, and the binary has them, so that a
	// document can be read anywhere.
	n, err := c.national(layered{os.DirFS(*data), embeddedData(), nil}, *data)
	if err != nil {
		return err
	}
	reader := figure.NewReader(n.Indicators)
	failed := false
	for _, file := range files {
		bytes, err := readDocument(file)
		if err == nil {
			var rep *balance.Report
			if rep, err = report.Read(filepath.Base(file), bytes); err == nil {
				figs, _ := reader.Read(rep)
				do(rep, figs, p)
			}
		}
		if err != nil {
			fmt.Fprintf(c.err, "%s: %v\n", file, err)
			failed = true
		}
	}
	if err := p.close(); err != nil {
		return err
	}
	if failed {
		return errFaults
	}
	return nil
}
