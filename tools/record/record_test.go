package record

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/simplifiedchinese"

	"junheng/tools/balance"
)

var update = flag.Bool("update", false, "rewrite the expected messages in testdata")

// TestMessages reads each archive of testdata as a data folder and compares
// everything that is printed about it with the archive's file "want".
// An archive's first lines may say how a file is written to disk:
//
//	gbk FILE, utf16 FILE, bom FILE, crlf FILE, cr FILE, raw FILE (some Go escapes, \xff)
func TestMessages(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no archives in testdata", err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			data, want := folder(t, a)
			n, ps := ReadNational(data)
			districts, _ := fs.ReadDir(data, "districts")
			for _, d := range districts {
				_, more := ReadFolder(data, d.Name(), n)
				ps = append(ps, more...)
			}
			got := printed(ps)
			if *update {
				for i := range a.Files {
					if a.Files[i].Name == "want" {
						a.Files[i].Data = []byte(got)
					}
				}
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("messages differ (-want +got):\n%s", d)
			}
		})
	}
}

func printed(ps balance.Problems) string {
	var b strings.Builder
	for _, p := range ps {
		b.WriteString(p.String() + "\n")
	}
	return b.String()
}

// folder turns an archive into a file tree. National files it does not have
// come from testdata/national; the columns are always the real ones.
func folder(t *testing.T, a *txtar.Archive) (fstest.MapFS, string) {
	t.Helper()
	data, want := national(t), ""
	for _, f := range a.Files {
		if f.Name == "want" {
			want = string(f.Data)
			continue
		}
		data[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	for _, line := range strings.Split(string(a.Comment), "\n") {
		how, name, ok := strings.Cut(line, " ")
		f := data[name]
		if !ok || f == nil {
			continue
		}
		switch how {
		case "gbk":
			f.Data, _ = simplifiedchinese.GBK.NewEncoder().Bytes(f.Data)
		case "bom":
			f.Data = append([]byte{0xEF, 0xBB, 0xBF}, f.Data...)
		case "crlf":
			f.Data = bytes.ReplaceAll(f.Data, []byte("\n"), []byte("\r\n"))
		case "raw":
			f.Data = []byte(strings.NewReplacer(`\xff`, "\xff", `\u00a0`, "\u00a0", `\u200b`, "\u200b", `\u202e`, "\u202e", `\u3000`, "\u3000").Replace(string(f.Data)))
		case "cr":
			f.Data = bytes.ReplaceAll(f.Data, []byte("\n"), []byte("\r"))
		case "utf16":
			b := []byte{0xFF, 0xFE}
			for _, u := range utf16.Encode([]rune(string(f.Data))) {
				b = append(b, byte(u), byte(u>>8))
			}
			f.Data = b
		}
	}
	return data, want
}

func national(t testing.TB) fstest.MapFS {
	t.Helper()
	data := fstest.MapFS{}
	for name, from := range map[string]string{
		"columns.toml":    "../../data/columns.toml",
		"divisions.toml":  "testdata/national/divisions.toml",
		"indicators.toml": "testdata/national/indicators.toml",
		"sources.toml":    "testdata/national/sources.toml",
	} {
		b, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		data[name] = &fstest.MapFile{Data: b}
	}
	return data
}
