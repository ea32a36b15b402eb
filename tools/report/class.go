package report

import (
	"strings"

	"junheng/tools/balance"
)

// classOf says what part a section plays: what its heading says, otherwise
// what the section around it is, otherwise measures, which is what most of
// every summary is.
func classOf(heading string, parent int, sections []balance.Section) balance.SectionClass {
	_, size := tierOf(heading)
	k := strings.TrimRight(key(heading[size:]), "。:;")
	for _, c := range words.Class {
		if parent == 0 && anyOf(c.When, k) && !anyOf(c.Unless, k) || parent > 0 && anyOf(c.Inner, k) {
			return c.Name
		}
	}
	if parent > 0 {
		return sections[parent].Class
	}
	return balance.ClassMeasures
}

// level guesses whose report an article is from its first person.
func level(a *balance.Article) balance.Level {
	says := map[string]int{}
	for _, p := range a.Paragraphs {
		words.persons.each(p.Text, func(word string) {
			for _, list := range words.levelOf[word] {
				says[list]++
			}
		})
	}
	for _, prefix := range []string{"", "whole_"} {
		best, most := balance.Level(""), 0
		for _, l := range []balance.Level{balance.LevelSchool, balance.LevelTownship, balance.LevelDistrict, balance.LevelCity, balance.LevelProvince} {
			if n := says[prefix+string(l)]; n > most {
				best, most = l, n
			}
		}
		if best == balance.LevelCity && says["of_counties"] == 0 && says["of_townships"] > 1 {
			best = balance.LevelDistrict // a 县级市
		}
		if best != "" {
			return best
		}
	}
	return ""
}

// levelOfName reads the level from the name of a body.
func levelOfName(name string) balance.Level {
	switch {
	case name == "":
		return ""
	case strings.HasSuffix(name, "小学") || strings.HasSuffix(name, "中学") || strings.HasSuffix(name, "学校"):
		return balance.LevelSchool
	case strings.Contains(name, "镇人民政府") || strings.Contains(name, "乡人民政府") || strings.Contains(name, "街道办"):
		return balance.LevelTownship
	case strings.Contains(name, "县") || strings.Contains(name, "区教") || strings.Contains(name, "区人民政府") || strings.Contains(name, "旗"):
		return balance.LevelDistrict
	}
	return ""
}
