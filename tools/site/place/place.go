// Package place puts a finished folder where an older one stands, whole or not
// at all: a reader sees the old folder or the new one, never a mixture, and a
// process killed at any point leaves one of the two in its place.
package place

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Staging is an empty folder beside its target, on the same file system.
type Staging struct {
	Dir    string // build here
	target string
	unlock func()
}

// names of the folders beside the target; they begin with a dot so that no web
// server lists them by default
const (
	newMark = ".new-"
	oldMark = ".old"
)

// Begin takes the target's lock, finishes or removes what a killed run left,
// and makes an empty staging folder. It fails with ErrBusy when another
// process is building the same target.
func Begin(target string) (*Staging, error) {
	target, err := filepath.Abs(target)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return nil, err
	}
	unlock, err := lock(beside(target, ".lock"))
	if err != nil {
		return nil, err
	}
	s := &Staging{target: target, unlock: unlock}
	if err := recoverTarget(target); err == nil {
		s.Dir, err = os.MkdirTemp(filepath.Dir(target), filepath.Base(beside(target, newMark))+"*")
		if err == nil {
			err = os.Chmod(s.Dir, 0o755)
		}
		if err == nil {
			return s, nil
		}
	}
	unlock()
	return nil, err
}

// ErrBusy says that another process holds the target.
var ErrBusy = errors.New("另一个进程正在生成同一个目录")

// Commit lets the staged folder take the target's place and removes the old
// one.
func (s *Staging) Commit() error {
	defer s.release()
	if _, err := os.Lstat(s.target); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(s.Dir, s.target)
	}
	if err := exchange(s.Dir, s.target, beside(s.target, oldMark)); err != nil {
		return err
	}
	return nil
}

// Drop removes the staged folder; the target stays as it was. After Commit it
// does nothing.
func (s *Staging) Drop() {
	if s.unlock != nil {
		os.RemoveAll(s.Dir)
		s.release()
	}
}

func (s *Staging) release() {
	if s.unlock != nil {
		s.unlock()
		s.unlock = nil
	}
}

// recoverTarget puts the old folder back when a run was killed between the two
// renames of a file system that cannot exchange, and removes staged leftovers.
func recoverTarget(target string) error {
	old := beside(target, oldMark)
	if _, err := os.Lstat(target); errors.Is(err, fs.ErrNotExist) {
		if err := os.Rename(old, target); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	entries, err := os.ReadDir(filepath.Dir(target))
	if err != nil {
		return err
	}
	prefix := filepath.Base(beside(target, newMark))
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), prefix) {
			if err := os.RemoveAll(filepath.Join(filepath.Dir(target), e.Name())); err != nil {
				return err
			}
		}
	}
	return os.RemoveAll(old)
}

// beside names a hidden sibling: public → .public.lock.
func beside(target, mark string) string {
	return filepath.Join(filepath.Dir(target), "."+filepath.Base(target)+mark)
}

// swapByTwo replaces target by two renames, for systems without an exchange.
// Between them the target is missing for a moment; recoverTarget mends a kill
// there.
func swapByTwo(staged, target, old string) error {
	if err := os.Rename(target, old); err != nil {
		return err
	}
	if err := os.Rename(staged, target); err != nil {
		return errors.Join(err, os.Rename(old, target))
	}
	return os.RemoveAll(old)
}
