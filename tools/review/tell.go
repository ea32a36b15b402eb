package review

import (
	"fmt"
	"strconv"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/record"
)

// again is how to mend an entry that no longer fits.
const again = "对照原件核实后，删去这一条，再运行 junheng extract --review 补上新的一条"

// differs says what of an entry is read differently now, each where it stands.
func differs(e *record.Review, wrong []difference, ps *balance.Problems) {
	for _, d := range wrong {
		what := fmt.Sprintf("“%s”里的“%s”，%s 现在读作 %s，与这里写的不同", clip(e.Quote), e.Raw, d.key, d.now)
		if e.Decision == "" {
			ps.Notice(e.At(d.key), what+"，这一条不起作用", again)
		} else {
			ps.Fault(e.At(d.key), what, again)
		}
	}
}

// missing says why the figure of an entry is not to be found.
func missing(rep *balance.Report, figs []balance.Figure, e *record.Review, ps *balance.Problems) {
	at, what, mend := e.At("quote"), "", again
	stands := false
	a := article(rep, e.Article)
	switch {
	case a == nil:
		at, what = e.At("article"), fmt.Sprintf("报告 %s 里没有第 %d 篇", e.Report, e.Article)
	case !strings.Contains(e.Quote, e.Raw):
		at, what, mend = e.At("raw"), fmt.Sprintf("原句里没有“%s”", e.Raw), "raw 要照原句写；"+again
	default:
		if p := paragraph(a, e.Paragraph); p != nil {
			stands = holds(p, e)
		}
		if n := elsewhere(a, e.Quote); !stands && n > 0 {
			at, what = e.At("paragraph"), fmt.Sprintf("“%s”不在第 %d 段，现在在第 %d 段", clip(e.Quote), e.Paragraph, n)
			mend = fmt.Sprintf("对照原件核实后，改成 paragraph = %d", n)
		} else if !stands {
			what = fmt.Sprintf("报告 %s 第 %d 篇里找不到“%s”，原件已变%s", e.Report, e.Article, clip(e.Quote), instead(figs, e))
		} else {
			at, what = e.At("raw"), fmt.Sprintf("“%s”还在，现在不再从中读出“%s”", clip(e.Quote), e.Raw)
		}
	}
	if e.Decision == "" || e.Decision == balance.Reject && stands {
		ps.Notice(at, what+"，这一条不起作用", "可以删去这一条")
		return
	}
	ps.Fault(at, what, mend)
}

// instead quotes what the article says of the same indicator now.
func instead(figs []balance.Figure, e *record.Review) string {
	want := e.Expect
	if want.Indicator == nil || *want.Indicator == "" {
		return ""
	}
	for i := range figs {
		f := &figs[i]
		if f.Source.Article == e.Article && f.Indicator == *want.Indicator && (want.Stage == nil || f.Stage == *want.Stage) && (want.Kind == nil || f.Kind == *want.Kind) {
			return fmt.Sprintf("；第 %d 段现在写的是“%s”", f.Source.Paragraph, clip(f.Source.Quote))
		}
	}
	return ""
}

func article(rep *balance.Report, n int) *balance.Article {
	for i := range rep.Articles {
		if rep.Articles[i].Number == n {
			return &rep.Articles[i]
		}
	}
	return nil
}

func paragraph(a *balance.Article, n int) *balance.Paragraph {
	for i := range a.Paragraphs {
		if a.Paragraphs[i].Number == n {
			return &a.Paragraphs[i]
		}
	}
	return nil
}

// holds reports whether an entry's quote stands at its place.
func holds(p *balance.Paragraph, e *record.Review) bool {
	if p.Table == nil {
		return e.Row == 0 && strings.Contains(p.Text, e.Quote)
	}
	r, c := e.Row-1, e.Column-1
	return r >= 0 && c >= 0 && r < len(p.Table.Rows) && c < len(p.Table.Rows[r]) && p.Table.Rows[r][c].Text == e.Quote
}

// elsewhere finds the one paragraph of running text that holds a quote; 0 when
// none or several do.
func elsewhere(a *balance.Article, quote string) int {
	found := 0
	for i := range a.Paragraphs {
		if strings.Contains(a.Paragraphs[i].Text, quote) {
			if found > 0 {
				return 0
			}
			found = a.Paragraphs[i].Number
		}
	}
	return found
}

func clip(s string) string {
	if r := []rune(s); len(r) > 30 {
		return string(r[:29]) + "…"
	}
	return s
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
