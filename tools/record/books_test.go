package record

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"junheng/tools/balance"
)

// TestBooksOfOtherPrograms: testdata/books holds one table as CSV and as it was
// saved by the programs that the names tell; each says the same.
func TestBooksOfOtherPrograms(t *testing.T) {
	n, _ := ReadNational(os.DirFS("../../data"))
	var none balance.Problems
	want := readSchools(os.DirFS("testdata/books"), "schools.csv", n, &none, new([]Text))
	if len(want) != 3 || len(none) > 0 || !at(want[0], "equipment_value", 963500) {
		t.Fatal(printed(none))
	}
	books, _ := filepath.Glob("testdata/books/*.xlsx")
	if len(books) < 3 {
		t.Fatal("no books")
	}
	for _, name := range books {
		t.Run(filepath.Base(name), func(t *testing.T) {
			var ps balance.Problems
			got, items := readWorkbook(os.DirFS("testdata/books"), filepath.Base(name), n, &ps, new([]Text))
			if d := cmp.Diff(want, got, cmpopts.IgnoreTypes(balance.Place{}), entries); d != "" || len(ps) > 0 {
				t.Errorf("-csv +book:\n%s%s", d, printed(ps))
			}
			if filepath.Base(name) == "openpyxl-3.0.xlsx" && (len(items) != 2 || items[0].Datum.Value != 96.2 || items[1].Judged != balance.Met) {
				t.Errorf("items %+v", items)
			}
		})
	}
}
