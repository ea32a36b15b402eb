package privacy

import (
	"flag"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"junheng/tools/record"
)

var update = flag.Bool("update", false, "rewrite the expected messages in testdata")

// TestFolder reads the archive as a data folder, with the real national data,
// and compares what Folder prints with its file "want".
func TestFolder(t *testing.T) {
	const name = "testdata/folder.txtar"
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	data, want := fstest.MapFS{}, &a.Files[len(a.Files)-1]
	for _, f := range a.Files[:len(a.Files)-1] {
		data[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	n, _ := record.ReadNational(os.DirFS("../../data"))
	folder, _ := record.ReadFolder(data, "990101", n)
	var b strings.Builder
	for _, p := range Folder(folder) {
		b.WriteString(p.String() + "\n")
	}
	if *update {
		want.Data = []byte(b.String())
		if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(string(want.Data), b.String()); d != "" {
		t.Errorf("messages differ (-want +got):\n%s", d)
	}
}

// TestDemonstrationData: the project's own folders hold nothing personal, and
// reading all of them finds texts at all.
func TestDemonstrationData(t *testing.T) {
	data := os.DirFS("../../data")
	n, _ := record.ReadNational(data)
	districts, err := fs.ReadDir(data, "districts")
	if err != nil || len(districts) == 0 {
		t.Fatal("no districts", err)
	}
	for _, d := range districts {
		folder, _ := record.ReadFolder(data, d.Name(), n)
		if len(folder.Texts) == 0 {
			t.Errorf("%s: no texts", d.Name())
		}
		for _, p := range Folder(folder) {
			t.Error(p)
		}
	}
}
