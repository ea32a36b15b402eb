package record

import (
	"os"
	"testing"
)

// TestDemonstrationData holds the repository's own data to its own rules.
func TestDemonstrationData(t *testing.T) {
	data := os.DirFS("../../data")
	n, ps := ReadNational(data)
	for _, p := range ps {
		t.Error(p)
	}
	entries, err := os.ReadDir("../../data/districts")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		_, ps := ReadFolder(data, e.Name(), n)
		for _, p := range ps {
			if !p.Notice {
				t.Error(p)
			}
		}
	}
}
