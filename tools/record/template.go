package record

import (
	"encoding/csv"
	"fmt"
	"strings"

	"junheng/tools/balance"
)

// Template 模板 is an empty file for a bureau to fill in. What is not filled in
// stands in comments, so that each but the table, which wants schools, is read
// without fault as it stands.
type Template struct {
	File string // its name in the bureau's folder
	Text string // UTF-8; the table with a byte order mark, for Excel
}

// Templates are one of each file that a bureau of this division writes, for
// this year; with an empty division or year they are blank forms. They are made from the types the files are read into and from the
// national data, so that what they name is what is read.
func Templates(n *National, d balance.Division, year int) []Template {
	return []Template{
		{"district.toml", DistrictTemplate(d)},
		{"summary.toml", summaryTemplate(n, year)},
		{"schools.csv", tableTemplate(n)},
		{"answers.toml", entryTemplate("answers.toml", "answer")},
		{"corrections.toml", entryTemplate("corrections.toml", "correction")},
	}
}

// DistrictTemplate is district.toml for a division, or with none an example of
// it. What only the bureau can say, its full name and the licence, is left for
// it to say.
func DistrictTemplate(d balance.Division) string {
	filled := map[string]string{"licence": "CC BY 4.0"}
	if d.Code != "" {
		filled = map[string]string{"code": d.Code, "name": d.Name, "bureau.name": d.Name + "教育主管部门", "licence": "未声明"}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# %s。# 后面的是说明；要写的一行，删去行首的 #。\n", formats[0].says)
	for _, k := range Formats()[0].Keys {
		if k.Type == "表" {
			fmt.Fprintf(&b, "\n# %s\n[%s]\n", k.Says, k.Path)
			continue
		}
		key := k.Path[strings.LastIndex(k.Path, ".")+1:]
		value, comment := "\""+filled[k.Path]+"\"", ""
		if filled[k.Path] == "" {
			comment = "# "
		}
		if k.Type == "是或否" {
			value, comment = "false", ""
		}
		fmt.Fprintf(&b, "%s%s = %s  # %s：%s\n", comment, key, value, k.Name, k.Says)
	}
	return b.String()
}

// summaryTemplate has an entry, in comments, for each indicator of the district
// and each stage it is kept for.
func summaryTemplate(n *National, year int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# 全区县的数据项。要填的一项，删去各行行首的 #；有数的，把 missing 一行换成 value = 数。\n# 缺值原因：%s。\n%s\n", strings.Join(words(balance.Missings), "、"), yearLine(year))
	themes := map[string][]balance.Indicator{}
	var order []string
	for _, i := range n.Indicators {
		if i.Level != balance.LevelDistrict || i.Kind == balance.Limit {
			continue
		}
		if themes[i.Theme] == nil {
			order = append(order, i.Theme)
		}
		themes[i.Theme] = append(themes[i.Theme], i)
	}
	for _, theme := range order {
		fmt.Fprintf(&b, "\n# ---- %s\n", theme)
		for _, i := range themes[theme] {
			stages := i.Stages
			if len(stages) == 0 {
				stages = []balance.Stage{balance.StageNone}
			}
			for _, st := range stages {
				fmt.Fprintf(&b, "\n# [[item]]\n# indicator = %q  # %s\n", i.ID, i.Name)
				if st != balance.StageNone {
					fmt.Fprintf(&b, "# stage = %q\n", string(st))
				}
				if i.Judged {
					fmt.Fprintf(&b, "# judged = %q  # 或 %s\n# evidence = \"\"  # 佐证材料\n", string(balance.Met), balance.NotMet)
					continue
				}
				fmt.Fprintf(&b, "# missing = %q\n", string(balance.NotReported))
				if i.Unit != "" {
					fmt.Fprintf(&b, "# unit = %q\n", i.Unit)
				}
			}
		}
	}
	return b.String()
}

func yearLine(year int) string {
	if year == 0 {
		return "# year =   # 学年"
	}
	return fmt.Sprintf("year = %d", year)
}

// tableTemplate is the school table's header, each with its unit.
func tableTemplate(n *National) string {
	var head []string
	for _, c := range n.Columns {
		head = append(head, heads(c))
	}
	var b strings.Builder
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	w.Write(head) // a strings.Builder does not fail
	w.Flush()
	return b.String()
}

// entryTemplate is one entry of a file of entries, in comments.
func entryTemplate(file, entry string) string {
	var b strings.Builder
	for _, f := range Formats() {
		if !strings.HasSuffix(f.File, "/"+file) {
			continue
		}
		fmt.Fprintf(&b, "# %s。写一处，删去各行行首的 #。\n\n", f.Says)
		for _, k := range f.Keys {
			if k.Path == entry {
				fmt.Fprintf(&b, "# [[%s]]\n", entry)
				continue
			}
			fmt.Fprintf(&b, "# %s = \"\"  # %s：%s\n", strings.TrimPrefix(k.Path, entry+"."), k.Name, k.Says)
		}
	}
	return b.String()
}
