package publish

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// stage puts an entry into the next commit that git add would not make.
func (d *desk) stage(mode, id, name string) {
	d.Helper()
	d.git("update-index", "--add", "--cacheinfo", mode+","+id+","+name)
}

// blob stores text and returns its id.
func (d *desk) blob(text string) string {
	d.Helper()
	file := filepath.Join(d.TempDir(), "blob")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		d.Fatal(err)
	}
	return d.git("hash-object", "-w", "--no-filters", file)
}

// TestHostilePushes pushes, beside a good district, one thing that may not be
// there.
func TestHostilePushes(t *testing.T) {
	const folder = "data/districts/990101/"
	cases := []struct {
		name string
		make func(d *desk)
		want []string
	}{
		{"a link", func(d *desk) { d.stage("120000", d.blob("/etc/passwd"), folder+"2023") }, []string{folder + "2023: 是链接"}},
		{"another repository", func(d *desk) { d.stage("160000", d.git("rev-parse", "HEAD"), folder+"2023") }, []string{"是另一个 git 仓库"}},
		{"a program", func(d *desk) { d.stage("100755", d.blob("#!/bin/sh"), folder+"2023/schools.csv") }, []string{"可执行", "git update-index --chmod=-x"}},
		{"attributes", func(d *desk) { d.stage("100644", d.blob("* export-ignore"), ".gitattributes") }, []string{".gitattributes: 内容不能改动"}},
		{"attributes below", func(d *desk) { d.stage("100644", d.blob("* export-subst"), folder+".gitattributes") }, []string{"以点开头"}},
		{"modules", func(d *desk) { d.stage("100644", d.blob("[submodule \"x\"]\n\tpath=x\n\turl=x\n"), ".gitmodules") }, []string{".gitmodules: 不在 data/ 里"}},
		{"a layout", func(d *desk) { d.stage("100644", d.blob("{{ . }}"), "layouts/home.html") }, []string{"layouts/: 不在 data/ 里"}},
		{"a template among data", func(d *desk) { d.stage("100644", d.blob("{{ . }}"), "data/_content.gotmpl") }, []string{"data/_content.gotmpl: data/ 里不放这样的文件"}},
		{"data as a file", func(d *desk) { d.git("rm", "-rq", "data"); d.stage("100644", d.blob("x"), "data") }, []string{"data: 不在 data/ 里"}},
		{"a file among districts", func(d *desk) { d.stage("100644", d.blob("x"), "data/districts/x.toml") }, []string{"不放这样的文件"}},
		{"a device", func(d *desk) { d.stage("100644", d.blob("x"), folder+"con.toml") }, []string{"“con”在 Windows 上"}},
		{"a numbered device", func(d *desk) { d.stage("100644", d.blob("x"), folder+"lpt1.tar.gz") }, []string{"“lpt1”在 Windows 上"}},
		{"a stream", func(d *desk) { d.stage("100644", d.blob("x"), folder+"a:b.toml") }, []string{"不能用的字符"}},
		{"a backslash", func(d *desk) { d.stage("100644", d.blob("x"), folder+`a\..\b.toml`) }, []string{"990101"}},
		{"case twins", func(d *desk) {
			d.stage("100644", d.blob("x"), folder+"2023/Schools.csv")
			d.stage("100644", d.blob("y"), folder+"2023/schools.csv")
		}, []string{"2023/Schools.csv: 名称里有大写字母"}},
		{"decomposed", func(d *desk) { d.stage("100644", d.blob("x"), folder+"e\u0301.toml") }, []string{"NFC"}},
		{"a hidden character", func(d *desk) { d.stage("100644", d.blob("x"), folder+"a\u202eb.toml") }, []string{`\u202e`, "不能用的字符"}},
		{"an escape sequence", func(d *desk) { d.stage("100644", d.blob("x"), folder+"\x1b[2J.toml") }, []string{`\x1b[2J`}},
		{"no UTF-8", func(d *desk) { d.stage("100644", d.blob("x"), folder+"\xb1\xa8.toml") }, []string{"编码不对"}},
		{"an option", func(d *desk) { d.stage("100644", d.blob("x"), folder+"-rf") }, []string{"连字符开头"}},
		{"a tail", func(d *desk) { d.stage("100644", d.blob("x"), folder+"x.") }, []string{"以点结尾"}},
		{"a deep folder", func(d *desk) { d.stage("100644", d.blob("x"), folder+strings.Repeat("a/", 9)+"x") }, []string{"太深"}},
		{"a long name", func(d *desk) { d.stage("100644", d.blob("x"), folder+strings.Repeat("名", 40)) }, []string{"太长"}},
		{"a heap of zeros", func(d *desk) {
			d.stage("100644", d.blob(strings.Repeat("\x00", 12<<20)), folder+"2023/schools.csv")
		}, []string{folder + "2023/schools.csv: 大小12.0MiB，超过8.0MiB"}},
		{"zeros in an older commit", func(d *desk) {
			d.stage("100644", d.blob(strings.Repeat("\x00", 12<<20)), folder+"2023/schools.csv")
			d.git("commit", "-q", "-m", "large")
			d.git("rm", "-q", "--cached", folder+"2023/schools.csv")
		}, []string{"大小12.0MiB", "先前的提交"}},
		{"many files that are too much together", func(d *desk) {
			for _, c := range "abc" {
				d.stage("100644", d.blob(strings.Repeat(string(c), 7<<20)), folder+"2023/"+string(c))
			}
		}, []string{"超过16.0MiB"}},
		{"one file many times", func(d *desk) {
			id := d.blob(strings.Repeat("a", 7<<20))
			for _, c := range "abc" {
				d.stage("100644", id, folder+"2023/"+string(c))
			}
		}, []string{"全部文件共21.0MiB，超过16.0MiB"}},
	}
	d := newDesk(t, Settings{})
	d.district("990101", "one")
	d.taken()
	start := d.git("rev-parse", "HEAD")
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := &desk{t, d.dir, d.server}
			c.make(d)
			d.git("commit", "-q", "-m", c.name)
			d.refused(c.want...)
			d.git("reset", "-q", "--hard", start)
			d.git("clean", "-qfd")
		})
	}
	d.district("990101", "two")
	d.taken() // the door still opens
	d.shows("990101.html: two\n")
}

