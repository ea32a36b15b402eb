package publish

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"path"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"junheng/tools/balance"
)

// Limits of a push.
const (
	maxFile  = 8 << 20 // bytes of one file, as everywhere in Junheng
	maxName  = 100     // bytes of one name
	maxDepth = 8       // names in a path; a report has six
	MaxTotal = 1 << 30 // bytes of all files of a state, unless init says otherwise
)

// Attributes is the one .gitattributes that may be pushed: with it git on
// Windows changes no line end. Any other could change bytes on every clone.
const Attributes = "* -text"

// beside are files that people keep beside the data. They are let in and never
// read.
var beside = map[string]bool{"README.md": true, "LICENSE": true, ".gitignore": true, "data/README.md": true, "data/LICENSE": true}

// inspectTree names everything in a pushed state that may not be there, before
// any of it is read. read gets a blob's bytes.
func inspectTree(entries []entry, total int64, read func(id string, size int64) ([]byte, error)) (balance.Problems, error) {
	var ps balance.Problems
	outside := map[string]int{}
	sum := int64(0)
	for _, e := range entries {
		sum += e.size
		top, _, inside := strings.Cut(e.path, "/")
		switch {
		case e.path == ".gitattributes" && e.mode == "100644" && e.size <= 1<<10:
			text, err := read(e.id, e.size)
			if err != nil {
				return nil, err
			}
			if strings.TrimSpace(string(text)) != Attributes {
				ps.Fault(balance.Place{File: e.path}, "内容不能改动", "只能是一行“"+Attributes+"”，或者删去这个文件")
			}
		case beside[e.path]:
			refuseMode(&ps, e)
			refuseSize(&ps, e)
		case top != "data" && inside:
			outside[top+"/"]++
		case top != "data" || !inside:
			outside[top]++
		default:
			inspectEntry(&ps, e)
		}
	}
	var tops []string
	for top := range outside {
		tops = append(tops, top)
	}
	sort.Strings(tops)
	var out balance.Problems
	for _, top := range tops {
		what := "不在 data/ 里"
		if n := outside[top]; n > 1 {
			what += fmt.Sprintf("（%d个文件）", n)
		}
		out.Fault(balance.Place{File: printable(top)}, what, "只推送 data/ 里的数据；网页怎么显示由服务器决定。请 git rm -r --cached 后重新提交")
	}
	if sum > total {
		out.Fault(balance.Place{File: "data"}, fmt.Sprintf("全部文件共%s，超过%s", size(sum), size(total)), "检查是不是放进了不该放的文件；确需更多请站点管理员调整 --max-total")
	}
	ps.Sort()
	return append(out, ps...), nil
}

// inspectEntry looks at the kind, name, place and size of a file below data/.
func inspectEntry(ps *balance.Problems, e entry) {
	at := balance.Place{File: printable(e.path)}
	parts := strings.Split(e.path, "/")
	for _, name := range parts {
		if what, mend := refusedName(name); what != "" {
			ps.Fault(at, what, mend)
			return
		}
	}
	if len(parts) > maxDepth {
		ps.Fault(at, "文件夹套得太深", "按 data/districts/六位代码/学年/reports/ 存放")
		return
	}
	dir, ending := path.Dir(e.path), path.Ext(e.path)
	national := ending == ".toml" && (dir == "data" || dir == "data/standards")
	if !national && !(strings.HasPrefix(e.path, districts+"/") && len(parts) > 3) {
		ps.Fault(at, "data/ 里不放这样的文件", "各区县的文件放在 data/districts/六位代码/ 里")
	}
	refuseMode(ps, e)
	refuseSize(ps, e)
}

func refuseMode(ps *balance.Problems, e entry) {
	at := balance.Place{File: printable(e.path)}
	switch e.mode {
	case "100644":
	case "120000":
		ps.Fault(at, "是链接，不是文件", "换成文件本身")
	case "160000":
		ps.Fault(at, "是另一个 git 仓库", "删去其中的 .git 文件夹，git rm --cached 后重新添加")
	case "100755":
		ps.Fault(at, "带有可执行标记", "运行 git update-index --chmod=-x "+at.File+"，重新提交")
	default:
		ps.Fault(at, "文件类型"+e.mode+"不能收", "换成普通文件")
	}
}

func refuseSize(ps *balance.Problems, e entry) {
	if e.size > maxFile {
		ps.Fault(balance.Place{File: printable(e.path)}, fmt.Sprintf("大小%s，超过%s", size(e.size), size(maxFile)), "检查是不是放错了文件；图片和扫描件请不要放进来")
	}
}

