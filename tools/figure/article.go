package figure

import (
	"strings"

	"junheng/tools/balance"
)

// offers reports the title of a notice that fills places: 招聘公告, 招生简章.
func (w *walker) offers(title string) bool {
	return holds(title, w.lex.title.Offer) && holds(title, w.lex.title.Notice)
}

// stageOfArticle is the stage of the school an article is about, from the name
// of its document or the words 是一所….
func (w *walker) stageOfArticle(rep *balance.Report, a *balance.Article) balance.Stage {
	for _, name := range []string{rep.Title, rep.Publisher} {
		if s := w.stageIn(name); s != "" {
			return s
		}
	}
	for i := range a.Paragraphs[:min(len(a.Paragraphs), 8)] {
		_, text, found := strings.Cut(a.Paragraphs[i].Text, "是一所")
		if !found {
			continue
		}
		if i := strings.IndexAny(text, "，。；,;"); i >= 0 {
			text = text[:i]
		}
		if s := w.stageIn(text); s != "" {
			return s
		}
	}
	return balance.StageNone
}

// yearOf is the year a report was written in, as far as it says.
func yearOf(rep *balance.Report, title string) int {
	if len(rep.Published) >= 4 {
		if y := lastYear(rep.Published[:4] + "年"); y > 0 {
			return y
		}
	}
	return lastYear(title)
}

// scopeOf is whose figures an article holds where it does not say: the 市 of
// its 我市 and 全市, whichever body it names most.
func scopeOf(a *balance.Article) string {
	bodies := []string{"省", "市", "县", "区", "旗", "乡", "镇", "街道", "校", "园"}
	var named [10]int
	for i := range a.Paragraphs {
		for _, all := range []string{"我", "全"} {
			for t := a.Paragraphs[i].Text; ; {
				k := strings.Index(t, all)
				if k < 0 {
					break
				}
				t = t[k+len(all):]
				for n, body := range bodies {
					if strings.HasPrefix(t, body) {
						named[n]++
					}
				}
			}
		}
	}
	best := 0
	for n := range bodies {
		if named[n] > named[best] {
			best = n
		}
	}
	if named[best] == 0 {
		return ""
	}
	return "全" + bodies[best]
}

func holds(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// guess is about how many figures a report holds: one a number in digits.
func guess(rep *balance.Report) (n int) {
	for i := range rep.Articles {
		for k := range rep.Articles[i].Paragraphs {
			p := &rep.Articles[i].Paragraphs[k]
			for k := 1; k < len(p.Text); k++ {
				if p.Text[k]-'0' <= 9 && p.Text[k-1]-'0' > 9 && p.Text[k-1] != '.' {
					n++
				}
			}
			if p.Table != nil && len(p.Table.Rows) > 1 {
				n += (len(p.Table.Rows) - 1) * (len(p.Table.Rows[0]) - 1)
			}
		}
	}
	return n
}

// firstClause is a heading up to its first comma or stop: what follows is no
// name but a finding.
func firstClause(heading string) string {
	if i := strings.IndexAny(heading, "，。；,;"); i > 0 {
		return heading[:i]
	}
	return heading
}
