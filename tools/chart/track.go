package chart

import (
	"math"
	"sort"
	"strconv"
	"strings"
)

// Track is one row of a ledger: where a value stands against its limit.
type Track struct {
	Scale  Scale
	Value  float64
	State  string    // met, short …: the class of the mark
	Others []float64 // the schools the value is made of: unnamed ticks
	Mean   *float64  // the district's mean, where Value is one school's
	Last   *float64  // the year before
	Floor  float64   // share of the limit that is enough for some; 0 for none
}

// SVG draws the track. Its cell says everything in words, so it is hidden from
// assistive technology.
func (t Track) SVG() string {
	at, far := t.Scale.Place(t.Value)
	var b strings.Builder
	b.WriteString(`<svg class="t ` + t.State + `" aria-hidden="true">`)
	b.WriteString(rug(t.Scale, t.Others))
	if t.Floor > 0 {
		at, _ := t.Scale.Place(t.Floor * t.Scale.Limit)
		b.WriteString(`<line class="floor" x1="` + percent(at) + `" x2="` + percent(at) + `" y1="-10%" y2="110%"/>`)
	}
	if t.Mean != nil {
		tick(&b, t.Scale, *t.Mean, "mean")
	}
	if t.Last != nil {
		tick(&b, t.Scale, *t.Last, "last")
	}
	b.WriteString(`<line x1="50%" x2="` + percent(at) + `" y1="50%" y2="50%"/>`)
	mark := "m-short"
	if at >= 50 && t.State != "short" || t.State == "met" {
		mark = "m-met"
	}
	b.WriteString(`<use href="#` + mark + `" x="` + percent(at) + `" y="50%"/>`)
	if far {
		if at > 50 {
			b.WriteString(`<use class="far" href="#m-right" x="100%" y="50%"/>`)
		} else {
			b.WriteString(`<use class="far" href="#m-left" x="0" y="50%"/>`)
		}
	}
	b.WriteString(`</svg>`)
	return b.String()
}

func tick(b *strings.Builder, s Scale, v float64, class string) {
	at, _ := s.Place(v)
	p := percent(at)
	b.WriteString(`<line class="` + class + `" x1="` + p + `" x2="` + p + `" y1="30%" y2="70%"/>`)
}

// rug draws each value as a short tick, in order of place so that the order of
// rows is not given away.
func rug(s Scale, values []float64) string {
	if len(values) == 0 {
		return ""
	}
	at := make([]int, len(values))
	for i, v := range values {
		p, _ := s.Place(v)
		at[i] = int(math.Round(p * 2))
	}
	sort.Ints(at)
	var b strings.Builder
	b.WriteString(`<svg class="rug" y="74%" height="26%" viewBox="0 0 200 8" preserveAspectRatio="none"><path d="`)
	for _, p := range at {
		b.WriteString("M" + strconv.Itoa(p) + " 1v6")
	}
	b.WriteString(`"/></svg>`)
	return b.String()
}
