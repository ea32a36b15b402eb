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
