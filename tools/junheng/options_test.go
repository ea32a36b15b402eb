package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestOptionFaults: what is wrong with an option is said in Chinese, with the
// option as it is typed.
func TestOptionFaults(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"build", "--bogus"}, "没有“--bogus”这个选项"},
		{[]string{"build", "--out"}, "--out 后面没有写值"},
		{[]string{"publish", "init", "--max-total", "abc", "x"}, "--max-total 的值“abc”不合规定"},
		{[]string{"build", "--portable=abc"}, "--portable 的值“abc”不合规定"},
	} {
		var out, errw bytes.Buffer
		if code := run(c.args, &out, &errw); code != exitUsage {
			t.Errorf("%v: exit code %d", c.args, code)
		}
		if line, _, _ := strings.Cut(errw.String(), "\n"); line != c.want {
			t.Errorf("%v: %q, want %q", c.args, line, c.want)
		}
	}
}

// TestLinkedFolder: a district whose folder is a link is no district passed over.
func TestLinkedFolder(t *testing.T) {
	data := t.TempDir()
	divisions := "[[division]]\ncode = \"990104\"\nname = \"示例县\"\nlevel = \"district\"\nkind = \"县\"\nparent = \"示例省示例地区\"\n"
	if err := os.MkdirAll(filepath.Join(data, "districts"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(data, "divisions.toml"), []byte(divisions), 0o644); err != nil {
		t.Fatal(err)
	}
	there, _ := filepath.Abs("../../data/districts/990104")
	if err := os.Symlink(there, filepath.Join(data, "districts", "990104")); err != nil {
		t.Skip("no links here:", err)
	}
	var out, errw bytes.Buffer
	if code := run([]string{"check", "--data", data}, &out, &errw); code != exitData || !strings.Contains(errw.String(), "990104: 是链接，不是文件夹") {
		t.Errorf("exit code %d\n%s", code, &errw)
	}
}
