package chart

import (
	"html"
	"strconv"
	"strings"
)

// Flow is what became of the subject-tutoring institutions counted in a
// baseline: strokes that stop at the rule, leave it dashed, or go through.
type Flow struct {
	Baseline  int
	Closed    int // stop at the rule
	Converted int // go on, dashed, as something else
	Remaining int // go on as they were
}

// most is how many strokes a picture may have; beyond it, one stroke stands
// for several.
const most = 36

// Per is how many institutions one stroke stands for.
func (f Flow) Per() int {
	return max(1, (f.Baseline+most-1)/most)
}

// SVG draws the flow. name says it in words.
func (f Flow) SVG(name string) string {
	per := f.Per()
	strokes := func(n int) int { return (n + per - 1) / per }
	unknown := max(0, f.Baseline-f.Closed-f.Converted-f.Remaining)
	lines := []struct {
		n     int
		end   string
		class string
	}{
		{strokes(f.Remaining), "100%", "on"},
		{strokes(f.Converted), "100%", "turned"},
		{strokes(f.Closed), "56%", "closed"},
		{strokes(unknown), "28%", "unknown"},
	}
	total := 0
	for _, l := range lines {
		total += l.n
	}
	step := 12
	if total > 12 {
		step = max(4, 150/total)
	}
	height := step * (max(total, 1) + 1)
	var b strings.Builder
	b.WriteString(`<svg class="flow" role="img" height="` + itoa(height) + `" aria-label="` + html.EscapeString(name) + `">`)
	y := 0
	for _, l := range lines {
		for range l.n {
			y += step
			b.WriteString(`<line class="` + l.class + `" x1="0" x2="` + l.end + `" y1="` + itoa(y) + `" y2="` + itoa(y) + `"/>`)
		}
	}
	b.WriteString(`<line class="rule" x1="56%" x2="56%" y1="0" y2="` + itoa(height) + `"/></svg>`)
	return b.String()
}

// Bar is a share of a whole as a horizontal bar, beside the number it shows.
func Bar(share float64, state string) string {
	share = min(max(share, 0), 1)
	return `<svg class="bar ` + state + `" aria-hidden="true"><rect width="` + percent(share*100) + `" height="100%"/></svg>`
}

func itoa(n int) string { return strconv.Itoa(n) }
