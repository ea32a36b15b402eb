package site

import (
	_ "embed"
	"slices"

	"github.com/BurntSushi/toml"
	"junheng/tools/balance"
)

//go:embed questions.toml
var questionsTOML []byte

// question is one a parent may ask a school.
type question struct {
	Topic      string            `toml:"topic"`
	Indicators []string          `toml:"indicators"`
	Outcomes   []balance.Outcome `toml:"outcomes"`
	Text       string            `toml:"text"`
}

var questions = readQuestions(questionsTOML)

func readQuestions(data []byte) []question {
	var file struct {
		Question []question `toml:"question"`
	}
	meta, err := toml.Decode(string(data), &file)
	if err != nil || len(meta.Undecoded()) > 0 {
		panic("site: questions.toml is damaged") // it is part of the program
	}
	return file.Question
}

// questions are those a school's verdicts give rise to.
func (y *year) questions(s balance.School) Part {
	var rows []Entry
	for _, q := range questions {
		if q.Outcomes == nil || y.asks(q, s.Code) {
			rows = append(rows, Entry{Name: q.Topic, Sums: text(q.Text)})
		}
	}
	return Part{
		ID: "ask", Title: "可以问学校", Form: "rows", Data: Entries{Rows: rows},
		Note: []string{"按上面的结论列出。学校和教育局怎样答，以他们的说法为准。"},
	}
}

func (y *year) asks(q question, school string) bool {
	for _, std := range y.standards {
		for _, c := range std.Criteria {
			if q.Indicators != nil && !slices.Contains(q.Indicators, c.Indicator) {
				continue
			}
			for _, v := range y.verdicts[spot{std.ID, "", c.ID, school}] {
				if slices.Contains(q.Outcomes, v.Outcome) {
					return true
				}
			}
		}
	}
	return false
}
