package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/figure"
	"junheng/tools/record"
	"junheng/tools/report"
)

// documents are the files of one call of extract or audit, with what is needed
// to read them.
type documents struct {
	c        *call
	files    []string // folders are opened
	folders  bool     // some of them were found in a folder
	data     string
	format   string
	national *record.National
	failed   bool
}

// documents parses the call. A folder stands for every document in it, its
// subfolders' too; what is no document is named and passed over.
func (c *call) documents(flags *flag.FlagSet) (*documents, error) {
	d := &documents{c: c}
	flags.StringVar(&d.data, "data", "data", "数据目录")
	flags.StringVar(&d.format, "format", "json", "json 或 table")
	args, err := c.parse(flags)
	if err != nil {
		return nil, err
	}
	if len(args) == 0 {
		return nil, usageError("请写出要读的文件或文件夹")
	}
	for _, arg := range args {
		if info, err := os.Stat(arg); err != nil || !info.IsDir() {
			d.files = append(d.files, d.named(arg))
		} else if err := d.open(arg); err != nil {
			return nil, err
		}
	}
	// Only the indicators are needed, and the binary has them, so that a
	// document can be read anywhere.
	d.national, err = c.national(layered{os.DirFS(d.data), embeddedData(), nil}, d.data)
	return d, err
}

// named is the file that an argument means: itself, or 990102/2023/summary for
// that report of the data folder.
func (d *documents) named(arg string) string {
	if !exists(arg) {
		if part := strings.Split(filepath.ToSlash(arg), "/"); len(part) == 3 && sixDigits.MatchString(part[0]) {
			found, _ := filepath.Glob(filepath.Join(d.data, "districts", part[0], part[1], "reports", part[2]+".*"))
			for _, f := range found {
				if filepath.Ext(f) != ".toml" {
					return f
				}
			}
		}
	}
	return arg
}

func (d *documents) open(dir string) error {
	d.folders = true
	before := len(d.files)
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		why := record.Clutter(e.Name())
		switch {
		case err != nil:
			d.fault(name, err)
			return nil
		case e.IsDir() && name != dir && strings.HasPrefix(e.Name(), "."):
			d.skip(name, "隐藏的文件夹")
			return filepath.SkipDir
		case e.IsDir():
			return nil
		case why == "" && filepath.Ext(name) == ".toml":
			why = "说明文件，不是报告"
		case why == "" && strings.HasPrefix(e.Name(), "."):
			why = "隐藏的文件"
		}
		if why != "" {
			d.skip(name, why)
			return nil
		}
		d.files = append(d.files, name)
		return nil
	})
	if err == nil && len(d.files) == before && !d.failed {
		return usageError(fmt.Sprintf("文件夹 %s 里没有可读的文件", dir))
	}
	return err
}

func (d *documents) skip(name, why string) { fmt.Fprintf(d.c.err, "%s: 跳过：%s\n", name, why) }

func (d *documents) fault(name string, err error) {
	fmt.Fprintf(d.c.err, "%s: %v\n", name, explain(err))
	d.failed = true
}

// read reads one file; false when it cannot, which is said.
func (d *documents) read(name string) (*balance.Report, bool) {
	bytes, err := readDocument(name)
	if err == nil {
		var rep *balance.Report
		if rep, err = report.Read(filepath.Base(name), bytes); err == nil {
			return rep, true
		}
	}
	d.fault(name, err)
	return nil, false
}

// each hands every file on to do with its figures, and prints. Files that
// cannot be read are all named before the verb fails. Where there are several,
// each line says which it is from.
func (d *documents) each(header []string, do func(file string, rep *balance.Report, figs []balance.Figure, add func(v any, row []string))) error {
	several := len(d.files) > 1 || d.folders
	if several {
		header = append([]string{"文件"}, header...)
	}
	p, err := newPrinter(d.c.out, d.format, header)
	if err != nil {
		return err
	}
	reader := figure.NewReader(d.national.Indicators)
	for _, file := range d.files {
		rep, ok := d.read(file)
		if !ok {
			continue
		}
		figs, _ := reader.Read(rep)
		rep.File = file
		from := ""
		if several {
			from = filepath.ToSlash(file)
		}
		do(from, rep, figs, func(v any, row []string) {
			if several {
				row = append([]string{from}, row...)
			}
			p.line(v, row)
		})
	}
	if err := p.close(); err != nil {
		return err
	}
	return d.end()
}

func (d *documents) end() error {
	if d.failed {
		return errFaults
	}
	return nil
}
