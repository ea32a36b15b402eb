package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"sort"
	"strings"
	"time"
)

// Tree is the state of files in one commit, read from git objects. It is an
// fs.FS and may be used by several goroutines at once. Close it after use.
type Tree struct {
	Commit string
	files  map[string]*entry
	dirs   map[string][]fs.DirEntry // in name order
	blobs  *blobs
}

// open makes a file tree of the entries of a commit.
func (r repository) open(commit string, entries []entry) (*Tree, error) {
	b, err := r.openBlobs()
	if err != nil {
		return nil, err
	}
	t := &Tree{Commit: commit, blobs: b, files: map[string]*entry{}, dirs: map[string][]fs.DirEntry{".": nil}}
	for i := range entries {
		e := &entries[i]
		t.files[e.path] = e
		t.hang(e.path, info{e})
	}
	for _, list := range t.dirs {
		sort.Slice(list, func(i, j int) bool { return list[i].Name() < list[j].Name() })
	}
	return t, nil
}

// hang puts an entry in its folder, and the folder in the one above.
func (t *Tree) hang(name string, e info) {
	dir := path.Dir(name)
	_, known := t.dirs[dir]
	t.dirs[dir] = append(t.dirs[dir], fs.FileInfoToDirEntry(e))
	if !known {
		t.hang(dir, info{&entry{mode: folderMode, path: dir}})
	}
}

// Close ends the git process behind t.
func (t *Tree) Close() error { return t.blobs.close() }

// Version tells the state of everything below dir from any other: names and
// bytes, as git has them.
func (t *Tree) Version(dir string) string {
	var b strings.Builder
	for _, e := range t.dirs[dir] {
		if name := path.Join(dir, e.Name()); e.IsDir() {
			fmt.Fprintf(&b, "%s/ %s\n", name, t.Version(name))
		} else {
			fmt.Fprintf(&b, "%s %s\n", name, t.files[name].id)
		}
	}
	return digest(b.String())
}

func (t *Tree) Open(name string) (fs.File, error) {
	i, err := t.Stat(name)
	if err != nil {
		return nil, err
	}
	if i.IsDir() {
		return &folder{info: i, left: t.dirs[name]}, nil
	}
	data, err := t.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return &file{info: i, Reader: bytes.NewReader(data)}, nil
}

func (t *Tree) ReadFile(name string) ([]byte, error) {
	e, ok := t.files[name]
	switch {
	case !fs.ValidPath(name):
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrInvalid}
	case !ok:
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	case !(info{e}).Mode().IsRegular():
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("不是普通文件")}
	case e.size > maxFile:
		return nil, &fs.PathError{Op: "read", Path: name, Err: fmt.Errorf("超过%dMiB", maxFile>>20)}
	}
	return t.blobs.read(e.id, e.size)
}

func (t *Tree) ReadDir(name string) ([]fs.DirEntry, error) {
	list, ok := t.dirs[name]
	if !ok {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	return append([]fs.DirEntry(nil), list...), nil
}

func (t *Tree) Stat(name string) (fs.FileInfo, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrInvalid}
	}
	if _, ok := t.dirs[name]; ok {
		return info{&entry{mode: folderMode, path: name}}, nil
	}
	if e, ok := t.files[name]; ok {
		return info{e}, nil
	}
	return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
}

// info is what fs wants to know of an entry.
type info struct{ *entry }

const folderMode = "040000"

func (i info) Name() string       { return path.Base(i.path) }
func (i info) Size() int64        { return i.size }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.mode == folderMode }
func (i info) Sys() any           { return nil }

func (i info) Mode() fs.FileMode {
	switch i.mode {
	case folderMode:
		return fs.ModeDir | 0o555
	case "100644", "100664":
		return 0o444
	case "100755":
		return 0o555
	case "120000":
		return fs.ModeSymlink
	}
	return fs.ModeIrregular
}

type file struct {
	info fs.FileInfo
	*bytes.Reader
}

func (f *file) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *file) Close() error               { return nil }

type folder struct {
	info fs.FileInfo
	left []fs.DirEntry
}

func (f *folder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *folder) Close() error               { return nil }
func (f *folder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.info.Name(), Err: errors.New("是文件夹")}
}

func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(f.left) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(f.left) {
		n = len(f.left)
	}
	list := f.left[:n:n]
	f.left = f.left[n:]
	return list, nil
}
