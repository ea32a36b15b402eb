package site

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestContrast holds that the colours written here are those of the style
// sheet, light and dark, and that each has the contrast its use asks for on
// every ground.
func TestContrast(t *testing.T) {
	css, err := os.ReadFile("../../assets/css/1-tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, ok := strings.Cut(string(css), "prefers-color-scheme: dark")
	if !ok {
		t.Fatal("the style sheet has no dark scheme")
	}
	sheet := func(part string) map[string]string {
		out := map[string]string{}
		for _, m := range regexp.MustCompile(`--([a-z]+): (#[0-9a-f]{6})`).FindAllStringSubmatch(part, -1) {
			out[m[1]] = m[2]
		}
		return out
	}
	of := [2]map[string]string{sheet(light), sheet(dark)}
	named := map[string]bool{}
	for _, c := range append(append([]Colour(nil), colours...), grounds...) {
		named[c.Token] = true
		if of[0][c.Token] != c.Light || of[1][c.Token] != c.Dark {
			t.Errorf("--%s is %s and %s in the style sheet, %s and %s on the page", c.Token, of[0][c.Token], of[1][c.Token], c.Light, c.Dark)
		}
		for i, dark := range []bool{false, true} {
			if got := lowest(c, dark); c.Needs > 0 && got < c.Needs {
				t.Errorf("--%s (%d) has contrast %.2f, needs %.1f", c.Token, i, got, c.Needs)
			}
		}
	}
	for token := range of[0] {
		if !named[token] {
			t.Errorf("--%s is in the style sheet and not on the page of components", token)
		}
	}
	if got := contrast("#000000", "#ffffff"); got != 21 {
		t.Errorf("black on white is %v", got)
	}
	if got := number(contrast("#767676", "#ffffff"), 2); got != "4.54" { // the well-known lightest grey for text
		t.Errorf("#767676 on white is %s", got)
	}
}
