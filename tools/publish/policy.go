package publish

import (
	"fmt"
	"path"
	"sort"
	"strings"

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
		ps.Fault(at, "带有可执行标记", "运行 git config core.fileMode false 和 git update-index --chmod=-x "+at.File+"，重新提交")
	default:
		ps.Fault(at, "文件类型"+e.mode+"不能收", "换成普通文件")
	}
}

func refuseSize(ps *balance.Problems, e entry) {
	if e.size > maxFile {
		ps.Fault(balance.Place{File: printable(e.path)}, fmt.Sprintf("大小%s，超过%s", size(e.size), size(maxFile)), "检查是不是放错了文件；图片和扫描件请不要放进来")
	}
}

func size(n int64) string {
	if n >= 1<<20 {
		return fmt.Sprintf("%.1fMiB", float64(n)/(1<<20))
	}
	return fmt.Sprintf("%.1fKiB", float64(n)/(1<<10))
}
