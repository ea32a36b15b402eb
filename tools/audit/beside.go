package audit

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"junheng/tools/balance"
)

// Beside is what stands beside a report: the year it was filed under, the
// data files of its district, and the reports of the same year before it.
type Beside struct {
	Year    int
	Known   []Known // of every year; those of Year are compared
	Reports []Other
	Whole   func(scope string) bool // whether a scope is the whole district
	Own     []balance.Check         // the report's own: ids go on from there
}

// Other is another report of the same district and year.
type Other struct {
	Report  *balance.Report
	Figures []balance.Figure
}

// far is the share of the larger number from which two numbers are no longer
// taken for the same thing.
const far = 0.25

// Against holds what the articles that speak for the district state of the
// whole district against its data files, and against what its other reports of
// the year state. Where another way of counting, another year or another
// number of the article explains a difference, that is said instead; where it
// is not sure that the same thing is meant, nothing is.
func Against(rep *balance.Report, figs []balance.Figure, b Beside) []balance.Check {
	var out []found
	others := prepare(&b)
	for i := range rep.Articles {
		if rep.Articles[i].SpeaksFor != balance.SpeaksForDistrict {
			continue
		}
		a := newArticle(&rep.Articles[i], figs)
		for _, m := range a.wholes(&b) {
			for k := range b.Known {
				if b.Known[k].Year == b.Year {
					a.againstKnown(m, &b.Known[k], &b, rep)
				}
			}
			for _, o := range others {
				a.againstReport(m, o, &b, rep)
			}
		}
		out = append(out, a.out...)
	}
	checks := make([]balance.Check, len(out))
	for i, f := range out {
		checks[i] = f.Check
		checks[i].ID = fmt.Sprintf("c%d", len(b.Own)+i+1)
		checks[i].Formula = honest(f.Check)
	}
	return checks
}

// wholes is the first statement of each indicator, stage, value and time that
// speaks of the whole district as it is.
func (a *article) wholes(b *Beside) (out []*mention) {
	seen := map[string]bool{}
	for _, m := range a.all {
		if m.Indicator == "" || m.Kind != balance.Observed || !m.exact() || !b.Whole(m.Scope) || m.depth > 1 ||
			m.depth == 1 && beginsAny(strings.TrimSpace(m.before), words.Inside) || a.Sections[a.Paragraphs[m.paragraph].Section].Standard {
			continue
		}
		key := fmt.Sprint(m.Indicator, "|", m.Stage, "|", m.Value, "|", fourDigits.FindAllString(m.Period, -1))
		if !seen[key] {
			seen[key] = true
			out = append(out, m)
		}
	}
	return out
}

// time says how a period stands to a school year: not of it, perhaps, surely.
type timing int

const (
	otherTime timing = iota
	perhaps
	surely
)

var (
	fourDigits = regexp.MustCompile(`(?:19|20)[0-9]{2}`)
	redacted   = regexp.MustCompile(`[_＿×*xXｘ]{2}年`)
	springs    = regexp.MustCompile(`春|上半年|[^0-9][1-7]月`)
)

func during(period string, year int) timing {
	if strings.ContainsAny(period, "_＿×*xXｘ") {
		return perhaps
	}
	years := fourDigits.FindAllString(period, -1)
	if len(years) == 0 {
		if holdsAny(period, beside.Partial) {
			return otherTime
		}
		return surely
	}
	first, _ := strconv.Atoi(years[0])
	switch {
	case len(years) > 2 || len(years) == 2 && !strings.Contains(period, "学年"):
		return otherTime
	case first == year:
		return surely
	case first == year+1 && len(years) == 1 && !strings.Contains(period, "学年"):
		if springs.MatchString(period) {
			return surely
		}
		return perhaps
	}
	return otherTime
}

// published says the same of the day a report was published: a school year is
// reported on in it or in the year after.
func published(day string, year int) timing {
	if y, err := strconv.Atoi(day[:min(4, len(day))]); err == nil && y != year && y != year+1 {
		return perhaps
	}
	return surely
}

// sure reports whether m surely means what a plain number of the district
// would: named plainly, in a clause that speaks of no part and no change.
func (a *article) sure(m *mention, plainly bool) bool {
	if holdsAny(a.nearBefore(m)+m.after, beside.Partial) || redacted.MatchString(a.sentence(m)) {
		return false
	}
	name := m.name()
	for _, w := range beside.Plain {
		name = strings.ReplaceAll(name, w, "")
	}
	return !plainly || name == ""
}

// wider reports whether a total may hold more than compulsory education: its
// paragraph names kindergartens, upper secondary or all kinds of schools.
func (a *article) wider(m *mention) bool {
	return m.Stage == balance.StageBoth && holdsAny(a.Paragraphs[m.paragraph].Text, words.Wider)
}

func apart(x, y float64) bool { return math.Abs(x-y) > far*max(math.Abs(x), math.Abs(y)) }
