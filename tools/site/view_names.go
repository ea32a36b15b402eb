package site

import (
	"fmt"
	"sort"
	"strings"

	"junheng/tools/index"
)

// Letters are names under the letter their pinyin begins with (forms/letters.html).
type Letters struct {
	Letters []Letter `json:"letters"`
}

// Letter is one of Letters.
type Letter struct {
	ID    string    `json:"id"`
	Name  string    `json:"name"`
	Names []NameRow `json:"names"`
	More  *Link     `json:"more,omitempty"` // where the rest stands
}

// NameRow is a name that leads to its page.
type NameRow struct {
	Name string `json:"name"`
	Href string `json:"href,omitempty"`
	Says []Run  `json:"says,omitempty"`
}

// Seek is a field that finds schools (components/seek.html).
type Seek struct {
	In    string `json:"in,omitempty"`    // code of the district it is for; none for all
	Label string `json:"label,omitempty"` // in place of the usual one
	All   string `json:"all,omitempty"`   // list of every name, for a reader without scripts
}

// findable are the schools that have a page, in code order, by their newest row.
func (b *builder) findable() []index.School {
	if !b.d.Release.SchoolRows {
		return nil
	}
	var out []index.School
	done := map[string]bool{}
	for _, y := range b.years {
		for _, s := range y.Schools {
			if !done[s.Code] {
				done[s.Code] = true
				out = append(out, index.School{Code: s.Code, Name: s.Name, Type: string(s.Type), Former: s.Former})
			}
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Code < out[j].Code })
	return out
}

func (b *builder) find() Find {
	if len(b.years) == 0 {
		return Find{Schools: -1}
	}
	schools := b.findable()
	return Find{Schools: len(schools), Pairs: index.Pairs(b.d.Name, schools)}
}

func (b *builder) namesHref() string { return "/districts/" + b.d.Code + "/names/" }

// seek is the field on a district's own pages; none where no school can be found.
func (b *builder) seek() *Seek {
	if len(b.findable()) == 0 {
		return nil
	}
	return &Seek{In: b.d.Code, Label: "找" + b.d.Name + "的一所学校", All: b.namesHref()}
}

// namesPage is /districts/<code>/names/: every school by its pinyin, with the
// file in which the search looks names up.
func (b *builder) namesPage() []Page {
	schools := b.findable()
	if len(schools) == 0 {
		return nil
	}
	data := index.Schools(index.District{Code: b.d.Code, Name: b.d.Name}, schools)
	view := PageView{
		Owner:   b.owner,
		Crumbs:  []Link{{Name: "区县", Href: "/districts/"}, {Name: b.d.Name, Href: b.owner.Href}},
		Heading: b.d.Name + "学校名录",
		Meta:    b.meta(),
		Lead:    text(fmt.Sprintf("%s的%d所学校，按校名的拼音排列。", b.d.Name, len(schools))),
		Seek:    &Seek{In: b.d.Code, Label: "找" + b.d.Name + "的一所学校"},
		Parts: []Part{{
			ID: "names", Title: "按拼音", Form: "letters", Data: b.letters(schools),
			Note: []string{"校名前的“" + b.d.Name + "”不计。曾用名也列在这里，连到现在的学校。"},
		}},
	}
	return []Page{{
		Path: b.d.Code + "/names", Kind: "names", Title: b.d.Name + "学校名录",
		Description: plain(view.Lead), View: view,
		Twin:  twin(namesTwin{"junheng/names/1", b.subject(), schools}),
		Files: []File{{Name: "names.js", Text: string(data)}, b.comparedSchools()},
	}}
}

type namesTwin struct {
	Schema   string         `json:"schema"`
	District subject        `json:"district"`
	Schools  []index.School `json:"schools"`
}

func (b *builder) letters(schools []index.School) Letters {
	var all []spelling
	for _, s := range schools {
		row := NameRow{Name: s.Name, Href: b.schoolHref(s.Code), Says: text(s.Type)}
		all = append(all, spelling{index.Pinyin(index.Own(b.d.Name, s.Name)), s.Code, row})
		for _, f := range s.Former {
			if f != s.Name {
				row := NameRow{Name: f, Says: []Run{{Text: "曾用名，现为"}, {Text: s.Name, Href: b.schoolHref(s.Code)}}}
				all = append(all, spelling{index.Pinyin(index.Own(b.d.Name, f)), s.Code, row})
			}
		}
	}
	return Letters{Letters: alphabet(all)}
}

// spelling is a row and what it is sorted by.
type spelling struct {
	pinyin, code string
	row          NameRow
}

// alphabet puts rows under their letters; names said alike stand in code order.
func alphabet(all []spelling) []Letter {
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].pinyin != all[j].pinyin {
			return all[i].pinyin < all[j].pinyin
		}
		return all[i].code < all[j].code
	})
	var out []Letter
	for _, s := range all {
		letter := index.Initial(s.pinyin)
		if len(out) == 0 || out[len(out)-1].Name != letter {
			out = append(out, Letter{ID: "az-" + strings.ToLower(strings.ReplaceAll(letter, "#", "0")), Name: letter})
		}
		last := &out[len(out)-1]
		last.Names = append(last.Names, s.row)
	}
	return out
}
