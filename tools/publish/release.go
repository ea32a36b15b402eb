package publish

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"junheng/tools/site/place"
)

// Release 版本 is one finished site: a folder below releases/, and beside it a
// note of what it was made of, written when the folder is whole.
type Release struct {
	ID        string `json:"-"`         // 000012-<commit>, the folder's name
	Commit    string `json:"commit"`    //
	Program   string `json:"program"`   // Tools.Program
	Site      string `json:"site"`      // digest of the server's own layouts; empty for none
	Summary   string `json:"summary"`   // what the build came to, in words
	Withdrawn bool   `json:"withdrawn"` // somebody went back from it; it is not gone back to
}

func (r Release) number() int {
	head, _, _ := strings.Cut(r.ID, "-")
	n, _ := strconv.Atoi(head)
	return n
}

// Dir is the folder of a release.
func (s *Server) releaseDir(id string) string { return filepath.Join(s.Dir, "releases", id) }

// releases lists the whole ones, oldest first. A folder without a note, or a
// note without a folder, is what a kill left.
func (s *Server) releases() (list []Release, err error) {
	notes, err := filepath.Glob(filepath.Join(s.Dir, "releases", "*.json"))
	if err != nil {
		return nil, err
	}
	for _, note := range notes {
		id := strings.TrimSuffix(filepath.Base(note), ".json")
		r, err := s.release(id)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		list = append(list, r)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].number() < list[j].number() })
	return list, nil
}

// release reads one, which must be whole.
func (s *Server) release(id string) (r Release, err error) {
	if _, err := os.Stat(s.releaseDir(id)); err != nil {
		return r, err
	}
	text, err := os.ReadFile(s.releaseDir(id) + ".json")
	if err != nil {
		return r, err
	}
	r.ID = id
	if err := json.Unmarshal(text, &r); err != nil {
		return r, fmt.Errorf("%s.json: %w", s.releaseDir(id), err)
	}
	return r, nil
}

// note writes down what a release is, in one step.
func (s *Server) note(r Release) error {
	text, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		return err
	}
	name := s.releaseDir(r.ID) + ".json"
	if err := os.WriteFile(name+".new", append(text, '\n'), 0o644); err != nil {
		return err
	}
	return os.Rename(name+".new", name)
}

// Live is the release that readers see; ok is false when there is none.
func (s *Server) Live() (r Release, ok bool, err error) {
	to, err := os.Readlink(s.link())
	if errors.Is(err, fs.ErrNotExist) {
		return r, false, nil
	}
	if err != nil {
		return r, false, err
	}
	r, err = s.release(filepath.Base(to))
	if errors.Is(err, fs.ErrNotExist) {
		return r, false, nil // somebody removed it by hand: as if nothing were live
	}
	return r, err == nil, err
}

func (s *Server) link() string { return filepath.Join(s.Dir, "live") }

// show makes a release live with one rename: a reader has the old site or the
// new one. What it shows is on disk before, so that a power cut keeps that.
func (s *Server) show(id string) error {
	if err := settleDisk(filepath.Join(s.Dir, "releases")); err != nil {
		return err
	}
	fresh := filepath.Join(s.Dir, ".live.new")
	if err := os.Remove(fresh); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Symlink(filepath.Join("releases", id), fresh); err != nil {
		return err
	}
	if err := os.Rename(fresh, s.link()); err != nil {
		return err
	}
	return settleDisk(s.Dir)
}

// handOn lets the release id begin with the folder of the oldest that is no
// longer kept, so that making it costs what changed and not the whole site.
func (s *Server) handOn(list []Release, id string) error {
	live, ok, err := s.Live()
	if err != nil || len(list) <= s.Keep || ok && live.ID == list[0].ID {
		return err
	}
	old := s.releaseDir(list[0].ID)
	if err := os.Remove(old + ".json"); err != nil { // from here on it is no release
		return err
	}
	_, err = place.Hand(old, s.releaseDir(id))
	return err
}

// sweep removes all below releases/ but the newest that are kept, the one that
// is live, and one more that the next is made from: older ones, and what a kill
// left unfinished.
func (s *Server) sweep() error {
	list, err := s.releases()
	if err != nil {
		return err
	}
	keep := map[string]bool{}
	for _, r := range list[max(0, len(list)-s.Keep-1):] {
		keep[r.ID] = true
	}
	if live, ok, err := s.Live(); err != nil {
		return err
	} else if ok {
		keep[live.ID] = true
	}
	entries, err := os.ReadDir(filepath.Join(s.Dir, "releases"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, e := range entries {
		name, note, hidden := strings.Cut(strings.TrimPrefix(e.Name(), "."), ".tree-") // what place notes of a folder's parts
		if !hidden || note == "" {
			name = strings.TrimSuffix(e.Name(), ".json")
		}
		if !keep[name] {
			err = errors.Join(err, os.RemoveAll(filepath.Join(s.Dir, "releases", e.Name())))
		}
	}
	return err
}

// Rollback 回退 makes the release before the live one live. The one gone back
// from is marked, so that a later rollback does not come upon it.
func (s *Server) Rollback() (from, to Release, err error) {
	release, err := s.take("build.lock", func() {})
	if err != nil {
		return from, to, err
	}
	defer release()
	from, ok, err := s.Live()
	if err != nil {
		return from, to, err
	}
	if !ok {
		return from, to, ErrNothing
	}
	list, err := s.releases()
	if err != nil {
		return from, to, err
	}
	for _, r := range list {
		if r.number() < from.number() && !r.Withdrawn {
			to = r
		}
	}
	if to.ID == "" {
		return from, to, ErrOldest
	}
	from.Withdrawn = true
	if err := s.note(from); err != nil {
		return from, to, err
	}
	return from, to, s.show(to.ID)
}

// What Rollback may find.
var (
	ErrNothing = errors.New("还没有上线的网站")
	ErrOldest  = errors.New("没有更早的版本可以退回")
)
