package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
)

// ErrTaken says that Init was given a folder that holds something else.
var ErrTaken = errors.New("已有别的内容；请换一个空目录或还不存在的目录")

// Init makes a bare repository with hooks in dir, with a copy of program that
// the hooks call. In a folder that Init made before, it brings the program, the
// hooks and the settings up to date and leaves the rest.
func Init(dir, program string, set Settings) (again bool, err error) {
	if dir, err = filepath.Abs(dir); err != nil {
		return false, err
	}
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	if len(entries) > 0 {
		if _, err := Open(dir); err != nil {
			return false, fmt.Errorf("%s %w", dir, ErrTaken)
		}
		again = true
	} else if err := newRepository(dir); err != nil {
		return false, err
	}
	for _, step := range []func() error{
		func() error { return configure(openRepository(dir), set) },
		func() error { return install(program, filepath.Join(dir, programName())) },
		func() error { return writeHooks(dir) },
	} {
		if err := step(); err != nil {
			return again, err
		}
	}
	return again, nil
}

// newRepository makes an empty bare repository, with nothing in it that the
// machine's templates would add.
func newRepository(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	_, err := openRepository(dir).run("init", "--quiet", "--bare", "--template=", "--initial-branch=main")
	return err
}

// configure writes what git itself has to know. The hooks refuse the same
// things in plain words first; these are the second lock on the door.
func configure(git repository, set Settings) error {
	for _, kv := range [][2]string{
		{"core.hooksPath", "hooks"}, // whatever the machine's own settings say
		{"core.useReplaceRefs", "false"},
		{"core.bigFileThreshold", strconv.Itoa(maxFile)}, // larger ones are never held in memory
		{"core.logAllRefUpdates", "true"},
		{"receive.fsckObjects", "true"},
		{"receive.denyDeletes", "true"},
		{"receive.denyNonFastForwards", "true"},
		{"receive.unpackLimit", "1"}, // a pack is checked as it streams in
		{"receive.maxInputSize", strconv.FormatInt(set.Total, 10)},
		{"receive.advertisePushOptions", "false"},
		{"junheng.total", strconv.FormatInt(set.Total, 10)},
		{"junheng.keep", strconv.Itoa(set.Keep)},
		{"junheng.site", set.Site},
		{"junheng.origin", set.Origin},
	} {
		if _, err := git.run("config", "--file", filepath.Join(git.dir, "config"), kv[0], kv[1]); err != nil {
			return err
		}
	}
	return nil
}

func programName() string {
	if runtime.GOOS == "windows" {
		return "junheng.exe"
	}
	return "junheng"
}

// install copies the program in one step: a hook that runs meanwhile has the
// old one or the new one.
func install(from, to string) error {
	if a, err := os.Stat(from); err != nil {
		return err
	} else if b, err := os.Stat(to); err == nil && os.SameFile(a, b) {
		return nil
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	fresh := to + ".new"
	out, err := os.OpenFile(fresh, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o755)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err := errors.Join(err, out.Chmod(0o755), out.Close()); err != nil {
		return err
	}
	return os.Rename(fresh, to)
}

// Hooks are the names under which git calls the program back, with the verb's
// own words for them.
var Hooks = []string{"pre-receive", "post-receive"}

// writeHooks writes scripts that start the program beside them, wherever the
// folder has been moved to. Git runs them in the repository's folder.
func writeHooks(dir string) error {
	if err := os.MkdirAll(filepath.Join(dir, "hooks"), 0o755); err != nil {
		return err
	}
	for _, name := range Hooks {
		text := "#!/bin/sh\n# 由 junheng publish init 写成，请勿改动\nexec ./junheng publish hook " + name + " .\n"
		hook := filepath.Join(dir, "hooks", name)
		if err := os.WriteFile(hook+".new", []byte(text), 0o755); err != nil {
			return err
		}
		if err := errors.Join(os.Chmod(hook+".new", 0o755), os.Rename(hook+".new", hook)); err != nil {
			return err
		}
	}
	return nil
}
