package record

import (
	"encoding/csv"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"

	"junheng/tools/balance"
)

// seeds gives every TOML or CSV text of testdata to a fuzz target.
func seeds(f *testing.F, ending string) {
	archives, _ := filepath.Glob("testdata/*.txtar")
	for _, name := range archives {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range a.Files {
			if strings.HasSuffix(file.Name, ending) {
				f.Add(string(file.Data))
			}
		}
	}
}

// FuzzTOML: the scanner never panics, finds nothing wrong with what the
// decoder takes, knows the place of every key the decoder gives, and what is
// read without a fault equals a plain decode.
func FuzzTOML(f *testing.F) {
	seeds(f, ".toml")
	for _, name := range []string{"columns.toml", "sources.toml"} {
		b, err := os.ReadFile("../../data/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b))
	}
	f.Add("a.b.c = 1\na.b.d = [[1, 2], [3]]\n[x.y]\nz = {a = 1, b.c = '''x\n'''}\n[[q]]\n[[q.r]]\n[q.s]\n[[q]]\nt = 1979-05-27 07:32:00\n")
	f.Add("k = \"\\u00e9\\\"\" # x\n\"a\\tb\" = +inf\nd = 0xff\ne = 1e3\n m = \"\"\"\\\n  x\"\"\"\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.TrimPrefix(text, "\ufeff")
		if len(text) > 4096 || !utf8.ValidString(text) {
			return // decode has refused it
		}
		text = unixLines(text)
		root, flaws := scanTOML(text)
		var plain map[string]any
		_, err := toml.Decode(text, &plain)
		for _, w := range flaws {
			if w.at.line < 1 || w.at.column < 1 || w.first > w.last || w.what == "" {
				t.Fatalf("flaw %+v", w)
			}
			if err == nil && !w.fatal {
				t.Fatalf("the decoder takes it, the scanner says %s at %v", w.what, w.at)
			}
		}
		if err == nil && len(flaws) == 0 {
			placed(t, plain, root, "")
		}
		var ps balance.Problems
		var doc summaryFile
		if file := parse("summary.toml", text, &doc, &ps); file == nil && len(ps) == 0 {
			t.Fatal("nothing read and nothing said")
		}
		if len(ps) == 0 {
			var want summaryFile
			if _, err := toml.Decode(strings.TrimPrefix(text, "\ufeff"), &want); err != nil && !strings.Contains(err.Error(), "incompatible types") && !strings.Contains(err.Error(), "expected") {
				t.Fatalf("read without a fault, but %v", err)
			} else if err == nil && !cmp.Equal(want, doc, cmpopts.EquateEmpty(), cmp.Comparer(sameFloat)) {
				t.Fatalf("values differ: %s", cmp.Diff(want, doc, cmpopts.EquateEmpty()))
			}
		}
		for _, p := range ps {
			if p.Place.Line > strings.Count(text, "\n")+1 {
				t.Fatalf("%s is behind the end", p)
			}
		}
	})
}

func sameFloat(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }

// placed requires a place for every key of v.
func placed(t *testing.T, v any, n *node, path string) {
	if n == nil || n.key.line < 1 || n.key.column < 1 {
		t.Fatalf("no place for %q", path)
	}
	switch x := v.(type) {
	case map[string]any:
		if len(x) != len(n.table) {
			t.Fatalf("%q has %d keys, the scanner saw %d", path, len(x), len(n.table))
		}
		for k, e := range x {
			placed(t, e, n.get(k), path+"/"+k)
		}
	case []map[string]any:
		for i, e := range x {
			placed(t, e, n.item(i), path+"/"+itoa(i))
		}
	case []any:
		for i, e := range x {
			placed(t, e, n.item(i), path+"/"+itoa(i))
		}
	case time.Time, string, int64, float64, bool:
	}
}

// FuzzCSV: the reader never panics, and what it reads without a fault is what
// encoding/csv reads.
func FuzzCSV(f *testing.F) {
	seeds(f, ".csv")
	f.Add("a,\"b\"\"c\",\"d\ne\"\r\n1,2,3\n\n,,\n\"x\",\"\"\n")
	n := readColumnsOnly(f)
	f.Fuzz(func(t *testing.T, text string) {
		var ps balance.Problems
		g := newCSV("a.csv", text, &ps)
		var got [][]string
		for {
			row, ok := g.next()
			if !ok {
				break
			}
			var words []string
			for _, c := range row {
				if p := g.place(c); p.Line < 1 || p.Column < 1 {
					t.Fatalf("cell %+v", c)
				}
				words = append(words, strings.ReplaceAll(c.text, "\r\n", "\n"))
			}
			got = append(got, words)
		}
		r := csv.NewReader(strings.NewReader(text))
		r.FieldsPerRecord = -1
		var want [][]string
		var err error
		for {
			var row []string
			if row, err = r.Read(); err != nil {
				break
			}
			want = append(want, row)
		}
		if err == io.EOF && len(ps) == 0 && !strings.HasSuffix(text, "\r") {
			if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
				t.Fatalf("-encoding/csv +ours:\n%s", d)
			}
		}
		var more balance.Problems
		for _, s := range readTable(newCSV("a.csv", text, &more), n, &more, new([]Text)) {
			for id, e := range s.Values.All() {
				if d, _ := s.Values.Get(id); math.IsInf(d.Value, 0) || d.Value < 0 || d.Known() != e.Known() || !d.Known() && d.Value != 0 || d.Place.Line < 1 {
					t.Fatalf("%s is %+v", id, d)
				}
			}
		}
	})
}
