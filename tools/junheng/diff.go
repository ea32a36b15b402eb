package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"

	"junheng/tools/balance"
	"junheng/tools/change"
	"junheng/tools/district"
	"junheng/tools/publish"
	"junheng/tools/record"
	"junheng/tools/site"
)

// runDiff says what differs between two data folders, git revisions or finished
// sites.
func runDiff(c *call) error {
	flags := flag.NewFlagSet("diff", flag.ContinueOnError)
	format := flags.String("format", "text", "text 或 json")
	args, err := c.parse(flags)
	if err != nil {
		return err
	}
	if len(args) != 2 {
		return usageError("请写出旧、新两份：数据目录、生成的网站，或 git 版本（如 main~1，或 main~1:data）")
	}
	if *format != "text" && *format != "json" {
		return usageError("--format 只能是 text 或 json")
	}
	sides := make([]*side, 2)
	for i, arg := range args {
		s, done, err := openSide(arg)
		if err != nil {
			return err
		}
		defer done()
		sides[i] = s
	}
	if sides[0].built != sides[1].built {
		return usageError("生成的网站只能与生成的网站比较，数据只能与数据比较")
	}
	list, err := differences(sides[0], sides[1], sameBytes(sides[0].fsys, sides[1].fsys))
	if err != nil {
		return err
	}
	shared := change.National(sides[0].national, sides[1].national)
	if *format == "json" {
		e := json.NewEncoder(c.out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		err = e.Encode(struct {
			Old       string            `json:"old"`
			New       string            `json:"new"`
			National  []change.Shared   `json:"national,omitempty"`
			Districts []change.District `json:"districts"`
		}{args[0], args[1], shared, append([]change.District{}, list...)})
	} else {
		for _, line := range change.Lines(shared, list) {
			fmt.Fprintln(c.out, line)
		}
	}
	for i, s := range sides {
		if s.faults > 0 {
			fmt.Fprintf(c.err, "%s 里的数据有%d处错误，上面的比较可能不全；请先运行 junheng check。\n", args[i], s.faults)
			err = errFaults
		}
	}
	return err
}

// openSide opens a data folder, a folder that has one, a finished site, or a
// git revision.
func openSide(arg string) (s *side, done func(), err error) {
	there := func(elem ...string) bool {
		_, err := os.Stat(filepath.Join(elem...))
		return err == nil
	}
	switch {
	case there(arg, "districts") && there(arg, "index.html"):
		s = newSide(embeddedData()) // for the names of things
		s.fsys, s.built = os.DirFS(arg), true
		s.codes, err = codes(s.fsys)
		s.codes = slices.DeleteFunc(s.codes, func(name string) bool { return !sixDigits.MatchString(name) }) // pages of regions
		return s, func() {}, err
	case there(arg, "districts"):
		return newSide(dataTree(arg)), func() {}, nil
	case there(arg, "data", "districts"):
		return newSide(dataTree(filepath.Join(arg, "data"))), func() {}, nil
	}
	if about, err := os.Stat(arg); err == nil && about.IsDir() {
		return nil, nil, usageError(fmt.Sprintf("%s 里没有 districts/ 目录", arg))
	}
	tree, data, err := publish.Revision(arg)
	if err != nil {
		return nil, nil, usageError(fmt.Sprintf("“%s”不是数据目录，也不能作为 git 版本：%v", arg, err))
	}
	return newSide(overOwn(data)), func() { tree.Close() }, nil
}

// overOwn is a data tree that may lack any national file; the binary's stand in.
func overOwn(data fs.FS) fs.FS { return layered{data, embeddedData(), []string{"districts"}} }

// A side is one state of a data folder; nothing at all when fsys is nil.
type side struct {
	fsys     fs.FS
	national *record.National
	reader   *district.Reader
	codes    []string
	built    bool // a finished site, which says in its twins what it was made of
	faults   int
}

func newSide(fsys fs.FS) *side {
	s := &side{fsys: fsys}
	if fsys == nil {
		return s
	}
	var problems balance.Problems
	s.national, problems = record.ReadNational(fsys)
	s.faults = problems.Faults()
	s.reader = district.NewReader(s.national)
	s.codes, _ = codes(fsys) // no folder, no districts
	return s
}

// differences compares two states district by district, so that memory does not
// grow with their number. What is the same in every byte, under the same
// national data, is not read.
func differences(old, new *side, same func(code string) (bool, error)) (list []change.District, err error) {
	shared := old.national != nil && reflect.DeepEqual(old.national, new.national)
	for _, code := range unique(append(append([]string(nil), old.codes...), new.codes...)) {
		if shared && slices.Contains(old.codes, code) && slices.Contains(new.codes, code) {
			if ok, err := same(code); err != nil {
				return nil, err
			} else if ok {
				continue
			}
		}
		a, err := old.state(code)
		if err != nil {
			return nil, err
		}
		b, err := new.state(code)
		if err != nil {
			return nil, err
		}
		if a.District != nil && a.Pages == nil || b.District != nil && b.Pages == nil {
			a.Pages, b.Pages = nil, nil
		}
		if d := change.Between(a, b, new.national); d.Any() {
			list = append(list, d)
		}
	}
	return list, nil
}

// sameBytes compares the folders of a district file by file.
func sameBytes(old, new fs.FS) func(code string) (bool, error) {
	return func(code string) (bool, error) {
		a, err := district.Hash(old, code)
		if err != nil {
			return false, err
		}
		b, err := district.Hash(new, code)
		return a == b, err
	}
}

// state reads one district. One with faults has no pages to compare.
func (s *side) state(code string) (st change.State, err error) {
	if !slices.Contains(s.codes, code) {
		return st, nil
	}
	if s.built {
		return builtState(s.fsys, code)
	}
	d := s.reader.Read(s.fsys, code)
	st.District = d
	if n := d.Problems.Faults(); n > 0 {
		s.faults += n
		return st, nil
	}
	st.Pages = map[string]string{}
	for _, p := range site.View(d, s.national).Pages {
		text, err := json.Marshal(p)
		if err != nil {
			return st, err
		}
		st.Pages["districts/"+p.Path+"/"] = pageDigest(text, d.Hash)
	}
	return st, nil
}
