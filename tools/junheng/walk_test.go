package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var fenced = regexp.MustCompile("(?ms)^```(sh|text)\n(.*?)^```$")

// TestFirstPushAsWritten carries out the walk-through of the page for bureaus:
// each block of commands by the shell as it stands there, each block of output
// looked for, line by line, in what the commands before it said.
func TestFirstPushAsWritten(t *testing.T) {
	page, err := os.ReadFile("../../content/publish.md")
	if err != nil {
		t.Fatal(err)
	}
	var script strings.Builder
	script.WriteString("set -e\nsaid=$PWD/said\n")
	blocks := map[string]int{}
	for _, m := range fenced.FindAllStringSubmatch(string(page), -1) {
		blocks[m[1]]++
		if m[1] == "sh" {
			script.WriteString("{\n" + m[2] + "} >\"$said\" 2>&1 || { cat \"$said\" >&2; exit 1; }\n")
			continue
		}
		for _, line := range strings.Split(strings.TrimSpace(m[2]), "\n") {
			script.WriteString("grep -qF '" + line + "' \"$said\" || { echo 'the page promises: " + line + "' >&2; cat \"$said\" >&2; exit 1; }\n")
		}
	}
	if blocks["sh"] < 5 || blocks["text"] < 3 {
		t.Fatalf("the page has %v blocks: is it still a walk-through?", blocks)
	}
	dir := t.TempDir()
	story := "exec sh walk.sh\nexists server/live/index.html server/live/districts/990101/2023/reports/zongjie/index.html\n" +
		"grep 98.5 server/live/districts/990101/2023/index.html\n-- walk.sh --\n" + script.String()
	if err := os.WriteFile(filepath.Join(dir, "walk.txtar"), []byte(story), 0o644); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{Dir: dir, RequireExplicitExec: true})
}
