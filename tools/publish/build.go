package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// PostReceive is the hook that git runs when main has moved. The push stands
// whatever comes of it.
func (s *Server) PostReceive(in io.Reader, out io.Writer) error {
	updates, err := readUpdates(in)
	if err != nil {
		return err
	}
	for _, u := range updates {
		if u.ref == mainRef {
			return s.Sync(out)
		}
	}
	return nil
}

// Sync makes the tip of main live, if it is not. Of several at once one builds,
// the others wait and then find nothing left to do.
func (s *Server) Sync(out io.Writer) error {
	err := s.sync(out)
	if err != nil {
		fmt.Fprintf(out, "数据已收下，但网站没有更新，公众看到的仍是上一版。请站点管理员运行 junheng publish sync %s\n", s.Dir)
	}
	return err
}

func (s *Server) sync(out io.Writer) error {
	release, err := s.take("build.lock", func() { fmt.Fprintln(out, "另一次推送正在生成网站，请稍候……") })
	if err != nil {
		return err
	}
	defer release()
	tip, err := s.git.tip()
	if err != nil {
		return err
	}
	if tip == "" {
		fmt.Fprintln(out, "还没有人推送过数据。")
		return nil
	}
	live, ok, err := s.Live()
	if err != nil {
		return err
	}
	if ok && s.current(live, tip) {
		fmt.Fprintf(out, "网站已是最新：%s（%s）\n", live.ID, live.Summary)
		return nil
	}
	r, err := s.build(tip)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "网站已更新：%s（%s）\n", r.ID, r.Summary)
	return nil
}

// current reports whether a release is what this program would make of tip.
func (s *Server) current(r Release, tip string) bool {
	return r.Commit == tip && r.Program == s.Program && r.Site == s.siteVersion()
}

// build makes a release of commit and shows it. The build lock is held.
func (s *Server) build(commit string) (Release, error) {
	r := Release{Commit: commit, Program: s.Program, Site: s.siteVersion()}
	if err := s.sweep(); err != nil {
		return r, err
	}
	list, err := s.releases()
	if err != nil {
		return r, err
	}
	number := 1
	if len(list) > 0 {
		number = list[len(list)-1].number() + 1
	}
	r.ID = fmt.Sprintf("%06d-%s", number, short(commit))
	work := filepath.Join(s.Dir, "work")
	if err := s.layOut(work); err != nil {
		return r, err
	}
	tree, err := s.state(commit)
	if err != nil {
		return r, err
	}
	defer tree.Close()
	if err := os.MkdirAll(filepath.Join(s.Dir, "releases"), 0o755); err != nil {
		return r, err
	}
	if err := s.handOn(list, r.ID); err != nil {
		return r, err
	}
	if r.Summary, err = s.Build(dataOf(tree), work, s.releaseDir(r.ID)); err != nil {
		return r, err
	}
	if err := s.note(r); err != nil {
		return r, err
	}
	if err := s.show(r.ID); err != nil {
		return r, err
	}
	return r, s.sweep()
}

// siteParts are what a server may keep of its own to lay over the program's.
var siteParts = []string{"hugo.toml", "district.toml", "content", "layouts", "assets", "i18n", "static"}

// layOut copies the server's own site files into the working folder, in place
// of those of the last build.
func (s *Server) layOut(work string) error {
	for _, part := range siteParts {
		to := filepath.Join(work, part)
		if err := os.RemoveAll(to); err != nil {
			return err
		}
		if s.Site == "" {
			continue
		}
		from := filepath.Join(s.Site, part)
		about, err := os.Stat(from)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return err
		case about.IsDir():
			err = os.CopyFS(to, os.DirFS(from))
		default:
			var text []byte
			if text, err = os.ReadFile(from); err == nil {
				err = os.WriteFile(to, text, 0o644)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// siteVersion is the digest of the server's own files: those laid over the
// program's, and its national data. Empty for none; a folder that cannot be
// read is like no other.
func (s *Server) siteVersion() string {
	if s.Site == "" {
		return ""
	}
	var parts []string
	tree := os.DirFS(s.Site)
	for _, part := range append([]string{"data"}, siteParts...) {
		err := fs.WalkDir(tree, part, func(name string, d fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) && name == part {
				return nil
			}
			if name == districts {
				return fs.SkipDir // districts come by push alone
			}
			if err != nil || d.IsDir() {
				return err
			}
			text, err := fs.ReadFile(tree, name)
			parts = append(parts, name, string(text))
			return err
		})
		if err != nil {
			return err.Error()
		}
	}
	return digest(parts...)
}
