// Package figure reads the figures of a report: what each quantity counts, for
// which stage, where, when, and whether it is the present state, a standard, a
// target, a plan or a forecast. It also gathers what a report says besides
// numbers (statement.go).
//
// A paragraph goes through these steps: numeral finds its quantities; judge.go
// leaves out those that only qualify others or count nothing; walk.go goes
// along each sentence and keeps what later figures take over from earlier ones
// (stage, period, kind, the thing counted); stage.go, kind.go, period.go,
// place.go and indicator.go each settle one property. table.go does the same
// for cells, whose headers say everything.
//
// Cue words are data: words.toml here, the aliases in data/indicators.toml.
package figure