// refusedName says why a file or folder may not have this name; empty when it
// may. What is left can be checked out on Windows, macOS and Linux, where no
// two of the names fall together, and printed anywhere. Upper case letters are
// refused, so that there are no names that differ by case alone.
func refusedName(name string) (what, mend string) {
	const rename = "只用小写字母、数字、下划线、连字符、点和汉字，改名后重新提交"
	stem, _, _ := strings.Cut(name, ".")
	switch {
	case name == "" || len(name) > maxName || !utf8.ValidString(name):
		return "文件名太长或编码不对", "不超过100字节，" + rename
	case strings.HasPrefix(name, "."):
		return "名称以点开头的文件不收", "git rm --cached 后重新提交"
	case strings.HasPrefix(name, "-") || strings.HasSuffix(name, ".") || strings.Contains(name, ".."):
		return "名称不能以连字符开头、以点结尾或含有连续的点", rename
	case device(stem):
		return "“" + stem + "”在 Windows 上不能用作文件名", "改名后重新提交"
	case !norm.NFC.IsNormalString(name):
		return "文件名里的字符不是通用写法（NFC）", "重新输入文件名后提交"
	}
	for _, r := range name {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '.', r == '_', r == '-', unicode.Is(unicode.Han, r):
		case r >= 'A' && r <= 'Z':
			return "名称里有大写字母", "全部改成小写，如 git mv 原名 新名，重新提交"
		default:
			return "名称里有不能用的字符", rename
		}
	}
	return "", ""
}

// device reports whether Windows keeps this name for a device.
func device(stem string) bool {
	switch stem {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	}
	rest, com := strings.CutPrefix(stem, "com")
	if !com {
		rest, com = strings.CutPrefix(stem, "lpt")
	}
	return com && len(rest) == 1 && rest[0] >= '0' && rest[0] <= '9'
}

// inspectObjects looks at the size of every object that the push brings, of
// every commit and not only the last, without reading any. It stops at the
// first that is too large.
func (r repository) inspectObjects(commit string, total int64) (ps balance.Problems, err error) {
	walk := r.command("rev-list", "--objects", commit, "--not", "--all")
	sizes := r.command("cat-file", "--batch-check=%(objecttype) %(objectsize) %(rest)", "--buffer")
	if sizes.Stdin, err = walk.StdoutPipe(); err != nil {
		return nil, err
	}
	out, err := sizes.StdoutPipe()
	if err != nil {
		return nil, err
	}
	for _, cmd := range []interface{ Start() error }{walk, sizes} {
		if err := cmd.Start(); err != nil {
			return nil, gitError("rev-list", err)
		}
	}
	sizes.Stdin.(io.Closer).Close() // the child has it; if that ends, walk must not wait for us
	stop := func() {
		walk.Process.Kill()
		sizes.Process.Kill()
		walk.Wait()
		sizes.Wait()
	}
	var sum int64
	count := 0
	for lines := bufio.NewReader(out); ; count++ {
		line, err := lines.ReadString('\n')
		if errors.Is(err, io.EOF) {
			break
		}
		f := strings.SplitN(strings.TrimSuffix(line, "\n"), " ", 3)
		if err != nil || len(f) < 2 {
			stop()
			return nil, fmt.Errorf("git cat-file: 看不懂“%s”", line)
		}
		n, _ := strconv.ParseInt(f[1], 10, 64)
		if sum += n; n > maxFile || sum > total || count > maxEntries {
			stop()
			at := balance.Place{File: "data"}
			if len(f) == 3 && f[2] != "" {
				at.File = printable(f[2])
			}
			if n > maxFile {
				ps.Fault(at, fmt.Sprintf("大小%s，超过%s", size(n), size(maxFile)), "删去这个文件；它若在先前的提交里，请合并提交（git rebase -i）后再推送")
			} else {
				ps.Fault(at, fmt.Sprintf("这次推送的全部内容超过%s", size(total)), "检查是不是放进了不该放的文件，或者分几次推送")
			}
			return ps, nil
		}
	}
	if err := errors.Join(walk.Wait(), sizes.Wait()); err != nil {
		return nil, gitError("rev-list", err)
	}
	return nil, nil
}

func size(n int64) string {
	if n >= 1<<20 {
		return fmt.Sprintf("%.1fMiB", float64(n)/(1<<20))
	}
	return fmt.Sprintf("%.1fKiB", float64(n)/(1<<10))
}

// printable shows a name that may hold anything.
func printable(name string) string {
	if len(name) > 200 {
		name = name[:200] + "…"
	}
	for _, r := range name {
		if r == utf8.RuneError || !unicode.IsPrint(r) {
			return strconv.Quote(name)
		}
	}
	return name
}
