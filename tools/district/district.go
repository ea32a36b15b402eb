// Package district reads one bureau's folder whole: its tables, its published
// reports, the figures in them, the verdicts that follow and the checks that
// hold or fail. It composes the packages on the way of a figure and adds no
// rule of its own, but for one: only what an article that speaks for the
// district says about the present may become the district's value.
package district

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"junheng/tools/assess"
	"junheng/tools/audit"
	"junheng/tools/balance"
	"junheng/tools/figure"
	"junheng/tools/privacy"
	"junheng/tools/record"
	"junheng/tools/report"
	"junheng/tools/review"
)

// District 区县 is everything that is known of one bureau's folder.
type District struct {
	balance.District
	Years    []Year           // newest first
	Problems balance.Problems // faults and notices of every file in the folder
	Hash     string           // sha256 over names and bytes of the folder: the version its pages print
}

// Year 学年 is one year of a district.
type Year struct {
	Year     int
	Schools  []balance.School
	Items    []balance.Item
	Reports  []Report
	Assessed assess.Result

	Corrections []balance.Correction
}

// Report 报告 is one document with what was read out of it.
type Report struct {
	balance.Report
	Note       string // from the sidecar
	Figures    []balance.Figure
	Statements []balance.Statement
	Checks     []balance.Check
}

// A Reader reads districts against one set of national data. It may be used by
// several goroutines at once.
type Reader struct {
	national *record.National
	figures  *figure.Reader
	rules    *assess.Rules
	fields   map[string]assess.Field
}

// NewReader prepares the national data once for any number of districts.
func NewReader(n *record.National) *Reader {
	r := &Reader{
		national: n, figures: figure.NewReader(n.Indicators),
		rules: assess.New(n.Indicators, n.Standards), fields: map[string]assess.Field{},
	}
	for _, c := range n.Columns {
		r.fields[c.ID] = assess.Field{Header: c.Header, Unit: c.Unit}
	}
	return r
}

// Under makes the reader judge every year under one standard, in force or not.
// It lists the standards there are where there is none of that id.
func (r *Reader) Under(id string) (ids []string, ok bool) {
	rules, ok := r.rules.Under(id)
	if !ok {
		return r.rules.IDs(), false
	}
	r.rules = rules
	return nil, true
}

// Read reads data/districts/<code>; fsys is rooted at data/. Faults stand in
// the result's Problems; a district with faults must not be published.
func (r *Reader) Read(fsys fs.FS, code string) *District {
	folder, problems := record.ReadFolder(fsys, code, r.national)
	problems = append(problems, privacy.Folder(folder)...)
	d := &District{District: folder.District, Problems: problems}
	var err error
	if d.Hash, err = Hash(fsys, code); err != nil {
		d.Problems.Fault(balance.Place{File: path.Join("districts", code)}, "读不全这个目录："+err.Error(), "")
	}
	for _, y := range folder.Years {
		d.Years = append(d.Years, r.year(fsys, d, y))
	}
	d.beside()
	for i, y := range folder.Years {
		for k := range d.Years[i].Reports {
			answer(&d.Years[i].Reports[k], y.Answers, &d.Problems)
		}
	}
	d.Problems.Sort()
	return d
}

func (r *Reader) year(fsys fs.FS, d *District, y record.Year) Year {
	out := Year{Year: y.Year, Schools: y.Schools, Items: y.Items, Corrections: y.Corrections}
	var stated []assess.Stated
	for _, s := range y.Reports {
		rep, ok := r.report(fsys, s, y.Reviews, &d.Problems)
		if !ok {
			continue
		}
		out.Reports = append(out.Reports, rep)
		for _, f := range rep.Figures {
			if f.Kind == balance.Observed && !f.Rejected() && s.SpeaksFor(f.Source.Article) == balance.SpeaksForDistrict {
				stated = append(stated, assess.Stated{Report: s.Slug, Figure: f})
			}
		}
	}
	out.Assessed = r.rules.Year(assess.Input{
		District: d.District, Year: y.Year, Schools: y.Schools, Items: y.Items, Stated: stated, Fields: r.fields,
	})
	conceal(&out)
	return out
}

// report reads one document, lays what a clerk decided over its figures and
// relates those that are left.
func (r *Reader) report(fsys fs.FS, s record.Sidecar, reviews []record.Review, problems *balance.Problems) (Report, bool) {
	out, ok := r.machine(fsys, s, problems)
	if ok {
		review.Apply(&out.Report, out.Figures, reviews, problems)
		out.Checks = audit.Report(&out.Report, kept(out.Figures))
	}
	return out, ok
}

