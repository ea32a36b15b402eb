package review

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/record"
)

// opening stands at the head of a new review.toml.
const opening = `# 人工核实：机器从报告里读出的数，逐条对照原件。没有写 decision 的不起作用，页面上标“机读待核”。
#
#   读得对：    decision = "confirm"
#   读错了：    decision = "correct"，另写应读作什么（to.value、to.unit、to.stage、to.kind、to.indicator 中改了的）和 reason
#   不是数据：  decision = "reject"，另写 reason；此后不进入任何结论和核对
#
# 其余各项是预期在原件里读到的内容，不要改动；原件或读法变了，check 会逐条指出。
# 报告增减以后再运行 junheng extract --review：已有的各条原样保留，只在后面添上新的。
`

// A Drafter writes the entries of one review.toml that are still missing.
type Drafter struct {
	Names   map[string]string // indicator id → its official name, for the clerk
	Entries []record.Review   // already in the file
	out     strings.Builder
	added   int
}

// Add drafts an entry for every figure of rep that has none yet and stands in
// an article for which wanted is true.
func (d *Drafter) Add(rep *balance.Report, figs []balance.Figure, wanted func(article int) bool) {
	has := map[int]bool{}
	at := map[string][]int{}
	for i := range figs {
		at[place(&figs[i])] = append(at[place(&figs[i])], i)
	}
	for k := range d.Entries {
		if e := &d.Entries[k]; e.Report == rep.Slug {
			if i, _ := pick(figs, at[placeOf(e)], e); i >= 0 {
				has[i] = true
			}
		}
	}
	said := ""
	for i := range figs {
		f := &figs[i]
		if has[i] || !wanted(f.Source.Article) {
			continue
		}
		if where := section(rep, f); where != said {
			fmt.Fprintf(&d.out, "\n# ======== %s\n", where)
			said = where
		}
		d.entry(rep.Slug, f)
		d.added++
	}
}

// Added counts the entries drafted.
func (d *Drafter) Added() int { return d.added }

// Text is the whole file: what it held, byte for byte, and the new entries.
func (d *Drafter) Text(existing string) string {
	switch {
	case d.added == 0 && existing != "":
		return existing
	case strings.TrimSpace(strings.TrimPrefix(existing, "\ufeff")) == "":
		return opening + d.out.String()
	case !strings.HasSuffix(existing, "\n"):
		existing += "\n"
	}
	return existing + d.out.String()
}

// section names where figures stand, for the comment above them.
func section(rep *balance.Report, f *balance.Figure) string {
	where := rep.Slug
	if len(rep.Articles) > 1 {
		where += fmt.Sprintf("　第%d篇", f.Source.Article)
	}
	if n := len(f.Source.Section); n > 0 {
		where += "　" + plain(f.Source.Section[n-1])
	}
	return where
}

// plain is text that may stand in a comment.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F {
			return ' '
		}
		return r
	}, s)
	return clip(s)
}

func (d *Drafter) entry(slug string, f *balance.Figure) {
	w := &d.out
	line := func(key, value string) { fmt.Fprintf(w, "%s = %s\n", key, value) }
	s := f.Source
	w.WriteString("\n[[figure]]\n")
	line("report", quoted(slug))
	line("article", fmt.Sprint(s.Article))
	line("paragraph", fmt.Sprint(s.Paragraph))
	if s.Table > 0 {
		line("table", fmt.Sprint(s.Table))
		line("row", fmt.Sprint(s.Row))
		line("column", fmt.Sprint(s.Column))
	}
	line("quote", quoted(s.Quote))
	line("raw", quoted(f.Raw))
	if f.RawStart != points(s.Quote, strings.Index(s.Quote, f.Raw)) {
		line("raw_start", fmt.Sprint(f.RawStart))
	}
	line("value", number(f.Value))
	if f.ValueMax != nil {
		line("value_max", number(*f.ValueMax))
	}
	line("unit", quoted(f.Unit))
	if f.Comparator != balance.Eq {
		line("comparator", quoted(string(f.Comparator)))
	}
	line("stage", quoted(string(f.Stage)))
	if f.Scope != "" {
		line("scope", quoted(f.Scope))
	}
	line("kind", quoted(string(f.Kind))+"  # "+kinds[f.Kind])
	name := d.Names[f.Indicator]
	if f.Indicator == "" {
		name = "没有对上指标"
	}
	line("indicator", quoted(f.Indicator)+"  # "+plain(name))
	line("decision", `""`)
}

var kinds = map[balance.Kind]string{
	balance.Observed: "现状", balance.Limit: "标准", balance.Target: "目标", balance.Plan: "规划", balance.Forecast: "预测",
}

// quoted is s as a basic TOML string (TOML 1.0, String).
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7F:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
