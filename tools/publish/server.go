package publish

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"junheng/tools/balance"
)

// Settings are chosen when a server is made, and kept in the repository's own
// configuration.
type Settings struct {
	Site   string // absolute folder whose layouts, words and national data win over the program's; empty for none
	Origin string // public address; empty when not known
	Total  int64  // bytes of all files of one state
	Keep   int    // releases kept for going back
}

// Tools are what is done with a pushed state. The program, which knows every
// package, hands them in; data is rooted at data/.
type Tools struct {
	Program string // tells this program from any other build of it
	// Check finds every fault of the national data and of these districts.
	Check func(data fs.FS, codes []string) balance.Problems
	// Changes says line by line what differs between two states; old is nil
	// for the first push. same tells which districts have the same files in
	// both, without reading any.
	Changes func(old, new fs.FS, same func(code string) bool) ([]string, error)
	// Build makes the finished site in the new folder out, with work as its
	// working folder, and says in a line what it came to.
	Build func(data fs.FS, work, out string) (string, error)
}

// A Server is one site kept by push.
type Server struct {
	Dir string // absolute
	Settings
	Tools
	git repository
}

// ErrNoServer says that a folder was not made by Init.
var ErrNoServer = errors.New("不是 junheng publish init 建立的目录")

// Open reads the settings of a server.
func Open(dir string) (*Server, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return nil, fmt.Errorf("%s %w", dir, ErrNoServer)
	}
	s := &Server{Dir: dir, git: openRepository(dir)}
	out, err := s.git.run("config", "--file", filepath.Join(dir, "config"), "-z", "--get-regexp", `^junheng\.`)
	if err != nil {
		return nil, fmt.Errorf("%s %w", dir, ErrNoServer)
	}
	for _, item := range strings.Split(out, "\x00") {
		key, value, _ := strings.Cut(item, "\n")
		switch key {
		case "junheng.site":
			s.Site = value
		case "junheng.origin":
			s.Origin = value
		case "junheng.total":
			s.Total, err = strconv.ParseInt(value, 10, 64)
		case "junheng.keep":
			s.Keep, err = strconv.Atoi(value)
		}
		if err != nil {
			return nil, fmt.Errorf("%s 的设置 %s = %s: %w", dir, key, value, err)
		}
	}
	return s, os.MkdirAll(filepath.Join(dir, "work"), 0o755)
}

// state opens the file tree of a commit.
func (s *Server) state(commit string) (*Tree, error) {
	entries, err := s.git.list(commit)
	if err != nil {
		return nil, err
	}
	return s.git.open(commit, entries)
}

// dataOf is the data folder of a state.
func dataOf(t *Tree) fs.FS {
	sub, err := fs.Sub(t, "data")
	if err != nil {
		panic(err) // "data" is a valid path
	}
	return sub
}

// say prints lines and then foot, 20 lines at most together; what does not fit
// is in a file that is named.
func (s *Server) say(out io.Writer, name string, lines []string, foot ...string) error {
	if len(lines)+len(foot) > maxLines {
		kept := filepath.Join(s.Dir, "replies", name+".txt")
		if err := os.MkdirAll(filepath.Dir(kept), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(kept, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
			return err
		}
		if err := prune(filepath.Dir(kept)); err != nil {
			return err
		}
		shown := maxLines - len(foot) - 1
		more := fmt.Sprintf("……另有%d行，全部%d行在服务器的 %s", len(lines)-shown, len(lines), kept)
		lines = append(append([]string(nil), lines[:shown]...), more)
	}
	_, err := io.WriteString(out, strings.Join(append(append([]string(nil), lines...), foot...), "\n")+"\n")
	return err
}

const maxLines = 20

// prune keeps the newest hundred files of a folder.
func prune(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	age := func(e fs.DirEntry) int64 {
		about, err := e.Info()
		if err != nil {
			return 0
		}
		return about.ModTime().UnixNano()
	}
	slices.SortStableFunc(entries, func(a, b fs.DirEntry) int { return cmp.Compare(age(b), age(a)) })
	for _, e := range entries[min(100, len(entries)):] {
		err = errors.Join(err, os.Remove(filepath.Join(dir, e.Name())))
	}
	return err
}

// digest joins parts so that no two lists of parts look alike.
func digest(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:%s\n", len(p), p)
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}
