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

// high is how many dots a stack may have; beyond it, one dot stands for several.
const high = 12

// Strip draws many values of one indicator against its limit: schools of a
// district, or districts of a country. Dots that would cover each other are
// stacked. name says in words what is drawn; the numbers stand in a table
// beside it. A stack that is not empty has a dot however few it stands for.
func Strip(s Scale, dots []Dot, name string) string {
	const slots = 64
	var count [2][slots + 1]int
	states := [2]string{"short", "met"}
	tallest := 0
	for _, d := range dots {
		for i := range states {
			if d.State == states[i] {
				at, _ := s.Place(d.Value)
				slot := int(at/100*slots + .5)
				count[i][slot]++
				tallest = max(tallest, count[0][slot]+count[1][slot])
			}
		}
	}
	per := max(1, (tallest+high-1)/high)
	var marks strings.Builder
	tallest = 0
	for slot := range slots + 1 {
		y := 0
		for i, state := range states {
			for range (count[i][slot] + per - 1) / per {
				marks.WriteString(`<use class="` + state + `" href="#m-` + state + `" x="` + percent(float64(slot)*100/slots) + `" y="` + itoa(-9-11*y) + `"/>`)
				y++
			}
		}
		tallest = max(tallest, y)
	}
	if per > 1 {
		name += "，一点代表" + itoa(per) + "个"
	}
	height := 11*max(tallest, 2) + 12
	var b strings.Builder
	b.WriteString(`<svg class="strip" role="img" height="` + itoa(height) + `" aria-label="` + html.EscapeString(name) + `">`)
	b.WriteString(`<line class="base" x1="0" x2="100%" y1="` + itoa(height-1) + `" y2="` + itoa(height-1) + `"/>`)
	b.WriteString(`<line class="rule" x1="50%" x2="50%" y1="0" y2="` + itoa(height) + `"/>`)
	b.WriteString(`<svg class="dots" y="` + itoa(height) + `" overflow="visible">` + marks.String() + `</svg></svg>`)
	return b.String()
}
