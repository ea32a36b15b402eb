package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAPushGoesLive(t *testing.T) {
	d := newDesk(t, Settings{})
	d.write("README.md", "# 数据")
	d.write("data/LICENSE", "CC BY 4.0")
	d.write(".gitattributes", Attributes+"\n")
	d.district("990101", "one")
	d.taken("区县1个，原有0个", "检查了1个区县：没有错误", "网站已更新：000001-")
	d.shows("990101.html: one\n")
	if to, err := os.Readlink(filepath.Join(d.server, "live")); err != nil || filepath.IsAbs(to) {
		t.Errorf("live is a link to %q, %v; want one that survives a move of the folder", to, err)
	}

	d.district("990102", "two")
	d.taken("区县2个，原有1个", "检查了1个区县") // the other is what is live
	d.shows("990101.html: one\n990102.html: two\n")

	d.district("990102", "fault 一处")
	d.refused("data/districts/990102/district.toml: fault 一处。请改正", "检查了1个区县：1处错误")

	d.git("rm", "-rq", "data/districts/990102")
	d.commit("drop")
	d.taken("区县1个，原有2个")
	d.shows("990101.html: one\n")

	d.git("rm", "-rq", "data")
	d.commit("drop all")
	d.refused("没有任何区县")
}

func TestARefusalIsShort(t *testing.T) {
	d := newDesk(t, Settings{})
	var faults []string
	for i := range 100 {
		faults = append(faults, fmt.Sprintf("fault %d", i))
	}
	d.district("990101", strings.Join(faults, "\n"))
	said := d.refused("fault 0", "100处错误", "全部100行在服务器的 ")
	_, after, _ := strings.Cut(said, "在服务器的 ")
	kept, err := os.ReadFile(strings.Fields(after)[0])
	if n := strings.Count(string(kept), "fault"); err != nil || n != 100 {
		t.Errorf("the named file has %d of 100 faults, %v", n, err)
	}
	if tip, err := d.open().git.tip(); tip != "" || err != nil {
		t.Errorf("main is at %q, %v after a refusal", tip, err)
	}
}

// TestChangesComeBeforeNotices holds that no crowd of notices hides what changes.
func TestChangesComeBeforeNotices(t *testing.T) {
	d := newDesk(t, Settings{})
	d.district("990101", strings.Repeat("notice\n", 40)+"one")
	said, _ := d.push()
	d.has(said, "区县1个，原有0个", "没有错误，40处提示", "另有23行", "网站已更新")
	d.shows("990101.html: one\n")
}

func TestOnlyMainForward(t *testing.T) {
	d := newDesk(t, Settings{})
	d.district("990101", "one")
	d.taken()
	d.district("990101", "two")
	d.taken()
	for _, c := range []struct {
		args []string
		word string
	}{
		{[]string{"main:other"}, "只收 main 分支"},
		{[]string{"main:refs/tags/v1"}, "只收 main 分支"},
		{[]string{"main", "main:other"}, "只收 main 分支"},
		{[]string{":main"}, "不能删除"},
		{[]string{"--force", "main~1:main"}, "抹去已经公布的历史"},
		{[]string{"main:refs/replace/" + d.git("rev-parse", "main")}, "只收 main 分支"},
	} {
		said, taken := d.push(c.args...)
		if taken || !strings.Contains(said, c.word) {
			t.Errorf("push %v: taken %v, no word of %s in:\n%s", c.args, taken, c.word, said)
		}
	}
	d.shows("990101.html: two\n")
	if out := d.git("ls-remote", d.server); strings.Count(out, "\n") != 1 { // HEAD and main
		t.Errorf("the server has\n%s", out)
	}
}

// TestLayoutsComeFromTheServer also covers a change of them, which live must follow.
func TestLayoutsComeFromTheServer(t *testing.T) {
	site := t.TempDir()
	look := filepath.Join(site, "layouts", "page.html")
	if err := os.MkdirAll(filepath.Dir(look), 0o755); err != nil {
		t.Fatal(err)
	}
	os.WriteFile(look, []byte("plain "), 0o644)
	d := newDesk(t, Settings{Site: site})
	d.district("990101", "one")
	d.taken()
	d.shows("990101.html: plain one\n")

	os.WriteFile(look, []byte("bold "), 0o644)
	s := d.open()
	if st, err := s.Status(); err != nil || !st.Behind || !st.Old {
		t.Errorf("after the layouts changed the status is %+v, %v", st, err)
	}
	if err := s.Sync(os.Stderr); err != nil {
		t.Fatal(err)
	}
	d.shows("990101.html: bold one\n")
	d.write("layouts/page.html", "evil ")
	d.commit("layouts")
	d.refused("layouts/: 不在 data/ 里")
}
