package report

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"junheng/tools/balance"
)

// shared is where the seed documents and their gold stand, beside the repository.
const shared = "../../../shared"

type goldArticle struct {
	Article         int      `json:"article"`
	Doc             string   `json:"doc"`
	Title           string   `json:"title"`
	TitleIsOfAll    bool     `json:"title_is_collection"`
	Announced       int      `json:"collection_count"`
	Truncated       bool     `json:"truncated"`
	PublisherLevel  string   `json:"publisher_level"`
	TruncationShows []string `json:"truncation_evidence"`
	Outline         []struct {
		Level      int    `json:"level"`
		Text       string `json:"text"`
		RunIn      bool   `json:"run_in"`
		Unnumbered bool   `json:"unnumbered"`
	} `json:"outline"`
	Sections []struct {
		Heading string `json:"heading"`
		Class   string `json:"class"`
	} `json:"sections"`
	Boilerplate []struct {
		Text string `json:"text"`
		What string `json:"what"`
	} `json:"boilerplate"`
}

// TestSeeds holds the reading of the two seed documents against the gold that
// a person made of their structure.
func TestSeeds(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(shared, "gold/structure.json"))
	if err != nil {
		t.Skip("the seed documents are not beside this repository")
	}
	var gold struct {
		Articles []goldArticle `json:"articles"`
	}
	if err := json.Unmarshal(raw, &gold); err != nil {
		t.Fatal(err)
	}
	for _, g := range gold.Articles {
		data, err := os.ReadFile(filepath.Join(shared, "seeds", g.Doc))
		if err != nil {
			t.Fatal(err)
		}
		rep, err := Read(g.Doc, data)
		if err != nil {
			t.Fatal(err)
		}
		standsInOriginal(t, rep, data)
		n := max(g.Article, 1)
		if g.Announced > 0 && rep.Announced != g.Announced {
			t.Errorf("article %d: announced %d, want %d", g.Article, rep.Announced, g.Announced)
		}
		if len(rep.Articles) < n {
			t.Fatalf("article %d: only %d articles", g.Article, len(rep.Articles))
		}
		a := rep.Articles[n-1]
		if a.Title != g.Title {
			t.Errorf("article %d: title %q, want %q", g.Article, a.Title, g.Title)
		}
		if a.Truncated != g.Truncated {
			t.Errorf("article %d: truncated %v (%s), want %v", g.Article, a.Truncated, a.Evidence, g.Truncated)
		}
		for _, e := range g.TruncationShows {
			if !strings.Contains(a.Evidence, e) {
				t.Errorf("article %d: evidence %q lacks %q", g.Article, a.Evidence, e)
			}
		}
		if want := map[string]balance.Level{"town": balance.LevelTownship}[g.PublisherLevel]; a.Level != want && string(a.Level) != g.PublisherLevel {
			t.Errorf("article %d: level %q, want %q", g.Article, a.Level, g.PublisherLevel)
		}
		compareOutline(t, g, a)
		compareClasses(t, g, a)
		for _, b := range g.Boilerplate {
			// Signs of mark-up, and the title a section of the text repeats, are looked for whole.
			if strings.HasPrefix(b.What, "watermark") || strings.HasPrefix(b.What, "HTML") {
				continue
			}
			for _, p := range a.Paragraphs {
				if p.Text == b.Text || len(b.Text) > 12 && strings.Contains(p.Text, b.Text) || strings.Contains(p.Text, "<br>") || strings.Contains(p.Text, "&ldquo;") {
					t.Errorf("article %d: %s left in paragraph %d: %s", g.Article, b.What, p.Number, p.Text)
				}
			}
		}
	}
}

func compareOutline(t *testing.T, g goldArticle, a balance.Article) {
	t.Helper()
	var got, want []string
	for _, s := range a.Sections[1:] {
		got = append(got, line(s.Level, s.Heading, s.RunIn, s.Standard))
	}
	for _, o := range g.Outline {
		want = append(want, line(o.Level, o.Text, o.RunIn, o.Unnumbered))
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("article %d: outline\n%s\nwant\n%s", g.Article, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func line(level int, text string, runIn, standard bool) string {
	s := strings.Repeat("#", level) + " " + text
	if runIn {
		s += " (run in)"
	}
	if standard {
		s += " (standard)"
	}
	return s
}

func compareClasses(t *testing.T, g goldArticle, a balance.Article) {
	t.Helper()
	for _, w := range g.Sections {
		found := false
		for _, s := range a.Sections {
			if s.Heading == w.Heading || s.Heading == "" && w.Heading == "(前言)" {
				found = true
				if !strings.HasPrefix(string(s.Class), w.Class) {
					t.Errorf("article %d: %s is %s, want %s", g.Article, w.Heading, s.Class, w.Class)
				}
			}
		}
		if !found {
			t.Errorf("article %d: no section %s", g.Article, w.Heading)
		}
	}
}
