// Package record reads what a bureau and the project itself keep in tables:
// TOML, CSV and Excel files, into the words of package balance.
//
// ReadNational reads what holds for everybody (divisions, indicators,
// standards, the columns of the school table); ReadFolder reads one bureau's
// folder. Both find every fault at once and say, in Chinese, where it is, what
// is wrong and how to mend it. What could be read is returned beside the
// faults, so that one bad file does not hide the state of the others.
//
// Values come from the TOML decoder; the place of each key comes from a
// scanner of our own (scan.go), because the decoder's is wrong in repeated
// tables, missing for unknown keys, and counts bytes.
package record
