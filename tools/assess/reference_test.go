package assess

import (
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"junheng/tools/balance"
)

// reference is a list of every criterion, formula, rule, 过渡口径 and split of
// the three standards, written down from the documents apart from data/. A
// line's "of" is a stage or a type of school.
func reference(t *testing.T) [][]string {
	t.Helper()
	f, err := os.Open("testdata/reference.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

// TestEveryCriterionOfTheReference finds each line of the list in the data, and
// no criterion with a limit in the data that the list does not have.
func TestEveryCriterionOfTheReference(t *testing.T) {
	inds, standards := national(t)
	rules := New(inds, standards)
	std := map[string]*balance.Standard{}
	for i := range standards {
		std[standards[i].ID] = &standards[i]
	}
	listed := map[string]bool{}
	for _, l := range reference(t) {
		kind, s, id, of, op, value, unit, clause, sure := l[0], std[l[1]], l[2], l[3], l[4], l[5], l[6], l[7], l[8]
		fail := func(format string, args ...any) { t.Helper(); t.Errorf("%v: %s", l, fmt.Sprintf(format, args...)) }
		c := find1(s.Criteria, func(c *balance.Criterion) bool { return c.ID == id })
		if c == nil && (kind == "criterion" || kind == "relaxed" || kind == "formula") {
			fail("is not in the data")
			continue
		}
		switch kind {
		case "criterion":
			listed[id] = true
			if got := limitOf(c.Limits, c, of); got != strings.TrimSpace(op+" "+value) {
				fail("limit is %q", got)
			}
			if c.Unit != unit || !strings.Contains(c.Clause, clause) || string(c.Sure) != sure {
				fail("unit %q, clause %q, sure %s", c.Unit, c.Clause, c.Sure)
			}
		case "relaxed":
			if !slices.ContainsFunc(c.Relaxed, func(r balance.Relaxation) bool {
				limits := r.Limits
				if limits == nil {
					limits = c.Limits
				}
				plus := strings.Join(r.Plus, " ")
				if r.PupilTo > 0 {
					plus += fmt.Sprintf(" %d–%d", r.PupilFrom, r.PupilTo)
				}
				return limitOf(limits, c, of) == op+" "+value && plus == clause && string(r.Sure) == sure && r.Source != nil && r.When != ""
			}) {
				fail("is not in the data: %+v", c.Relaxed)
			}
		case "split":
			sp := find1(s.Splits, func(a *balance.AssetSplit) bool { return string(a.Type) == of })
			if sp == nil || fmt.Sprintf("%v %v %v", sp.Primary, sp.Junior, sp.Senior) != value {
				fail("is %+v", sp)
			}
		case "part", "scope":
			p := find1(s.Parts, func(p *balance.Part) bool { return p.ID == id })
			got := string(p.Rule)
			if kind == "scope" {
				got = "point_below"
				value = strings.Replace(value, fmt.Sprint(p.Scope.PointBelow), "", 1)
			} else if p.Pass > 0 {
				value = strings.Replace(value, fmt.Sprintf("%d of 7, %v", p.Pass, p.Floor), "", 1)
			}
			if got != op || value != "" {
				fail("is %+v", p)
			}
		case "formula":
			ind := rules.indicators[c.Indicator]
			if ind.CVOf != "" {
				ind = rules.indicators[ind.CVOf]
			}
			f := ind.Formula
			if strings.Join(f.Plus, " ") != unit || strings.Join(f.Minus, " ") != clause || string(f.Split) != op || fmt.Sprint(f.Factor) != value || f.Per != "pupils" {
				fail("is %+v", f)
			}
		}
	}
	for _, s := range standards {
		for _, c := range s.Criteria {
			if s.Base == "" && len(c.Limits) > 0 && !listed[c.ID] {
				t.Errorf("%s has a limit and is not on the list", c.ID)
			}
		}
	}
}

func find1[T any](list []T, is func(*T) bool) *T {
	for i := range list {
		if is(&list[i]) {
			return &list[i]
		}
	}
	return nil
}

// limitOf writes the limit for a stage or a type of school as the list does.
func limitOf(limits []balance.Threshold, c *balance.Criterion, of string) string {
	stage, typ := balance.Stage(of), balance.SchoolType("")
	if len(c.Stages) == 0 {
		stage, typ = "", balance.SchoolType(of)
	} else if !slices.Contains(c.Stages, stage) {
		return strings.TrimSpace("no stage " + of)
	}
	l := limitFor(limits, stage, typ)
	if l == nil {
		return ""
	}
	value := strconv.FormatFloat(l.Value, 'g', -1, 64)
	if l.ForEach > 0 {
		value += "/" + strconv.FormatFloat(l.ForEach, 'g', -1, 64)
	}
	return string(l.Op) + " " + value
}
