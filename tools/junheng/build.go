package main

import (
	"bytes"
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"junheng"
	"junheng/tools/record"
	"junheng/tools/site"
	"junheng/tools/site/hugo"
)

// buildOptions are what build and serve share.
type buildOptions struct {
	data, out, site, base, only string
	portable                    bool
}

func buildFlags(flags *flag.FlagSet) *buildOptions {
	b := &buildOptions{}
	flags.StringVar(&b.data, "data", "data", "数据目录")
	flags.StringVar(&b.out, "out", "public", "网站写到哪里")
	flags.StringVar(&b.site, "site", ".", "网站文件目录：其中的版式、文字、样式优先于程序自带的；build/ 也写在这里")
	flags.StringVar(&b.base, "base-url", "", "网站的正式网址，只用在必须写绝对地址的地方")
	flags.StringVar(&b.only, "district", "", "只重新生成这些区县，其余保持上次的样子；代码用逗号隔开")
	flags.BoolVar(&b.portable, "portable", false, "生成可以直接从磁盘打开的副本")
	return b
}

// chosen lists the districts asked for; none means all.
func (b *buildOptions) chosen(all []string) ([]string, error) {
	if b.only == "" {
		return nil, nil
	}
	var list []string
	for _, code := range strings.Split(b.only, ",") {
		if !slices.Contains(all, code) {
			return nil, usageError(fmt.Sprintf("--district 里的“%s”：数据目录里没有这个区县", code))
		}
		list = append(list, code)
	}
	return unique(list), nil
}

// watched lists the folders whose changes mean a new build.
func (b *buildOptions) watched() []string {
	list := []string{b.data}
	for _, part := range []string{"content", "layouts", "assets", "i18n", "static"} {
		list = append(list, filepath.Join(b.site, part))
	}
	return list
}

// runBuild makes the public folder from the data folder.
func runBuild(c *call) error {
	flags := flag.NewFlagSet("build", flag.ContinueOnError)
	b := buildFlags(flags)
	args, err := c.parse(flags)
	if err != nil {
		return err
	}
	if len(args) > 0 {
		return usageError(fmt.Sprintf("不认识的参数“%s”", args[0]))
	}
	if u, err := url.Parse(b.base); b.base != "" && (err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http") {
		return usageError(fmt.Sprintf("--base-url “%s”应是完整网址，如 https://example.gov.cn/jyjh/", b.base))
	}
	return c.build(b)
}

// build reads everything, and only when nothing is at fault renders the pages
// and puts them in place.
func (c *call) build(b *buildOptions) error {
	began := time.Now()
	fsys := dataTree(b.data)
	n, problems := record.ReadNational(fsys)
	if err := c.report(b.data, problems); err != nil {
		return err
	}
	all, err := codes(fsys)
	if err != nil {
		return usageError(fmt.Sprintf("%s 里没有 districts/ 目录", b.data))
	}
	only, err := b.chosen(all)
	if err != nil {
		return err
	}
	work, out, err := b.folders()
	if err != nil {
		return err
	}
	o := siteOptions(fsys, n, work, out, b.base)
	o.Codes, o.Only, o.Portable = all, only, b.portable
	result, err := site.Build(o)
	if err != nil {
		return err
	}
	if err := c.report(b.data, result.Problems); err != nil {
		fmt.Fprintf(c.err, "%d处错误，网站没有改动。\n", result.Problems.Faults())
		return err
	}
	fmt.Fprintf(c.out, "%d个区县（重新生成%d个），%d份报告，%d个数据，%d页，用时%.1f秒，写入 %s\n",
		result.Districts, len(result.Rebuilt), result.Reports, result.Figures, result.Pages, time.Since(began).Seconds(), relative(out))
	return nil
}

// folders resolves the working folder and the folder to publish to, and refuses
// to publish over anything that is not a site of ours: what stands there is
// replaced whole.
func (b *buildOptions) folders() (work, out string, err error) {
	if work, err = filepath.Abs(b.site); err != nil {
		return "", "", err
	}
	if out, err = filepath.Abs(b.out); err != nil {
		return "", "", err
	}
	data, err := filepath.Abs(b.data)
	if err != nil {
		return "", "", err
	}
	if target, err := filepath.EvalSymlinks(out); err == nil {
		out = target // what a link leads to is replaced, never the link
	}
	for _, source := range []string{work, data} {
		if source == out || strings.HasPrefix(source, out+string(filepath.Separator)) || out == string(filepath.Separator) {
			return "", "", usageError(fmt.Sprintf("--out “%s”里有要读的文件，不能用来放网站；请换一个新目录", b.out))
		}
	}
	if strings.HasPrefix(out, data+string(filepath.Separator)) {
		return "", "", usageError(fmt.Sprintf("--out “%s”在数据目录里；请换一个新目录", b.out))
	}
	if !site.Replaceable(out) {
		return "", "", usageError(fmt.Sprintf("--out “%s”里已有别的文件，生成会把它们全部换掉；请换一个新目录，或先清空它", b.out))
	}
	return work, out, nil
}

// heap is the memory beyond which a build collects its garbage often, in bytes.
const heap = 190 << 20

// siteOptions are what any site of ours is built with: the pages are rendered by
// Hugo from the embedded files, those in work winning.
func siteOptions(data fs.FS, n *record.National, work, out, origin string) site.Options {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(heap)
	}
	return site.Options{
		Data: data, National: n, Files: junheng.Site, Work: work, Out: out, Program: programID(), Origin: origin,
		Render: func(job site.Job) error {
			var log bytes.Buffer
			_, err := hugo.Build(hugo.Run{Site: junheng.Site, Work: work, Out: job.Out, Cache: job.Cache,
				District: job.District, Origin: origin, Log: &log})
			if err != nil {
				return fmt.Errorf("%w\n%s", err, &log)
			}
			return nil
		},
	}
}

// programID tells this program from any other build of it, for what it derives
// may differ. It is the digest of the program's own file; when that cannot be
// read, the time, so that nothing old is kept.
var programID = sync.OnceValue(func() string {
	if name, err := os.Executable(); err == nil {
		if data, err := os.ReadFile(name); err == nil {
			return fmt.Sprintf("%x", sha256.Sum256(data))
		}
	}
	return time.Now().String()
})

// buildSaying builds and returns what went wrong, as the terminal shows it.
func (c *call) buildSaying(b *buildOptions) string {
	var said bytes.Buffer
	inner := &call{out: c.out, err: io.MultiWriter(c.err, &said)}
	if err := inner.build(b); err != nil && said.Len() == 0 {
		fmt.Fprintln(inner.err, err)
	} else if err == nil {
		return ""
	}
	return said.String()
}
