package audit_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"junheng/tools/audit"
	"junheng/tools/balance"
	"junheng/tools/report"
)

// TestHands holds that documents whose figures all fit are accused of nothing.
// Their marks are those of tools/figure/hands_test.go.
func TestHands(t *testing.T) {
	marks := regexp.MustCompile(`^#!.*\n|\{([^{}|]+)\|[^{}]*\}`)
	r := reader(t)
	files, _ := filepath.Glob("../figure/testdata/hands/*")
	if len(files) < 20 {
		t.Fatal("documents are missing")
	}
	checks := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		rep, err := report.Read(filepath.Base(file), marks.ReplaceAll(text, []byte("$1")))
		if err != nil {
			t.Fatal(err)
		}
		figures, _ := r.Read(rep)
		for _, c := range audit.Report(rep, figures) {
			checks++
			if !c.Holds && c.Class != balance.ClassCompliance {
				t.Errorf("%s: %s: %s", filepath.Base(file), c.Formula, c.Text)
			}
		}
	}
	if checks < 30 {
		t.Errorf("only %d checks were made", checks)
	}
}
