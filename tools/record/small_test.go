package record

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"junheng/tools/balance"
)

func TestNearest(t *testing.T) {
	words := []string{"indicator", "value", "小学", "初中", "小学在校生数", "未填报"}
	for in, want := range map[string]string{
		"indicater": "indicator", "vlaue": "value", "valu": "value", "小学校": "小学", "中学": "", "小学在校生": "小学在校生数",
		"未填": "未填报", "x": "", "": "", "教室": "", strings.Repeat("长", 100): "",
	} {
		if got := nearest(in, words); got != want {
			t.Errorf("nearest to %q is %q, want %q", in, got, want)
		}
	}
}

func TestNames(t *testing.T) {
	for name, ok := range map[string]bool{
		"zongjie-2023.html": true, "总结.html": true, "a b.txt": true, "": true,
		"-rf": false, "a\u202eb.txt": false, "a\nb": false, `a\b`: false, "a:b.toml": false, "con.toml": false, "Aux": false,
		"e\u0301.txt": false, "trailing.": false, "\xff.txt": false, strings.Repeat("a", 101): false,
	} {
		if safeName(name) != ok {
			t.Errorf("safeName(%q) is %v", name, !ok)
		}
	}
	for s, ok := range map[string]bool{"2023-zongjie": true, "a": true, "": false, "A": false, "-a": false, "a-": false, "a_b": false, "总结": false, "a.b": false} {
		if slug(s) != ok {
			t.Errorf("slug(%q) is %v", s, !ok)
		}
	}
}

// TestLinks: a link is named, never followed.
func TestLinks(t *testing.T) {
	data := national(t)
	data["districts/990101/district.toml"] = &fstest.MapFile{Data: []byte("/etc/passwd"), Mode: fs.ModeSymlink}
	n, _ := ReadNational(data)
	_, ps := ReadFolder(data, "990101", n)
	if got := printed(ps); !strings.Contains(got, "district.toml: 不是普通文件") {
		t.Errorf("got:\n%s", got)
	}
	elsewhere := fstest.MapFS{"districts/990101": {Data: []byte("/srv/990101"), Mode: fs.ModeSymlink}}
	if _, ps := ReadFolder(elsewhere, "990101", n); !strings.Contains(printed(ps), "districts/990101: 是链接，不是文件夹。换成文件夹本身") {
		t.Errorf("a folder that is a link:\n%s", printed(ps))
	}
}

// TestFolderCode: what is no code is never looked for.
func TestFolderCode(t *testing.T) {
	n := readColumnsOnly(t)
	for _, code := range []string{"", "..", "../..", "99010", "9901011", "99010a", "９９０１０１"} {
		if _, ps := ReadFolder(national(t), code, n); !strings.Contains(printed(ps), "不是 6 位行政区划代码") {
			t.Errorf("%q: %s", code, printed(ps))
		}
	}
}

// TestManyFaultsAtOnce: one folder, more than 25 kinds of fault, one run.
func TestManyFaultsAtOnce(t *testing.T) {
	a, err := txtar.ParseFile("testdata/folder.txtar")
	if err != nil {
		t.Fatal(err)
	}
	data, _ := folder(t, a)
	n, _ := ReadNational(data)
	_, ps := ReadFolder(data, "990101", n)
	kinds := map[string]bool{}
	for _, p := range ps {
		if p.What == "" || p.Mend == "" || strings.HasSuffix(p.What, "。") || strings.HasSuffix(p.Mend, "。") {
			t.Errorf("not said well: %s", p)
		}
		kinds[p.Mend] = true
	}
	if len(kinds) < 25 {
		t.Errorf("%d kinds of fault, want 25", len(kinds))
	}
}

// TestManyOfOneKind: a column that is wrong in every row is not told row by row.
func TestManyOfOneKind(t *testing.T) {
	text := "学校标识码,学校名称,办学类型,小学在校生数\n"
	for i := range 1000 {
		text += "2199" + itoa(100000+i) + ",第" + itoa(i) + "小学,小学,\n"
	}
	var ps balance.Problems
	readTable(newCSV("schools.csv", text, &ps), readColumnsOnly(t), &ps, new([]Text))
	if len(ps) != maxSame+1 || !strings.Contains(ps[maxSame].What, "不再一一列出") {
		t.Errorf("%d problems, the last: %s", len(ps), ps[len(ps)-1])
	}
}

// TestManySlips: a file that is no TOML at all is told once.
func TestManySlips(t *testing.T) {
	var ps balance.Problems
	var doc summaryFile
	if f := parse("a.toml", strings.Repeat("说明文字\n", 50_000), &doc, &ps); f != nil || len(ps) != maxFlaws+1 {
		t.Errorf("%d problems", len(ps))
	}
}

// TestRealSources: nothing of the repository's own data is read with a notice
// of being skipped.
func TestRealSources(t *testing.T) {
	n, _ := ReadNational(os.DirFS("../../data"))
	if len(n.Sources) < 50 || len(n.Columns) < 40 {
		t.Errorf("%d sources, %d columns", len(n.Sources), len(n.Columns))
	}
}

// TestShow: a number is shown as it is written, one beyond counting in short.
func TestShow(t *testing.T) {
	for v, want := range map[float64]string{96.2: "96.2", 30000: "30000", 1e15: "1000000000000000", 1e308: "1e+308", -1e21: "-1e+21"} {
		if got := show(v); got != want {
			t.Errorf("show(%v) is %s, want %s", v, got, want)
		}
	}
}
