package report

import (
	"encoding/json"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

var (
	hiddenText = regexp.MustCompile(`(?i)<(\w+)[^<>]*(?:display:none|font-size:0)[^<>]*>[^<>]*</\w+>`)
	tag        = regexp.MustCompile(`<!--[\s\S]*?-->|</?[a-zA-Z][^<>]{0,400}>`)
)

// flat is the independent reading of an original that quotes are looked for
// in: no tags, no hidden text, no entities, no white space. It goes round
// twice for pages that were escaped once too often.
func flat(s string) string {
	if strings.HasPrefix(strings.TrimSpace(s), "{") {
		var v any
		if json.Unmarshal([]byte(s), &v) == nil {
			s = joined(v)
		}
	}
	for range 2 {
		s = hiddenText.ReplaceAllString(s, "")
		s = tag.ReplaceAllString(s, "")
		s = html.UnescapeString(s)
	}
	return strings.Map(func(r rune) rune {
		if blank(r) || unseen(r) {
			return -1
		}
		return r
	}, s)
}

// joined is every string of a JSON value.
func joined(v any) (s string) {
	switch v := v.(type) {
	case string:
		return v + "\n"
	case []any:
		for _, e := range v {
			s += joined(e)
		}
	case map[string]any:
		for _, e := range v {
			s += joined(e)
		}
	}
	return s
}