// TestGitBomb pushes 12 objects that spell out a thousand million files.
func TestGitBomb(t *testing.T) {
	d := newDesk(t, Settings{})
	d.district("990101", "one")
	tree := d.blob("x")
	line := "100644 blob "
	for range 10 {
		var list strings.Builder
		for _, c := range "abcdefgh" {
			list.WriteString(line + tree + "\t" + string(c) + "\n")
		}
		tree = d.mktree(list.String())
		line = "040000 tree "
	}
	data := d.mktree("040000 tree " + d.git("rev-parse", "HEAD:data/districts") + "\tdistricts\n040000 tree " + tree + "\tstandards\n")
	root := d.mktree("040000 tree " + data + "\tdata\n")
	d.git("update-ref", "refs/heads/main", d.git("commit-tree", "-m", "bomb", "-p", "HEAD", root))
	d.refused("文件多于1000000个")
}

func (d *desk) mktree(list string) string {
	d.Helper()
	file := filepath.Join(d.TempDir(), "tree")
	if err := os.WriteFile(file, []byte(list), 0o644); err != nil {
		d.Fatal(err)
	}
	return d.git("-c", "alias.mk=!git mktree <'"+file+"'", "mk")
}

// TestReplacedObjects lays a replacement over a blob on the server itself: what
// is read is what the id says.
func TestReplacedObjects(t *testing.T) {
	d := newDesk(t, Settings{})
	d.district("990101", "one")
	d.taken()
	was := d.git("rev-parse", "HEAD:data/districts/990101/district.toml")
	d.git("--git-dir="+d.server, "update-ref", "refs/replace/"+was, d.git("--git-dir="+d.server, "rev-parse", "main"))
	tip, err := d.open().git.tip()
	if err != nil {
		t.Fatal(err)
	}
	tree, err := d.open().state(tip)
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Close()
	if text, err := tree.ReadFile("data/districts/990101/district.toml"); string(text) != "one" {
		t.Errorf("read %q, %v", text, err)
	}
}
