package assess

import (
	"slices"
	"strings"

	"junheng/tools/balance"
)

// section 学段部 is the part of a school that holds one stage: the row of the
// national form. A nine-year school is one school and two sections.
type section struct {
	school *balance.School
	at     int // of the school in its table
	stage  balance.Stage
	pupils number
	share  number // of what the whole school shares
}

// suffix is how the columns of a stage end.
var suffix = map[balance.Stage]string{
	balance.StagePrimary: "_primary", balance.StageJunior: "_junior", balance.StageSenior: "_senior",
}

// pupilsOf is the column that counts a stage's pupils.
func pupilsOf(stage balance.Stage) string {
	switch stage {
	case balance.StagePrimary:
		return "pupils_primary"
	case balance.StageJunior:
		return "pupils_junior"
	}
	return "pupils_senior"
}

var compulsory = []balance.Stage{balance.StagePrimary, balance.StageJunior}

// sections lists every section of the schools that holds pupils of compulsory
// education. A section without pupils is none: it has no value per pupil and no
// weight. Schools whose type holds no such stage (普通高中 特殊教育 职业) have none.
func sections(schools []balance.School, splits []balance.AssetSplit) []section {
	out := make([]section, 0, len(schools)+len(schools)/4)
	var fields *balance.Fields
	var pupils [2]int // where the columns of pupils stand, by compulsory
	for i := range schools {
		s := &schools[i]
		if f := s.Values.Fields(); i == 0 || f != fields {
			fields, pupils = f, [2]int{f.Index(pupilsOf(compulsory[0])), f.Index(pupilsOf(compulsory[1]))}
		}
		stages := s.Type.Stages()
		if stages == nil {
			continue
		}
		for k, stage := range compulsory {
			p := numberOf(s.Values.At(pupils[k]))
			// 附设班: pupils of a stage that the type does not hold.
			attached := p.st == known && p.v > 0
			if p.st == inapplicable || p.st == known && p.v == 0 || !attached && !slices.Contains(stages, stage) {
				continue
			}
			out = append(out, section{school: s, at: i, stage: stage, pupils: p, share: share(s, stage, splits)})
		}
	}
	return out
}

// share is the part of a school's shared rooms and grounds that counts for one
// stage: its pupils times its weight, over the sum of that for every stage.
func share(s *balance.School, stage balance.Stage, splits []balance.AssetSplit) number {
	for i := range splits {
		w := &splits[i]
		if w.Type != s.Type {
			continue
		}
		var own, all float64
		for _, part := range weighted(w) {
			if part.weight == 0 {
				continue
			}
			p := read(s, pupilsOf(part.stage))
			held := part.stage == balance.StageSenior || slices.Contains(s.Type.Stages(), part.stage)
			switch {
			case p.st == inapplicable || p.st == unpublished && !held:
				continue
			case p.st != known:
				return number{st: unknown}
			}
			if part.stage == stage {
				own = part.weight * p.v
			}
			all += part.weight * p.v
		}
		if own == 0 || all == 0 {
			return number{st: unknown}
		}
		return number{v: own / all}
	}
	return number{v: 1}
}

// stageWeight is what a pupil of a stage counts when shared assets are split.
type stageWeight struct {
	stage  balance.Stage
	weight float64
}

func weighted(w *balance.AssetSplit) [3]stageWeight {
	return [3]stageWeight{{balance.StagePrimary, w.Primary}, {balance.StageJunior, w.Junior}, {balance.StageSenior, w.Senior}}
}

// weightsOf lists the weights that a type of school is split by.
func (t *table) weightsOf(typ balance.SchoolType) (out []stageWeight) {
	for i := range t.splits {
		if t.splits[i].Type == typ {
			for _, w := range weighted(&t.splits[i]) {
				if w.weight > 0 {
					out = append(out, w)
				}
			}
		}
	}
	return out
}

// counts reports whether a section is inside the scope of a part. One whose
// pupils are not known is inside: leaving it out would be a guess.
func counts(sc *balance.Scope, s *section) bool {
	if slices.Contains(sc.Exclude, s.school.Type) {
		return false
	}
	return !organised(sc, s.school) &&
		!(s.school.Type == balance.TeachingSite && s.pupils.st == known && s.pupils.v < float64(sc.PointBelow))
}

// organised reports whether a scope leaves a school out by who runs it. The
// words of a scope stand for any wording that has them in it; a number is the
// form's code and stands for itself.
func organised(sc *balance.Scope, s *balance.School) bool {
	for _, word := range sc.Organisers {
		if s.Organiser == word || word > "9" && strings.Contains(s.Organiser, word) {
			return true
		}
	}
	return false
}
