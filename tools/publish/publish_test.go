package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"junheng/tools/balance"
)

// TestMain lets this test be the program that the hooks call. What it does with
// a pushed state is told by the files in it, so that a test needs no Hugo.
func TestMain(m *testing.M) {
	if len(os.Args) == 5 && os.Args[1] == "publish" && os.Args[2] == "hook" {
		s, err := Open(os.Args[4])
		if err == nil {
			s.Tools = plainTools()
			if os.Args[3] == "pre-receive" {
				err = s.PreReceive(os.Stdin, os.Stderr)
			} else {
				err = s.PostReceive(os.Stdin, os.Stderr)
			}
		}
		if err != nil && !errors.Is(err, ErrRefused) {
			fmt.Fprintln(os.Stderr, "test hook:", err)
		}
		if err != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// plainTools find a fault on each line that says "fault", a notice on each that
// says "notice", and build a site with
// one page a district. While the file that JUNHENG_TEST_WAIT names is there they
// do not begin to build, and say beside it which process waits.
func plainTools() Tools {
	each := func(data fs.FS, codes []string, do func(code, line string)) {
		for _, code := range codes {
			text, _ := fs.ReadFile(data, "districts/"+code+"/district.toml")
			for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
				do(code, line)
			}
		}
	}
	all := func(data fs.FS) (codes []string) {
		if data == nil {
			return nil
		}
		entries, _ := fs.ReadDir(data, "districts")
		for _, e := range entries {
			codes = append(codes, e.Name())
		}
		return codes
	}
	return Tools{
		Program: "test",
		Check: func(data fs.FS, codes []string) (ps balance.Problems) {
			each(data, codes, func(code, line string) {
				if strings.HasPrefix(line, "fault") {
					ps.Fault(balance.Place{File: "districts/" + code + "/district.toml"}, line, "请改正")
				}
				if strings.HasPrefix(line, "notice") {
					ps.Notice(balance.Place{File: "districts/" + code + "/district.toml"}, line, "")
				}
			})
			return ps
		},
		Changes: func(old, new fs.FS, same func(string) bool) ([]string, error) {
			return []string{fmt.Sprintf("区县%d个，原有%d个", len(all(new)), len(all(old)))}, nil
		},
		Build: func(data fs.FS, work, out string) (string, error) {
			if wait := os.Getenv("JUNHENG_TEST_WAIT"); wait != "" {
				os.WriteFile(wait+".pid", []byte(strconv.Itoa(os.Getpid())), 0o644)
				for ; err(os.Stat(wait)) == nil; time.Sleep(10 * time.Millisecond) {
				}
			}
			if err := os.Mkdir(out, 0o755); err != nil {
				return "", err
			}
			look, _ := os.ReadFile(filepath.Join(work, "layouts", "page.html"))
			var err error
			each(data, all(data), func(code, line string) {
				err = errors.Join(err, os.WriteFile(filepath.Join(out, code+".html"), []byte(string(look)+line), 0o644))
			})
			return fmt.Sprintf("%d个区县", len(all(data))), err
		},
	}
}

func err(_ fs.FileInfo, err error) error { return err }

// A desk is a bureau's working repository with a server to push to.
type desk struct {
	*testing.T
	dir, server string
}

func newDesk(t *testing.T, set Settings) *desk {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Fatal("git is needed: ", err)
	}
	d := &desk{t, filepath.Join(t.TempDir(), "desk"), filepath.Join(t.TempDir(), "server")}
	if set.Total == 0 {
		set.Total = 16 << 20
	}
	if set.Keep == 0 {
		set.Keep = 3
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Init(d.server, program, set); err != nil {
		t.Fatal(err)
	}
	d.git("init", "-q", "-b", "main", d.dir)
	return d
}

// git runs git at the desk; it must succeed.
func (d *desk) git(args ...string) string {
	d.Helper()
	out, err := d.try(args...)
	if err != nil {
		d.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(out)
}

func (d *desk) try(args ...string) (string, error) {
	cmd := exec.Command("git", args...)
	if _, err := os.Stat(d.dir); err == nil {
		cmd.Dir = d.dir
	}
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_NAME=desk", "GIT_AUTHOR_EMAIL=desk@example.org",
		"GIT_COMMITTER_NAME=desk", "GIT_COMMITTER_EMAIL=desk@example.org", "HOME=")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// write puts a file on the desk.
func (d *desk) write(name, text string) {
	d.Helper()
	full := filepath.Join(d.dir, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(full), 0o755), os.WriteFile(full, []byte(text), 0o644)); err != nil {
		d.Fatal(err)
	}
}

// district writes and commits a district.
func (d *desk) district(code, text string) {
	d.Helper()
	d.write("data/districts/"+code+"/district.toml", text)
	d.commit("district " + code)
}

func (d *desk) commit(message string) {
	d.Helper()
	d.git("add", "-A")
	d.git("commit", "-q", "--allow-empty", "-m", message)
}

// push pushes and returns what git said, and whether main took it.
func (d *desk) push(args ...string) (said string, taken bool) {
	d.Helper()
	if len(args) == 0 {
		args = []string{"main"}
	}
	said, err := d.try(append([]string{"push", d.server}, args...)...)
	return said, err == nil
}

// refused pushes and wants it refused in at most 20 lines with each of words.
func (d *desk) refused(words ...string) string {
	d.Helper()
	before := d.live()
	said, taken := d.push()
	if taken {
		d.Errorf("the push was taken:\n%s", said)
	}
	d.has(said, append(words, "没有被接受")...)
	if n := strings.Count(said, "remote: "); n > maxLines {
		d.Errorf("the refusal has %d lines:\n%s", n, said)
	}
	if d.live() != before {
		d.Error("a refused push changed the live site")
	}
	return said
}

func (d *desk) taken(words ...string) {
	d.Helper()
	said, taken := d.push()
	if !taken {
		d.Fatalf("the push was refused:\n%s", said)
	}
	d.has(said, words...)
}

func (d *desk) has(said string, words ...string) {
	d.Helper()
	for _, w := range words {
		if !strings.Contains(said, w) {
			d.Errorf("no word of “%s” in:\n%s", w, said)
		}
	}
}

// live is every file of the live site with its text.
func (d *desk) live() string {
	d.Helper()
	var b bytes.Buffer
	tree := os.DirFS(filepath.Join(d.server, "live"))
	fs.WalkDir(tree, ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			text, _ := fs.ReadFile(tree, name)
			fmt.Fprintf(&b, "%s: %s\n", name, text)
		}
		return nil
	})
	return b.String()
}

func (d *desk) shows(want string) {
	d.Helper()
	if got := d.live(); got != want {
		d.Errorf("live shows %q, want %q", got, want)
	}
}

// open is the server as an operator has it.
func (d *desk) open() *Server {
	d.Helper()
	s, err := Open(d.server)
	if err != nil {
		d.Fatal(err)
	}
	s.Tools = plainTools()
	return s
}
