package chart

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"junheng/tools/balance"
)

// TestPlace holds the one rule: right of the middle is better, a distance is a
// share of the limit, and what is off the track says so.
func TestPlace(t *testing.T) {
	for _, c := range []struct {
		name  string
		scale Scale
		value float64
		at    float64
		far   bool
	}{
		{"on the line", Scale{Limit: 4.5, Op: balance.Ge}, 4.5, 50, false},
		{"a tenth above", Scale{Limit: 10, Op: balance.Ge}, 11, 60, false},
		{"a tenth below", Scale{Limit: 10, Op: balance.Ge}, 9, 40, false},
		{"less is better: below the limit is right", Scale{Limit: 0.5, Op: balance.Le}, 0.4, 70, false},
		{"less is better: above the limit is left", Scale{Limit: 0.5, Op: balance.Le}, 0.6, 30, false},
		{"beyond one and a half", Scale{Limit: 10, Op: balance.Ge}, 16, 96, true},
		{"below a half", Scale{Limit: 10, Op: balance.Ge}, 1, 4, true},
		{"just inside the end", Scale{Limit: 10, Op: balance.Ge}, 14.9, 96, false},
		{"twice the limit is the end", Scale{Limit: 2000, Op: balance.Le, Twice: true}, 3000, 25, false},
	} {
		at, far := c.scale.Place(c.value)
		if at-c.at > 1e-9 || c.at-at > 1e-9 || far != c.far {
			t.Errorf("%s: at %v, far %v; want %v, %v", c.name, at, far, c.at, c.far)
		}
	}
}

// TestPictures holds that every picture is well-formed XML, has a name or is
// hidden, and has no style attribute, which the pages' policy would block.
func TestPictures(t *testing.T) {
	mean := 4.0
	s := Scale{Limit: 4.5, Op: balance.Ge}
	for name, svg := range map[string]string{
		"track": Track{Scale: s, Value: 1, State: "short", Mean: &mean, Last: &mean, Others: []float64{3, 5, 9}}.SVG(),
		"strip": Strip(s, []Dot{{4, "short"}, {5, "met"}, {5, "met"}}, `3所"学校"`),
		"flow":  Flow{Baseline: 6, Closed: 6}.SVG("6所全部注销"),
		"empty": Flow{}.SVG("没有"),
		"bar":   Bar(.4, "met"),
	} {
		d := xml.NewDecoder(strings.NewReader(svg))
		for {
			tok, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v\n%s", name, err, svg)
			}
			if e, ok := tok.(xml.StartElement); ok {
				for _, a := range e.Attr {
					if a.Name.Local == "style" {
						t.Errorf("%s has a style attribute", name)
					}
				}
			}
		}
		if !strings.Contains(svg, `aria-hidden="true"`) && !strings.Contains(svg, `aria-label="`) {
			t.Errorf("%s has no name and is not hidden", name)
		}
	}
}

// TestFlowCounts holds one stroke for one institution until there are too many.
func TestFlowCounts(t *testing.T) {
	for _, c := range []struct {
		flow    Flow
		per     int
		strokes int
	}{
		{Flow{Baseline: 6, Closed: 6}, 1, 6},
		{Flow{Baseline: 20, Closed: 12, Converted: 5, Remaining: 3}, 1, 20},
		{Flow{Baseline: 20, Closed: 12}, 1, 20},
		{Flow{Baseline: 100, Closed: 90, Remaining: 10}, 3, 34},
	} {
		got := strings.Count(c.flow.SVG(""), "<line") - 1
		if c.flow.Per() != c.per || got != c.strokes {
			t.Errorf("%+v: %d each, %d strokes; want %d, %d", c.flow, c.flow.Per(), got, c.per, c.strokes)
		}
	}
}

// TestStripIsBounded holds that many values still make a small picture in
// which no value is lost from sight, and that its name says what a dot is.
func TestStripIsBounded(t *testing.T) {
	s := Scale{Limit: 10, Op: balance.Ge}
	dots := []Dot{{12, "met"}}
	for range 2850 {
		dots = append(dots, Dot{10.2, "met"}, Dot{9.8, "short"})
	}
	svg := Strip(s, dots, "区县与达标线")
	if n := strings.Count(svg, "<use"); n < 20 || n > 2*high+4 {
		t.Errorf("%d dots for %d values", n, len(dots))
	}
	if !strings.Contains(svg, `x="70.3%"`) || !strings.Contains(svg, "一点代表238个") {
		t.Errorf("the lonely value or the scale of the dots is lost: %.300s", svg)
	}
}
