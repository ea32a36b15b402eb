package numeral

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// show writes quantities as the tables below do: raw=value unit comparator, the
// unit and eq left out where there is nothing to say.
func show(text string) string {
	var out []string
	for _, q := range Scan(text) {
		s := q.Raw(text) + "=" + strconv.FormatFloat(q.Value, 'f', -1, 64)
		if q.Range() {
			s += ".." + strconv.FormatFloat(q.Max, 'f', -1, 64)
		}
		if q.Unit != "" {
			s += " " + q.Unit
		}
		if q.Comparator != "eq" {
			s += " " + string(q.Comparator)
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestScan(t *testing.T) {
	for _, group := range cases {
		t.Run(group.name, func(t *testing.T) {
			for _, c := range group.cases {
				if got := show(c.text); got != c.want {
					t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
				}
			}
		})
	}
}

func ExampleScan() {
	text := "近三年投入160万余元，新建校舍2．4万平方米。"
	for _, q := range Scan(text) {
		fmt.Println(q.Raw(text), q.Value, q.Unit, q.Comparator)
	}
	// Output:
	// 160万 1.6e+06 元 gt
	// 2．4万 24000 平方米 eq
}
