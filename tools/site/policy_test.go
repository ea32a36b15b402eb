package site

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestPoliciesAgree holds that the sample configurations send just the policy
// that the pages state, and frame-ancestors, which only a header can; and that
// no directive lets anything in from another host or from inside a page.
func TestPoliciesAgree(t *testing.T) {
	read := func(name string) string {
		data, err := os.ReadFile("../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	meta := regexp.MustCompile(`Content-Security-Policy" content="([^"]+)"`).FindStringSubmatch(read("layouts/_partials/head.html"))
	if meta == nil {
		t.Fatal("pages state no policy")
	}
	stated := directives(regexp.MustCompile(`\{\{[^}]*\}\}`).ReplaceAllString(meta[1], "")) // with scripts, which some pages have
	for _, name := range []string{"static/publish/nginx.conf", "static/publish/Caddyfile.txt"} {
		sent := regexp.MustCompile(`Content-Security-Policy "([^"]+)"`).FindAllStringSubmatch(read(name), -1)
		if len(sent) != 1 {
			t.Errorf("%s sends %d policies", name, len(sent))
			continue
		}
		if got, want := directives(sent[0][1]), append(slices.Clone(stated), "frame-ancestors 'self'"); !slices.Equal(got, sorted(want)) {
			t.Errorf("%s sends %q, pages state %q", name, got, want)
		}
		if !strings.Contains(read(name), "nosniff") {
			t.Errorf("%s lets browsers guess types", name)
		}
	}
	for _, d := range stated {
		for _, source := range strings.Fields(d)[1:] {
			if source != "'self'" && source != "'none'" {
				t.Errorf("%s lets in %s", d, source)
			}
		}
	}
	if !slices.Contains(stated, "default-src 'none'") {
		t.Error("what no directive names is not refused")
	}
}

func directives(policy string) []string {
	var out []string
	for _, d := range strings.Split(policy, ";") {
		if d = strings.Join(strings.Fields(d), " "); d != "" {
			out = append(out, d)
		}
	}
	return sorted(out)
}

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}
