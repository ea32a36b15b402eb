package assess

import (
	"math"
	"strconv"
	"strings"

	"junheng/tools/balance"
)

// print gives v with so many decimals and a comma at each thousand, as pages
// print it. A number that would print as 0 without being 0 keeps two digits.
func print(v float64, decimals int) string {
	r := round(v, decimals)
	if r == 0 {
		r = 0 // no -0
		if v != 0 {
			return strconv.FormatFloat(v, 'g', 2, 64)
		}
	}
	return commas(strconv.FormatFloat(r, 'f', decimals, 64))
}

// short prints like print, without zeros at the end of a fraction.
func short(v float64, decimals int) string {
	s := print(v, decimals)
	if strings.Contains(s, ".") && !strings.Contains(s, "e") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// plain prints a given number as it was given.
func plain(v float64) string {
	return commas(strconv.FormatFloat(v, 'f', -1, 64))
}

func commas(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "−", s[1:]
	}
	whole, frac, dot := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if dot {
		whole += "." + frac
	}
	return sign + whole
}

// decimals counts the digits after the point of a number as it was given.
func decimals(v float64) int {
	_, frac, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
	return len(frac)
}

var sign = map[balance.Comparator]string{
	balance.Ge: "≥", balance.Gt: ">", balance.Le: "≤", balance.Lt: "<", balance.Eq: "=",
}

// head is what a unit counts: 平方米 of 平方米/生.
func head(unit string) string {
	h, _, _ := strings.Cut(unit, "/")
	return h
}

// distance words a difference: 0.13人/百生, 2.3个百分点, 0.037.
func distance(d float64, unit string, decimals int) string {
	switch unit {
	case "":
		return print(d, decimals) // a coefficient, in a column of coefficients
	case "%":
		unit = "个百分点"
	}
	return short(d, decimals) + unit
}

// gapOf words how far a value lies from its limit.
func gapOf(v float64, op balance.Comparator, limit float64, unit string, decimals int) balance.Gap {
	d := v - limit
	if !higher(op) {
		d = limit - v
	}
	g := balance.Gap{Value: d, Unit: unit}
	if unit == "%" {
		g.Unit = "个百分点"
	}
	text := distance(math.Abs(d), unit, decimals)
	switch {
	case same(v, limit):
		g.Value = 0
		g.Text = "正好在标准上"
	case higher(op) && d > 0:
		g.Text = "多" + text
	case higher(op):
		g.Text = "差" + text
	case unit == "" && d > 0:
		g.Text = "低" + text
	case unit == "":
		g.Text = "高出" + text
	case d > 0:
		g.Text = "少" + text
	default:
		g.Text = "多" + text
	}
	return g
}

// needed words what a section lacks in things that can be counted or built: 3
// teachers, 480 m². It returns nothing where the unit has none.
func needed(f *finding, factor float64) (float64, string) {
	switch short := f.want*f.per/factor - f.raw; {
	case short <= 0:
		return 0, ""
	case strings.HasSuffix(f.ind.Unit, "/百生"):
		n := math.Ceil(short - eps)
		return n, "还差" + print(n, 0) + head(f.ind.Unit)
	case strings.HasSuffix(f.ind.Unit, "/生"):
		return short, "共差" + inAll(short, head(f.ind.Unit))
	}
	return 0, ""
}

// inAll prints a total lack, in whole units; money above ten thousand in 万元.
func inAll(v float64, unit string) string {
	if unit == "元" && v >= 10000 {
		return short(v/10000, 1) + "万元"
	}
	return print(math.Ceil(v-eps), 0) + unit
}

// Print prints a value with at most four decimals, as lists and tables do.
func Print(v float64) string { return short(v, 4) }

// PrintLimit prints a limit: ≥ 4.5平方米/生.
func PrintLimit(t *balance.Threshold, unit string) string {
	if t == nil {
		return ""
	}
	return sign[t.Op] + " " + plain(t.Value) + unit
}
