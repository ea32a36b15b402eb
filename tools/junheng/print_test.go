package main

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/width"
)

// TestTableColumns: every column begins under its heading, however wide the
// characters before it are, and nothing of a document breaks the lines.
func TestTableColumns(t *testing.T) {
	var out bytes.Buffer
	p, err := newPrinter(&out, "table", []string{"篇", "值", "原句"})
	if err != nil {
		t.Fatal(err)
	}
	p.line(nil, []string{"1", "≥4.5", "|生均“面积”"})
	p.line(nil, []string{"第二篇", "２０００", "|全角与\n换行\x1b[31m"})
	p.line(nil, []string{"3", "", "|a"})
	if err := p.close(); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(out.String(), "\n"), "\n")
	if len(lines) != 4 {
		t.Fatalf("%d lines:\n%s", len(lines), &out)
	}
	at := -1
	for i, line := range lines {
		end := strings.IndexAny(line, "|")
		if i == 0 {
			end = strings.Index(line, "原句")
		}
		n := 0
		for _, r := range line[:end] {
			n++
			if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
				n++
			}
		}
		if at >= 0 && n != at {
			t.Errorf("line %d: the last column begins at cell %d, not %d:\n%s", i, n, at, &out)
		}
		at = n
	}
	if strings.Contains(out.String(), "\x1b") {
		t.Error("an escape reaches the terminal")
	}
}

// TestLinesHaveTheirFields holds the contract of extract and audit: one object
// a line with these fields, in documents of one article or several.
func TestLinesHaveTheirFields(t *testing.T) {
	for verb, want := range map[string]string{
		"extract": "approx article comparator end id indicator kind paragraph period quote raw raw_start scope section stage start subject unit value value_max",
		"audit":   "article class computed difference figures formula holds id quotes relation stated text tolerance",
	} {
		var out, errw bytes.Buffer
		if code := run([]string{verb, "--data", "../../data", "testdata/lines.txt"}, &out, &errw); code != exitDone {
			t.Fatalf("%s: %s", verb, &errw)
		}
		lines := strings.Split(strings.TrimSpace(out.String()), "\n")
		if len(lines) < 1 || lines[0] == "" {
			t.Fatalf("%s prints nothing", verb)
		}
		for _, line := range lines {
			var fields map[string]any
			if err := json.Unmarshal([]byte(line), &fields); err != nil {
				t.Fatalf("%s: %v: %s", verb, err, line)
			}
			got := slices.Sorted(maps.Keys(fields))
			if s := strings.Join(got, " "); s != want {
				t.Errorf("%s prints %s\nwant %s", verb, s, want)
			}
		}
	}
}
