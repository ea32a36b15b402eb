package site

import (
	"fmt"
	"strings"

	"junheng/tools/balance"
	"junheng/tools/index"
)

// someNames is how many districts the search page names under a letter.
const someNames = 12

// Search is /search/ and, for a reader without scripts, a page for each letter
// that a division's name begins with.
func Search(all []index.Contribution) DataFile {
	example := false
	schools := 0
	var rows []spelling
	for _, d := range all {
		example = example || balance.Division{Code: d.Code}.Example()
		row := NameRow{Name: d.Name, Says: text(d.Kind + "，" + d.Parent + "。尚未公布")}
		if d.Schools >= 0 {
			row.Href, row.Says = "/districts/"+d.Code+"/", text(d.Kind+"，"+d.Parent)
		}
		if d.Schools > 0 {
			schools += d.Schools
			row.Says = append(row.Says, Run{Text: "。"}, Run{Text: fmt.Sprintf("%d所学校", d.Schools), Href: "/districts/" + d.Code + "/names/"})
		}
		rows = append(rows, spelling{index.Pinyin(d.Name), d.Code, row})
	}
	letters := alphabet(rows)
	out := NationalJSON{View: PageView{
		Lead:  text("写校名里的两三个字、旧名、简称或者拼音，找到自己的学校。"),
		Aside: []string{fmt.Sprintf("%d个区县，其中%d所学校可以查到。没有公布学校表的区县，只能查到区县。", len(all), schools)},
		Seek:  &Seek{},
	}}
	short := make([]Letter, len(letters))
	for i, l := range letters {
		href := strings.ToLower(strings.ReplaceAll(l.Name, "#", "0"))
		short[i] = Letter{ID: l.ID, Name: l.Name, Names: l.Names}
		if len(l.Names) > someNames {
			short[i].Names = l.Names[:someNames]
		}
		short[i].More = &Link{Name: fmt.Sprintf("%s：全部%d个", l.Name, len(l.Names)), Href: "/search/" + href + "/"}
		out.Pages = append(out.Pages, letterPage(href, l))
	}
	out.View.Parts = []Part{{
		ID: "az", Title: "按拼音找区县", Form: "letters", Data: Letters{Letters: short},
		Note: []string{"先选区县，再从它的学校名录里找学校。按拼音排列，不排名。"},
	}}
	out.Example, out.View.Example = example, example
	for i := range out.Pages {
		out.Pages[i].View.Example = example
	}
	out.Twin = twin(searchTwin{"junheng/search/1", rowsOf(all)})
	return DataFile{"search", out}
}

type searchTwin struct {
	Schema    string      `json:"schema"`
	Divisions []searchRow `json:"divisions"`
}

type searchRow struct {
	Code    string `json:"code"`
	Name    string `json:"name"`
	Kind    string `json:"kind"`
	Parent  string `json:"parent"`
	Schools int    `json:"schools"` // that can be found; -1 where nothing is published
}

func rowsOf(all []index.Contribution) []searchRow {
	rows := make([]searchRow, 0, len(all))
	for _, d := range all {
		rows = append(rows, searchRow{d.Code, d.Name, d.Kind, d.Parent, d.Schools})
	}
	return rows
}

func letterPage(path string, l Letter) Page {
	view := PageView{
		Crumbs: []Link{{Name: "查找", Href: "/search/"}},
		Lead:   text(fmt.Sprintf("名称以%s开头的区县，共%d个。", l.Name, len(l.Names))),
		Parts:  []Part{{ID: "names", Title: "区县", Form: "letters", Data: Letters{Letters: []Letter{l}}, Note: []string{"按拼音排列，不排名。"}}},
	}
	var names []string
	for _, n := range l.Names {
		names = append(names, n.Name)
	}
	return Page{
		Path: path, Kind: "letter", Title: "拼音" + l.Name + "的区县", Description: plain(view.Lead), View: view,
		Twin: twin(struct {
			Schema string   `json:"schema"`
			Letter string   `json:"letter"`
			Names  []string `json:"names"`
		}{"junheng/letter/1", l.Name, names}),
	}
}
