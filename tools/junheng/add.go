package main

import (
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"junheng/tools/balance"
	"junheng/tools/record"
	"junheng/tools/report"
)

// runAdd brings a published document in: its bytes unchanged, and beside them
// a sidecar filled from the page. Nothing is written unless all of it can be.
func runAdd(c *call) error {
	flags := flag.NewFlagSet("add", flag.ContinueOnError)
	data := flags.String("data", "data", "数据目录")
	speaks := flags.String("speaks-for", "", "哪一篇代表谁，如 2=district,3=township")
	slug := flags.String("slug", "", "报告的地址名：小写字母、数字和连字符；不写则取自文件名")
	args, err := c.parse(flags)
	if err != nil {
		return err
	}
	if len(args) != 3 {
		return usageError("请依次写出区县代码、学年和文件（或网址）")
	}
	code, year, from := args[0], args[1], args[2]
	if !sixDigits.MatchString(code) {
		return usageError(fmt.Sprintf("区县代码“%s”应为六位数字", code))
	}
	if n, err := strconv.Atoi(year); err != nil || n < 1949 || n > 2100 {
		return usageError(fmt.Sprintf("学年“%s”应为四位年份，取学年的第一个日历年", year))
	}
	list := []string{from}
	if info, err := os.Stat(from); err == nil && info.IsDir() {
		if *slug != "" || *speaks != "" {
			return usageError("收入整个文件夹时不能写 --slug 和 --speaks-for；请写在各篇的来源说明里")
		}
		d := &documents{c: c}
		if err := d.open(from); err != nil {
			return err
		}
		list = d.files
	}
	failed := false
	for _, from := range list {
		err := c.addOne(*data, code, year, from, *slug, *speaks)
		var usage usageError
		switch {
		case err == nil:
		case len(list) == 1 || !errors.Is(err, errFaults) && !errors.As(err, &usage):
			return err
		default:
			if !errors.Is(err, errFaults) {
				fmt.Fprintf(c.err, "%s: %v\n", from, err)
			}
			failed = true
		}
	}
	if failed {
		return errFaults
	}
	return nil
}

// addOne brings one document in.
func (c *call) addOne(data, code, year, from, slug, speaks string) error {
	doc, err := fetch(from)
	if err != nil {
		return err
	}
	rep, err := report.Read(doc.name, doc.bytes)
	if err != nil {
		fmt.Fprintf(c.err, "%s: %v\n", from, err)
		return errFaults
	}
	roles, err := speaksFor(speaks, rep)
	if err != nil {
		return err
	}
	if slug == "" {
		slug = slugOf(doc.name)
	}
	if !slugForm.MatchString(slug) {
		return usageError(fmt.Sprintf("地址名“%s”只能用小写字母、数字和连字符", slug))
	}
	folder := filepath.Join(data, "districts", code)
	ext := record.DocumentEnding(path.Ext(doc.name), doc.url != "")
	if rep.Encoding == "docx" {
		ext = ".docx"
	}
	files := []newFile{
		{filepath.Join(folder, year, "reports", slug+ext), doc.bytes},
		{filepath.Join(folder, year, "reports", slug+".toml"), sidecar(rep, doc, roles)},
	}
	if about := filepath.Join(folder, "district.toml"); !exists(about) {
		n, err := c.national(dataTree(data), data)
		if err != nil {
			return err
		}
		div, ok := n.Division(code)
		if !ok {
			return usageError(fmt.Sprintf("divisions.toml 里没有代码 %s，请先补上这个行政区划", code))
		}
		files = append(files, newFile{about, []byte(record.DistrictTemplate(div))})
	}
	if err := writeAll(files); err != nil {
		return err
	}
	c.tellAdded(rep, files)
	return nil
}

var (
	sixDigits = regexp.MustCompile(`^[0-9]{6}$`)
	slugForm  = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	notSlug   = regexp.MustCompile(`[^a-z0-9]+`)
)

func slugOf(name string) string {
	s := strings.Trim(notSlug.ReplaceAllString(strings.ToLower(strings.TrimSuffix(name, path.Ext(name))), "-"), "-")
	if s == "" {
		return "report"
	}
	return s
}

// A document is a file's or page's bytes as they came.
type document struct {
	name, url, retrieved string
	bytes                []byte
}

// readDocument reads a file no further than report would take it.
func readDocument(name string) ([]byte, error) {
	info, err := os.Stat(name)
	if errors.Is(err, os.ErrNotExist) {
		return nil, usageError(fmt.Sprintf("找不到文件 %s", name))
	}
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, usageError(fmt.Sprintf("%s 不是普通文件", name))
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, report.MaxSize+1))
}

// fetch reads a local file or a page. The day of retrieval is known for a page
// only; a file may have lain about for years.
func fetch(from string) (document, error) {
	u, err := url.Parse(from)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") {
		bytes, err := readDocument(from)
		return document{name: filepath.Base(from), bytes: bytes}, err
	}
	if u.User != nil {
		return document{}, usageError("网址里有用户名或密码，会随来源说明公布出去；请去掉后再试")
	}
	client := http.Client{Timeout: time.Minute}
	resp, err := client.Get(from)
	if err != nil {
		return document{}, fmt.Errorf("取不到 %s: %w", from, err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return document{}, fmt.Errorf("取不到 %s: 服务器答复 %s", from, resp.Status)
	}
	bytes, err := io.ReadAll(io.LimitReader(resp.Body, report.MaxSize+1))
	if err != nil {
		return document{}, fmt.Errorf("%s 没有收完整: %w", from, err)
	}
	name := path.Base(u.Path)
	if path.Ext(name) == "" {
		name = strings.Trim(name, "/.") + ".html"
	}
	return document{name: name, url: from, retrieved: time.Now().Format(time.DateOnly), bytes: bytes}, nil
}

// speaksFor reads "2=district,3=township".
func speaksFor(text string, rep *balance.Report) (map[int]balance.SpeaksFor, error) {
	roles := map[int]balance.SpeaksFor{}
	for _, pair := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '，' }) {
		number, role, _ := strings.Cut(pair, "=")
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 || n > len(rep.Articles) {
			return nil, usageError(fmt.Sprintf("--speaks-for 里的“%s”：篇号应在 1 到 %d 之间", pair, len(rep.Articles)))
		}
		ok := false
		for _, s := range balance.SpeaksFors {
			ok = ok || string(s) == role
		}
		if !ok {
			return nil, usageError(fmt.Sprintf("--speaks-for 里的“%s”：只能是 district、township、school 或 none", pair))
		}
		roles[n] = balance.SpeaksFor(role)
	}
	return roles, nil
}

func digest(b []byte) string { return fmt.Sprintf("%x", sha256.Sum256(b)) }
