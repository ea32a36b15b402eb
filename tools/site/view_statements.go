package site

import (
	"fmt"
	"strconv"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/district"
)

// kindsSaid is the order of lists: what is wrong first, then what was done and
// what is meant to be done.
var kindsSaid = []balance.StatementKind{balance.SaysProblem, balance.SaysMeasure, balance.SaysDocument, balance.SaysCommitment, balance.SaysForecast}

var statements = map[balance.StatementKind]string{
	balance.SaysProblem: "突出问题", balance.SaysCommitment: "承诺与打算", balance.SaysForecast: "预测",
	balance.SaysMeasure: "措施", balance.SaysDocument: "印发的文件",
}

// said is what the year's reports say besides numbers, in articles that speak
// for the district, each with its sentence and the criterion it touches.
func (y *year) said() Part {
	rows := y.lists(func(kind balance.StatementKind, add func(Quote)) {
		for i := range y.Reports {
			r := &y.Reports[i]
			for _, s := range r.Statements {
				if s.Kind == kind && y.speaks(r.Report, s.Source.Article) {
					add(y.quote(r.Slug, s))
				}
			}
		}
	})
	if len(rows) == 0 {
		return Part{}
	}
	return Part{
		ID: "said", Title: "问题、措施与承诺", Form: "rows", Data: Entries{Rows: rows},
		Note:  []string{"报告自己写下的困难、做法和打算，逐句列出，注明涉及哪一条标准。规划、目标和预测不当作现状。"},
		Links: []Link{{Name: "全部语句（CSV）", Href: y.base() + "statements.csv"}},
	}
}

// saysAnything reports whether said has something to show.
func (y *year) saysAnything() bool {
	for i := range y.Reports {
		for _, s := range y.Reports[i].Statements {
			if y.speaks(y.Reports[i].Report, s.Source.Article) {
				return true
			}
		}
	}
	return false
}

// said is the same for one report, of every article.
func (rd *reading) said() Part {
	rows := rd.y.lists(func(kind balance.StatementKind, add func(Quote)) {
		for _, s := range rd.r.Statements {
			if s.Kind == kind {
				q := rd.y.quote(rd.r.Slug, s)
				q.Href = "#" + block(s.Source.Article, s.Source.Paragraph)
				if len(rd.r.Articles) > 1 {
					q.About = append([]Run{{Text: fmt.Sprintf("第%d篇　", s.Source.Article)}}, q.About...)
				}
				add(q)
			}
		}
	})
	if len(rows) == 0 {
		return Part{}
	}
	return Part{ID: "said", Title: "问题、措施与承诺", Form: "rows", Data: Entries{Rows: rows},
		Note: []string{"由机器从文字里归出，逐句列出原话，注明涉及哪一条标准。"}}
}

// lists makes an entry of each kind that each names.
func (y *year) lists(each func(kind balance.StatementKind, add func(Quote))) (rows []Entry) {
	for _, kind := range kindsSaid {
		e := Entry{Name: statements[kind]}
		seen := map[string]bool{}
		each(kind, func(q Quote) {
			if !seen[q.Text] { // pasted twice, listed once
				seen[q.Text] = true
				e.Quotes = append(e.Quotes, q)
			}
		})
		if len(e.Quotes) > 0 {
			e.Small = strconv.Itoa(len(e.Quotes)) + "句"
			rows = append(rows, e)
		}
	}
	return rows
}

// quote is a sentence of a report, what it touches and by when.
func (y *year) quote(slug string, s balance.Statement) Quote {
	q := Quote{
		Text: clip(s.Source.Quote, 120),
		Href: fmt.Sprintf("%sreports/%s/#a%d-p%d", y.base(), slug, s.Source.Article, s.Source.Paragraph),
	}
	if s.Kind == balance.SaysDocument {
		q.About = append(q.About, Run{Text: "文件：" + s.Text + "　"})
	}
	if i, ok := y.b.n.Indicator(s.Indicator); ok {
		q.About = append(q.About, Run{Text: "涉及："}, Run{Text: i.Name, Href: indicatorHref(i.ID)})
		if touched := y.touched(s.Indicator); len(touched) > 0 {
			q.About = append(append(append(q.About, Run{Text: "（"}), touched...), Run{Text: "）"})
		}
	}
	if s.Due != "" {
		q.About = append(q.About, Run{Text: when(len(q.About) > 0, "　") + "时限：" + s.Due})
	}
	return q
}

// touched is the criterion of each standard that an indicator decides, by
// itself or in its place.
func (y *year) touched(indicator string) (out []Run) {
	if indicator == "" {
		return nil
	}
	for _, s := range y.standards {
		for _, c := range s.Criteria {
			if !decides(c, indicator) {
				continue
			}
			if len(out) > 0 {
				out = append(out, Run{Text: "、"})
			}
			out = append(out, Run{Text: s.Short + clauseOf(s, c), Href: y.href(s.ID, c)})
			break
		}
	}
	return out
}

// clauseOf is where a criterion stands in its standard: 政府保障程度第9条.
func clauseOf(s balance.Standard, c balance.Criterion) string {
	for _, p := range s.Parts {
		if p.ID == c.Part && c.Order > 0 {
			return fmt.Sprintf("%s第%d条", p.Name, c.Order)
		}
	}
	return c.Name
}

// statementsOf is what a year's twin says of statements: each with the report
// it is from and the criteria it touches.
func (y *year) statementsOf() (out []statement) {
	for i := range y.Reports {
		r := &y.Reports[i]
		for _, s := range r.Statements {
			if !y.speaks(r.Report, s.Source.Article) {
				continue
			}
			said := statement{Report: r.Slug, Statement: s}
			for _, std := range y.standards {
				for _, c := range std.Criteria {
					if s.Indicator != "" && decides(c, s.Indicator) {
						said.Criteria = append(said.Criteria, std.ID+"/"+c.ID)
					}
				}
			}
			out = append(out, said)
		}
	}
	return out
}

type statement struct {
	Report string `json:"report"` // slug
	balance.Statement
	Criteria []string `json:"criteria,omitempty"` // standard/criterion
}

func decides(c balance.Criterion, indicator string) bool {
	if c.Indicator == indicator {
		return true
	}
	for _, p := range c.Proxies {
		if p.Indicator == indicator || p.Amount == indicator {
			return true
		}
	}
	return false
}

// statementSheet is every statement of the year's reports.
func (y *year) statementSheet() File {
	var rows [][]string
	for i := range y.Reports {
		r := &y.Reports[i]
		for _, s := range r.Statements {
			ind, _ := y.b.n.Indicator(s.Indicator)
			var criteria []string
			for _, t := range y.touched(s.Indicator) {
				if t.Href != "" {
					criteria = append(criteria, t.Text)
				}
			}
			rows = append(rows, []string{statements[s.Kind], r.Slug, r.Title, speaker(r, s.Source.Article), fmt.Sprint(s.Source.Article), fmt.Sprint(s.Source.Paragraph),
				s.Text, s.Source.Quote, s.Due, s.Indicator, ind.Name, strings.Join(criteria, "；")})
		}
	}
	return y.sheet("statements.csv", []string{"类别", "报告编号", "报告", "这一篇代表", "篇", "段", "要点", "原句", "时限", "指标编号", "指标", "涉及标准"},
		rows, y.b.d.Bureau.Name+"公布的报告", newestOf(y.Year))
}

func speaker(r *district.Report, article int) string {
	for _, a := range r.Articles {
		if a.Number == article {
			return levels[a.SpeaksFor]
		}
	}
	return ""
}
