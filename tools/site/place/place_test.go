package place

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(path string) string {
	b, err := os.ReadFile(path)
	if err != nil {
		return err.Error()
	}
	return string(b)
}

func publish(t *testing.T, target, text string) {
	t.Helper()
	s, err := Begin(target)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Drop()
	write(t, filepath.Join(s.Dir, "index.html"), text)
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
}

func names(t *testing.T, dir string) (got []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		got = append(got, e.Name())
	}
	return got
}

func TestSecondFolderReplacesFirstWhole(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	publish(t, target, "one")
	write(t, filepath.Join(target, "gone.html"), "only in the first")
	publish(t, target, "two")
	if got := names(t, target); len(got) != 1 || read(filepath.Join(target, "index.html")) != "two" {
		t.Errorf("after the second build: %v", got)
	}
	if got := names(t, filepath.Dir(target)); len(got) != 2 { // public and its lock
		t.Errorf("leftovers beside the target: %v", got)
	}
}

func TestDroppedBuildLeavesTheOldSite(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	publish(t, target, "one")
	s, err := Begin(target)
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(s.Dir, "index.html"), "half")
	s.Drop()
	if got := read(filepath.Join(target, "index.html")); got != "one" {
		t.Errorf("target holds %q", got)
	}
}

func TestTwoBuildersAtOnce(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	s, err := Begin(target)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Drop()
	if _, err := Begin(target); !errors.Is(err, ErrBusy) {
		t.Errorf("second builder got %v, want ErrBusy", err)
	}
}

// TestKilledRunsAreMended sets up what a kill can leave behind.
func TestKilledRunsAreMended(t *testing.T) {
	t.Run("while building", func(t *testing.T) {
		target := filepath.Join(t.TempDir(), "public")
		publish(t, target, "one")
		write(t, beside(target, newMark)+"123/index.html", "half")
		publish(t, target, "two")
		if got := names(t, filepath.Dir(target)); len(got) != 2 {
			t.Errorf("leftovers: %v", got)
		}
	})
	t.Run("between two renames", func(t *testing.T) {
		target := filepath.Join(t.TempDir(), "public")
		write(t, beside(target, oldMark)+"/index.html", "one")
		s, err := Begin(target)
		if err != nil {
			t.Fatal(err)
		}
		defer s.Drop()
		if got := read(filepath.Join(target, "index.html")); got != "one" {
			t.Errorf("the old site did not come back: %q", got)
		}
	})
}

// TestSwapByTwo covers the way taken where folders cannot be exchanged.
func TestSwapByTwo(t *testing.T) {
	dir := t.TempDir()
	staged, target, old := filepath.Join(dir, "new"), filepath.Join(dir, "public"), filepath.Join(dir, "old")
	write(t, staged+"/index.html", "two")
	write(t, target+"/index.html", "one")
	if err := swapByTwo(staged, target, old); err != nil {
		t.Fatal(err)
	}
	if got := read(target + "/index.html"); got != "two" || len(names(t, dir)) != 1 {
		t.Errorf("target holds %q beside %v", got, names(t, dir))
	}
	if err := swapByTwo(filepath.Join(dir, "missing"), target, old); err == nil || read(target+"/index.html") != "two" {
		t.Errorf("a failed swap must put the old folder back: %v", err)
	}
}
