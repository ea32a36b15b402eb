// Package balance is the vocabulary of Junheng 均衡公开: the nouns every other
// package is built from. It knows no file, no network and no other package of
// ours, and imports only the standard library.
//
// The way of a figure, in these words: a bureau (Division) publishes a Report;
// its paragraphs and tables hold Figures, each with its Source. What a bureau
// keeps in tables is a School or an Item, each value a Datum that is either a
// number or Missing with its reason. A Standard is a list of Criteria; holding
// values against it gives Verdicts with their Working. A Check relates stated
// figures to each other. Whatever is wrong with a file is a Problem.
//
// Glossary ties each official Chinese term to its Go name.
package balance
