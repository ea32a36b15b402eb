package report

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"
)

// pages adds every fixture to a fuzz corpus.
func pages(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		if ar, err := txtar.ParseFile(file); err == nil {
			f.Add(ar.Files[0].Data)
		}
	}
	f.Add([]byte("<table><tr><td rowspan=65534 colspan=65534>1<td>2<tr><td>3"))
	f.Add([]byte("<html><table><tr><td><table><tr><td>一、<p>二、</table>"))
	f.Add([]byte("&lt;br&gt;&amp;ldquo;【第一篇】\n\n【第二篇】"))
}

func FuzzCharset(f *testing.F) {
	for _, s := range []string{"\xef\xbb\xbf文", "\xff\xfe\x87\x65", "\xce\xc4\xd7\xd6", "<meta charset=big5>\xa4\xe5", "\x00\x61\x00\x62"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, encoding, decided, err := Decode(data)
		if err != nil {
			return
		}
		if !utf8.ValidString(text) || encoding == "" || decided == "" {
			t.Errorf("%q by %q: %q", encoding, decided, text)
		}
	})
}

// FuzzReport reads anything under every ending and holds what every reader of
// a report relies on.
func FuzzReport(f *testing.F) {
	pages(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"a.html", "a.txt", "a.json", "a.csv", "a.docx"} {
			rep, err := Read(name, data)
			if err != nil {
				continue
			}
			for _, a := range rep.Articles {
				if len(a.Sections) == 0 || len(a.Paragraphs) == 0 {
					t.Fatal("an article without sections or paragraphs")
				}
				for i, s := range a.Sections {
					if s.Parent > i || s.Parent < 0 || i > 0 && a.Sections[s.Parent].Level >= s.Level {
						t.Fatalf("section %d stands in %d: %+v", i, s.Parent, a.Sections)
					}
				}
				for i, p := range a.Paragraphs {
					if p.Number != i+1 || p.Section >= len(a.Sections) || p.Heading > count(p.Text) || (p.Text == "") == (p.Table == nil) {
						t.Fatalf("paragraph %d: %+v", i, p)
					}
					if fold(p.Text) != p.Text {
						t.Fatalf("not clean: %q", p.Text)
					}
				}
			}
		}
	})
}

// FuzzTable holds that a table is a rectangle whose merged cells name a cell
// that is written.
func FuzzTable(f *testing.F) {
	pages(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		if !fits(string(data)) {
			return
		}
		doc, err := html.Parse(strings.NewReader(string(data)))
		if err != nil {
			return
		}
		s := survey(doc)
		eachElement(doc, func(n *html.Node) bool {
			if n.Data != "table" {
				return true
			}
			table := readTable(n, s)
			if table == nil {
				return true
			}
			for r, row := range table.Rows {
				if len(row) != len(table.Rows[0]) {
					t.Fatalf("row %d has %d cells, not %d", r, len(row), len(table.Rows[0]))
				}
				for c, cell := range row {
					of := table.Rows[cell.Of[0]-1][cell.Of[1]-1]
					if of.Text != cell.Text || of.Of != cell.Of {
						t.Fatalf("cell %d,%d is %+v, but repeats %+v", r, c, cell, of)
					}
				}
			}
			return true
		})
	})
}

// BenchmarkRead reads each fixture's page, and the seeds where they are, beside
// html.Parse on the same bytes.
func BenchmarkRead(b *testing.B) {
	inputs := map[string][]byte{}
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		if ar, err := txtar.ParseFile(file); err == nil && strings.HasSuffix(ar.Files[0].Name, ".html") {
			inputs[filepath.Base(file)] = ar.Files[0].Data
		}
	}
	if data, err := os.ReadFile(filepath.Join(shared, "seeds/004_b39c115984c8ff20.txt")); err == nil {
		page := "<html><body><div>" + strings.ReplaceAll(string(data), "\n\n", "</p><p>") + "</div></body></html>"
		inputs["long"] = []byte(page)
	}
	for name, data := range inputs {
		b.Run(name+"/parse", func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				html.Parse(strings.NewReader(string(data)))
			}
		})
		b.Run(name+"/read", func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				Read("a.html", data)
			}
		})
	}
}
