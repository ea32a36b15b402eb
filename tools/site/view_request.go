package site

import (
	_ "embed"
	"net/url"
	"strings"
	"text/template"

	"github.com/BurntSushi/toml"
	"junheng/tools/balance"
)

//go:embed request.toml
var requestTOML []byte

// request is a ready text for asking a bureau for what it has not published.
type request struct {
	subject, letter *template.Template
	known           map[balance.Missing]string
}

var requests = readRequest(requestTOML)

func readRequest(data []byte) request {
	var file struct {
		Subject string                     `toml:"subject"`
		Letter  string                     `toml:"letter"`
		Known   map[balance.Missing]string `toml:"known"`
	}
	meta, err := toml.Decode(string(data), &file)
	if err != nil || len(meta.Undecoded()) > 0 {
		panic("site: request.toml is damaged") // it is part of the program
	}
	parse := func(s string) *template.Template { return template.Must(template.New("").Parse(s)) }
	return request{parse(file.Subject), parse(file.Letter), file.Known}
}

// asking is what a letter asks for.
type asking struct {
	Bureau, What, Place, Code, Stage, Measured, For, Owner, Known string
	Year, Next                                                    int
}

// ask writes the letter for one missing thing, and the address of a mail with
// its subject where the bureau publishes one.
func (y *year) ask(m *missing, place, code string) (letter, mail string) {
	reason := m.Reason
	if reason == "" {
		reason = balance.Missing(balance.NotPublished)
	}
	var stages, uses []string
	for _, l := range m.lacks {
		if s := string(l.Stage); s != "" && !strings.Contains(strings.Join(stages, "、")+m.name, s) {
			stages = append(stages, s)
		}
	}
	for i, use := range m.of {
		uses = append(uses, "《"+m.standards[i].Document+"》（"+m.standards[i].Number+"）“"+use.Name+"”")
	}
	a := asking{
		Bureau: y.b.d.Bureau.Name, What: m.name, Place: place, Code: code, Stage: strings.Join(stages, "、"), Measured: y.b.countedAs(m),
		For: strings.Join(uses, "；"), Owner: m.Owner, Known: requests.known[reason], Year: y.Year.Year, Next: y.Year.Year + 1,
	}
	letter = strings.TrimSpace(filled(requests.letter, a))
	if y.b.d.Bureau.Email != "" {
		mail = "mailto:" + y.b.d.Bureau.Email + "?subject=" + url.PathEscape(filled(requests.subject, a))
	}
	return letter, mail
}

// countedAs says how a missing thing is counted: a column of the school table
// by its unit, an indicator as the criterion measures it.
func (b *builder) countedAs(m *missing) string {
	what, _, _ := strings.Cut(m.name, "（")
	for _, c := range b.n.Columns {
		if c.Header == what {
			return "学校表“" + c.Header + "”一栏，逐校填写" + when(c.Unit != "", "，单位"+c.Unit)
		}
	}
	for _, c := range m.of {
		if i, ok := b.n.Indicator(c.Indicator); ok && i.Name == m.name && c.Measured != "" {
			return c.Measured + when(strings.Contains(c.Measured, "÷"), "。请同时提供计算所用的分子和分母")
		}
	}
	return ""
}

func filled(t *template.Template, a asking) string {
	var s strings.Builder
	if err := t.Execute(&s, a); err != nil {
		panic("site: request.toml: " + err.Error()) // only for a word the template does not know
	}
	return s.String()
}
