package figure

import (
	"strconv"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/numeral"
)

// Reader reads figures. It may be used for many reports, one after another or
// at the same time.
type Reader struct {
	lex        *lexicon
	indicators []balance.Indicator
	aliases    []alias
	byPart     [][]int        // aliases that hold a part
	perPart    []bool         // parts that make a figure one for many: 每百名学生
	classOf    map[string]int // of units that count the same, see unitClass

	namedSchool, classes int // the parts @校名 and 教学班, -1 where no alias has them
}

// NewReader returns a Reader that names figures by the aliases of indicators.
func NewReader(indicators []balance.Indicator) *Reader {
	r := &Reader{lex: newLexicon(), indicators: indicators, classOf: map[string]int{}}
	for i, ind := range indicators {
		for _, a := range append([]string{ind.Name}, ind.Aliases...) {
			r.alias(i, a)
		}
	}
	r.perPart = make([]bool, len(r.byPart))
	for t, w := range r.lex.byTxt {
		if w.part >= 0 {
			r.perPart[w.part] = w.roles&isPer != 0 || strings.HasPrefix(t, "每百")
		}
	}
	r.lex.ready()
	r.namedSchool, r.classes = r.part(schoolName), r.part("教学班")
	return r
}

// Read returns what rep states, in reading order: figures, and statements
// without numbers.
func (r *Reader) Read(rep *balance.Report) ([]balance.Figure, []balance.Statement) {
	w := walker{Reader: r, file: rep.File, figures: make([]balance.Figure, 0, guess(rep))}
	for i := range rep.Articles {
		w.openArticle(rep, &rep.Articles[i])
		for k := range w.article.Paragraphs {
			p := &w.article.Paragraphs[k]
			w.openSection(p)
			if p.Table != nil {
				w.table(p)
			} else {
				w.paragraph(p)
				w.statements(p)
			}
		}
	}
	w.touch()
	return w.figures, w.said
}

// walker goes along the paragraphs of a report.
type walker struct {
	*Reader
	file    string
	article *balance.Article
	figures []balance.Figure
	said    []balance.Statement

	section    section
	text       string // the paragraph's
	para       *balance.Paragraph
	breaks     []brk
	marks      []mark
	stageMarks []mark  // those that name stages
	list       []named // room for the parts of a figure
	room       []named // what keep kept
	qs         []numeral.Quantity
	items      []item
	dates      []span
	limits     []span // thresholds that qualify a count
	carry      carry
	stack      []carry
	count      int // figures of this paragraph
	at         cursor
	next       bool // the paragraph tells what comes next
	year       int  // of the report, 0 when unknown

	stageOf map[string]balance.Stage // of headings and headers seen before

	title struct {
		stage    balance.Stage
		kind     balance.Kind
		scope    string
		assessed bool // it judges by criteria, which headings state
	}
}

// section is what the headings above a paragraph say.
type section struct {
	index    int
	headings []string
	class    balance.SectionClass
	standard bool // the nearest heading states a criterion
	demands  bool // a heading asks for something: 工作要求
	own      bool // the paragraph is that heading itself
	stage    balance.Stage
	parts    []int   // of aliases, in a heading that states a criterion
	topic    []named // the same of any other heading: what shares below it are of
}

func (w *walker) openArticle(rep *balance.Report, a *balance.Article) {
	w.article, w.section = a, section{index: -1}
	title := a.Title
	if len(rep.Articles) == 1 && title == "" {
		title = rep.Title
	}
	w.title.stage = w.stageIn(title)
	if w.title.stage == "" && a.Level == balance.LevelSchool {
		w.title.stage = w.stageOfArticle(rep, a)
	}
	w.year = yearOf(rep, title)
	w.title.kind, w.title.assessed = balance.Observed, holds(title, w.lex.title.Assess)
	switch {
	case w.offers(title):
		w.title.kind = balance.Plan
	case holds(title, w.lex.title.Account):
	case holds(title, w.lex.title.Plan):
		w.title.kind = balance.Plan
	case holds(title, w.lex.title.Standard):
		w.title.kind = balance.Limit
	}
	w.title.scope = scopeOf(a)
}

func (w *walker) openSection(p *balance.Paragraph) {
	if p.Section == w.section.index || p.Section < 0 || p.Section >= len(w.article.Sections) {
		w.section.own = w.section.standard && p.Heading > 0
		return
	}
	s := section{index: p.Section}
	for i, depth := p.Section, 0; i > 0 && depth < 8; depth++ {
		h := w.article.Sections[i]
		s.headings = append([]string{h.Heading}, s.headings...)
		if s.stage == "" {
			s.stage = w.stageIn(firstClause(h.Heading))
		}
		s.demands = s.demands || holds(h.Heading, w.lex.title.Demands)
		if s.class == "" {
			s.class = h.Class
		}
		if h.Parent >= i {
			break
		}
		i = h.Parent
	}
	here := w.article.Sections[p.Section]
	if s.class == "" {
		s.class = here.Class
	}
	if s.stage == "" {
		s.stage = w.title.stage
	}
	if s.standard = here.Standard; s.standard {
		s.own = p.Heading > 0
		for _, m := range w.lex.marks(nil, here.Heading) {
			if m.part >= 0 {
				s.parts = append(s.parts, m.part)
			}
		}
	} else if p.Section > 0 {
		s.topic = w.headed(nil, here.Heading)
	}
	w.section = s
}

// add appends a figure of the present paragraph for the caller to fill in; it
// stays valid until the next is added.
func (w *walker) add() *balance.Figure {
	w.count++
	w.figures = append(w.figures, balance.Figure{})
	f := &w.figures[len(w.figures)-1]
	f.ID = w.id(w.count)
	f.Source.File, f.Source.Article, f.Source.Section, f.Source.Paragraph = w.file, w.article.Number, w.section.headings, w.para.Number
	return f
}

// hedged reports whether a comparator is the text's own doubt: that of a limit
// or a target is exact.
func hedged(c balance.Comparator, k balance.Kind) bool {
	return c != balance.Eq && (k == balance.Observed || k == balance.Plan || k == balance.Forecast)
}

func (w *walker) id(n int) string {
	var room [40]byte
	b := strconv.AppendInt(append(room[:0], 'a'), int64(w.article.Number), 10)
	b = strconv.AppendInt(append(b, "-p"...), int64(w.para.Number), 10)
	return string(strconv.AppendInt(append(b, "-f"...), int64(n), 10))
}

// renumber counts the figures from first on from n.
func (w *walker) renumber(first, n int) {
	for i := first; i < len(w.figures); i++ {
		n++
		w.figures[i].ID = w.id(n)
	}
	w.count = n
}
