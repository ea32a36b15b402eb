package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"junheng/tools/district"
	"junheng/tools/figure"
	"junheng/tools/privacy"
	"junheng/tools/review"
)

// yearFolder is one year of a bureau, with the reports of it that were named.
type yearFolder struct {
	data, code string
	year       int
	slugs      []string
}

func (y yearFolder) file() string {
	return filepath.Join(y.data, "districts", y.code, strconv.Itoa(y.year), "review.toml")
}

// draft drafts review.toml for the documents of the call. In a bureau's folder
// what the year's review.toml already holds is kept as it is.
func (d *documents) draft(write bool) error {
	years, loose := d.years()
	switch {
	case d.failed:
		return errFaults
	case write && len(loose) > 0:
		return usageError(fmt.Sprintf("%s 不在区县文件夹的 reports 里，不知道写到哪里；先用 junheng add 收入，或去掉 --write", loose[0]))
	case !write && len(years)+min(len(loose), 1) > 1:
		return usageError("这些报告不在同一个学年；一次起草一个学年，或用 --write 写进各自的 review.toml")
	case len(loose) > 0:
		return d.draftLoose(loose)
	}
	reader := district.NewReader(d.national)
	for _, y := range years {
		text, added, problems := reader.Draft(dataTree(y.data), y.code, y.year, y.slugs...)
		if d.c.report(y.data, problems) != nil {
			d.failed = true
			continue
		}
		if !write {
			if sameFile(d.c.out, y.file()) {
				return usageError("输出正接在 review.toml 后面，内容会重复；请改用 --write")
			}
			fmt.Fprint(d.c.out, text)
		} else if added > 0 {
			if err := replaceFile(y.file(), text); err != nil {
				return err
			}
		}
		fmt.Fprintf(d.c.err, "%s：新起草%d条，已有的原样保留。没有写 decision 的不起作用。\n", filepath.ToSlash(y.file()), added)
	}
	return d.end()
}

// years sorts the documents by the folder they belong to.
func (d *documents) years() (years []*yearFolder, loose []string) {
	byFile := map[string]*yearFolder{}
	for _, file := range d.files {
		y, slug, ok := folderOf(file)
		if !ok {
			loose = append(loose, file)
			continue
		}
		known := byFile[y.file()]
		if known == nil {
			known = &y
			byFile[y.file()] = known
			years = append(years, known)
		}
		known.slugs = append(known.slugs, slug)
	}
	return years, loose
}

// folderOf finds the bureau's folder a file lies in:
// …/districts/<code>/<year>/reports/<slug>.html.
func folderOf(file string) (y yearFolder, slug string, ok bool) {
	dir, code, err := locate(file)
	if err != nil {
		return y, "", false
	}
	abs, err := filepath.Abs(file)
	if err != nil {
		return y, "", false
	}
	folder := path.Dir(filepath.ToSlash(abs))
	year, err := strconv.Atoi(path.Base(path.Dir(folder)))
	if err != nil || path.Base(folder) != "reports" || path.Base(path.Dir(path.Dir(folder))) != code {
		return y, "", false
	}
	return yearFolder{data: dir, code: code, year: year}, strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)), true
}

// draftLoose drafts for files that belong to no bureau: every figure of theirs.
func (d *documents) draftLoose(files []string) error {
	reader := figure.NewReader(d.national.Indicators)
	drafter := review.Drafter{Names: map[string]string{}}
	for _, i := range d.national.Indicators {
		drafter.Names[i.ID] = i.Name
	}
	for _, file := range files {
		rep, ok := d.read(file)
		if !ok {
			continue
		}
		privacy.Report(rep)
		rep.Slug = slugOf(filepath.Base(file))
		figs, _ := reader.Read(rep)
		drafter.Add(rep, figs, func(int) bool { return true })
	}
	fmt.Fprint(d.c.out, drafter.Text(""))
	return d.end()
}

// sameFile reports whether out writes into a file that already holds something.
func sameFile(out any, name string) bool {
	f, ok := out.(*os.File)
	if !ok {
		return false
	}
	a, err1 := f.Stat()
	b, err2 := os.Stat(name)
	return err1 == nil && err2 == nil && os.SameFile(a, b) && b.Size() > 0
}

// replaceFile puts text in the place of a file in one step.
func replaceFile(name, text string) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".review-*.tmp")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if _, err := f.WriteString(text); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := os.Chmod(f.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
