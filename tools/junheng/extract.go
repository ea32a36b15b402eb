package main

import (
	"flag"
	"fmt"
	"path/filepath"

	"junheng/tools/audit"
	"junheng/tools/balance"
	"junheng/tools/district"
	"junheng/tools/figure"
)

// runExtract prints the figures of documents, one JSON object a line, or drafts
// the file in which a clerk confirms, corrects and rejects them.
func runExtract(c *call) error {
	flags := flag.NewFlagSet("extract", flag.ContinueOnError)
	drafts := flags.Bool("review", false, "起草 review.toml")
	write := flags.Bool("write", false, "与 --review 同用：直接写进这一学年的 review.toml")
	d, err := c.documents(flags)
	switch {
	case err != nil:
		return err
	case *drafts:
		return d.draft(*write)
	case *write:
		return usageError("--write 只与 --review 同用")
	}
	header := []string{"篇", "段", "原文数字", "值", "单位", "学段", "性质", "指标", "原句"}
	return d.each(header, func(file string, rep *balance.Report, figs []balance.Figure, add func(any, []string)) {
		for _, f := range figs {
			line := figure.LineOf(f)
			line.File = file
			add(line, figureRow(f))
		}
	})
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
	d, err := c.documents(flag.NewFlagSet("audit", flag.ContinueOnError))
	if err != nil {
		return err
	}
	inFolder := d.checks()
	header := []string{"篇", "编号", "结果", "算式", "相差", "说明"}
	return d.each(header, func(file string, rep *balance.Report, figs []balance.Figure, add func(any, []string)) {
		for _, k := range inFolder(rep, figs) {
			state := "相符"
			if !k.Holds {
				state = "待说明"
			}
			add(checkLine{file, k}, []string{fmt.Sprint(k.Article), k.ID, state, k.Formula, number(k.Difference), k.Text})
		}
	})
}

// checks relates the figures of a document. One that lies in a bureau's folder
// is held against what stands beside it too, as on its page.
func (d *documents) checks() func(*balance.Report, []balance.Figure) []balance.Check {
	reader := district.NewReader(d.national)
	known := map[string]*district.District{}
	return func(rep *balance.Report, figs []balance.Figure) []balance.Check {
		f, slug, ok := folderOf(rep.File)
		if !ok {
			return audit.Report(rep, figs)
		}
		folder := filepath.Join(f.data, "districts", f.code)
		if known[folder] == nil {
			known[folder] = reader.Read(dataTree(f.data), f.code)
		}
		for _, y := range known[folder].Years {
			for _, r := range y.Reports {
				if y.Year == f.year && r.Slug == slug {
					return r.Checks
				}
			}
		}
		return audit.Report(rep, figs) // without a sidecar nobody knows for whom it speaks
	}
}

// checkLine is a check as audit prints it; File only where there are several.
type checkLine struct {
	File string `json:"file,omitempty"`
	balance.Check
}
