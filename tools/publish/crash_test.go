package publish

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// neighbour is another desk on the same server, up to date with it.
func (d *desk) neighbour() *desk {
	d.Helper()
	n := &desk{d.T, filepath.Join(d.TempDir(), "neighbour"), d.server}
	n.git("clone", "-q", d.server, n.dir)
	return n
}

// TestTwoPushersAtOnce lets two desks push different districts from the same
// state. One is taken, the other told so in words; after a pull both are there.
func TestTwoPushersAtOnce(t *testing.T) {
	a := newDesk(t, Settings{})
	a.district("990101", "0")
	a.taken()
	b := a.neighbour()
	for round := 1; round <= 5; round++ {
		a.district("990101", strconv.Itoa(round))
		b.district("990102", strconv.Itoa(round))
		var said [2]string
		var taken [2]bool
		var both sync.WaitGroup
		for i, d := range []*desk{a, b} {
			both.Go(func() { said[i], taken[i] = d.push() })
		}
		both.Wait()
		if taken[0] == taken[1] {
			t.Fatalf("round %d: taken %v\n%s\n%s", round, taken, said[0], said[1])
		}
		for i, d := range []*desk{a, b} {
			if taken[i] {
				continue
			}
			// git itself says "fetch first" when main had moved before the push began
			if !strings.Contains(said[i], "有人刚刚先推送了") && !strings.Contains(said[i], "fetch first") {
				t.Errorf("round %d: the late one is told\n%s", round, said[i])
			}
			d.git("pull", "-q", "--no-rebase", "--no-edit", d.server, "main")
			d.taken()
		}
		for _, d := range []*desk{a, b} {
			d.git("pull", "-q", "--no-rebase", "--no-edit", d.server, "main")
		}
		want := "990101.html: " + strconv.Itoa(round) + "\n990102.html: " + strconv.Itoa(round) + "\n"
		a.shows(want)
	}
}

// held runs a push whose build waits, and returns once it does: finish lets it
// go on and returns what git said; pid is the process of the build.
func (d *desk) held() (pid int, finish func() string) {
	d.Helper()
	wait := filepath.Join(d.TempDir(), "wait")
	if err := os.WriteFile(wait, nil, 0o644); err != nil {
		d.Fatal(err)
	}
	d.Setenv("JUNHENG_TEST_WAIT", wait)
	done := make(chan string)
	go func() {
		said, _ := d.push()
		done <- said
	}()
	for pid == 0 {
		select {
		case said := <-done:
			d.Fatalf("the push ended before it built:\n%s", said)
		case <-time.After(10 * time.Millisecond):
		}
		word, _ := os.ReadFile(wait + ".pid")
		pid, _ = strconv.Atoi(string(word))
	}
	d.Setenv("JUNHENG_TEST_WAIT", "")
	return pid, func() string { os.Remove(wait); return <-done }
}

func TestTheNextWaitsForASlowBuild(t *testing.T) {
	a := newDesk(t, Settings{})
	a.district("990101", "one")
	_, finish := a.held()
	b := a.neighbour() // main has moved already
	b.district("990102", "two")
	done := make(chan string)
	go func() {
		said, _ := b.push()
		done <- said
	}()
	for tip := ""; tip != b.git("rev-parse", "HEAD"); tip, _ = b.open().git.tip() {
		time.Sleep(10 * time.Millisecond)
	}
	if st, err := b.open().Status(); err != nil || !st.Building || !st.Behind {
		t.Errorf("meanwhile the status is %+v, %v", st, err)
	}
	a.has(finish(), "网站已更新")
	b.has(<-done, "另一次推送正在生成网站", "网站")
	b.shows("990101.html: one\n990102.html: two\n")
}

// TestKilledBuild kills the hook while it builds. The push stands, the old site
// stands, the status says so, and either way of mending does.
func TestKilledBuild(t *testing.T) {
	for _, mend := range []string{"sync", "the next push"} {
		t.Run(mend, func(t *testing.T) {
			d := newDesk(t, Settings{})
			d.district("990101", "one")
			d.taken()
			d.district("990101", "two")
			pid, finish := d.held()
			p, err := os.FindProcess(pid)
			if err := errors.Join(err, p.Kill()); err != nil {
				t.Fatal(err)
			}
			finish()
			d.shows("990101.html: one\n")
			s := d.open()
			if st, err := s.Status(); err != nil || !st.Behind || st.Building || st.Back {
				t.Errorf("the status is %+v, %v", st, err)
			}
			if mend == "sync" {
				if err := s.Sync(io.Discard); err != nil {
					t.Fatal(err)
				}
				d.shows("990101.html: two\n")
			} else {
				d.district("990102", "three")
				d.taken("检查了2个区县") // what is not live yet is looked at again
				d.shows("990101.html: two\n990102.html: three\n")
			}
			if st, err := s.Status(); err != nil || st.Behind {
				t.Errorf("mended, the status is %+v, %v", st, err)
			}
		})
	}
}

