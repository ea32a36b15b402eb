package site

import (
	"testing"

	"junheng/tools/balance"
	"junheng/tools/district"
)

// TestMark holds how figures are marked in a sentence: numeral and unit, in
// order, never twice.
func TestMark(t *testing.T) {
	fig := func(id string, start int, raw, unit string) *balance.Figure {
		return &balance.Figure{ID: id, Raw: raw, Unit: unit, Kind: balance.Observed, Source: balance.Source{Start: start}}
	}
	for _, c := range []struct {
		name, text string
		head       int
		figures    []*balance.Figure
		want       string
	}{
		{"numeral and unit", "学校38所。", 0, []*balance.Figure{fig("f1", 2, "38", "所")}, "学校[38所]。"},
		{"a unit of two characters", "面积2427平方公里", 0, []*balance.Figure{fig("f1", 2, "2427", "平方公里")}, "面积[2427平方公里]"},
		{"no unit", "系数0.31，小于0.60", 0, []*balance.Figure{fig("f1", 2, "0.31", ""), fig("f2", 9, "0.60", "")}, "系数[0.31]，小于[0.60]"},
		{"of two at one place the first is marked", "共38所", 0, []*balance.Figure{fig("f1", 1, "38", "所"), fig("f2", 1, "38", "所")}, "共[38所]#f2"},
		{"a heading that runs in", "一、规模。有38所", 5, []*balance.Figure{fig("f1", 6, "38", "所")}, "**一、规模。**有[38所]"},
		{"a place beyond the text keeps its address", "短", 0, []*balance.Figure{fig("f1", 9, "38", "所")}, "#f1短"},
	} {
		rd := &reading{y: &year{}, r: &district.Report{}}
		got := ""
		for _, m := range rd.mark([]rune(c.text), c.head, c.figures) {
			switch {
			case m.Kind != "":
				got += "[" + m.Text + "]"
			case m.ID != "":
				got += "#" + m.ID
			case m.Bold:
				got += "**" + m.Text + "**"
			default:
				got += m.Text
			}
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestWords(t *testing.T) {
	limit := func(stage balance.Stage, v float64) balance.Threshold {
		return balance.Threshold{Stage: stage, Op: balance.Le, Value: v}
	}
	for _, c := range []struct{ got, want string }{
		{number(5221, 0), "5,221"},
		{number(0.5, 2), "0.50"},
		{number(-0.001, 2), "0.00"},
		{number(-15, 0), "−15"},
		{number(1234567.891, 1), "1,234,567.9"},
		{day("2024-01-12"), "2024年1月12日"},
		{day("2017"), "2017"},
		{day("20__年"), "20__年"},
		{limits(balance.Criterion{Limits: []balance.Threshold{limit("小学", .5), limit("初中", .45)}}), "小学≤0.50，初中≤0.45"},
		{limits(balance.Criterion{Limits: []balance.Threshold{limit("小学", 45), limit("初中", 45)}, Unit: "人"}), "≤45人"},
		{limits(balance.Criterion{}), ""},
		{heading("二、主要措施及成效"), "主要措施及成效"},
		{heading("（一）加大投入。"), "（一）加大投入"},
		{label(0) + label(9) + label(10), "甲癸11"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}
