package chart

import (
	"html"
	"strings"
)

// Dot is one value of a strip.
type Dot struct {
	Value float64
	State string // met or short
}

// Strip draws many values of one indicator against its limit: schools of a
// district, or districts of a country. Dots that would cover each other are
// stacked. name says in words what is drawn; the numbers stand in a table
// beside it.
func Strip(s Scale, dots []Dot, name string) string {
	const slots = 64
	count := [slots + 1]int{}
	var marks strings.Builder
	tallest := 0
	for _, state := range []string{"short", "met"} {
		for _, d := range dots {
			if d.State != state {
				continue
			}
			at, _ := s.Place(d.Value)
			slot := int(at/100*slots + .5)
			marks.WriteString(`<use class="` + d.State + `" href="#m-` + d.State + `" x="` + percent(float64(slot)*100/slots) + `" y="` + itoa(-9-11*count[slot]) + `"/>`)
			count[slot]++
			tallest = max(tallest, count[slot])
		}
	}
	height := 11*max(tallest, 2) + 12
	var b strings.Builder
	b.WriteString(`<svg class="strip" role="img" height="` + itoa(height) + `" aria-label="` + html.EscapeString(name) + `">`)
	b.WriteString(`<line class="base" x1="0" x2="100%" y1="` + itoa(height-1) + `" y2="` + itoa(height-1) + `"/>`)
	b.WriteString(`<line class="rule" x1="50%" x2="50%" y1="0" y2="` + itoa(height) + `"/>`)
	b.WriteString(`<svg class="dots" y="` + itoa(height) + `" overflow="visible">` + marks.String() + `</svg></svg>`)
	return b.String()
}
