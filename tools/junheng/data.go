package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"junheng"
	"junheng/tools/balance"
	"junheng/tools/record"
)

// dataTree is the data folder as a file tree. National files that the folder
// lacks (standards, indicators, columns, sources) come from the binary; the
// list of divisions never does, for each site has its own.
func dataTree(dir string) fs.FS {
	return layered{os.DirFS(dir), embeddedData(), []string{"divisions.toml", "districts"}}
}

// embeddedData is the national data in the binary.
func embeddedData() fs.FS {
	embedded, err := fs.Sub(junheng.Site, "data")
	if err != nil {
		panic(err) // the embedded tree has data/, or the program is built wrong
	}
	return embedded
}

// layered opens a name in the first tree that has it; own names the files and
// folders that only the upper may give.
type layered struct {
	over, under fs.FS
	own         []string
}

func (l layered) Open(name string) (fs.File, error) {
	if info, err := fs.Stat(l.over, name); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errIrregular} // a pipe would never end
	}
	f, err := l.over.Open(name)
	top, _, _ := strings.Cut(name, "/")
	if err != nil && !slices.Contains(l.own, top) {
		if g, uerr := l.under.Open(name); uerr == nil {
			return g, nil
		}
	}
	return f, err
}

// Lstat and ReadLink let a reader see a link in the upper tree for what it is.
func (l layered) Lstat(name string) (fs.FileInfo, error) {
	if info, err := fs.Lstat(l.over, name); err == nil {
		return info, nil
	}
	return fs.Lstat(l.under, name)
}

func (l layered) ReadLink(name string) (string, error) { return fs.ReadLink(l.over, name) }

var errIrregular = errors.New("不是普通文件")

// national reads the national files; faults in them are printed and returned
// as errFaults.
func (c *call) national(fsys fs.FS, dir string) (*record.National, error) {
	n, problems := record.ReadNational(fsys)
	return n, c.report(dir, problems)
}

// report prints problems with the data folder's name before each file, and
// returns errFaults when one of them is a fault.
func (c *call) report(dir string, problems balance.Problems) error {
	for _, p := range problems {
		p.Place.File = filepath.ToSlash(filepath.Join(dir, p.Place.File))
		fmt.Fprintln(c.err, p)
	}
	if problems.Faults() > 0 {
		return errFaults
	}
	return nil
}

// codes lists the districts that have a folder, or a link in place of one, which
// reading them finds fault with.
func codes(fsys fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(fsys, "districts")
	if err != nil {
		return nil, err
	}
	var out []string
	for _, e := range entries {
		if (e.IsDir() || e.Type()&fs.ModeSymlink != 0) && !strings.HasPrefix(e.Name(), ".") {
			out = append(out, e.Name())
		}
	}
	sort.Strings(out)
	return out, nil
}

// resolve reads what a person types to name districts: a code, the path of a
// district's folder or of a file in it, or a data folder, which means all.
func resolve(typed, data string) (dir string, list []string, err error) {
	if sixDigits.MatchString(typed) && !exists(typed) {
		if !exists(filepath.Join(data, "districts", typed)) {
			return "", nil, usageError(fmt.Sprintf("%s 里没有区县 %s", data, typed))
		}
		return data, []string{typed}, nil
	}
	folder := filepath.Clean(typed)
	if filepath.Base(folder) == "districts" {
		folder = filepath.Dir(folder)
	}
	if exists(filepath.Join(folder, "districts")) {
		list, err = codes(dataTree(folder))
		return folder, list, err
	}
	dir, code, err := locate(typed)
	return dir, []string{code}, err
}

// locate splits the path of a district's folder, or of a file in one, into the
// data folder and the district's code.
func locate(p string) (data, code string, err error) {
	abs, err := filepath.Abs(p)
	if err != nil {
		return "", "", err
	}
	if _, err := os.Stat(abs); err != nil {
		return "", "", usageError(fmt.Sprintf("找不到 %s", p))
	}
	for at := filepath.ToSlash(abs); at != path.Dir(at); at = path.Dir(at) {
		if dir := path.Dir(at); path.Base(dir) == "districts" {
			return relative(path.Dir(dir)), path.Base(at), nil
		}
	}
	return "", "", usageError(fmt.Sprintf("%s 不在任何区县目录（…/districts/六位代码/）里", p))
}

// relative prints a path the way the caller would type it.
func relative(abs string) string {
	wd, err := os.Getwd()
	if err != nil {
		return abs
	}
	rel, err := filepath.Rel(wd, filepath.FromSlash(abs))
	if err != nil || strings.HasPrefix(rel, "..") {
		return abs
	}
	return rel
}
