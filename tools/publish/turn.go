package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"junheng/tools/site/place"
)

// How long a push waits for another, and how often it looks.
const (
	patience = 10 * time.Minute
	glance   = 50 * time.Millisecond
)

var errBusy = errors.New("另一次推送一直没有结束")

// take waits for the lock of this name and returns how to give it back. A
// process that ends, however it ends, gives it back too. waiting is called
// once if there is somebody to wait for.
func (s *Server) take(name string, waiting func()) (release func(), err error) {
	for waited := time.Duration(0); ; waited += glance {
		release, err = place.Lock(filepath.Join(s.Dir, "work", name))
		if !errors.Is(err, place.ErrBusy) {
			return release, err
		}
		if waited == 0 {
			waiting()
		}
		if waited > patience {
			return nil, errBusy
		}
		time.Sleep(glance)
	}
}

// A push that was accepted moves main only after its pre-receive hook has
// ended and given the lock back. It leaves word of what it is about to do, so
// that the next can wait for that moment and be told plainly that it is late.

// announce says that git is about to move main to commit.
func (s *Server) announce(commit string) error {
	return os.WriteFile(s.inTurn(), fmt.Appendf(nil, "%d %s", os.Getppid(), commit), 0o644)
}

// settle waits until the push announced before has moved main, or its git has
// ended without doing so.
func (s *Server) settle() {
	said, err := os.ReadFile(s.inTurn())
	if err != nil {
		return
	}
	word, commit, _ := strings.Cut(string(said), " ")
	pid, err := strconv.Atoi(word)
	for waited := time.Duration(0); err == nil && waited < 10*time.Second && running(pid); waited += glance {
		if tip, err := s.git.tip(); err != nil || tip == commit {
			break
		}
		time.Sleep(glance)
	}
	os.Remove(s.inTurn())
}

func (s *Server) inTurn() string { return filepath.Join(s.Dir, "work", "in-turn") }

// running reports whether there is a process of this id.
func running(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	err = p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, os.ErrPermission)
}

// busy reports whether somebody holds the lock of this name.
func (s *Server) busy(name string) bool {
	release, err := place.Lock(filepath.Join(s.Dir, "work", name))
	if err == nil {
		release()
	}
	return errors.Is(err, place.ErrBusy)
}
