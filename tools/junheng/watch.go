package main

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long a save may go on before the build begins: editors write
// a file in several steps.
const settle = 150 * time.Millisecond

// watch sends the name of a changed file once things have been quiet for a
// moment. Folders that appear later are watched too.
func watch(ctx context.Context, roots []string) (<-chan string, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	for _, root := range roots {
		addFolders(w, root)
	}
	out := make(chan string)
	go func() {
		defer w.Close()
		last := ""
		timer := time.NewTimer(time.Hour)
		timer.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case e := <-w.Events:
				if e.Op == fsnotify.Chmod || strings.HasPrefix(filepath.Base(e.Name), ".") || strings.HasSuffix(e.Name, "~") {
					continue
				}
				addFolders(w, e.Name)
				last = e.Name
				timer.Reset(settle)
			case <-w.Errors: // an overflow: build again to be sure
				timer.Reset(settle)
			case <-timer.C:
				select {
				case out <- last:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	return out, nil
}

// addFolders watches root and every folder below it; a root that is not there
// yet is nothing to watch.
func addFolders(w *fsnotify.Watcher, root string) {
	if info, err := os.Stat(root); err != nil || !info.IsDir() {
		return
	}
	filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			w.Add(name)
		}
		return nil
	})
}
