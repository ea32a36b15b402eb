package audit

import (
	"fmt"
	"math"
	"strings"

	"junheng/tools/balance"
)

// beforehand is an article of another report of the year.
type beforehand struct {
	*article
	of     *balance.Report
	wholes []*mention
}

func prepare(b *Beside) (out []beforehand) {
	for _, o := range b.Reports {
		for i := range o.Report.Articles {
			if o.Report.Articles[i].SpeaksFor == balance.SpeaksForDistrict {
				a := newArticle(&o.Report.Articles[i], o.Figures)
				out = append(out, beforehand{a, o.Report, a.wholes(b)})
			}
		}
	}
	return out
}

// againstReport holds one statement against the same one in another report of
// the year. One that agrees is preferred.
func (a *article) againstReport(m *mention, other beforehand, b *Beside, rep *balance.Report) {
	var first *mention
	for _, x := range other.wholes {
		if x.Indicator != m.Indicator || x.Stage != m.Stage || kindOfUnit(x.Unit) != kindOfUnit(m.Unit) || x.name() != m.name() || !sameTime(x, m, other.of, rep) {
			continue
		}
		agrees := math.Abs(x.Value-m.Value) <= x.slack+m.slack+1e-9
		if first == nil || agrees {
			first = x
		}
		if agrees {
			break
		}
	}
	if first == nil {
		return
	}
	c := balance.Check{
		Relation: balance.RelationRepeat, Class: balance.ClassConsistency, Stated: m.Value, Computed: first.Value, Tolerance: round(first.slack + m.slack),
		Formula: fmt.Sprintf("%s = %s（%s）", figure(m.Value), figure(first.Value), other.of.Title),
		Inputs:  []balance.Input{{Name: other.of.Title, Value: first.Value, Unit: first.Unit, Figure: other.of.Slug + "#" + first.ID}},
	}
	c.Holds = math.Abs(first.Value-m.Value) <= first.slack+m.slack+1e-9
	said := fmt.Sprintf("“%s”与同年的《%s》“%s”", a.quote(m), other.of.Title, other.quote(first))
	c.Text = said + "相符。"
	if !c.Holds {
		if apart(m.Value, first.Value) || !a.sure(m, true) || !other.sure(first, true) || a.explained(m, first) || other.explained(first, m) || b.bothKnown(m, first) {
			return
		}
		c.Text = fmt.Sprintf("%s不同，相差%s，待说明。", said, amount(math.Abs(m.Value-first.Value), gapUnit(m.Unit)))
	}
	a.add(c, m)
	a.out[len(a.out)-1].Quotes = append(a.out[len(a.out)-1].Quotes, other.quote(first))
}

// sameTime reports whether two statements are of the same time: said in the
// same words, or not at all in reports of the same year.
func sameTime(x, y *mention, of, rep *balance.Report) bool {
	p, q := dated(x.Period), dated(y.Period)
	if p != q || during(p, 0) == perhaps {
		return false
	}
	return p != "" || of.Published == "" || rep.Published == "" || of.Published[:min(4, len(of.Published))] == rep.Published[:min(4, len(rep.Published))]
}

// dated is a period that names a year; 现 and 目前 name none.
func dated(period string) string {
	if strings.ContainsAny(period, "0123456789_＿×*") {
		return period
	}
	return ""
}

// bothKnown reports whether each of two numbers fits some way of counting the
// same table: then they count differently.
func (b *Beside) bothKnown(x, y *mention) bool {
	fits := func(m *mention) bool {
		for i := range b.Known {
			k := &b.Known[i]
			if k.Indicator != m.Indicator || k.Stage != m.Stage {
				continue
			}
			if math.Abs(k.Value-m.Value) <= m.slack+k.Slack+1e-9 {
				return true
			}
			for _, r := range k.Also {
				if math.Abs(r.Value-m.Value) <= m.slack+1e-9 {
					return true
				}
			}
		}
		return false
	}
	return fits(x) && fits(y)
}
