package audit

import (
	"fmt"
	"math"
	"strings"

	"junheng/tools/balance"
)

// againstKnown holds one statement against one number of the data files.
func (a *article) againstKnown(m *mention, k *Known, b *Beside, rep *balance.Report) {
	unit, _, _ := strings.Cut(k.Unit, "/")
	unsaid := m.Stage == balance.StageNone && k.Stage == balance.StageBoth && k.Rows > 0 // 全县在校学生 may hold more
	if m.Indicator != k.Indicator || m.Stage != k.Stage && !unsaid || kindOfUnit(m.Unit) != kindOfUnit(unit) && m.Unit != k.Unit && m.Unit != "" {
		return
	}
	when := during(m.Period, b.Year)
	if when == otherTime || k.Period != "" && when == surely && fourDigits.FindString(m.Period) != "" && fourDigits.FindString(m.Period) != fourDigits.FindString(k.Period) {
		return
	}
	slack := m.slack + k.Slack
	c := balance.Check{Relation: balance.RelationRecord, Class: balance.ClassConsistency, Stated: m.Value, Computed: k.Value, Tolerance: round(slack)}
	c.Formula = fmt.Sprintf("%s = %s（%s）", figure(m.Value), figure(k.Value), k.Source)
	said := fmt.Sprintf("“%s”与%s的%s", a.quote(m), k.source(), amount(k.Value, k.Unit))
	switch c.Holds = math.Abs(m.Value-k.Value) <= slack+1e-9; {
	case c.Holds:
		c.Text = said + "相符。"
	case b.said(m, k):
		return
	case a.otherReading(m, k, slack, &c), a.otherYear(m, k, slack, b, &c), a.together(m, k, slack, &c):
	case unsaid || when != surely || published(rep.Published, b.Year) != surely || !a.sure(m, k.Rows > 0) || a.wider(m) || apart(m.Value, k.Value) || k.nearer(m.Value):
		return
	default:
		c.Text = fmt.Sprintf("%s不同，相差%s，待说明。", said, amount(math.Abs(m.Value-k.Value), gapUnit(k.Unit)))
		c.Note = k.others()
	}
	c.Inputs = []balance.Input{{Name: k.source(), Value: k.Value, Unit: k.Unit, Place: &k.Place, Count: k.Rows}}
	a.add(c, m)
}

// said reports whether a check of the report already questions m by the same
// number, and notes there that the data file has it too: one difference is
// asked about once.
func (b *Beside) said(m *mention, k *Known) bool {
	for i := range b.Own {
		c := &b.Own[i]
		if !c.Holds && len(c.Figures) > 0 && c.Figures[0] == m.ID && math.Abs(c.Computed-k.Value) <= c.Tolerance+k.Slack+1e-9 {
			c.Note = strings.TrimSpace(c.Note + fmt.Sprintf(" %s也是%s。", k.source(), amount(k.Value, k.Unit)))
			c.Inputs = append(c.Inputs, balance.Input{Name: k.source(), Value: k.Value, Unit: k.Unit, Place: &k.Place, Count: k.Rows})
			return true
		}
	}
	return false
}

// otherReading: the number fits under another way of counting.
func (a *article) otherReading(m *mention, k *Known, slack float64, c *balance.Check) bool {
	for _, r := range k.Also {
		if math.Abs(m.Value-r.Value) > slack+1e-9 {
			continue
		}
		if k.Rows == 0 {
			return false // the same number of another stage proves nothing; k.nearer keeps it from being questioned
		}
		c.Holds, c.Computed = true, r.Value
		c.Formula = fmt.Sprintf("%s = %s（%s，%s）", figure(m.Value), figure(r.Value), k.Source, r.Name)
		c.Text = fmt.Sprintf("“%s”与%s%s的%s相符。", a.quote(m), k.Source, r.Name, amount(r.Value, k.Unit))
		c.Note = fmt.Sprintf("学校表按本项口径计为%s。", amount(k.Value, k.Unit))
		return true
	}
	return false
}

// otherYear: the number is that of the year before or after.
func (a *article) otherYear(m *mention, k *Known, slack float64, b *Beside, c *balance.Check) bool {
	for i := range b.Known {
		o := &b.Known[i]
		if o.Indicator != k.Indicator || o.Stage != k.Stage || o.Source != k.Source || o.Year == k.Year || math.Abs(m.Value-o.Value) > slack+1e-9 {
			continue
		}
		c.Holds, c.Computed = true, o.Value
		c.Formula = fmt.Sprintf("%s = %s（%d学年%s）", figure(m.Value), figure(o.Value), o.Year, o.Source)
		c.Text = fmt.Sprintf("“%s”与%d学年%s的%s相符。", a.quote(m), o.Year, o.Source, amount(o.Value, o.Unit))
		c.Note = fmt.Sprintf("%d学年为%s；可能用的是另一学年的数。", k.Year, amount(k.Value, k.Unit))
		return true
	}
	return false
}

// together: the difference is another number of the article, of what may have
// been counted in or left out.
func (a *article) together(m *mention, k *Known, slack float64, c *balance.Check) bool {
	if k.Rows == 0 || m.Unit == "%" {
		return false
	}
	d := math.Abs(m.Value - k.Value)
	for _, o := range a.all {
		if o.Figure == m.Figure || kindOfUnit(o.Unit) != kindOfUnit(m.Unit) || o.Value != d || !holdsAny(o.name()+a.nearBefore(o), beside.Apart) {
			continue
		}
		sign := " + "
		if m.Value < k.Value {
			sign = " - "
		}
		c.Holds, c.Computed = true, m.Value
		c.Formula = fmt.Sprintf("%s = %s%s%s（%s）", figure(m.Value), figure(k.Value), sign, figure(d), k.Source)
		c.Text = fmt.Sprintf("“%s”与%s的%s、文中的“%s”合起来相符。", a.quote(m), k.source(), amount(k.Value, k.Unit), a.quote(o))
		return true
	}
	return false
}

// nearer reports whether another reading lies nearer to v than the main one:
// then it is not clear what was counted.
func (k *Known) nearer(v float64) bool {
	for _, r := range k.Also {
		if math.Abs(v-r.Value) < math.Abs(v-k.Value) {
			return true
		}
	}
	return false
}

func (k *Known) source() string {
	switch {
	case k.Rows > 0:
		return fmt.Sprintf("%s%d行合计", k.Source, k.Rows)
	case k.Place.Line > 0:
		return fmt.Sprintf("%s第%d行", k.Source, k.Place.Line)
	}
	return k.Source
}

// others lists what else could have been counted, none of which fits either.
func (k *Known) others() string {
	if k.Rows == 0 || len(k.Also) == 0 {
		return ""
	}
	var said []string
	for _, r := range k.Also {
		said = append(said, r.Name+amount(r.Value, k.Unit))
	}
	return "另外几种口径也不相符：" + strings.Join(said, "，") + "。"
}

func gapUnit(unit string) string {
	if unit == "%" {
		return "个百分点"
	}
	unit, _, _ = strings.Cut(unit, "/")
	return unit
}
