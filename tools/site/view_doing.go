package site

import (
	"fmt"

	"junheng/tools/balance"
)

// mostPromises is how many sentences a school's page quotes.
const mostPromises = 6

// doing is what the district says it will do about what a school lacks: the
// commitments of its own reports, those that touch the school's criteria.
func (y *year) doing(s balance.School) Part {
	lacking := map[string]bool{}
	for _, std := range y.standards {
		for _, c := range std.Criteria {
			for _, v := range y.verdicts[spot{std.ID, "", c.ID, s.Code}] {
				if v.Outcome == balance.NotMet {
					lacking[c.Indicator] = true
				}
			}
		}
	}
	var quotes []Quote
	found, all := 0, 0
	for _, r := range y.Reports {
		for _, st := range r.Statements {
			if st.Kind != balance.SaysCommitment || !y.speaks(r.Report, st.Source.Article) {
				continue
			}
			all++
			if !lacking[st.Indicator] {
				continue
			}
			if found++; found <= mostPromises {
				quotes = append(quotes, y.quote(r.Slug, st))
			}
		}
	}
	if all == 0 || len(lacking) == 0 {
		return Part{}
	}
	part := Part{
		ID: "doing", Title: "区县打算怎么办", Form: "rows", Data: Entries{Rows: []Entry{}},
		Note: []string{"出自" + y.b.owner.Short + "自己公布的报告，是打算，不是已经做到的事。"},
	}
	if y == y.b.years[0] { // whose sentences the district's page has
		part.Links = []Link{{Name: fmt.Sprintf("%s的问题与承诺（全部%d句）", y.b.owner.Short, all), Href: y.b.owner.Href + "#said"}}
	}
	if found == 0 {
		part.Gist = text(fmt.Sprintf("报告写下的%d句打算里，没有一句点到这所学校还差的项目。", all))
		return part
	}
	part.Gist = text(fmt.Sprintf("这所学校还差的项目，报告里有%d句打算。", found))
	part.Data = Entries{Rows: []Entry{{Name: statements[balance.SaysCommitment], Quotes: quotes}}}
	return part
}

// after is homework, after-school service and tutoring: what the district gives
// for all its schools, each with its verdict.
func (y *year) after(s balance.School) Part {
	for _, std := range y.standards {
		if !reduces(std) {
			continue
		}
		st := Stack{Caption: y.b.d.Name + std.Short + "，" + term(y.Year.Year), Head: "要求", Middle: "全区县", Last: "数与依据"}
		for _, p := range std.Parts {
			if p.Rule == balance.RuleInfo {
				continue
			}
			for _, c := range criteriaOf(std, p.ID) {
				row := y.criterionRow(std, p, c, false)
				row.Limit = c.Plain
				st.Rows = append(st.Rows, row)
			}
		}
		return Part{
			ID: "after", Title: "作业与课后", Form: "stack", Data: st,
			Note:  []string{"这里是" + y.b.owner.Short + "全部学校合在一起的数，多为自报。" + s.Name + "自己的情况没有单独公布，可以问学校。"},
			Links: []Link{{Name: y.b.owner.Short + "的双减情况", Href: y.reductionHref()}},
		}
	}
	return Part{}
}
