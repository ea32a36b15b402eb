package chart

import (
	"math"
	"strconv"

	"junheng/tools/balance"
)

// Scale holds values against one limit.
type Scale struct {
	Limit float64            // not 0
	Op    balance.Comparator // what a value must be to pass: ge gt le lt eq
	Twice bool               // ends are nothing and twice the limit, instead of half and one and a half
}

// NewScale is the scale of a threshold. ok is false when the limit cannot be
// divided by.
func NewScale(t balance.Threshold) (s Scale, ok bool) {
	return Scale{Limit: t.Value, Op: t.Op}, t.Value != 0
}

// Lower reports whether less is better.
func (s Scale) Lower() bool { return s.Op == balance.Le || s.Op == balance.Lt }

// Ratio is the share of the limit that v reaches: 1 on the line, more is
// better whichever way the limit runs.
func (s Scale) Ratio(v float64) float64 {
	r := v / s.Limit
	if s.Lower() {
		return 2 - r
	}
	return r
}

// Place is where v stands on the track, in per cent of its width. A value off
// the track is drawn at its end and far is true.
func (s Scale) Place(v float64) (at float64, far bool) {
	span := 100.0
	if s.Twice {
		span = 50
	}
	at = 50 + (s.Ratio(v)-1)*span
	if at < 4 {
		return 4, at < 0
	}
	if at > 96 {
		return 96, at > 100
	}
	return at, false
}

// percent prints a place with at most one decimal.
func percent(at float64) string {
	return strconv.FormatFloat(math.Round(at*10)/10, 'f', -1, 64) + "%"
}
