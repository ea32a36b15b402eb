package site

import (
	"strings"

	"junheng/tools/assess"
	"junheng/tools/balance"
)

// compact writes lines as values in the order of the columns: a whole country
// of them is a quarter shorter than with keys.
func compact(s assess.Sheet) rowsSheet {
	out := rowsSheet{s.Criterion, s.Stage, s.Indicator, s.Unit, s.Formula, s.Sums, s.Columns, make([][]any, 0, len(s.Lines))}
	for _, l := range s.Lines {
		line := make([]any, len(s.Columns))
		for i, c := range s.Columns {
			line[i] = l[c.Key]
		}
		out.Lines = append(out.Lines, line)
	}
	return out
}

// rowRecords are a sheet's lines for a table that holds several: units differ
// from sheet to sheet and so have columns of their own.
func (y *year) rowRecords(s assess.Sheet, c balance.Criterion) (head []string, rows [][]string) {
	head = []string{"条目编号", "条目", "指标编号", "x的单位", "x的倍数"}
	for _, col := range s.Columns {
		head = append(head, col.Header)
	}
	short, factor := criterion{c}.short(y.b.n), "1"
	if i, ok := y.b.n.Indicator(s.Indicator); ok && i.Formula != nil {
		factor = exact(i.Formula.Factor)
	}
	for _, l := range s.Lines {
		row := []string{c.ID, short, s.Indicator, s.Unit, factor}
		for _, col := range s.Columns {
			switch v := l[col.Key].(type) {
			case string:
				row = append(row, v)
			case float64:
				row = append(row, exact(v))
			default:
				row = append(row, "")
			}
		}
		rows = append(rows, row)
	}
	return head, rows
}

// rowsPart leads to the tables.
func (y *year) rowsPart(s balance.Standard, files []File) Part {
	part := Part{
		ID: "rows", Title: "逐校演算表", Form: "rows",
		Note: []string{"用这些表可以把每个结论重算一遍：每所学校填的数、折算份额、计入的数和在校生，系数还有每校占方差多少，没有计入的写明原因。", "x = 倍数 × R ÷ P；X̄ = 倍数 × ΣR ÷ ΣP；S² = Σ(P ÷ ΣP)(x − X̄)²；系数 = √S² ÷ X̄。"},
	}
	if len(files) == 0 {
		part.Data = Entries{Rows: []Entry{{Name: "没有", Text: text("没有可以逐校公布的学校表，或没有写明公开依据。")}}}
		return part
	}
	says := map[string]string{
		"spreads.csv": "校际差异，每个系数每所学校一行（CSV）", "limits.csv": "各校限值，每条标准每所学校一行（CSV）", "rows.json": "以上全部，连同算式和合计（JSON）",
	}
	var runs []Entry
	for _, f := range files {
		runs = append(runs, Entry{Name: f.Name, Text: []Run{{Text: says[f.Name], Href: y.base() + s.ID + "/" + f.Name}}})
	}
	part.Data = Entries{Rows: runs}
	return part
}

// A rowTerm is a column of the school table that a sheet's values are made from.
type rowTerm struct {
	sign, header string
	field        string
}

// terms are those of a sheet: 教学及辅助用房面积 less 室内体育用房面积.
func (y *year) terms(sheet *assess.Sheet) (out []rowTerm) {
	i, ok := y.b.n.Indicator(sheet.Indicator)
	if !ok || i.Formula == nil {
		return nil
	}
	for k, fields := range [][]string{i.Formula.Plus, i.Formula.Minus} {
		for _, f := range fields {
			if i.Formula.Split == balance.SplitStaff {
				f += stageSuffix[sheet.Stage]
			}
			if col, ok := y.b.n.Column(f); ok {
				out = append(out, rowTerm{[]string{" + ", " − "}[k], col.Header, f})
			}
		}
	}
	return out
}

// inputs writes the cells of a school's row that its value was made from:
// 教学及辅助用房面积9505 − 室内体育用房面积510.
func inputs(terms []rowTerm, sc *balance.School) string {
	var out strings.Builder
	for _, t := range terms {
		e := sc.Values.At(sc.Values.Fields().Index(t.field))
		if !e.Known() && (e.Missing() == balance.NotMissing || e.Missing() == balance.NotApplicable) {
			continue
		}
		if out.Len() > 0 || t.sign == " − " {
			out.WriteString(t.sign)
		}
		out.WriteString(t.header)
		if e.Known() {
			out.WriteString(exact(float64(e)))
		} else {
			out.WriteString(string(e.Missing()))
		}
	}
	return out.String()
}

var stageSuffix = map[balance.Stage]string{balance.StagePrimary: "_primary", balance.StageJunior: "_junior", balance.StageSenior: "_senior"}