// TestLeftovers sets up what a kill can leave at each step of a build, and what
// a careless hand can.
func TestLeftovers(t *testing.T) {
	for _, c := range []struct {
		name  string
		leave func(s *Server) error
	}{
		{"a folder half made", func(s *Server) error { return os.MkdirAll(s.releaseDir(".000002-x.new-1"), 0o755) }},
		{"a whole folder without its note", func(s *Server) error { return os.MkdirAll(s.releaseDir("000002-x"), 0o755) }},
		{"half a note", func(s *Server) error { return os.WriteFile(s.releaseDir("000002-x")+".json.new", []byte("{"), 0o644) }},
		{"a note without its folder", func(s *Server) error { return os.WriteFile(s.releaseDir("000002-x")+".json", []byte("{}"), 0o644) }},
		{"a release not switched to", func(s *Server) error {
			return errors.Join(os.MkdirAll(s.releaseDir("000002-x"), 0o755), s.note(Release{ID: "000002-x"}))
		}},
		{"a link not renamed", func(s *Server) error { return os.Symlink("releases/x", filepath.Join(s.Dir, ".live.new")) }},
		{"half the layouts", func(s *Server) error { return os.MkdirAll(filepath.Join(s.Dir, "work", "layouts", "x"), 0o755) }},
		{"no working folder", func(s *Server) error { return os.RemoveAll(filepath.Join(s.Dir, "work")) }},
		{"a live release removed", func(s *Server) error {
			live, _, err := s.Live()
			return errors.Join(err, os.RemoveAll(s.releaseDir(live.ID)))
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t, Settings{})
			d.district("990101", "one")
			d.taken()
			if err := c.leave(d.open()); err != nil {
				t.Fatal(err)
			}
			d.district("990101", "two")
			d.taken()
			d.shows("990101.html: two\n")
			s := d.open()
			if st, err := s.Status(); err != nil || st.Behind {
				t.Errorf("the status is %+v, %v", st, err)
			}
			list, err := s.releases()
			entries, _ := os.ReadDir(filepath.Join(s.Dir, "releases"))
			if err != nil || len(entries) != 2*len(list) {
				t.Errorf("%d whole releases, %d entries, %v", len(list), len(entries), err)
			}
		})
	}
}

func TestRollback(t *testing.T) {
	d := newDesk(t, Settings{Keep: 4})
	s := d.open()
	if _, _, err := s.Rollback(); !errors.Is(err, ErrNothing) {
		t.Errorf("with nothing live: %v", err)
	}
	for _, text := range []string{"0", "1", "2", "3"} {
		d.district("990101", text)
		d.taken()
	}
	back := func(want string) {
		t.Helper()
		if _, _, err := s.Rollback(); err != nil {
			t.Fatal(err)
		}
		d.shows("990101.html: " + want + "\n")
	}
	back("2")
	if st, err := s.Status(); err != nil || !st.Behind || !st.Back {
		t.Errorf("after going back the status is %+v, %v", st, err)
	}
	back("1")
	d.district("990101", "4")
	d.taken()
	back("1") // 3 and 2 were withdrawn
	if err := s.Sync(io.Discard); err != nil {
		t.Fatal(err)
	}
	d.shows("990101.html: 4\n")
	for range s.Keep {
		_, _, _ = s.Rollback()
	}
	if _, _, err := s.Rollback(); !errors.Is(err, ErrOldest) {
		t.Errorf("at the oldest: %v", err)
	}
	if list, err := s.releases(); err != nil || len(list) > s.Keep+1 {
		t.Errorf("%d releases are kept, %v", len(list), err)
	}
}

// TestAForeignEnvironment starts the server's tools as if from a hook of
// another repository: its variables must not lead git astray.
func TestAForeignEnvironment(t *testing.T) {
	for _, v := range []string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR"} {
		t.Setenv(v, filepath.Join(t.TempDir(), "elsewhere"))
	}
	server := filepath.Join(t.TempDir(), "server")
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, again := range []bool{false, true} {
		if got, err := Init(server, program, Settings{Total: 1 << 20, Keep: 2}); err != nil || got != again {
			t.Fatalf("init again %v: %v, %v", again, got, err)
		}
	}
	if s, err := Open(server); err != nil || s.Keep != 2 || s.Total != 1<<20 {
		t.Errorf("settings %+v, %v", s, err)
	}
	if _, err := Init(t.TempDir(), filepath.Join(server, "missing"), Settings{}); err == nil {
		t.Error("init without a program")
	}
	other := t.TempDir()
	os.WriteFile(filepath.Join(other, "thesis.doc"), nil, 0o644)
	if _, err := Init(other, program, Settings{}); !errors.Is(err, ErrTaken) {
		t.Errorf("init over somebody's files: %v", err)
	}
}

// TestSettle covers the moment between a push's check and git's moving main,
// when the next push would see the old main.
func TestSettle(t *testing.T) {
	d := newDesk(t, Settings{})
	d.district("990101", "one")
	d.taken()
	d.district("990101", "two")
	next := d.git("rev-parse", "HEAD")
	d.git("--git-dir="+d.server, "fetch", "-q", d.dir, "main") // objects only
	s := d.open()
	t.Run("git is still at it", func(t *testing.T) {
		if err := s.announce(next); err != nil {
			t.Fatal(err)
		}
		time.AfterFunc(200*time.Millisecond, func() { d.try("--git-dir="+d.server, "update-ref", mainRef, next) })
		s.settle()
		if tip, err := s.git.tip(); err != nil || tip != next {
			t.Errorf("did not wait for main to move: %s, %v", tip, err)
		}
	})
	t.Run("git has ended", func(t *testing.T) {
		if err := os.WriteFile(s.inTurn(), []byte("999999999 "+strings.Repeat("0", 40)), 0o644); err != nil {
			t.Fatal(err)
		}
		began := time.Now()
		if s.settle(); time.Since(began) > 5*time.Second {
			t.Error("waited for nobody")
		}
	})
}