// machine is what is read from a document before a person looks at it, with
// its sidecar laid over it and personal matter masked.
func (r *Reader) machine(fsys fs.FS, s record.Sidecar, problems *balance.Problems) (Report, bool) {
	at := balance.Place{File: s.File}
	data, err := fs.ReadFile(fsys, s.File)
	if err != nil {
		return Report{}, false // record has named the missing document
	}
	read, err := report.Read(path.Base(s.File), data)
	if err != nil {
		problems.Fault(at, err.Error(), "")
		return Report{}, false
	}
	describe(read, s)
	*problems = append(*problems, privacy.Report(read)...)
	if n := len(read.Articles); len(s.Articles) > n {
		problems.Fault(s.Articles[n].Place, fmt.Sprintf("来源说明写了%d篇，原件里只读出%d篇", len(s.Articles), n),
			"请核对 [[article]] 的篇数，与 junheng add 列出的一致")
	} else if len(s.Articles) < n {
		problems.Notice(at, fmt.Sprintf("原件里有%d篇，来源说明只写了%d篇", n, len(s.Articles)),
			"没写的篇按 speaks_for = \"none\" 处理，其中的数据只显示在报告页")
	}
	out := Report{Report: *read, Note: s.Note}
	out.Figures, out.Statements = r.figures.Read(read)
	if n := len(out.Figures); n > mostFigures {
		problems.Fault(at, fmt.Sprintf("读出%d个数，一份报告最多%d个", n, mostFigures), "这更像一张数据表：学校的数据请填学校表，其余请按篇分成几份")
		return Report{}, false
	}
	return out, true
}

// mostFigures bounds a report that is shown: the longest real ones hold some
// hundreds of figures, and a page with all of many thousands opens nowhere.
const mostFigures = 10000

// kept is the figures that no clerk rejected.
func kept(figs []balance.Figure) []balance.Figure {
	return slices.DeleteFunc(slices.Clone(figs), func(f balance.Figure) bool { return f.Rejected() })
}

// describe lets the sidecar, which a person wrote, win over the page's own
// metadata.
func describe(rep *balance.Report, s record.Sidecar) {
	rep.Slug, rep.File, rep.SHA256 = s.Slug, s.File, s.SHA256
	for _, f := range []struct {
		to   *string
		from string
	}{{&rep.Title, s.Title}, {&rep.Publisher, s.Publisher}, {&rep.URL, s.URL}, {&rep.Published, s.Published}, {&rep.Retrieved, s.Retrieved}} {
		if f.from != "" {
			*f.to = f.from
		}
	}
	if s.Level != "" {
		rep.Level = s.Level
	}
	for i := range rep.Articles {
		a := &rep.Articles[i]
		a.SpeaksFor = s.SpeaksFor(a.Number)
		for _, sa := range s.Articles {
			if sa.Number == a.Number && sa.Title != "" {
				a.Title = sa.Title
			}
		}
	}
}

// answer puts the bureau's answers beside the checks they were written for. The
// arithmetic is what an answer answers; the number a check happens to have may
// change with what else is read.
func answer(rep *Report, answers []record.Answer, problems *balance.Problems) {
	for _, a := range answers {
		if a.Report != rep.Slug {
			continue
		}
		found := false
		for i := range rep.Checks {
			if c := &rep.Checks[i]; c.Formula == a.Expect {
				c.Answer, found = a.Text, true
			}
		}
		if !found {
			problems.Fault(a.Place, fmt.Sprintf("报告 %s 里没有算式为“%s”的核对", a.Report, a.Expect),
				"报告或读法已变，请用 junheng audit 查看现在的算式，改正后再答复")
		}
	}
}

// Hash digests every file of a district's folder, names and bytes, in path
// order: two folders with the same hash give the same pages.
func Hash(fsys fs.FS, code string) (string, error) {
	h := sha256.New()
	err := fs.WalkDir(fsys, path.Join("districts", code), func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, p)
		if err != nil {
			return err
		}
		fmt.Fprintf(h, "%s\x00%x\n", p, sha256.Sum256(data))
		return nil
	})
	return hex.EncodeToString(h.Sum(nil)), err
}
