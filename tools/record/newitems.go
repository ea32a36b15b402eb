package record

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"junheng/tools/balance"
)

// asked lists the indicators a district states itself: those that the
// standards judge and that do not follow from the school table.
func (n *National) asked() (all []balance.Indicator) {
	seen := map[string]bool{}
	add := func(id string) {
		ind, ok := n.Indicator(id)
		fromRows := ind.Formula != nil && ind.Formula.Split != balance.SplitItems
		if ok && !seen[id] && !fromRows && ind.CVOf == "" && ind.MeanOf == nil {
			seen[id] = true
			all = append(all, ind)
		}
	}
	for _, s := range n.Standards {
		for _, c := range s.Criteria {
			add(c.Indicator)
		}
	}
	return all
}

func (t *newBook) itemSheet() {
	if len(t.n.itemSheets) == 0 {
		return
	}
	sheet := t.n.itemSheets[0]
	_, err := t.NewSheet(sheet)
	t.did(err)
	at := map[string]string{} // itemColumn.ID → column
	widths := map[string]float64{"indicator": 30, "name": 46, "evidence": 40, "note": 40}
	for i, c := range t.n.itemColumns {
		name := columnName(i + 1)
		at[c.ID] = name
		t.did(t.SetCellStr(sheet, name+"1", c.Header))
		t.did(t.SetCellStyle(sheet, name+"1", name+"1", t.need))
		t.did(t.SetColWidth(sheet, name, name, max(12, widths[c.ID])))
	}
	row := 1
	put := func(id, name, stage, unit, note string) {
		row++
		words := map[string]string{"indicator": id, "name": name, "stage": stage, "unit": unit, "note": note}
		for _, c := range t.n.itemColumns {
			if text := words[c.ID]; text != "" {
				t.did(t.SetCellStr(sheet, at[c.ID]+itoa(row), text))
				t.did(t.SetCellStyle(sheet, at[c.ID]+itoa(row), at[c.ID]+itoa(row), t.no))
			}
		}
	}
	for _, ind := range t.n.asked() {
		stages := ind.Stages
		if len(stages) == 0 {
			stages = []balance.Stage{""}
		}
		for _, stage := range stages {
			put(ind.ID, ind.Name, string(stage), ind.Unit, ind.Meaning)
			if t.value(sheet, at, row, ind.Judged); ind.Judged {
				continue
			}
			for _, name := range inputsOf(ind) {
				if _, own := t.n.Indicator(name); own {
					continue // has a row of its own
				}
				paper := name
				if ind.Formula != nil && ind.Formula.Names[name] != "" {
					paper = ind.Formula.Names[name]
				}
				put(ind.ID+"."+name, "　其中："+paper, string(stage), "", "算出上面这一项的个数，有就填")
				t.value(sheet, at, row, false)
			}
		}
	}
	t.did(t.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
}

// value sets what may be typed as an item's number or judgement.
func (t *newBook) value(sheet string, at map[string]string, row int, judged bool) {
	column := "value"
	v := excelize.NewDataValidation(true)
	if judged {
		column = "judged"
		words := []string{string(balance.Met), string(balance.NotMet)}
		for _, m := range balance.Missings {
			words = append(words, string(m))
		}
		t.did(v.SetDropList(words))
		v.SetError(excelize.DataValidationErrorStyleStop, "判断", "写达标或未达标，并写佐证材料")
	} else {
		cell := at[column] + itoa(row)
		v.Type, v.Formula1 = "custom", strings.Replace(numberOrReason(cell, false), fmt.Sprintf("AND(ISNUMBER(%s),%s>=0)", cell, cell), "ISNUMBER("+cell+")", 1)
		v.SetError(excelize.DataValidationErrorStyleStop, "数值", "填数；没有数的写 "+missingWords+"，或者留空")
	}
	v.Sqref = at[column] + itoa(row)
	t.did(t.AddDataValidation(sheet, v))
}

func title(d balance.Division, year int) string {
	if d.Code == "" {
		return "学校和区县数据填报表"
	}
	return fmt.Sprintf("%s（%s）%d 学年（%d—%d）", d.Name, d.Code, year, year, year+1)
}

// noteSheet explains the two others.
func (t *newBook) noteSheet(division balance.Division, year int) {
	if len(t.n.noteSheets) == 0 {
		return
	}
	sheet := t.n.noteSheets[0]
	_, err := t.NewSheet(sheet)
	t.did(err)
	rows := [][]string{
		{title(division, year)},
		{"学校表：一所学校一行，表头不要改动。深色表头是必填的栏；用不着的选填栏可以整栏删去。"},
		{"没有数的，写明原因：" + missingWords + "；不要留空，不要写 0。"},
		{"学校标识码按文本填写。公式请粘贴为数值。单元格不要合并。"},
		{"不要写学生和教师的姓名、身份证号、手机号，不要写考试成绩、升学率和排名。"},
		{"填好后保存为 schools.xlsx，放进本区县的年份文件夹，用 junheng check 检查。"},
		nil,
		{"表头", "必填", "单位", "说明"},
	}
	for _, c := range t.n.Columns {
		need := "选填"
		if c.Required {
			need = "必填"
		}
		note := c.Note
		if len(c.Choices) > 0 {
			note = strings.TrimPrefix(note+"；", "；") + "可以写：" + strings.Join(c.Choices, "、")
		}
		if c.Stage != "" {
			note = strings.TrimPrefix(note+"；", "；") + "没有" + string(c.Stage) + "的学校写“不适用”"
		}
		rows = append(rows, []string{c.Header, need, c.Unit, note})
	}
	rows = append(rows, nil, []string{t.n.itemSheets[0] + "的栏", "", "", "说明"})
	for _, c := range t.n.itemColumns {
		rows = append(rows, []string{c.Header, "", "", c.Note})
	}
	for i, row := range rows {
		for j, text := range row {
			t.did(t.SetCellStr(sheet, cellName(j+1, i+1), text))
		}
	}
	t.did(t.SetColWidth(sheet, "A", "A", 34))
	t.did(t.SetColWidth(sheet, "D", "D", 90))
}
