package report

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"junheng/tools/balance"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata, to be read before they are kept")

// encode writes a fixture in the encoding its first lines ask for.
func encode(t *testing.T, comment string, text []byte) []byte {
	t.Helper()
	_, name, _ := strings.Cut(comment, "encode: ")
	switch name = strings.TrimSpace(name); name {
	case "utf-8":
		return text
	case "gbk":
		out, err := simplifiedchinese.GBK.NewEncoder().Bytes(text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	case "utf-16":
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(text)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	t.Fatalf("unknown encoding %q", name)
	return nil
}

// TestRead reads every page in testdata and compares what was read with what
// stands below it.
func TestRead(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) < 12 {
		t.Fatalf("only %d fixtures", len(files))
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			data := encode(t, string(ar.Comment), ar.Files[0].Data)
			rep, err := Read(ar.Files[0].Name, data)
			if err != nil {
				t.Fatal(err)
			}
			got := print(rep)
			if *update {
				ar.Files = append(ar.Files[:1], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if len(ar.Files) < 2 {
				t.Fatal("no expectation")
			}
			if diff := cmp.Diff(string(ar.Files[1].Data), got); diff != "" {
				t.Error(diff)
			}
			standsInOriginal(t, rep, data)
		})
	}
}

// print writes a report so that a person can check it against the page.
func print(rep *balance.Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title %s\n", rep.Title)
	for _, line := range [][2]string{{"publisher", rep.Publisher}, {"published", rep.Published}, {"url", rep.URL}, {"level", string(rep.Level)}, {"encoding", rep.Encoding}} {
		if line[1] != "" {
			fmt.Fprintf(&b, "%s %s\n", line[0], line[1])
		}
	}
	if rep.Announced > 0 {
		fmt.Fprintf(&b, "announced %d\n", rep.Announced)
	}
	for _, a := range rep.Articles {
		fmt.Fprintf(&b, "\narticle %d %s %s\n", a.Number, a.Title, a.Level)
		if a.Truncated {
			fmt.Fprintf(&b, "truncated: %s\n", a.Evidence)
		}
		at := 0
		for _, p := range a.Paragraphs {
			if p.Section != at {
				at = p.Section
				s := a.Sections[at]
				fmt.Fprintf(&b, "%s [%s] %s\n", strings.Repeat("#", s.Level), s.Class, s.Heading)
			}
			if p.Table != nil {
				printTable(&b, p.Table)
			} else if rest := []rune(p.Text)[p.Heading:]; len(rest) > 0 {
				fmt.Fprintf(&b, "%s\n", string(rest))
			}
		}
	}
	return b.String()
}

func printTable(b *strings.Builder, t *balance.Table) {
	fmt.Fprintf(b, "table %d %s\n", t.Number, t.Caption)
	for r, row := range t.Rows {
		b.WriteString("|")
		for c, cell := range row {
			switch {
			case cell.Of != [2]int{r + 1, c + 1}:
				b.WriteString(" <")
			case cell.Header:
				fmt.Fprintf(b, " *%s*", cell.Text)
			default:
				fmt.Fprintf(b, " %s (%s)", cell.Text, strings.Join(cell.Path, "/"))
			}
			b.WriteString(" |")
		}
		b.WriteString("\n")
	}
}

// standsInOriginal checks that every paragraph and cell can be found again in
// the decoded original once tags, entities and white space are dropped.
func standsInOriginal(t *testing.T, rep *balance.Report, data []byte) {
	t.Helper()
	if bytes.HasPrefix(data, []byte("PK")) {
		return
	}
	text, _, _, err := Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	whole := flat(text)
	find := func(s string) {
		if s = flat(s); !strings.Contains(whole, s) {
			t.Errorf("not in the original: %s", s)
		}
	}
	for _, a := range rep.Articles {
		for _, p := range a.Paragraphs {
			find(p.Text)
			if p.Table != nil {
				for _, row := range p.Table.Rows {
					for _, c := range row {
						find(c.Text)
					}
				}
			}
		}
	}
}
