package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

// What Revision may find.
var (
	ErrNoRepository = errors.New("这里不是 git 仓库")
	ErrNoRevision   = errors.New("没有这个版本")
	ErrNoData       = errors.New("里没有数据目录（districts/）")
)

// Revision opens the data folder of a revision, "REV" or "REV:path", of the
// repository around the working folder. Without a path the folder is data/
// here or at the top. Close the tree after use.
func Revision(name string) (tree *Tree, data fs.FS, err error) {
	rev, where, given := strings.Cut(name, ":")
	git, prefix, err := discover()
	if err != nil {
		return nil, nil, err
	}
	commit, err := git.run("rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{commit}")
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", rev, ErrNoRevision)
	}
	entries, err := git.list(commit)
	if err != nil {
		return nil, nil, err
	}
	if tree, err = git.open(commit, entries); err != nil {
		return nil, nil, err
	}
	places := []string{path.Join(prefix, "data"), "data"}
	if given {
		places = []string{path.Clean(where), path.Join(prefix, where)}
	}
	for _, p := range places {
		if _, ok := tree.dirs[path.Join(p, "districts")]; ok && fs.ValidPath(p) {
			data, err = fs.Sub(tree, p)
			return tree, data, err
		}
	}
	return nil, nil, errors.Join(fmt.Errorf("%s %w", name, ErrNoData), tree.Close())
}

// discover finds the repository around the working folder, and the working
// folder's path in it.
func discover() (git repository, prefix string, err error) {
	out, err := exec.Command("git", "rev-parse", "--absolute-git-dir", "--show-prefix").Output()
	if err != nil {
		return git, "", ErrNoRepository
	}
	dir, prefix, _ := strings.Cut(strings.TrimSuffix(string(out), "\n"), "\n")
	return openRepository(filepath.FromSlash(dir)), prefix, nil
}
