package index

import (
	"fmt"
	"sort"
	"strings"
)

// Contribution is what one district adds to the national files.
type Contribution struct {
	District
	Pairs []string
}

const (
	listed     = 40  // a pair in more districts than these names none: a reader has to say the district
	perBucket  = 100 // pairs, about
	mostBucket = 256
)

// National is the files that find districts, by name: districts.js, and the
// buckets in which pairs lead to districts. They are in code order; the same
// contributions give the same bytes.
func National(all []Contribution) map[string][]byte {
	all = append([]Contribution(nil), all...)
	sort.Slice(all, func(i, j int) bool { return all[i].Code < all[j].Code })
	leads := map[string][]string{}
	rows := make([][]any, 0, len(all))
	for _, c := range all {
		rows = append(rows, []any{c.Code, c.Name, Pinyin(c.Name), c.Kind, c.Parent, c.Schools})
		for _, p := range c.Pairs {
			leads[p] = append(leads[p], c.Code)
		}
	}
	n := 1
	for n < mostBucket && n*perBucket < len(leads) {
		n *= 2
	}
	buckets := make([]map[string]any, n)
	for i := range buckets {
		buckets[i] = map[string]any{}
	}
	for p, codes := range leads {
		if len(codes) > listed {
			buckets[Bucket(p, n)][p] = len(codes)
		} else {
			buckets[Bucket(p, n)][p] = strings.Join(codes, " ")
		}
	}
	out := map[string][]byte{"districts.js": call("districts", struct {
		Buckets int     `json:"buckets"`
		Rows    [][]any `json:"rows"`
	}{n, rows})}
	for i, b := range buckets {
		out[fmt.Sprintf("%d.js", i)] = call("leads", []any{i, b})
	}
	return out
}

// Bucket says in which of n files a pair stands; assets/js/search/1-match.js has the same rule.
func Bucket(pair string, n int) int {
	h := 0
	for _, r := range pair {
		h = (h*31 + int(r)) % 65521
	}
	return h % n
}
