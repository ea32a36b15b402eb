package record

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"junheng/tools/balance"
)

// TestEveryKeyIsExplained holds that the page for bureaus can say of every key
// what it is called and what to write.
func TestEveryKeyIsExplained(t *testing.T) {
	for _, f := range Formats() {
		if f.Says == "" || len(f.Keys) == 0 {
			t.Errorf("%s is not explained", f.File)
		}
		for _, k := range f.Keys {
			if k.Path == "" || k.Name == "" || k.Says == "" || k.Type == "" {
				t.Errorf("%s: %+v is not explained", f.File, k)
			}
		}
	}
}

var commented = regexp.MustCompile(`(?m)^# (\[\[?[a-z]+\]\]?$|[a-z_]+ = )`)

// TestTemplatesAreReadWithoutFault holds that a template is a sound file as it
// stands, and that summary.toml is one with every entry in it put to use.
func TestTemplatesAreReadWithoutFault(t *testing.T) {
	data := os.DirFS("../../data")
	n, ps := ReadNational(data)
	if ps.Faults() > 0 {
		t.Fatal(ps)
	}
	d, _ := n.Division("990105")
	for _, used := range []bool{false, true} {
		tree := fstest.MapFS{}
		entries := 0
		for _, f := range Templates(n, d, 2023) {
			name := "districts/990105/2023/" + f.File
			if f.File == "district.toml" {
				name = "districts/990105/district.toml"
			}
			switch {
			case f.File == "schools.csv": // wants schools; see below
				continue
			case used && f.File == "summary.toml":
				f.Text = strings.ReplaceAll(commented.ReplaceAllString(f.Text, "$1"), `evidence = ""`, `evidence = "台账"`)
				entries = strings.Count(f.Text, "[[item]]")
			}
			tree[name] = &fstest.MapFile{Data: []byte(f.Text)}
		}
		folder, ps := ReadFolder(tree, "990105", n)
		if ps.Faults() > 0 {
			t.Errorf("put to use %v:\n%v", used, ps)
		}
		if folder.District.Bureau.Name != d.Name+"教育主管部门" || folder.District.Licence != "未声明" {
			t.Errorf("district.toml says %q, licence %q", folder.District.Bureau.Name, folder.District.Licence)
		}
		if got := len(folder.Years[0].Items); got != entries || used && got < 100 {
			t.Errorf("put to use %v: %d items read of %d entries", used, got, entries)
		}
	}
}

// TestTableTemplateNamesEveryColumn reads the table's template with one row of
// 不适用 in it: every column is known.
func TestTableTemplateNamesEveryColumn(t *testing.T) {
	n, _ := ReadNational(os.DirFS("../../data"))
	var head string
	for _, f := range Templates(n, balance.Division{Code: "990105"}, 2023) {
		if f.File == "schools.csv" {
			head = strings.TrimSpace(strings.TrimPrefix(f.Text, "\ufeff"))
		}
	}
	row := make([]string, len(n.Columns))
	for i, c := range n.Columns {
		switch row[i] = "不适用"; c.ID {
		case "code":
			row[i] = "2199010101"
		case "name":
			row[i] = "示例小学"
		case "type":
			row[i] = "特殊教育学校"
		case "setting":
			row[i] = "城区"
		}
	}
	tree := fstest.MapFS{"schools.csv": &fstest.MapFile{Data: []byte(head + "\r\n" + strings.Join(row, ",") + "\r\n")}}
	var ps balance.Problems
	var said []Text
	schools := readSchools(tree, "schools.csv", n, &ps, &said)
	if ps.Faults() > 0 || len(schools) != 1 {
		t.Errorf("%d schools, %v", len(schools), ps)
	}
}
