//go:build unix

package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// bureau is a working repository with the demonstration data in it, and a
// server beside it that has taken and shown them.
func bureau(t *testing.T) (server string) {
	t.Helper()
	for k, v := range map[string]string{
		"GIT_CONFIG_GLOBAL": os.DevNull, "GIT_CONFIG_NOSYSTEM": "1", "HOME": t.TempDir(),
		"GIT_AUTHOR_NAME": "desk", "GIT_AUTHOR_EMAIL": "desk@example.org",
		"GIT_COMMITTER_NAME": "desk", "GIT_COMMITTER_EMAIL": "desk@example.org",
	} {
		t.Setenv(k, v)
	}
	demoWork(t)
	server = filepath.Join(t.TempDir(), "server")
	mustRun(t, "publish", "init", server)
	mustGit(t, "init", "-q", "-b", "main")
	commitAll(t, "示例")
	mustGit(t, "push", server, "main")
	return server
}

func mustGit(t *testing.T, args ...string) string {
	t.Helper()
	out, err := exec.Command("git", args...).CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return string(out)
}

func commitAll(t *testing.T, message string) {
	t.Helper()
	mustGit(t, "add", "-A", "data")
	mustGit(t, "commit", "-q", "-m", message)
}

// remark adds a comment to a district's file: its pages then name another
// version.
func remark(t *testing.T, name string) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	write(t, name, string(text)+"# 说明\n")
}

// TestPushes tries, on one server with the whole demonstration site, what only
// a real build can show. The ways in which pushes can go wrong are told one by
// one in tools/publish.
func TestPushes(t *testing.T) {
	server := bureau(t)
	t.Run("killed", func(t *testing.T) { killedPushes(t, server) })
	t.Run("two at once", func(t *testing.T) { twoAtOnce(t, server) })
	t.Run("one after another", func(t *testing.T) { manyPushes(t, server) })
}

// manyPushes goes on until releases are made from those no longer kept. Each is
// what a build from nothing makes of the same data.
func manyPushes(t *testing.T, server string) {
	mustGit(t, "--git-dir", server, "config", "junheng.keep", "1")
	mustGit(t, "pull", "-q", "--no-rebase", "--no-edit", server, "main")
	for i := range 4 {
		remark(t, fmt.Sprintf("data/districts/99010%d/district.toml", i%2+1))
		commitAll(t, "又一次")
		mustGit(t, "push", server, "main")
		list, err := filepath.Glob(filepath.Join(server, "releases", "0*[0-9a-f]"))
		if err != nil || len(list) > 2 {
			t.Errorf("after push %d there are %v, %v", i, list, err)
		}
	}
	if mustRun(t, "build", "--out", "clean"); fingerprint(t, "clean") != fingerprint(t, filepath.Join(server, "live")) {
		t.Error("the release made from an older one differs from a clean build")
	}
}

// killedPushes kills a push with its hooks at several moments. Readers see the
// old site or the new one, whole; the status is right about which; and what was
// accepted goes live by sync, what was not by another push.
func killedPushes(t *testing.T, server string) {
	live := filepath.Join(server, "live")
	summary := "data/districts/990101/2023/summary.toml"
	sites := []string{fingerprint(t, live)}
	plain, err := os.ReadFile(summary)
	if err != nil {
		t.Fatal(err)
	}
	remark(t, summary)
	commitAll(t, "改")
	began := time.Now()
	mustGit(t, "push", server, "main")
	whole := time.Since(began)
	sites = append(sites, fingerprint(t, live))
	if sites[0] == sites[1] {
		t.Fatal("the change does not show")
	}
	const moments = 6
	for i := range moments {
		was, next := sites[(i+1)%2], sites[i%2]
		if i%2 == 0 {
			write(t, summary, string(plain))
		} else {
			remark(t, summary)
		}
		commitAll(t, "再改")
		killedPush(t, server, whole*time.Duration(i+1)/(moments+1))
		got := fingerprint(t, live)
		taken := strings.HasPrefix(mustGit(t, "ls-remote", server, "main"), strings.TrimSpace(mustGit(t, "rev-parse", "HEAD")))
		behind := exec.Command("junheng", "publish", "status", server).Run() != nil
		t.Logf("killed after %d of %d parts: main moved %v, live moved %v", i+1, moments+1, taken, got == next)
		switch {
		case got != was && got != next:
			t.Fatal("readers see neither the old site nor the new")
		case !taken && got == next:
			t.Error("what was not accepted is live")
		case behind != (taken && got != next):
			t.Errorf("status says behind %v", behind)
		}
		if taken {
			mustRun(t, "publish", "sync", server)
		} else {
			mustGit(t, "push", server, "main")
		}
		if fingerprint(t, live) != next {
			t.Error("what mends it gives another site")
		}
	}
}

// killedPush starts a push and kills git and all it started after a while. It
// returns when the last of them is gone.
func killedPush(t *testing.T, server string, after time.Duration) {
	t.Helper()
	cmd := exec.Command("git", "push", server, "main")
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(after)
	group := -cmd.Process.Pid
	syscall.Kill(group, syscall.SIGKILL)
	cmd.Wait()
	for range 1000 { // what is dead but not yet collected still counts
		if errors.Is(syscall.Kill(group, 0), syscall.ESRCH) {
			return
		}
		time.Sleep(time.Millisecond)
	}
}

// twoAtOnce pushes two districts at the same moment. One is taken; the other is
// told, pulls and is taken too.
func twoAtOnce(t *testing.T, server string) {
	other := filepath.Join(t.TempDir(), "other")
	mustGit(t, "clone", "-q", server, other)
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	remark(t, "data/districts/990101/2023/summary.toml")
	commitAll(t, "甲")
	t.Chdir(other)
	remark(t, "data/districts/990102/2023/summary.toml")
	commitAll(t, "乙")
	var both sync.WaitGroup
	said, errs := make([]string, 2), make([]error, 2)
	for i, dir := range []string{here, other} {
		both.Go(func() {
			cmd := exec.Command("git", "push", server, "main")
			cmd.Dir = dir
			out, err := cmd.CombinedOutput()
			said[i], errs[i] = string(out), err
		})
	}
	both.Wait()
	if (errs[0] == nil) == (errs[1] == nil) {
		t.Fatalf("taken or refused both:\n%s\n%s", said[0], said[1])
	}
	late, dir := 0, here
	if errs[1] != nil {
		late, dir = 1, other
	}
	if !strings.Contains(said[late], "有人刚刚先推送了") && !strings.Contains(said[late], "fetch first") {
		t.Errorf("the late one is told\n%s", said[late])
	}
	t.Chdir(dir)
	mustGit(t, "pull", "-q", "--no-rebase", "--no-edit", server, "main")
	if out := mustGit(t, "push", server, "main"); !strings.Contains(out, "重新生成1个") {
		t.Errorf("the second push says\n%s", out)
	}
	mustRun(t, "publish", "status", server)
	mustRun(t, "build", "--out", "clean")
	if fingerprint(t, "clean") != fingerprint(t, filepath.Join(server, "live")) {
		t.Error("the live site is not what a clean build of the same data gives")
	}
}
