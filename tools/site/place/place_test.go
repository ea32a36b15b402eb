package place

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
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

// open begins and opens a stage, failing the test when either does.
func open(t *testing.T, target string) (*Stage, string, Parts) {
	t.Helper()
	s, err := Begin(target)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Drop)
	dir, held, err := s.Open()
	if err != nil {
		t.Fatal(err)
	}
	return s, dir, held
}

// publish makes the target hold one page.
func publish(t *testing.T, target, text string) Parts {
	t.Helper()
	s, dir, held := open(t, target)
	write(t, filepath.Join(dir, "index.html"), text)
	if err := s.Commit(Parts{"page": text}); err != nil {
		t.Fatal(err)
	}
	s.Drop()
	return held
}

func TestEachRunGoesOnFromTheSpare(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	for i, want := range []Parts{{}, {}, {"page": "a"}, {"page": "b"}} {
		text := string(rune('a' + i))
		if held := publish(t, target, text); !reflect.DeepEqual(held, want) {
			t.Errorf("run %d begins with %v, want %v", i+1, held, want)
		}
		if got := read(filepath.Join(target, "index.html")); got != text {
			t.Errorf("run %d: target holds %q", i+1, got)
		}
	}
	if notes, _ := filepath.Glob(filepath.Join(filepath.Dir(target), ".public.tree-*")); len(notes) != 2 {
		t.Errorf("notes of two folders expected, found %v", notes)
	}
}

func TestDroppedStageLeavesTheTarget(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	publish(t, target, "a")
	publish(t, target, "b")
	s, dir, _ := open(t, target)
	write(t, filepath.Join(dir, "index.html"), "half")
	s.Drop()
	if got := read(filepath.Join(target, "index.html")); got != "b" {
		t.Errorf("target holds %q", got)
	}
	if held := publish(t, target, "c"); len(held) != 0 {
		t.Errorf("a half-made spare was reused: %v", held)
	}
}

func TestTwoAtOnce(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	s, _, _ := open(t, target)
	if _, err := Begin(target); !errors.Is(err, ErrBusy) {
		t.Errorf("the second gets %v, want ErrBusy", err)
	}
	s.Drop()
	if s, err := Begin(target); err != nil {
		t.Errorf("after the first is done: %v", err)
	} else {
		s.Drop()
	}
}

// TestKilledRunsAreMended sets up what a kill can leave behind: a stage that
// was never dropped, and a swap between its renames.
func TestKilledRunsAreMended(t *testing.T) {
	t.Run("while making", func(t *testing.T) {
		target := filepath.Join(t.TempDir(), "public")
		publish(t, target, "a")
		publish(t, target, "b")
		s, dir, _ := open(t, target)
		write(t, filepath.Join(dir, "index.html"), "half")
		s.unlock() // the process is gone
		s.unlock, s.touched = nil, false
		if got := read(filepath.Join(target, "index.html")); got != "b" {
			t.Errorf("target holds %q", got)
		}
		if held := publish(t, target, "c"); len(held) != 0 {
			t.Errorf("a half-made spare was reused: %v", held)
		}
	})
	t.Run("between two renames", func(t *testing.T) {
		target := filepath.Join(t.TempDir(), "public")
		s := &Stage{target: target}
		write(t, s.beside(".old")+"/index.html", "a")
		open(t, target)
		if got := read(filepath.Join(target, "index.html")); got != "a" {
			t.Errorf("the old site did not come back: %q", got)
		}
	})
}

// TestNoteOfAnotherFolder: a folder that someone else put in place is never
// taken for the one a note speaks of.
func TestNoteOfAnotherFolder(t *testing.T) {
	target := filepath.Join(t.TempDir(), "public")
	publish(t, target, "a")
	if err := os.Rename(target, target+".kept"); err != nil { // its inode stays in use
		t.Fatal(err)
	}
	write(t, filepath.Join(target, "index.html"), "by hand")
	publish(t, target, "b")
	if held := publish(t, target, "c"); len(held) != 0 {
		t.Errorf("a folder made by hand was taken for %v", held)
	}
}

// TestSwapByTwo covers the way taken where folders cannot be exchanged.
func TestSwapByTwo(t *testing.T) {
	dir := t.TempDir()
	staged, target, old := filepath.Join(dir, "new"), filepath.Join(dir, "public"), filepath.Join(dir, "old")
	write(t, staged+"/index.html", "b")
	write(t, target+"/index.html", "a")
	if err := swapByTwo(staged, target, old); err != nil {
		t.Fatal(err)
	}
	if read(target+"/index.html") != "b" || read(staged+"/index.html") != "a" {
		t.Errorf("target %q, staged %q", read(target+"/index.html"), read(staged+"/index.html"))
	}
	if err := swapByTwo(filepath.Join(dir, "missing"), target, old); err == nil || read(target+"/index.html") != "b" {
		t.Errorf("a failed swap must put the old folder back: %v", err)
	}
}

// TestHand lets a new target begin with an older one's folder, and refuses one
// whose parts nobody noted.
func TestHand(t *testing.T) {
	dir := t.TempDir()
	first, second := filepath.Join(dir, "1"), filepath.Join(dir, "2")
	publish(t, first, "a")
	if ok, err := Hand(first, second); !ok || err != nil {
		t.Fatalf("handed on: %v, %v", ok, err)
	}
	if _, err := os.Stat(first); !errors.Is(err, os.ErrNotExist) {
		t.Error("the folder is still where it was")
	}
	if held := publish(t, second, "b"); !reflect.DeepEqual(held, Parts{"page": "a"}) {
		t.Errorf("the next run begins with %v", held)
	}
	if got := read(filepath.Join(second, "index.html")); got != "b" {
		t.Errorf("the target shows %q", got)
	}
	strange := filepath.Join(dir, "strange")
	write(t, filepath.Join(strange, "index.html"), "x")
	if ok, err := Hand(strange, filepath.Join(dir, "3")); ok || err != nil || read(filepath.Join(strange, "index.html")) != "x" {
		t.Errorf("a folder without a note: %v, %v", ok, err)
	}
}
