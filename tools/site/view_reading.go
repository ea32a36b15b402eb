package site

import (
	"fmt"
	"sort"
	"strings"

	"junheng/tools/balance"
)

// Article is one section of a report in reading order (forms/article.html).
type Article struct {
	Blocks []Block `json:"blocks"`
	Cut    string  `json:"cut,omitempty"` // said where the original ends in the middle
}

// Block is one paragraph or table.
type Block struct {
	ID     string       `json:"id"` // a2-p14
	Number int          `json:"number"`
	Level  int          `json:"level,omitempty"` // of the heading it is; 0 for text
	Runs   []Marked     `json:"runs,omitempty"`
	Table  *SourceTable `json:"table,omitempty"`
	Notes  []Note       `json:"notes,omitempty"`
}

// Marked is a run of text; with Kind it is a figure.
type Marked struct {
	Text  string `json:"text"`
	ID    string `json:"id,omitempty"`
	Kind  string `json:"kind,omitempty"` // observed standard later
	Href  string `json:"href,omitempty"` // where it is used
	Label string `json:"label,omitempty"`
	Stamp string `json:"stamp,omitempty"` // 核 正 剔: what a person decided
	Bold  bool   `json:"bold,omitempty"`  // a heading that runs into its text
}

// Note stands in the margin.
type Note struct {
	Mark  *Mark  `json:"mark,omitempty"`
	Label string `json:"label,omitempty"`
	Text  []Run  `json:"text"`
	Raw   bool   `json:"raw,omitempty"`
}

// SourceTable is a table as it stands in a report.
type SourceTable struct {
	Name    string         `json:"name"` // no other table of the page has it
	Caption string         `json:"caption"`
	Rows    [][]SourceCell `json:"rows"`
}

// SourceCell is one written cell.
type SourceCell struct {
	Header  bool     `json:"header,omitempty"`
	Scope   string   `json:"scope,omitempty"`
	Rowspan int      `json:"rowspan,omitempty"`
	Colspan int      `json:"colspan,omitempty"`
	Runs    []Marked `json:"runs"`
}

// article makes a part of each top section of an article.
func (rd *reading) article(a *balance.Article) []Part {
	var out []Part
	current := Part{}
	var body Article
	flush := func() {
		if len(body.Blocks) > 0 {
			current.Form, current.Data = "article", body
			out = append(out, current)
		}
		current, body = Part{}, Article{}
	}
	top := topLevel(a)
	for i, p := range a.Paragraphs {
		sec := balance.Section{}
		if p.Section < len(a.Sections) {
			sec = a.Sections[p.Section]
		}
		starts := i == 0 || sec.First == p.Number && sec.Level == top && top > 0
		if starts {
			flush()
			current.ID, current.Title = fmt.Sprintf("a%d-s%d", a.Number, p.Section), heading(sec.Heading)
			current.Under = i > 0 && len(rd.r.Articles) > 1
			if i == 0 {
				current.ID, current.Note = fmt.Sprintf("a%d", a.Number), rd.articleNote(a)
				current.Title = "开篇"
				if len(rd.r.Articles) > 1 {
					current.Title = fmt.Sprintf("第%d篇　%s", a.Number, a.Title)
				}
			}
			if i > 0 && !sec.RunIn && len([]rune(p.Text)) == p.Heading && len(rd.figures[block(a.Number, p.Number)]) == 0 {
				continue // the heading is the part's own title
			}
		}
		body.Blocks = append(body.Blocks, rd.block(a, p, sec))
	}
	if a.Truncated {
		body.Cut = "原文到这里中断，不完整。" + when(a.Evidence != "", "依据："+a.Evidence+"。") + "没有读到的内容不等于没有公布。"
	}
	flush()
	return out
}

// heading drops the number of a heading: 二、主要措施及成效 → 主要措施及成效.
func heading(s string) string {
	s = strings.TrimSpace(s)
	if head, rest, ok := strings.Cut(s, "、"); ok && len([]rune(head)) <= 3 && rest != "" {
		return strings.TrimRight(rest, "。：:")
	}
	return strings.TrimRight(s, "。：:")
}

