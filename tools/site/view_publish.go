package site

import (
	"bytes"
	"encoding/base64"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/record"
)

// publish is what the page for bureaus adds to its words: every file, column
// and indicator, as the program reads them, and templates to fill in.
func (c *nation) publish() NationalJSON {
	formats := record.Formats()
	year := 0
	for _, s := range c.summaries {
		for _, y := range s.Years {
			year = max(year, y.Year)
		}
	}
	templates := record.Templates(c.n, balance.Division{}, year)
	view := PageView{Lead: text("填报说明"), Parts: []Part{downloads(templates), c.columns()}}
	for _, f := range formats {
		view.Parts = append(view.Parts, formatPart(f))
	}
	view.Parts = append(view.Parts, c.codes())
	out := NationalJSON{View: view, Twin: twin(struct {
		Schema     string              `json:"schema"`
		Formats    []record.Format     `json:"formats"`
		Columns    []record.Column     `json:"columns"`
		Indicators []balance.Indicator `json:"indicators"`
	}{"junheng/publish/1", formats, c.n.Columns, c.n.Indicators})}
	for _, t := range templates {
		out.Files = append(out.Files, File{Name: "templates/" + t.File, Text: t.Text})
	}
	var book bytes.Buffer
	if err := record.WriteWorkbook(&book, c.n, balance.Division{}, year); err == nil { // a buffer does not fail
		out.Files = append(out.Files, File{Name: "templates/schools.xlsx", Text: base64.StdEncoding.EncodeToString(book.Bytes()), Base64: true})
	}
	return out
}

func downloads(templates []record.Template) Part {
	says := map[string]string{"schools.csv": "学校表，用Excel打开；表头不要改，下面每行一所学校"}
	for _, f := range record.Formats() {
		says[f.File[strings.LastIndex(f.File, "/")+1:]] = f.Says
	}
	e := Entries{Rows: []Entry{{Name: "schools.xlsx", Href: "/publish/templates/schools.xlsx",
		Sums: text("学校表和区县数据项的工作簿，用Excel或WPS填：有下拉选项、单位、说明和一行示例。用它就不必写schools.csv和summary.toml")}}}
	for _, t := range templates {
		e.Rows = append(e.Rows, Entry{Name: t.File, Href: "/publish/templates/" + t.File, Sums: text(says[t.File])})
	}
	return Part{
		ID: "templates", Title: "模板", Form: "rows", Data: e,
		Note: []string{"点名称下载。说明都写在模板里，以#开头。"},
	}
}

// columns are those of the school table.
func (c *nation) columns() Part {
	t := Stack{Caption: "schools.csv 或 schools.xlsx 的各栏", Head: "表头", Middle: "必填", Last: "填什么"}
	for _, col := range c.n.Columns {
		row := StackRow{Name: col.Header, Limit: col.ID, Text: text(fills(col) + "。")}
		if col.Required {
			row.Marks = []StackMark{{Limit: when(col.Stage != "", "办"+string(col.Stage)+"的") + "必填"}}
		}
		if len(col.Aliases) > 0 {
			row.Lines = [][]Run{text("也认得：" + strings.Join(col.Aliases, "、"))}
		}
		t.Rows = append(t.Rows, row)
	}
	return Part{
		ID: "columns", Title: "学校表", Form: "stack", Data: t,
		Note: []string{"一行一所学校。表头后面可以用括号写单位，如“教学仪器设备值(万元)”，读入时换算。", "没有数的写原因：" + reasons() + "。不留空，也不写0。"},
	}
}

// fills says what may stand in a column.
func fills(c record.Column) string {
	s := map[record.ColumnType]string{record.TypeCode: "标识码", record.TypeText: "文字", record.TypeCount: "整数", record.TypeNumber: "数"}[c.Type]
	if c.Type == record.TypeChoice {
		s = strings.Join(c.Choices, "、") + "之一"
	}
	s += when(c.Unit != "", "，"+c.Unit) + when(c.Note != "", "；"+c.Note)
	if c.Stage != "" {
		s += "；不办" + string(c.Stage) + "的写“" + string(balance.NotApplicable) + "”"
	}
	return s
}

func reasons() string {
	var out []string
	for _, m := range balance.Missings {
		out = append(out, string(m))
	}
	return strings.Join(out, "、")
}

// formatPart is one file and its keys.
func formatPart(f record.Format) Part {
	t := Stack{Caption: f.File + " 的各项", Head: "键名", Middle: "必填", Last: "写什么"}
	for _, k := range f.Keys {
		row := StackRow{Name: k.Path, Limit: k.Name, Text: text(k.Says + "。")}
		if k.Need {
			row.Marks = []StackMark{{Limit: "必填"}}
		}
		if k.Choices != nil {
			row.Lines = [][]Run{text("只能写：" + strings.Join(k.Choices, "、"))}
		} else {
			row.Lines = [][]Run{text(k.Type)}
		}
		t.Rows = append(t.Rows, row)
	}
	name := f.File[strings.LastIndex(f.File, "/")+1:]
	return Part{ID: "f-" + strings.Trim(strings.TrimSuffix(name, ".toml"), "<>"), Title: name, Form: "stack", Data: t, Note: []string{f.Says + "。位置：" + f.File}}
}

// codes are the indicators that summary.toml may name.
func (c *nation) codes() Part {
	t := Table{Caption: "summary.toml 里可以写的指标", Head: []TableHead{{Text: "编号"}, {Text: "指标"}, {Text: "单位"}, {Text: "学段"}}}
	for _, i := range c.n.Indicators {
		if i.Level != balance.LevelDistrict || i.Kind == balance.Limit {
			continue
		}
		var stages []string
		for _, s := range i.Stages {
			stages = append(stages, string(s))
		}
		u := i.Unit
		if i.Judged {
			u = "达标或未达标"
		}
		t.Rows = append(t.Rows, []TableCell{{Text: i.ID, Href: indicatorHref(i.ID)}, {Text: i.Name}, {Text: u}, {Text: strings.Join(stages, "、")}})
	}
	return Part{
		ID: "codes", Title: "指标编号", Form: "fold", Data: Fold{Summary: "展开全部" + itoa(len(t.Rows)) + "项", Table: t},
		Note: []string{"写在 summary.toml 的 indicator 里。分学段的，每个学段写一条。"},
	}
}
