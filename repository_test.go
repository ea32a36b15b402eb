package junheng

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// way is the way of a figure: a package may import only what stands before it.
// Packages of one line do not know each other.
var way = [][]string{
	{"balance"},
	{"numeral"},
	{"report"},
	{"figure"},
	{"record"},
	{"privacy", "review"},
	{"assess", "audit", "chart", "index"},
	{"district"},
	{"change", "trend"},
	{"site", "site/hugo", "site/place", "site/pagecheck", "site/sample"},
	{"publish"},
	{"junheng", "site/pagecheck/cmd"},
}

// reserved names who alone may import what.
var reserved = map[string]string{
	"github.com/gohugoio/hugo":  "site/hugo",
	"github.com/mozillazg/":     "index",
	"github.com/xuri/excelize/": "record",
}

// within lists the exceptions inside one line: site puts folders in place.
var within = map[string][]string{"site": {"site/place"}}

func TestImportsFollowTheWayOfAFigure(t *testing.T) {
	rank := map[string]int{}
	for i, line := range way {
		for _, name := range line {
			rank[name] = i
		}
	}
	files := 0
	err := fs.WalkDir(os.DirFS("tools"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") {
			return err
		}
		files++
		pkg, test := path.Dir(name), strings.HasSuffix(name, "_test.go")
		if _, ok := rank[pkg]; !ok {
			t.Errorf("%s: package %s has no place on the way of a figure", name, pkg)
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path.Join("tools", name), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			if ours, ok := strings.CutPrefix(imported, "junheng/tools/"); ok {
				r, known := rank[ours]
				if !known || (r >= rank[pkg] && ours != pkg && !slices.Contains(within[pkg], ours)) {
					t.Errorf("%s imports %s, which does not stand before %s", name, ours, pkg)
				}
			} else if pkg == "balance" && strings.Contains(imported, ".") && !test {
				t.Errorf("%s imports %s; balance imports the standard library alone", name, imported)
			}
			for prefix, owner := range reserved {
				if strings.HasPrefix(imported, prefix) && pkg != owner {
					t.Errorf("%s imports %s, which is for %s", name, imported, owner)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files == 0 {
		t.Error("no Go file was read")
	}
}
