package record

import (
	"errors"
	"io"
	"io/fs"
	"reflect"
	"sort"
	"strings"

	"github.com/BurntSushi/toml"

	"junheng/tools/balance"
)

// readFile reads name, which must be no longer than limit bytes.
func readFile(fsys fs.FS, name string, limit int, ps *balance.Problems) (string, bool) {
	at := balance.Place{File: name}
	f, err := fsys.Open(name)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			ps.Fault(at, "没有这个文件", "补上这个文件")
		} else {
			ps.Fault(at, "文件打不开", "检查是否正被别的程序占用")
		}
		return "", false
	}
	defer f.Close()
	var data strings.Builder
	if info, err := f.Stat(); err == nil {
		data.Grow(int(min(info.Size(), int64(limit)+1)))
	}
	_, err = io.Copy(&data, io.LimitReader(f, int64(limit)+1))
	switch {
	case err != nil:
		ps.Fault(at, "文件读不出来", "检查磁盘，重新复制一份")
	case data.Len() > limit:
		ps.Fault(at, "文件太大，超过 "+size(limit), "检查是不是放错了文件")
	default:
		return data.String(), true
	}
	return "", false
}

func size(bytes int) string {
	if bytes >= 1<<20 {
		return itoa(bytes>>20) + " MB"
	}
	return itoa(bytes>>10) + " KB"
}

// load reads a TOML file into dst, a pointer to a struct whose tags toml (key),
// zh (what it is called) and need describe it. It notes every fault and
// returns nil when nothing of the file could be used.
func load(fsys fs.FS, name string, dst any, ps *balance.Problems) *tomlFile {
	data, ok := readFile(fsys, name, maxTOML, ps)
	if !ok {
		return nil
	}
	return parse(name, data, dst, ps)
}

func parse(name, data string, dst any, ps *balance.Problems) *tomlFile {
	at := balance.Place{File: name}
	text, encoding, ok := decode(at, data, ps)
	if !ok {
		return nil
	}
	if encoding != "utf-8" {
		ps.Fault(at, "文件是 GBK 编码（记事本里叫 ANSI）", saveAsUTF8)
	}
	for i, line := range strings.Split(text, "\n") {
		if len(line) > maxLine {
			at.Line = i + 1
			ps.Fault(at, "这一行太长，超过 "+size(maxLine), "检查是不是粘贴了别的内容")
			return nil
		}
	}
	root, values, flaws := decodeTOML(text)
	shape := reflect.TypeOf(dst).Elem()
	for _, f := range flaws {
		at.Line, at.Column = f.at.line, f.at.column
		if f.word != "" {
			f.mend = "键名改成英文" + keysOf(shape)
			if k := keyFor(shape, f.word); k != "" {
				f.mend = "改成 " + k
			}
		}
		ps.Fault(at, f.what, f.mend)
	}
	if values == nil {
		return nil
	}
	file := &tomlFile{name: name, root: root, partial: len(flaws) > 0}
	for _, c := range root.comments {
		file.texts = append(file.texts, Text{Name: "注释", Text: c.text, Place: balance.Place{File: name, Line: c.at.line, Column: c.at.column}})
	}
	b := binder{file: file, ps: ps}
	b.table(values, root, reflect.ValueOf(dst).Elem())
	return file
}

// maxRepairs bounds how often a text with faults is decoded again without the
// lines at fault, to find those that stand after them.
const maxRepairs = 20

// decodeTOML returns the places, the values and what is wrong with the
// writing. Lines at fault are left out, so that the rest can still be looked
// at; values is nil where that would only mislead.
func decodeTOML(text string) (root *node, values map[string]any, flaws []flaw) {
	root, flaws = scanTOML(text)
	left := []byte(text)
	for _, f := range flaws {
		if f.fatal || f.header {
			return root, nil, flaws
		}
		erase(left, f)
	}
	if len(flaws) > 0 {
		if _, again := scanTOML(string(left)); len(again) > 0 {
			return root, nil, flaws
		}
	}
	for range maxRepairs {
		values = nil
		_, err := toml.Decode(string(left), &values)
		if err == nil {
			sort.SliceStable(flaws, func(i, j int) bool { return flaws[i].at.line < flaws[j].at.line })
			if values == nil {
				values = map[string]any{}
			}
			return root, values, flaws
		}
		f := translate(err, string(left))
		flaws = append(flaws, *f)
		if f.fatal || f.header || strings.TrimSpace(string(left[f.first:f.last])) == "" {
			break
		}
		erase(left, *f)
		if _, again := scanTOML(string(left)); len(again) > 0 {
			break
		}
	}
	return root, nil, flaws
}

// erase blanks the bytes of f, keeping every line where it is.
func erase(text []byte, f flaw) {
	for i := f.first; i < f.last && i < len(text); i++ {
		if text[i] != '\n' && text[i] != '\r' {
			text[i] = ' '
		}
	}
}
