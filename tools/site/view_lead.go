package site

import (
	"strings"

	"junheng/tools/assess"
	"junheng/tools/balance"
)

// lead is the first sentence of the district's pages: where it stands under
// the standard that is held school by school, or the first there is.
func (y *year) lead() []Run {
	if s, ok := y.standing(""); ok {
		return emphasise(s)
	}
	return text(y.b.owner.Short + "还没有可以对照标准的数据。")
}

// standing is the sentence a page opens with; school is empty for the district.
func (y *year) standing(school string) (assess.Standing, bool) {
	var first *assess.Standing
	for i := range y.Assessed.Standings {
		s := &y.Assessed.Standings[i]
		if s.School != school {
			continue
		}
		if first == nil || y.bySchool(s.Standard) && !y.bySchool(first.Standard) {
			first = s
		}
	}
	if first == nil {
		return assess.Standing{}, false
	}
	return *first, true
}

// bySchool reports whether a standard judges each school by several criteria.
func (y *year) bySchool(standard string) bool {
	for _, s := range y.standards {
		for _, p := range s.Parts {
			if s.ID == standard && p.Rule == balance.RuleSchools {
				return true
			}
		}
	}
	return false
}

// emphasise marks the verdict in a sentence.
func emphasise(s assess.Standing) []Run {
	for _, word := range []string{"尚未达到", "未达到", "没有达到", "无法判定", "已经达到", "达到"} {
		if before, after, ok := strings.Cut(s.Sentence, word); ok {
			return []Run{{Text: before}, {Text: word, Strong: true}, {Text: after}}
		}
	}
	return text(s.Sentence)
}

// aside is where the district stands under the other standards.
func (y *year) aside() (out []string) {
	lead, _ := y.standing("")
	for _, s := range y.Assessed.Standings {
		if s.School == "" && s.Standard != lead.Standard {
			out = append(out, strings.TrimPrefix(s.Sentence, term(y.Year.Year)+"，"))
		}
	}
	return out
}

func plain(runs []Run) string {
	s := ""
	for _, r := range runs {
		s += r.Text
	}
	return s
}
