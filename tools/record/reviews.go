package record

import (
	"io/fs"
	"strings"

	"junheng/tools/balance"
)

// reviewsFile is review.toml: what a clerk decided about machine-read figures.
type reviewsFile struct {
	Figures []reviewEntry `toml:"figure" zh:"数据,核实"`
}

// reviewEntry names a figure by its place and by what is expected there.
// A key that is not written is not compared.
type reviewEntry struct {
	Report    string              `toml:"report" zh:"报告" need:"\"…\""`
	Article   int                 `toml:"article" zh:"篇" need:"1"`
	Paragraph int                 `toml:"paragraph" zh:"段" need:"1"`
	Table     int                 `toml:"table" zh:"表"`
	Row       int                 `toml:"row" zh:"行"`
	Column    int                 `toml:"column" zh:"列"`
	Quote     string              `toml:"quote" zh:"原句,引文" need:"\"…\""`
	Raw       string              `toml:"raw" zh:"原文数字" need:"\"…\""`
	RawStart  *int                `toml:"raw_start" zh:"数字在原句里的位置"`
	Value     *float64            `toml:"value" zh:"值,读作"`
	ValueMax  *float64            `toml:"value_max" zh:"上限"`
	Unit      *string             `toml:"unit" zh:"单位"`
	Compare   *balance.Comparator `toml:"comparator" zh:"比较"`
	Stage     *balance.Stage      `toml:"stage" zh:"学段"`
	Scope     *string             `toml:"scope" zh:"范围"`
	Kind      *balance.Kind       `toml:"kind" zh:"性质"`
	Period    *string             `toml:"period" zh:"时间,时期"`
	Indicator *string             `toml:"indicator" zh:"指标"`
	Decision  balance.Decision    `toml:"decision" zh:"决定,结果"`
	To        reviewTo            `toml:"to" zh:"更正为,改为"`
	Reason    string              `toml:"reason" zh:"理由,原因"`
	Date      string              `toml:"date" zh:"日期"`
}

type reviewTo struct {
	Value     *float64            `toml:"value" zh:"值"`
	ValueMax  *float64            `toml:"value_max" zh:"上限"`
	Unit      *string             `toml:"unit" zh:"单位"`
	Compare   *balance.Comparator `toml:"comparator" zh:"比较"`
	Stage     *balance.Stage      `toml:"stage" zh:"学段"`
	Scope     *string             `toml:"scope" zh:"范围"`
	Kind      *balance.Kind       `toml:"kind" zh:"性质"`
	Period    *string             `toml:"period" zh:"时间,时期"`
	Indicator *string             `toml:"indicator" zh:"指标"`
}

// MaxReviews bounds the bytes of a review.toml, as of every TOML file.
const MaxReviews = maxTOML

// ReadReviews reads a review.toml. reports are those of its year. Entries at
// fault are left out; package review holds the others against the documents.
func ReadReviews(fsys fs.FS, name string, reports []Sidecar, n *National, ps *balance.Problems, said *[]Text) []Review {
	var doc reviewsFile
	f := load(fsys, name, &doc, ps)
	if f == nil {
		return nil
	}
	*said = append(*said, f.texts...)
	var slugs []string
	for _, r := range reports {
		slugs = append(slugs, r.Slug)
	}
	var out []Review
	for i := range doc.Figures {
		e := &doc.Figures[i]
		r := reviewReader{file: f, e: f.root.get("figure").item(i), n: n, ps: ps}
		before := ps.Faults()
		if e.Report != "" && !has(slugs, e.Report) {
			r.fault("report", "这一年没有叫“"+snippet(e.Report)+"”的报告", didYouMean(e.Report, slugs, "写 reports 文件夹里的文件名，不带结尾"))
		}
		r.decision(e)
		if ps.Faults() == before && e.Report != "" && e.Quote != "" && e.Raw != "" {
			out = append(out, r.review(e))
		}
	}
	return out
}

// reviewReader checks one [[figure]].
type reviewReader struct {
	file *tomlFile
	e    *node
	n    *National
	ps   *balance.Problems
}

func (r reviewReader) fault(key, what, mend string) {
	r.ps.Fault(r.file.valueAt(r.e, key), what, mend)
}

// decided maps the words people use to those that are read.
var decided = map[string]balance.Decision{
	"确认": balance.Confirm, "已核": balance.Confirm, "confirmed": balance.Confirm,
	"更正": balance.Correct, "改正": balance.Correct, "corrected": balance.Correct,
	"剔除": balance.Reject, "删除": balance.Reject, "rejected": balance.Reject,
}

