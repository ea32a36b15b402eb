package district

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strconv"

	"junheng/tools/balance"
	"junheng/tools/record"
	"junheng/tools/review"
)

// Draft is the review.toml of a year with an entry for every figure that has
// none yet, of the reports with these slugs or of all, in articles that speak
// for the district. What the file holds stays as it is; added counts the new
// entries. With faults in the problems there is no text.
func (r *Reader) Draft(fsys fs.FS, code string, year int, slugs ...string) (text string, added int, problems balance.Problems) {
	name := path.Join("districts", code, strconv.Itoa(year), "review.toml")
	existing, err := fs.ReadFile(fsys, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		problems.Fault(balance.Place{File: name}, "文件打不开", "检查是否正被别的程序占用")
		return "", 0, problems
	}
	folder, _ := record.ReadFolder(fsys, code, r.national)
	d := review.Drafter{Names: map[string]string{}}
	for _, i := range r.national.Indicators {
		d.Names[i.ID] = i.Name
	}
	for _, y := range folder.Years {
		if y.Year != year {
			continue
		}
		if existing != nil {
			var said []record.Text
			d.Entries = record.ReadReviews(fsys, name, y.Reports, r.national, &problems, &said)
		}
		for _, slug := range slugs {
			if !slices.ContainsFunc(y.Reports, func(s record.Sidecar) bool { return s.Slug == slug }) {
				problems.Fault(balance.Place{File: path.Join("districts", code, strconv.Itoa(year), "reports", slug+".toml")},
					"没有这份报告的来源说明", "先用 junheng add 收入这份报告，写明各篇代表谁")
			}
		}
		for _, s := range y.Reports {
			if len(slugs) > 0 && !slices.Contains(slugs, s.Slug) {
				continue
			}
			if rep, ok := r.machine(fsys, s, &problems); ok {
				d.Add(&rep.Report, rep.Figures, func(n int) bool { return s.SpeaksFor(n) == balance.SpeaksForDistrict })
			}
		}
	}
	text = d.Text(string(existing))
	if len(text) > record.MaxReviews {
		problems.Fault(balance.Place{File: name}, "草稿超过 1 MB，读不回来", "分几次起草：先只起草一两份报告，定下的留着，没有用的删去")
	}
	if problems.Faults() > 0 {
		return "", 0, problems
	}
	return text, d.Added(), problems
}
