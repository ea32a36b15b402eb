package figure

import (
	"testing"
	"unicode/utf8"
)

// FuzzRead holds that whatever a paragraph says, its figures stand where they
// say they do.
func FuzzRead(f *testing.F) {
	f.Add(sentence)
	for _, doc := range documents {
		f.Add(doc.text)
	}
	f.Add("小学、初中分别只有1所（（20__年区一小2237人、二小3749人。共超出5221人）其中小学部677人；清零，到2025年计划投资3-5万元的标准")
	r := NewReader(national(f))
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) { // report hands over text that is
			return
		}
		rep := reportOf(text)
		figures, said := r.Read(rep)
		checkPlaces(t, rep, figures)
		for _, s := range said {
			runes := []rune(text)
			if s.Source.End > len(runes) || string(runes[s.Source.Start:s.Source.End]) != s.Source.Quote {
				t.Errorf("statement %q is not at %d–%d", s.Source.Quote, s.Source.Start, s.Source.End)
			}
		}
	})
}
