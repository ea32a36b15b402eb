package main

import (
	"bytes"
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
