// Package numeral finds the quantities in Chinese official prose: the numeral,
// its value, its unit and how the words around it bound it.
//
// Scan reads a text once, from left to right. Where a numeral may start it
// reads the longest one (literal.go for Arabic digits, hanzi.go for 三千四百),
// joins it to what belongs to it (compose.go: 分之, %, ranges, ratios; power.go:
// 10⁴; part.go: 三元五角, 两亩半), takes the unit and the bounding words beside
// it (unit.go, hedge.go), and leaves out what only looks like a quantity
// (reject.go): dates, list marks, ordinals,
// names and slogans. Units and bounding words are data: words.toml.
//
// What a quantity means, and whether a bare number is worth anything, is for
// package figure to say.
package numeral