func topLevel(a *balance.Article) int {
	top := 0
	for _, s := range a.Sections {
		if s.Level > 0 && (top == 0 || s.Level < top) {
			top = s.Level
		}
	}
	return top
}

func (rd *reading) articleNote(a *balance.Article) []string {
	var out []string
	switch a.SpeaksFor {
	case balance.SpeaksForDistrict:
		out = append(out, "本篇说的是本区县的情况，其中的现状数进入结论与核对。")
	default:
		out = append(out, "本篇说的是"+levels[a.SpeaksFor]+"的情况，其中的数只在这一页显示，不用于本区县的结论。")
	}
	if a.Truncated {
		out = append(out, "原文不完整。")
	}
	return out
}

func (rd *reading) block(a *balance.Article, p balance.Paragraph, sec balance.Section) Block {
	id := block(a.Number, p.Number)
	out := Block{ID: id, Number: p.Number, Notes: rd.notes[id]}
	if p.Table != nil {
		out.Table = rd.table(a, p)
		return out
	}
	runes := []rune(p.Text)
	if sec.First == p.Number && p.Heading == len(runes) && p.Heading > 0 {
		out.Level = sec.Level
	}
	out.Runs = rd.mark(runes, p.Heading, rd.figures[id])
	return out
}

// mark cuts a text into runs at its figures. A figure is its numeral with the
// unit behind it; of figures that overlap the first is marked, the others keep
// their anchors.
func (rd *reading) mark(text []rune, head int, figures []*balance.Figure) []Marked {
	var out []Marked
	at := 0
	plain := func(to int) {
		if at < head && head < to {
			out = append(out, Marked{Text: string(text[at:head]), Bold: true})
			at = head
		}
		if at < to {
			out = append(out, Marked{Text: string(text[at:to]), Bold: to <= head})
			at = to
		}
	}
	figures = append([]*balance.Figure(nil), figures...)
	sort.SliceStable(figures, func(i, j int) bool {
		return figures[i].Source.Start+figures[i].RawStart < figures[j].Source.Start+figures[j].RawStart
	})
	for _, f := range figures {
		if f.Source.Table > 0 {
			continue
		}
		from := f.Source.Start + f.RawStart
		to := extend(text, from+len([]rune(f.Raw)), f.Unit)
		if from < at || to > len(text) {
			out = append(out, Marked{ID: f.ID}) // its address stands all the same
			continue
		}
		plain(from)
		m := rd.figure(f)
		m.Text = string(text[from:to])
		out = append(out, m)
		at = to
	}
	plain(len(text))
	return out
}

// extend takes the unit that follows a numeral into its mark.
func extend(text []rune, at int, unit string) int {
	u := []rune(unit)
	if n := at + len(u); len(u) > 0 && n <= len(text) && string(text[at:n]) == unit {
		return n
	}
	for _, word := range []string{"余", "多", "个", "名", "间", "所", "人", "元"} {
		if at < len(text) && string(text[at]) == word {
			return at + 1
		}
	}
	return at
}

// figure is the mark of one figure, without its text.
func (rd *reading) figure(f *balance.Figure) Marked {
	m := Marked{ID: f.ID, Kind: "later", Label: rd.labels[f.ID], Stamp: stamp(f)}
	if f.Rejected() {
		m.Kind, m.Href = "off", "#reviewed"
		return m
	}
	switch f.Kind {
	case balance.Observed:
		m.Kind = "observed"
	case balance.Limit:
		m.Kind = "standard"
	}
	switch used := rd.y.used[rd.r.Slug+"#"+f.ID]; {
	case len(used) > 0:
		m.Href = used[0].Href
	case m.Label != "":
		m.Href = "#" + rd.checkOf(f.ID)
	case f.Indicator != "":
		m.Href = indicatorHref(f.Indicator)
	}
	return m
}

func (rd *reading) checkOf(figure string) string {
	for _, c := range rd.r.Checks {
		if c.Holds {
			continue
		}
		for _, id := range c.Figures {
			if id == figure {
				return c.ID
			}
		}
	}
	return "checks"
}
