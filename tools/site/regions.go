package site

import (
	"fmt"
	"runtime"
	"sort"

	"golang.org/x/sync/errgroup"
)

// listed is how many districts a national page lists by itself. With more, it
// lists regions, and each region lists its own: no page is longer than a reader
// or a phone can bear, and a change to one district is a change to few pages.
const listed = 60

// codeDigits is the length of a district's code (GB/T 2260, county level); a
// region is what shares its first four digits, 地级.
const codeDigits, regionDigits = 6, 4

// A region is the districts whose codes begin alike.
type region struct {
	code  string // four digits: below districts/, where districts have six
	parts []part // those of them that have a folder
}

// group sorts the districts, expected and published, into regions; none when
// there are few enough to be listed at once.
func (w *workshop) group() []region {
	all := map[string]bool{}
	for _, d := range w.National.Divisions {
		all[d.Code] = true
	}
	for _, c := range w.Codes {
		all[c] = true
	}
	if len(all) <= listed {
		return nil
	}
	of := map[string]*region{}
	for code := range all {
		if r := code[:regionDigits]; of[r] == nil {
			of[r] = &region{code: r}
		}
	}
	for _, p := range w.parts {
		r := of[p.name[:regionDigits]]
		r.parts = append(r.parts, p)
	}
	out := make([]region, 0, len(of))
	for _, r := range of {
		out = append(out, *r)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].code < out[j].code })
	return out
}

// regions brings every region's page up to date, several at once.
func (w *workshop) regions(result *Result) error {
	w.grouped = w.group()
	notes := make([]note, len(w.grouped))
	var tasks errgroup.Group
	tasks.SetLimit(runtime.GOMAXPROCS(0))
	for i, r := range w.grouped {
		tasks.Go(func() (err error) {
			notes[i], err = w.region(r)
			return err
		})
	}
	if err := tasks.Wait(); err != nil {
		return err
	}
	for i, n := range notes {
		result.Pages += len(n.Pages)
		w.parts = append(w.parts, part{name: w.grouped[i].code, key: n.Key})
	}
	return nil
}

// region derives and renders one region, unless none of its districts changed.
func (w *workshop) region(r region) (note, error) {
	keys, names := []string{w.base, r.code}, []string{}
	for _, p := range r.parts {
		keys, names = append(keys, p.name, p.key), append(names, p.name)
	}
	key := digest(keys...)
	if last, ok := w.recall(r.code); ok && last.Key == key {
		return last, nil
	}
	districts, err := summaries[Summary](w, names)
	if err != nil {
		return note{}, err
	}
	page, sum := Region(w.National, r.code, districts)
	n := note{Key: key, Pages: []string{"districts/" + page.Path + "/"}, stale: true}
	if err := w.writeJSON("summaries/"+r.code+".json", sum); err != nil {
		return n, err
	}
	if err := w.writeJSON("districts/"+r.code+".json", DistrictJSON{Code: r.code, Hash: key, Pages: []Page{page}}); err != nil {
		return n, err
	}
	if err := w.render(r.code, &n); err != nil {
		return n, fmt.Errorf("地区 %s: %w", r.code, err)
	}
	return n, nil
}
