package record

import (
	"io/fs"
	"path"
	"regexp"
	"strings"

	"junheng/tools/balance"
)

// correctionsFile is corrections.toml: what was published wrong and is now right.
type correctionsFile struct {
	Corrections []struct {
		Date  string `toml:"date" zh:"日期,更正日期" need:"\"2024-01-12\"" say:"改正的日期"`
		Page  string `toml:"page" zh:"网页,页面,地址" need:"\"/districts/…/\"" say:"网站里的地址，从 /districts/ 起"`
		Wrong string `toml:"wrong" zh:"原来,误,错处" need:"\"…\"" say:"原来公布的"`
		Right string `toml:"right" zh:"现在,正,改为" need:"\"…\"" say:"现在的说法；撤回的写明原因"`
		Told  string `toml:"told" zh:"指出,由谁指出" need:"\"读者\"" say:"单位名称，或读者、家长；不写个人姓名"`
	} `toml:"correction" zh:"更正" say:"一处一个 [[correction]]，只增不删"`
}

// districtPages are the addresses a district's pages can have below its code.
var districtPages = regexp.MustCompile(`^(\d{4}/([a-z0-9-]+/|reports/[a-z0-9-]+/)?|schools/\d{10}/)?$`)

func readCorrections(fsys fs.FS, name string, ps *balance.Problems, said *[]Text) []balance.Correction {
	var doc correctionsFile
	f := load(fsys, name, &doc, ps)
	if f == nil {
		return nil
	}
	*said = append(*said, f.texts...)
	own := "/" + path.Dir(path.Dir(name)) + "/"
	seen := unique{file: f, what: "更正", ps: ps}
	var out []balance.Correction
	for i, c := range doc.Corrections {
		e := f.root.get("correction").item(i)
		date(f, e, "date", c.Date, ps)
		if rest, ok := strings.CutPrefix(c.Page, own); c.Page != "" && (!ok || !districtPages.MatchString(rest)) {
			ps.Fault(f.valueAt(e, "page"), "page“"+snippet(c.Page)+"”不是本区县网页的地址", "写网址里从 /districts/ 起的部分，以 / 结尾，如 \""+own+path.Base(path.Dir(name))+"/\"")
		}
		for _, t := range []struct{ key, text string }{{"wrong", c.Wrong}, {"right", c.Right}, {"told", c.Told}} {
			if e.get(t.key) != nil && strings.TrimSpace(t.text) == "" {
				ps.Fault(f.valueAt(e, t.key), t.key+" 是空的", "写明原来怎样（wrong）、现在怎样（right）、由谁指出（told）")
			}
		}
		if c.Wrong != "" && c.Wrong == c.Right {
			ps.Fault(f.valueAt(e, "right"), "更正前后一样", "right 写现在的说法")
		}
		if seen.add(c.Date+" "+c.Page+" "+c.Wrong, e, "wrong") {
			out = append(out, balance.Correction{Date: c.Date, Page: c.Page, Wrong: c.Wrong, Right: c.Right, Told: c.Told, Place: f.place(e)})
		}
	}
	return out
}
