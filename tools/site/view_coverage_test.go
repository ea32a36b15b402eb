package site

import (
	"fmt"
	"strings"
	"testing"
)

// TestComplete: every district's newest year against every standard, what it
// still lacks and the date of its newest source.
func TestComplete(t *testing.T) {
	_, n := demo(t, "990101", nil)
	c := newNation(n, []Summary{
		{Code: "990101", Name: "甲县", Lacks: 3, Years: []SummaryYear{{Year: 2023, Dated: "2024年3月1日"}, {Year: 2022}}, Standings: []SummaryStanding{
			{Standard: "basic-2012", Present: 3, Total: 4, Href: "/b/"}, {Standard: "quality-2017", Present: 31, Total: 31},
		}},
		{Code: "990102", Name: "乙县", Years: []SummaryYear{{Year: 2022}}},
		{Code: "990103", Name: "丙县"},
	})
	var got []string
	for _, row := range c.complete().Data.(Table).Rows {
		for _, cell := range row {
			got = append(got, strings.TrimSpace(fmt.Sprint(cell.Text, " ", cell.Href)))
		}
	}
	want := "甲县 /districts/990101/|3 / 4项 /b/|31 / 31项|未公布|3项数据 /districts/990101/2023/missing/|2024年3月1日，2023学年|" +
		"乙县 /districts/990102/|未公布|未公布|未公布|不缺|2022学年"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("\n got %s\nwant %s", s, want)
	}
}
