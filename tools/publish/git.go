package publish

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// A repository is a git folder and the environment git reads it in.
type repository struct {
	dir string // absolute
	env []string
}

// quarantine are the variables by which git shows a hook the objects of a push
// before they are let in. Without them git silently shows the old state.
var quarantine = []string{"GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH"}

// openRepository prepares git for dir. Of git's own variables only those of
// the quarantine are kept: the rest belong to whoever started us. Replacement
// objects, and settings of the machine and of the user, count for nothing.
func openRepository(dir string) repository {
	r := repository{dir: dir}
	for _, v := range os.Environ() {
		name, _, _ := strings.Cut(v, "=")
		keep := !strings.HasPrefix(name, "GIT_")
		for _, q := range quarantine {
			keep = keep || name == q
		}
		if keep {
			r.env = append(r.env, v)
		}
	}
	r.env = append(r.env, "GIT_DIR="+dir, "GIT_NO_REPLACE_OBJECTS=1", "GIT_CONFIG_NOSYSTEM=1",
		"GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_TERMINAL_PROMPT=0", "LC_ALL=C")
	return r
}

// command prepares one git command.
func (r repository) command(args ...string) *exec.Cmd {
	cmd := exec.Command("git", args...)
	cmd.Dir, cmd.Env = r.dir, r.env
	return cmd
}

// run returns what git prints, without its last line end.
func (r repository) run(args ...string) (string, error) {
	out, err := r.command(args...).Output()
	if err != nil {
		return "", gitError(args[0], err)
	}
	return strings.TrimSuffix(string(out), "\n"), nil
}

func gitError(verb string, err error) error {
	var exit *exec.ExitError
	if errors.As(err, &exit) && len(exit.Stderr) > 0 {
		return fmt.Errorf("git %s: %s", verb, bytes.TrimSpace(exit.Stderr))
	}
	return fmt.Errorf("git %s: %w", verb, err)
}

// tip is the commit of main, or empty when nothing was pushed yet.
func (r repository) tip() (string, error) {
	out, err := r.run("rev-parse", "--verify", "--quiet", mainRef+"^{commit}")
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return "", nil
	}
	return out, err
}

// follows reports whether commit b has a among its ancestors.
func (r repository) follows(a, b string) (bool, error) {
	err := r.command("merge-base", "--is-ancestor", a, b).Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 1 {
		return false, nil
	}
	if err != nil {
		return false, gitError("merge-base", err)
	}
	return true, nil
}

// mainRef is the only branch there is.
const mainRef = "refs/heads/main"

// none reports whether id stands for no commit: zeros, of either hash.
func none(id string) bool { return strings.Trim(id, "0") == "" }

// short shows a commit the way people quote one.
func short(commit string) string { return commit[:min(12, len(commit))] }
