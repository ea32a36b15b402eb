package site

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/district"
)

// stamps are the small words beside a figure that a person has looked at.
var stamps = map[balance.Decision]string{balance.Confirm: "核", balance.Correct: "正", balance.Reject: "剔"}

func stamp(f *balance.Figure) string {
	if f.Review == nil {
		return ""
	}
	return stamps[f.Review.Decision]
}

// reviewedPart lists what a clerk decided: corrections and rejections one by
// one, each with the machine's reading, the clerk's and the reason.
func (rd *reading) reviewedPart() Part {
	n := tally(rd.r)
	if n.confirmed+n.corrected+n.rejected == 0 {
		return Part{}
	}
	var rows []Entry
	for i := range rd.r.Figures {
		f := &rd.r.Figures[i]
		if stamp(f) == "" || f.Review.Decision == balance.Confirm {
			continue
		}
		e := Entry{
			Name: f.State(), Href: "#" + f.ID, Small: when(f.Review.Date != "", day(f.Review.Date)),
			Quotes: []Quote{{Text: f.Source.Quote, Href: "#" + f.ID}}, Text: text("理由：" + f.Review.Reason),
		}
		e.Sums = []Run{{Text: "机读：" + rd.y.reads(f.Reading()) + "。现不作为数据。"}}
		if f.Review.Read != nil {
			e.Sums = []Run{{Text: "机读：" + rd.y.reads(*f.Review.Read) + "。更正为：" + rd.y.reads(f.Reading()) + "。"}}
		}
		rows = append(rows, e)
	}
	return Part{
		ID: "reviewed", Title: "人工核实", Form: "rows", Data: Entries{Rows: rows}, Gist: text(n.says() + "。"),
		Note: []string{"更正的，机器读出的和经办人核定的并列写出，写明理由；剔除的不进入任何结论和核对。"},
	}
}

// reads says what a numeral is taken for.
func (y *year) reads(r balance.Reading) string {
	s := hedge(r.Comparator) + shortest(r.Value)
	if r.ValueMax != nil {
		s += "—" + shortest(*r.ValueMax)
	}
	of := []string{s + unit(r.Unit), string(r.Stage), r.Scope, kinds[r.Kind]}
	if i, ok := y.b.n.Indicator(r.Indicator); ok {
		of = append(of, i.Name)
	} else {
		of = append(of, "没有对应的指标")
	}
	var said []string
	for _, s := range of {
		if s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, "，")
}

// amended says, behind a value that was read from a report, that a clerk
// corrected the reading.
func (y *year) amended(figure string) []Run {
	f, ok := y.figures[figure]
	if !ok || f.Review == nil || f.Review.Read == nil {
		return nil
	}
	return []Run{{Text: "（经办人更正，机读为" + y.reads(*f.Review.Read) + "。理由：" + strings.TrimSuffix(f.Review.Reason, "。") + "）"}}
}

// counted is how many figures of a report stand where.
type counted struct{ confirmed, corrected, rejected, unread int }

func tally(r *district.Report) (n counted) {
	for i := range r.Figures {
		switch r.Figures[i].State() {
		case "更正":
			n.corrected++
		case "剔除":
			n.rejected++
		case "已核":
			n.confirmed++
		default:
			n.unread++
		}
	}
	return n
}

func (n counted) says() string {
	var said []string
	for _, s := range []struct {
		n    int
		word string
	}{{n.confirmed, "已核"}, {n.corrected, "更正"}, {n.rejected, "剔除"}, {n.unread, "机读待核"}} {
		if s.n > 0 {
			said = append(said, fmt.Sprintf("%s%d个", s.word, s.n))
		}
	}
	return strings.Join(said, "，")
}
