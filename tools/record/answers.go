package record

import (
	"io/fs"
	"regexp"
	"strings"

	"junheng/tools/balance"
)

// answersFile is answers.toml: the bureau's word on checks that do not hold.
type answersFile struct {
	Answers []struct {
		Report string `toml:"report" zh:"报告" need:"\"…\"" say:"报告的文件名，不带结尾"`
		Check  string `toml:"check" zh:"核对" need:"\"c1\"" say:"报告页上的编号"`
		Expect string `toml:"expect" zh:"算式" need:"\"…\"" say:"所答复的算式，照报告页抄；算式变了，答复就要重写"`
		Text   string `toml:"text" zh:"答复" need:"\"…\"" say:"对公众的说明"`
		Date   string `toml:"date" zh:"日期" need:"\"2024-01-12\"" say:"答复日期"`
	} `toml:"answer" zh:"答复" say:"一处一个 [[answer]]"`
}

var checkID = regexp.MustCompile(`^c[1-9][0-9]{0,4}$`)

func readAnswers(fsys fs.FS, name string, reports []Sidecar, ps *balance.Problems, said *[]Text) []Answer {
	var doc answersFile
	f := load(fsys, name, &doc, ps)
	if f == nil {
		return nil
	}
	*said = append(*said, f.texts...)
	var slugs []string
	for _, r := range reports {
		slugs = append(slugs, r.Slug)
	}
	seen := unique{file: f, what: "答复", ps: ps}
	var answers []Answer
	for i, a := range doc.Answers {
		e := f.root.get("answer").item(i)
		if a.Report != "" && !has(slugs, a.Report) {
			ps.Fault(f.valueAt(e, "report"), "这一年没有叫“"+snippet(a.Report)+"”的报告", didYouMean(a.Report, slugs, "写 reports 文件夹里的文件名，不带结尾"))
		}
		if a.Check != "" && !checkID.MatchString(a.Check) {
			ps.Fault(f.valueAt(e, "check"), "核对的编号“"+snippet(a.Check)+"”不对", "照报告页上的编号写，如 \"c3\"")
		}
		date(f, e, "date", a.Date, ps)
		if seen.add(a.Report+" "+a.Check, e, "check") && strings.TrimSpace(a.Text) != "" {
			answers = append(answers, Answer{Report: a.Report, Check: a.Check, Expect: a.Expect, Text: a.Text, Date: a.Date, Place: f.place(e)})
		}
	}
	return answers
}
