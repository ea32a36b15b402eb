package record

import "junheng/tools/balance"

// having says for each column whether schools of type typ have its stage, and
// notes the stages that the type has.
func (t *table) having(typ balance.SchoolType) []bool {
	if known, ok := t.applies[typ]; ok {
		return known
	}
	all := make([]bool, len(t.heads))
	for i, h := range t.heads {
		all[i] = h.Stage == "" || holds(typ, h.Stage)
	}
	for _, stage := range balance.Stages {
		if !open(typ) && holds(typ, stage) {
			t.stages[stage] = true
		}
	}
	t.applies[typ] = all
	return all
}

// holds reports whether a school of type t has the stage. Schools of kinds
// that teach several, and those whose type is unknown, are not held to it.
func holds(t balance.SchoolType, stage balance.Stage) bool {
	switch stage {
	case balance.StagePrimary, balance.StageJunior:
		for _, s := range t.Stages() {
			if s == stage {
				return true
			}
		}
		return open(t)
	case balance.StageSenior:
		return t == balance.Complete || t == balance.TwelveYear || t == balance.Senior || open(t)
	}
	return true
}

func open(t balance.SchoolType) bool {
	return t == "" || t == balance.SpecialNeeds || t == balance.Vocational
}
