package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"junheng/tools/balance"
)

// sidecar writes the file that says where a document comes from and for whom
// each of its articles speaks. Until a person says otherwise an article speaks
// for nobody, and its figures stay on the report's own page.
func sidecar(rep *balance.Report, doc document, roles map[int]balance.SpeaksFor) []byte {
	var b strings.Builder
	b.WriteString("# 报告的来源说明。原件与本文件同名，字节不得改动。\n")
	field := func(key, value, hint string) {
		if value == "" {
			fmt.Fprintf(&b, "# %s = \"\"  # %s\n", key, hint)
			return
		}
		fmt.Fprintf(&b, "%s = %s\n", key, quote(value))
	}
	field("title", rep.Title, "标题")
	field("publisher", rep.Publisher, "发布单位")
	field("level", string(rep.Level), "发布单位的层级：province city district township school")
	field("url", doc.url, "原网页地址")
	field("published", rep.Published, "发布日期，如 2024-01-12")
	field("retrieved", doc.retrieved, "存档日期")
	field("sha256", digest(doc.bytes), "")
	b.WriteString("\n# speaks_for 说明这一篇是谁的情况：district 本区县，township 乡镇，school 学校，none 与本区县无关。\n" +
		"# 只有 district 的数据进入本区县的结论和核对。\n")
	for _, a := range rep.Articles {
		role, ok := roles[a.Number]
		fmt.Fprintf(&b, "\n[[article]]\nnumber = %d\ntitle = %s\nspeaks_for = %q", a.Number, quote(a.Title), role)
		if !ok && a.Level != "" {
			fmt.Fprintf(&b, "  # 读来像是%s写的，请确认", levelWords[a.Level])
		}
		b.WriteByte('\n')
	}
	return []byte(b.String())
}

var levelWords = map[balance.Level]string{
	balance.LevelProvince: "省级单位", balance.LevelCity: "地市", balance.LevelDistrict: "区县",
	balance.LevelTownship: "乡镇", balance.LevelSchool: "学校",
}

// quote writes a TOML basic string. Control characters become spaces, and
// characters that cannot be seen are dropped: no title needs either.
func quote(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r):
			return ' '
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// A newFile is one file to write.
type newFile struct {
	name  string
	bytes []byte
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// writeAll writes every file or none, and never over an existing one.
func writeAll(files []newFile) (err error) {
	for _, f := range files {
		if exists(f.name) {
			return usageError(fmt.Sprintf("%s 已经存在；换一个 --slug，或先移走它", f.name))
		}
	}
	var done []string
	defer func() {
		if err != nil {
			for _, name := range done {
				err = errors.Join(err, os.Remove(name))
			}
		}
	}()
	for _, f := range files {
		if err := os.MkdirAll(filepath.Dir(f.name), 0o755); err != nil {
			return err
		}
		done = append(done, f.name)
		if err := os.WriteFile(f.name, f.bytes, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// tellAdded lists what was written and what a person has to decide.
func (c *call) tellAdded(rep *balance.Report, files []newFile) {
	for _, f := range files {
		fmt.Fprintln(c.out, "写入", f.name)
	}
	fmt.Fprintf(c.out, "编码 %s（%s），读出%d篇：\n", rep.Encoding, rep.Decided, len(rep.Articles))
	for _, a := range rep.Articles {
		cut := ""
		if a.Truncated {
			cut = "，原文不完整"
		}
		fmt.Fprintf(c.out, "  %d  %s（%d节，%d段%s）\n", a.Number, a.Title, len(a.Sections)-1, len(a.Paragraphs), cut)
	}
	fmt.Fprintln(c.out, "请在来源说明里写明每一篇的 speaks_for，再运行 junheng check。")
}
