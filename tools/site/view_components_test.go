package site

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestEveryFormIsShown holds that the page of components shows each form there
// is: whoever adds one adds its example.
func TestEveryFormIsShown(t *testing.T) {
	files, err := filepath.Glob("../../layouts/_partials/forms/*.html")
	if err != nil || len(files) == 0 {
		t.Fatal("no forms", err)
	}
	shown := map[string]bool{}
	for _, p := range (&nation{}).components().View.Parts {
		shown[p.Form] = true
	}
	for _, f := range files {
		if name := strings.TrimSuffix(filepath.Base(f), ".html"); !shown[name] {
			t.Errorf("the page of components (view_components.go) shows no %s", name)
		}
		delete(shown, strings.TrimSuffix(filepath.Base(f), ".html"))
	}
	for name := range shown {
		t.Errorf("the page of components shows %s, which is no form", name)
	}
}
