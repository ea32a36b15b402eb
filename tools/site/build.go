package site

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sort"

	"golang.org/x/sync/errgroup"
	"junheng/tools/balance"
	"junheng/tools/district"
	"junheng/tools/record"
	"junheng/tools/site/place"
)

// Options say what to build, from what, and where to.
type Options struct {
	Data     fs.FS            // the data folder
	National *record.National // read from it, without faults
	Codes    []string         // every district of the data folder, in code order
	Only     []string         // when given, the others stay as the last build left them, if it left anything
	Files    fs.FS            // the embedded site
	Work     string           // absolute working folder: its site files win; build/ is written below it
	Out      string           // absolute folder that the finished site takes the place of
	Program  string           // what tells this program from another build of it
	Origin   string           // public address, or empty
	Portable bool             // links name files, for a copy that opens from disk
	Render   Renderer
}

// A Renderer turns build/ into pages in an empty folder: those of one district,
// or with District "none" the national ones. cache is an empty folder it may
// keep temporary files in.
type Renderer func(job Job) error

// Job is one Hugo build.
type Job struct{ District, Out, Cache string }

// Result 结果 is what a build came to. With faults among the Problems nothing
// was published.
type Result struct {
	Problems  balance.Problems
	Districts int
	Reports   int
	Figures   int
	Pages     int
	Rebuilt   []string // codes whose pages were made anew
}

// Build brings build/ and then the finished site up to date. A district is read,
// derived and rendered only when something it is made of changed; what is made
// anew is made in an empty folder and takes its place whole. The site itself is
// put together beside the old one and exchanged for it in one step: until then
// the old site stands, and it stays when any step fails.
func Build(o Options) (Result, error) {
	stage, err := place.Begin(o.Out)
	if err != nil {
		return Result{}, err
	}
	defer stage.Drop()
	w, err := newWorkshop(o)
	if err != nil {
		return Result{}, err
	}
	defer w.close()
	result, err := w.districts()
	if err != nil || result.Problems.Faults() > 0 {
		return result, err
	}
	if err := w.regions(&result); err != nil {
		return result, err
	}
	if err := w.search(); err != nil {
		return result, err
	}
	if err := w.national(&result); err != nil {
		return result, err
	}
	if err := w.forget(); err != nil {
		return result, err
	}
	dir, held, err := stage.Open()
	if err != nil {
		return result, err
	}
	made, err := w.assemble(dir, held)
	if err != nil {
		return result, err
	}
	return result, stage.Commit(made)
}

// districts brings every district up to date, several at once. Each is let go
// of before the next is read, so that memory does not grow with their number.
func (w *workshop) districts() (Result, error) {
	notes := make([]note, len(w.Codes))
	reader := district.NewReader(w.National)
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, code := range w.Codes {
		group.Go(func() (err error) {
			notes[i], err = w.derive(reader, code)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return Result{}, err
	}
	var result Result
	for _, n := range notes {
		result.Problems = append(result.Problems, n.problems...)
	}
	if result.Problems.Faults() > 0 {
		return result, nil
	}
	for i, code := range w.Codes {
		group.Go(func() error { return w.render(code, &notes[i]) })
	}
	if err := group.Wait(); err != nil {
		return result, err
	}
	for i, n := range notes {
		result.Districts++
		result.Reports += n.Reports
		result.Figures += n.Figures
		result.Pages += len(n.Pages)
		if n.stale {
			result.Rebuilt = append(result.Rebuilt, w.Codes[i])
		}
		w.parts = append(w.parts, part{w.Codes[i], n.Key, n.Found})
	}
	return result, nil
}

// A note is what one build leaves for the next about one part of the site. It
// is small: a build reads every note there is.
type note struct {
	Key      string   `json:"key"` // digest of everything the pages are made of
	Pages    []string `json:"pages"`
	Reports  int      `json:"reports"`
	Figures  int      `json:"figures"`
	Found    found    `json:"found"`
	problems balance.Problems
	stale    bool
}

// derive reads a district and writes its JSON, unless the note of the last
// build says that nothing it is made of has changed.
func (w *workshop) derive(reader *district.Reader, code string) (note, error) {
	last, ok := w.recall(code)
	if ok && w.Only != nil && !slices.Contains(w.Only, code) {
		return last, nil
	}
	folder, err := district.Hash(w.Data, code)
	if err != nil {
		return note{}, err
	}
	key := digest(w.base, folder)
	if ok && last.Key == key {
		return last, nil
	}
	d := reader.Read(w.Data, code)
	n := note{Key: key, problems: d.Problems, stale: true}
	if d.Problems.Faults() > 0 {
		return n, nil
	}
	view := View(d, w.National)
	view.Hash = key
	for _, p := range view.Pages {
		n.Pages = append(n.Pages, "districts/"+p.Path+"/")
	}
	sort.Strings(n.Pages)
	for _, y := range d.Years {
		n.Reports += len(y.Reports)
		for _, r := range y.Reports {
			n.Figures += len(r.Figures)
		}
	}
	if err := w.writeJSON("summaries/"+code+".json", view.Summary); err != nil {
		return n, err
	}
	if n.Found, err = w.keepFind(code, view.Find); err != nil {
		return n, err
	}
	return n, w.writeJSON("districts/"+code+".json", view)
}

// render makes the pages of a district whose note is stale.
func (w *workshop) render(code string, n *note) error {
	if !n.stale {
		return nil
	}
	if err := w.pages(code, code, n.Pages); err != nil {
		return fmt.Errorf("区县 %s: %w", code, err)
	}
	return w.writeJSON("notes/"+code+".json", n)
}

// digest joins parts so that no two lists of parts look alike.
func digest(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:%s\n", len(p), p)
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

// at names a path below build/.
func (w *workshop) at(elem ...string) string {
	return filepath.Join(append([]string{w.Work, "build"}, elem...)...)
}

// writeJSON replaces a file below build/ in one step, unless it is right.
func (w *workshop) writeJSON(name string, value any) error {
	data, err := json.Marshal(value)
	if err != nil {
		return fmt.Errorf("build/%s: %w", name, err)
	}
	path := w.at(filepath.FromSlash(name))
	if old, err := os.ReadFile(path); err == nil && string(old) == string(data) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(path+".tmp", data, 0o644); err != nil {
		return err
	}
	return os.Rename(path+".tmp", path)
}
