package report

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
)

// hanDigits reads 1 to 99 in Han or Arabic digits; 0 when s is neither.
func hanDigits(s string) int {
	n, unit := 0, 0
	for _, r := range s {
		switch i := strings.IndexRune("一二三四五六七八九", r); {
		case r >= '0' && r <= '9':
			unit = unit*10 + int(r-'0')
		case r >= '０' && r <= '９':
			unit = unit*10 + int(r-'０')
		case r == '十':
			n += max(unit, 1) * 10
			unit = 0
		case i >= 0:
			unit = i/3 + 1
		default:
			return 0
		}
	}
	return n + unit
}

// mark reads the mark of an article in a collection: 【第一篇】, 篇二：.
func mark(line string) (number int, ok bool) {
	if len(line) > 240 || !strings.Contains(line, "篇") && !strings.Contains(line, "文") && !strings.Contains(line, "模板") {
		return 0, false
	}
	k := key(line)
	if count(k) > 60 || strings.HasSuffix(k, "。") {
		return 0, false
	}
	for _, p := range words.Collection.Marks {
		if m := p.FindStringSubmatch(k); m != nil {
			if n := hanDigits(m[1]); n > 0 && n < 100 {
				return n, true
			}
		}
	}
	return 0, false
}

// announced reads from the title how many articles there should be.
func announced(p *page) int {
	for _, re := range words.Collection.Announced {
		if m := re.FindStringSubmatch(key(p.title)); m != nil {
			if n := hanDigits(m[1]); n > 1 && n < 100 {
				return n
			}
		}
	}
	return 0
}

// part is an article with what its blocks were in the document.
type part struct {
	balance.Article
	ranks []int // block.rank of each paragraph
}

// articles splits the blocks of a page into its articles.
func articles(p *page) []part {
	type start struct{ at, number int }
	var starts []start
	for i, b := range p.blocks {
		if b.table != nil {
			continue
		}
		n, ok := len(starts)+1, b.start
		if !p.split {
			n, ok = mark(b.text)
		}
		if !ok {
			continue
		}
		// Marks without text between them are a table of contents.
		if k := len(starts); k > 0 && starts[k-1].at == i-1 {
			starts = starts[:k-1]
		}
		starts = append(starts, start{i, n})
	}
	// One mark alone is a heading (第一篇 of a book), unless it begins at 1.
	if len(starts) == 0 || len(starts) == 1 && starts[0].number != 1 {
		if a := article(1, p.title, p.blocks); len(a.Paragraphs) > 0 {
			return []part{a}
		}
		return nil
	}
	var out []part
	for k, s := range starts {
		end := len(p.blocks)
		if k+1 < len(starts) {
			end = starts[k+1].at
		}
		body := p.blocks[s.at+1 : end]
		if k == 0 { // what stands before the first mark is not lost
			body = append(append([]block(nil), p.blocks[:s.at]...), body...)
		}
		if a := article(len(out)+1, p.blocks[s.at].text, body); len(a.Paragraphs) > 0 {
			out = append(out, a)
		}
	}
	return out
}

func article(number int, title string, blocks []block) part {
	a := part{Article: balance.Article{Number: number, Title: title, SpeaksFor: balance.SpeaksForNone}}
	tables := 0
	for _, b := range blocks {
		p := balance.Paragraph{Number: len(a.Paragraphs) + 1, Text: b.text, Table: b.table}
		if b.table != nil {
			tables++
			b.table.Number = tables
			if n := len(a.Paragraphs); b.table.Caption == "" && n > 0 && isCaption(a.Paragraphs[n-1].Text) {
				b.table.Caption = a.Paragraphs[n-1].Text
			}
		}
		a.Paragraphs = append(a.Paragraphs, p)
		a.ranks = append(a.ranks, b.rank)
	}
	return a
}

// isCaption reports a short line that can name the table below it.
func isCaption(s string) bool {
	n := count(s)
	return n >= 2 && n <= 40 && !endsSentence(s) && (strings.Contains(s, "表") || strings.Contains(s, "单位"))
}

// noticeCuts marks the articles whose text is not all there, with what shows it.
func noticeCuts(rep *balance.Report, p *page) {
	last := len(rep.Articles) - 1
	for i := range rep.Articles {
		a := &rep.Articles[i]
		var shows []string
		said := i == last && len(p.cut)+len(p.unfold) > 0
		if s := openEnd(a, said); s != "" {
			shows = append(shows, s)
			if i == last {
				shows = append(shows, p.unfold...)
			}
		}
		if i == last {
			shows = append(shows, p.cut...)
		}
		if len(shows) > 0 {
			a.Truncated, a.Evidence = true, strings.Join(shows, "；")
		}
	}
	if rep.Announced > len(rep.Articles) {
		a := &rep.Articles[last]
		if a.Truncated {
			a.Evidence += fmt.Sprintf("；标题说有 %d 篇，这里只有 %d 篇", rep.Announced, len(rep.Articles))
		}
	}
}

// openEnd returns the end of an article that stops in the middle of a
// sentence. said: the page itself says that there is more.
func openEnd(a *balance.Article, said bool) string {
	last := a.Paragraphs[len(a.Paragraphs)-1]
	if last.Table != nil {
		return ""
	}
	t := last.Text
	end := tailOf(t, 24)
	if strings.HasSuffix(t, "...") || strings.HasSuffix(t, "…") {
		return end
	}
	if count(t) < 20 {
		return ""
	}
	if strings.HasSuffix(t, "，") || strings.HasSuffix(t, ",") || strings.HasSuffix(t, "、") || strings.HasSuffix(t, "（") || strings.HasSuffix(t, "(") || strings.HasSuffix(t, "“") || strings.HasSuffix(t, "《") {
		return end
	}
	// A long last paragraph without an end, where all others have theirs.
	if endsSentence(t) || last.Heading == count(t) || date(t) != "" {
		return ""
	}
	if said {
		return end
	}
	bodies, ended := 0, 0
	for _, p := range a.Paragraphs[:len(a.Paragraphs)-1] {
		if p.Table == nil && count(p.Text) >= 40 && p.Heading == 0 {
			bodies++
			if endsSentence(p.Text) {
				ended++
			}
		}
	}
	if bodies >= 3 && ended == bodies && count(t) >= 30 {
		return end
	}
	return ""
}
