// Package privacy masks in published documents what belongs to a private
// person: mobile telephone, identity, pupil and bank account numbers, and the
// name of a contact who is named for no office.
//
// 《个人信息保护法》第二十八条 makes personal information of children under 14
// sensitive; 《教育统计管理规定》第三十一条 forbids material that identifies one
// respondent. Office telephones and the names of office holders in office stay.
//
// A mask has as many characters as what it hides, so that every place counted
// in the text stays right.
package privacy

import (
	"fmt"
	"regexp"

	"junheng/tools/balance"
)

// A rule finds one kind of personal matter. Group 1 is what is masked; keep is
// how many of its characters stay at the front and at the back.
type rule struct {
	name        string
	form        *regexp.Regexp
	front, back int
	valid       func(string) bool
}

const edge = `(?:^|[^0-9A-Za-z])`

var rules = []rule{
	{"学籍号", regexp.MustCompile(edge + `([GLJ][0-9]{17}[0-9Xx])(?:$|[^0-9A-Za-z])`), 1, 0, nil},
	{"身份证号", regexp.MustCompile(edge + `([1-9][0-9]{16}[0-9Xx])(?:$|[^0-9A-Za-z])`), 0, 0, birthday},
	{"手机号", regexp.MustCompile(edge + `(?:(?:00)?86[ -]?)?(1[3-9][0-9](?:[ -]?[0-9]{4}){2})(?:$|[^0-9A-Za-z元万亿人])`), 3, 0, nil},
	{"银行账号", regexp.MustCompile(`(?:账号|帐号|账户|帐户|卡号)[:： 为是]*([0-9](?:[ -]?[0-9]){14,22})(?:$|[^0-9])`), 4, 0, nil},
	{"联系人姓名", regexp.MustCompile(`(?:联系人|经办人|填表人)[:：]\s*(\p{Han}{2,4})(?:$|[^\p{Han}])`), 1, 0, nil},
}

// birthday reports whether an 18-digit number holds a date where an identity
// number has one.
func birthday(id string) bool {
	year, month, day := id[6:10], id[10:12], id[12:14]
	return year >= "1900" && year <= "2100" && month >= "01" && month <= "12" && day >= "01" && day <= "31"
}

// Mask returns text with personal matter masked, and what kinds were found.
func Mask(text string) (string, []string) {
	var found []string
	for _, r := range rules {
		from := 0
		for {
			m := r.form.FindStringSubmatchIndex(text[from:])
			if m == nil {
				break
			}
			start, end := from+m[2], from+m[3]
			hidden := text[start:end]
			if r.valid == nil || r.valid(hidden) {
				hidden = r.cover(hidden)
				text = text[:start] + hidden + text[end:]
				found = append(found, r.name)
			}
			from = start + len(hidden)
		}
	}
	return text, found
}

// cover keeps the first and last characters of s and hides those between.
func (r rule) cover(s string) string {
	runes := []rune(s)
	for i := r.front; i < len(runes)-r.back; i++ {
		runes[i] = '*'
	}
	return string(runes)
}

// Report masks every paragraph and table of a document in place and lists what
// was masked, as notices.
func Report(rep *balance.Report) balance.Problems {
	var notices balance.Problems
	for i := range rep.Articles {
		a := &rep.Articles[i]
		mask := func(text *string, where string) {
			masked, found := Mask(*text)
			*text = masked
			for _, name := range found {
				notices.Notice(balance.Place{File: rep.File}, fmt.Sprintf("第%d篇%s里有%s，页面上已遮盖", a.Number, where, name),
					"原件不会公布；请同时联系原网页的发布单位处理")
			}
		}
		for j := range a.Sections {
			a.Sections[j].Heading, _ = Mask(a.Sections[j].Heading)
		}
		for j := range a.Paragraphs {
			p := &a.Paragraphs[j]
			mask(&p.Text, fmt.Sprintf("第%d段", p.Number))
			if p.Table == nil {
				continue
			}
			for r, row := range p.Table.Rows {
				for c := range row {
					mask(&row[c].Text, fmt.Sprintf("表%d第%d行第%d列", p.Table.Number, r+1, c+1))
					for k := range row[c].Path {
						row[c].Path[k], _ = Mask(row[c].Path[k])
					}
				}
			}
		}
	}
	return notices
}
