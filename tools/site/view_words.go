package site

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"junheng/tools/balance"
)

var states = map[balance.Outcome]string{
	balance.Met: "met", balance.MetTransition: "transit", balance.NotMet: "short",
	balance.Undecidable: "unsure", balance.NotPublished: "none", balance.OutOfScope: "off",
}

// mark is an outcome as shape and word.
func mark(o balance.Outcome) *Mark { return &Mark{State: states[o], Word: string(o)} }

// number prints v with this many decimals and commas between thousands.
func number(v float64, decimals int) string {
	s := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	whole, rest, dot := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if dot {
		whole += "." + rest
	}
	if v < 0 && strings.Trim(s, "0.") != "" {
		return "−" + whole
	}
	return whole
}

// percent prints like number, but all and none of a share as 100 and 0.
func percent(v float64, decimals int, unit string) string {
	if unit == "%" && (v == 100 || v == 0) {
		decimals = 0
	}
	return number(v, decimals)
}

// shortest prints v as it was written: no decimals that are not there.
func shortest(v float64) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	_, rest, _ := strings.Cut(s, ".")
	return number(v, len(rest))
}

// signs of what a value must be.
var signs = map[balance.Comparator]string{
	balance.Ge: "≥", balance.Gt: ">", balance.Le: "≤", balance.Lt: "<", balance.Eq: "=",
}

// unit is how a unit stands beside a number in a cell; sentences, workings and
// JSON keep the word.
func unit(u string) string { return strings.ReplaceAll(u, "平方米", "㎡") }

// limits says a criterion's thresholds in one line: 小学≥4.2，初中≥5.3人/百生.
func limits(c balance.Criterion) string {
	var parts []string
	digits := 0 // as many for all, so that 0.50 stands beside 0.45
	for _, t := range c.Limits {
		_, rest, _ := strings.Cut(strconv.FormatFloat(t.Value, 'f', -1, 64), ".")
		digits = max(digits, len(rest))
	}
	if same(c.Limits) {
		return signs[c.Limits[0].Op] + number(c.Limits[0].Value, digits) + unit(c.Unit)
	}
	for i, t := range c.Limits {
		s := string(t.Stage) + string(t.Type) + signs[t.Op] + number(t.Value, digits)
		if i == len(c.Limits)-1 {
			s += unit(c.Unit)
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, "，")
}

// same reports whether one limit holds for every stage and type.
func same(ts []balance.Threshold) bool {
	for _, t := range ts {
		if t.Op != ts[0].Op || t.Value != ts[0].Value || len(t.For) > 0 {
			return false
		}
	}
	return len(ts) > 0
}

// day prints 2024-01-12 as 2024年1月12日; what is no date stays as it is.
func day(s string) string {
	parts := strings.Split(s, "-")
	for i, p := range parts {
		n, err := strconv.Atoi(p)
		if err != nil {
			return s
		}
		parts[i] = strconv.Itoa(n)
	}
	switch len(parts) {
	case 3:
		return parts[0] + "年" + parts[1] + "月" + parts[2] + "日"
	case 2:
		return parts[0] + "年" + parts[1] + "月"
	}
	return s
}

// term names a year: 2023学年.
func term(year int) string { return fmt.Sprintf("%d学年", year) }

// season is the time a year's counts were taken.
func season(year int) string { return fmt.Sprintf("%d年秋季", year) }

func itoa(n int) string { return strconv.Itoa(n) }

// clip shortens s to n characters.
func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n]) + "…"
}

// anchor makes an id of a criterion's: quality.r4 → quality-r4.
func anchor(id string) string { return strings.ReplaceAll(id, ".", "-") }

var levels = map[balance.SpeaksFor]string{
	balance.SpeaksForDistrict: "本区县", balance.SpeaksForTownship: "乡镇",
	balance.SpeaksForSchool: "学校", balance.SpeaksForNone: "与本区县无关",
}

var kinds = map[balance.Kind]string{
	balance.Observed: "现状", balance.Limit: "标准", balance.Target: "目标", balance.Plan: "规划", balance.Forecast: "预测",
}