// decision checks that a decision says all that it must, and nothing else.
func (r reviewReader) decision(e *reviewEntry) {
	if d := decided[strings.TrimSpace(string(e.Decision))]; d != "" {
		r.fault("decision", "decision 不能是“"+snippet(string(e.Decision))+"”", "写 decision = \""+string(d)+"\"")
		return
	}
	oneOf(r.file, r.e, "decision", e.Decision, balance.Decisions, r.ps)
	date(r.file, r.e, "date", e.Date, r.ps)
	reason, to := strings.TrimSpace(e.Reason) != "", r.e.get("to") != nil
	switch e.Decision {
	case balance.Correct:
		if !to {
			r.fault("decision", "写了更正，没有写应当读作什么", "补上一行，如 to.value = 41；改单位、学段、性质、指标的写 to.unit、to.stage、to.kind、to.indicator")
		}
		if !reason {
			r.fault("decision", "更正没有写理由", "补上一行：reason = \"…\"，理由与机读、更正后的值并列公布")
		}
	case balance.Reject:
		if !reason {
			r.fault("decision", "剔除没有写理由", "补上一行：reason = \"…\"，理由在报告页公布")
		}
		fallthrough
	case balance.Confirm:
		if to {
			r.fault("to", "decision = \""+string(e.Decision)+"\" 不应有 to", "要更正的，写 decision = \"correct\"；不更正的，删去 to")
		}
	case "":
		if to || reason {
			r.ps.Notice(r.file.place(r.e), "写了 to 或 reason，没有写 decision，这一条不起作用", "写 decision = \"correct\" 或 \"reject\"")
		}
	}
	r.e = r.e.get("to")
	if s := e.To.Stage; s != nil {
		oneOf(r.file, r.e, "stage", *s, balance.Stages, r.ps)
	}
	if k := e.To.Kind; k != nil {
		oneOf(r.file, r.e, "kind", *k, balance.Kinds, r.ps)
	}
	if c := e.To.Compare; c != nil {
		oneOf(r.file, r.e, "comparator", *c, balance.Comparators, r.ps)
	}
	if id := e.To.Indicator; id != nil && *id != "" {
		if _, ok := r.n.Indicator(*id); !ok {
			r.fault("indicator", "没有编号为“"+snippet(*id)+"”的指标", didYouMean(*id, r.n.indicatorIDs(), "指标编号见 data/indicators.toml；不对应任何指标的写 \"\""))
		}
	}
}

// review is the entry as package review takes it.
func (r reviewReader) review(e *reviewEntry) Review {
	out := Review{Report: e.Report, Article: e.Article, Paragraph: e.Paragraph, Table: e.Table, Row: e.Row, Column: e.Column,
		Quote: e.Quote, Raw: e.Raw, RawStart: e.RawStart, Decision: e.Decision, Reason: e.Reason, Date: e.Date,
		Expect: Expected{e.Value, e.ValueMax, e.Unit, e.Compare, e.Stage, e.Scope, e.Kind, e.Period, e.Indicator},
		To:     Expected(e.To), Place: r.file.place(r.e), keys: map[string]balance.Place{}}
	for key := range r.e.table {
		out.keys[key] = r.file.valueAt(r.e, key)
	}
	return out
}

// Review 核实 is one entry of review.toml.
type Review struct {
	Report             string // Sidecar.Slug
	Article, Paragraph int    // from 1
	Table, Row, Column int    // from 1; 0 outside tables
	Quote, Raw         string // as balance.Figure has them
	RawStart           *int   // nil where the numeral is the first of its kind in the quote
	Expect             Expected
	Decision           balance.Decision // empty: not decided, without effect
	To                 Expected         // of a correction
	Reason, Date       string
	Place              balance.Place

	keys map[string]balance.Place
}

// At is where the value of a key stands, or the entry if it is not written.
func (r Review) At(key string) balance.Place {
	if p, ok := r.keys[key]; ok {
		return p
	}
	return r.Place
}

// Expected 预期读数 is what a figure was read as; nil where nothing is said.
type Expected struct {
	Value     *float64
	ValueMax  *float64
	Unit      *string
	Compare   *balance.Comparator
	Stage     *balance.Stage
	Scope     *string
	Kind      *balance.Kind
	Period    *string
	Indicator *string
}
