// Package place puts a finished folder where an older one stands, whole or not
// at all: a reader sees the old folder or the new one, never a mixture, and a
// process killed at any point leaves one of the two in its place.
//
// The folder that was replaced is kept beside its successor as a spare, with a
// note of the parts it is made of. The next run brings the spare up to date
// instead of beginning with an empty folder, so that a small change to a large
// site costs little.
package place

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A Stage is where the next folder is made. It holds the target's lock.
type Stage struct {
	target  string
	unlock  func()
	touched bool // the spare is being changed and fits no note
}

// Parts 部件 names what a folder is made of: part → digest of what it was made
// from.
type Parts map[string]string

// ErrBusy says that another process holds the target.
var ErrBusy = errors.New("另一个进程正在生成同一个目录")

// Begin takes the target's lock and mends what a killed run left. It fails with
// ErrBusy when another process is at work on the same target.
func Begin(target string) (*Stage, error) {
	target, err := filepath.Abs(target)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return nil, err
	}
	s := &Stage{target: target}
	if s.unlock, err = Lock(s.beside(".lock")); err != nil {
		return nil, err
	}
	if err := s.mend(); err != nil {
		s.Drop()
		return nil, err
	}
	return s, nil
}

// Open returns the folder to work in and the parts it holds already; an empty
// folder holds none. From here on the folder counts as unfinished until Commit.
func (s *Stage) Open() (dir string, held Parts, err error) {
	dir = s.beside(".spare")
	held = s.recall(dir)
	s.touched = true
	if held == nil {
		if err := os.RemoveAll(dir); err != nil {
			return "", nil, err
		}
		return dir, Parts{}, os.Mkdir(dir, 0o755)
	}
	return dir, held, os.Remove(s.note(dir))
}

// Commit lets the folder take the target's place and notes what it is made of.
// What stood there becomes the spare.
func (s *Stage) Commit(made Parts) error {
	spare := s.beside(".spare")
	if name := s.note(spare); name != "" {
		data, err := json.Marshal(made)
		if err != nil {
			return err
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			return err
		}
	}
	if _, err := os.Lstat(s.target); errors.Is(err, fs.ErrNotExist) {
		err = os.Rename(spare, s.target)
		if err != nil {
			return err
		}
	} else if err := exchange(spare, s.target, s.beside(".old")); err != nil {
		return err
	}
	s.touched = false
	return s.tidy()
}

// Drop gives the lock back. A folder that was opened and not committed is
// removed; the target stays as it was.
func (s *Stage) Drop() {
	if s.touched {
		os.RemoveAll(s.beside(".spare"))
	}
	if s.unlock != nil {
		s.unlock()
		s.unlock = nil
	}
}

// Hand makes the finished folder from the spare of the target to: the next run
// there begins with it. A folder whose parts are not known is of no use, and
// stays where it is with ok false.
func Hand(from, to string) (ok bool, err error) {
	a, b := &Stage{target: from}, &Stage{target: to}
	if a.recall(from) == nil {
		return false, nil
	}
	ino, _ := inode(from) // known, since its note was found
	if err := os.Rename(a.note(from), b.noteOf(ino)); err != nil {
		return false, err
	}
	return true, os.Rename(from, b.beside(".spare"))
}

// mend finishes a swap by two renames that was killed between them.
func (s *Stage) mend() error {
	old := s.beside(".old")
	if _, err := os.Lstat(old); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if _, err := os.Lstat(s.target); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(old, s.target)
	}
	return os.RemoveAll(old)
}

// recall reads what is noted of a folder; nil when nothing is.
func (s *Stage) recall(dir string) Parts {
	data, err := os.ReadFile(s.note(dir))
	var parts Parts
	if err != nil || json.Unmarshal(data, &parts) != nil {
		return nil
	}
	return parts
}

// note names the note of a folder; empty where folders have no inode. It is
// named by the inode so that it follows the folder through every exchange.
func (s *Stage) note(dir string) string {
	if ino, ok := inode(dir); ok {
		return s.noteOf(ino)
	}
	return ""
}

func (s *Stage) noteOf(ino uint64) string { return s.beside(fmt.Sprintf(".tree-%d.json", ino)) }

// tidy removes the notes of folders that are gone, whose inodes another folder
// may get.
func (s *Stage) tidy() error {
	notes, err := filepath.Glob(s.beside(".tree-*.json"))
	if err != nil {
		return err
	}
	for _, name := range notes {
		if name != s.note(s.target) && name != s.note(s.beside(".spare")) {
			if err := os.Remove(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// beside names a hidden sibling of the target: public → .public.lock. Hidden,
// because no web server lists such names by default.
func (s *Stage) beside(mark string) string {
	return filepath.Join(filepath.Dir(s.target), "."+filepath.Base(s.target)+mark)
}
