package balance

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"testing"
)

// TestGlossaryNamesExist keeps the glossary and the types together.
func TestGlossaryNamesExist(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, file := range files {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			if g, ok := d.(*ast.GenDecl); ok {
				for _, s := range g.Specs {
					if ts, ok := s.(*ast.TypeSpec); ok {
						names[ts.Name.Name] = true
					}
				}
			}
		}
	}
	seen := map[string]bool{}
	for _, term := range Glossary {
		if !names[term.Go] {
			t.Errorf("glossary names %s, which is no type of this package", term.Go)
		}
		if seen[term.Official] || seen[term.Go] {
			t.Errorf("glossary has %s / %s twice", term.Official, term.Go)
		}
		seen[term.Official], seen[term.Go] = true, true
		if term.English == "" || term.Meaning == "" {
			t.Errorf("%s has no English or no meaning", term.Official)
		}
	}
}

// TestProblemPlaces holds the forms that editors and clerks rely on.
func TestProblemPlaces(t *testing.T) {
	for _, c := range []struct {
		at   Place
		want string
	}{
		{Place{File: "a.toml"}, "a.toml"},
		{Place{File: "a.toml", Line: 3}, "a.toml:3"},
		{Place{File: "a.toml", Line: 3, Column: 7}, "a.toml:3:7"},
		{Place{File: "a.xlsx", Sheet: "学校"}, "a.xlsx!学校"},
		{Place{File: "a.xlsx", Sheet: "学校", Cell: "B7"}, "a.xlsx!学校!B7"},
	} {
		if got := c.at.String(); got != c.want {
			t.Errorf("%+v prints %q, want %q", c.at, got, c.want)
		}
	}
}

// TestSort: a list of problems follows the file, or the rows of its sheet.
func TestSort(t *testing.T) {
	var ps Problems
	for _, cell := range []string{"AA3", "B12", "B3", "A12", "", "Z2"} {
		ps.Fault(Place{File: "b.xlsx", Sheet: "学校", Cell: cell}, "", "")
	}
	ps.Fault(Place{File: "a.csv", Line: 10}, "", "")
	ps.Fault(Place{File: "a.csv", Line: 9, Column: 2}, "", "")
	ps.Sort()
	var got string
	for _, p := range ps {
		got += p.Place.String() + " "
	}
	if want := "a.csv:9:2 a.csv:10 b.xlsx!学校 b.xlsx!学校!Z2 b.xlsx!学校!B3 b.xlsx!学校!AA3 b.xlsx!学校!A12 b.xlsx!学校!B12 "; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
