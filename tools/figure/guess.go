package figure

import (
	"strings"

	"junheng/tools/balance"
)

// stageOfSchool guesses a school's stage from its name.
func stageOfSchool(name string) balance.Stage {
	for _, k := range []struct {
		ending string
		stage  balance.Stage
	}{
		{"小学部", balance.StagePrimary}, {"初中部", balance.StageJunior}, {"高中部", balance.StageSenior},
		{"小学", balance.StagePrimary}, {"完小", balance.StagePrimary}, {"小", balance.StagePrimary},
		{"初中", balance.StageJunior}, {"初级中学", balance.StageJunior}, {"高级中学", balance.StageSenior}, {"高中", balance.StageSenior},
		{"幼儿园", balance.StagePreschool},
	} {
		if strings.HasSuffix(name, k.ending) {
			return k.stage
		}
	}
	if strings.HasSuffix(name, "中") || strings.HasSuffix(name, "中学") {
		return balance.StageJunior
	}
	return balance.StageNone
}

// ageStage reads the stage from the age of those counted: 6—11周岁.
func ageStage(text string) balance.Stage {
	i := strings.Index(text, "周岁")
	if i < 0 {
		if i = strings.Index(text, "岁"); i < 0 {
			return balance.StageNone
		}
	}
	var ages []int
	n, in := 0, false
	for _, r := range text[:i] {
		if r >= '0' && r <= '9' {
			n, in = n*10+int(r-'0'), true
			continue
		}
		if in {
			ages = append(ages, n)
		}
		n, in = 0, false
	}
	if in {
		ages = append(ages, n)
	}
	if len(ages) < 2 {
		return balance.StageNone
	}
	lo, hi := ages[len(ages)-2], ages[len(ages)-1]
	switch {
	case lo >= 6 && lo <= 7 && hi >= 10 && hi <= 12:
		return balance.StagePrimary
	case lo >= 11 && lo <= 13 && hi >= 14 && hi <= 16:
		return balance.StageJunior
	case lo >= 6 && lo <= 7 && hi >= 14 && hi <= 16:
		return balance.StageBoth
	case lo >= 2 && lo <= 4 && hi >= 5 && hi <= 7:
		return balance.StagePreschool
	}
	return balance.StageNone
}

// both reports a 均 that speaks of all that was named: 均达到.
func both(text string) bool {
	for _, t := range []string{"均达", "均为", "均超", "均高", "均低", "均在", "均不", "均未", "均已", "均有", "均实现"} {
		if i := strings.Index(text, t); i >= 0 && !strings.HasSuffix(text[:i], "平") && !strings.HasSuffix(text[:i], "人") {
			return true
		}
	}
	return false
}

// union is the stage that holds all of stages.
func union(stages []balance.Stage) balance.Stage {
	u := balance.StageNone
	for _, s := range stages {
		switch {
		case u == "" || u == s:
			u = s
		case compulsory(u) && compulsory(s):
			u = balance.StageBoth
		default:
			return balance.StageNone
		}
	}
	return u
}

func compulsory(s balance.Stage) bool {
	return s == balance.StagePrimary || s == balance.StageJunior || s == balance.StageBoth || s == balance.StageNineYear
}

// points reports that what is counted are 教学点, which stand beside the schools of
// a stage and begin no row of stages.
func (w *walker) points(v window) bool {
	for _, m := range w.within(max(v.from, w.from(v.at, listMark)), v.to) {
		if m.text == "教学点" {
			return true
		}
	}
	return false
}
