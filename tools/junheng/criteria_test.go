package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"junheng/tools/assess"
	"junheng/tools/balance"
	"junheng/tools/record"
)

// everyCriterionIsShown reads a built site: on the page of each district's
// year and standard stands every criterion in force, with a number or a verdict,
// else with what is missing or who owes it; on the page of the standard stand
// what it means and how it is known. No criterion is hidden by having no data.
func everyCriterionIsShown(t *testing.T, public string) {
	n, problems := record.ReadNational(os.DirFS("data"))
	if problems.Faults() > 0 {
		t.Fatal(problems)
	}
	shown := 0
	years, _ := filepath.Glob(filepath.Join(public, "districts", "??????", "????"))
	for _, dir := range years {
		year, err := strconv.Atoi(filepath.Base(dir))
		if err != nil {
			continue
		}
		for _, s := range assess.Applied(n.Standards, filepath.Base(filepath.Dir(dir)), year) {
			doc := parsed(t, filepath.Join(dir, s.ID, "index.html"))
			for _, c := range s.Criteria {
				if at := doc[idOf(c)]; at == nil {
					t.Errorf("%s/%s: %s is not there", dir, s.ID, c.ID)
				} else if !saysSomething(at) {
					t.Errorf("%s/%s: %s has no value and no reason: %s", dir, s.ID, c.ID, strings.Join(strings.Fields(at.text), " "))
				} else if !strings.Contains(at.text, c.Plain) || !strings.Contains(at.text, c.Measured) {
					t.Errorf("%s/%s: %s does not say what it means and how it is known", dir, s.ID, c.ID)
				} else {
					shown++
				}
			}
		}
	}
	for _, s := range n.Standards {
		doc := parsed(t, filepath.Join(public, "standards", s.ID, "index.html"))
		for _, c := range s.Criteria {
			at := doc[idOf(c)]
			if at == nil || c.Plain == "" || !strings.Contains(at.text, c.Plain) || c.Measured != "" && !strings.Contains(at.text, c.Measured) {
				t.Errorf("%s: %s does not say what it means and how it is known", s.ID, c.ID)
			}
		}
	}
	if shown < 500 {
		t.Errorf("only %d criteria were looked at", shown)
	}
}

func idOf(c balance.Criterion) string { return strings.ReplaceAll(c.ID, ".", "-") }

// saysSomething reports whether a row has a verdict or a number that stands for
// itself, and where that is a gap, its reason.
func saysSomething(at *element) bool {
	for _, state := range []string{"v met", "v short", "v transit", "v off", "n"} {
		if at.classes[state] {
			return true
		}
	}
	if at.classes["v none"] || at.classes["v unsure"] {
		for _, reason := range []string{"应由", "没有", string(balance.NotReported), string(balance.Suppressed), string(balance.NotComputable)} {
			if strings.Contains(at.text, reason) {
				return true
			}
		}
		return false
	}
	return strings.ContainsAny(at.text, "0123456789") && (strings.Contains(at.text, string(balance.Stated)) || strings.Contains(at.text, string(balance.Recomputed)))
}

// element is what stands in an element with an id.
type element struct {
	text    string
	classes map[string]bool // class attributes of everything in it
}

// parsed reads a page's elements by id.
func parsed(t *testing.T, name string) map[string]*element {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := html.Parse(f)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*element{}
	var open []*element
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		depth := len(open)
		for _, a := range n.Attr {
			switch a.Key {
			case "id":
				e := &element{classes: map[string]bool{}}
				out[a.Val], open = e, append(open, e)
			case "class":
				for _, e := range open {
					e.classes[a.Val] = true
				}
			}
		}
		if n.Type == html.TextNode {
			for _, e := range open {
				e.text += n.Data
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		open = open[:depth]
	}
	walk(doc)
	return out
}
