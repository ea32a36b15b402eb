package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"junheng/tools/balance"
	"junheng/tools/change"
	"junheng/tools/publish"
	"junheng/tools/record"
	"junheng/tools/site"
)

// runPublish keeps a site by git push: it makes the repository, and looks after
// what is live.
func runPublish(c *call) error {
	if len(c.args) == 0 {
		return usageError("请写出 init、status、sync 或 rollback，和服务器目录")
	}
	what := c.args[0]
	c.args = c.args[1:]
	switch what {
	case "-h", "--help", "help":
		return flag.ErrHelp
	case "init":
		return c.publishInit()
	case "status":
		return c.onServer(c.publishStatus)
	case "sync":
		return c.onServer(func(s *publish.Server) error { return s.Sync(c.out) })
	case "rollback":
		return c.onServer(c.publishRollback)
	case "hook":
		return c.publishHook()
	}
	return usageError(fmt.Sprintf("publish 没有“%s”这一项", what))
}

// onServer does something with the server whose folder is named.
func (c *call) onServer(do func(*publish.Server) error) error {
	args, err := c.parse(flag.NewFlagSet("publish", flag.ContinueOnError))
	if err != nil {
		return err
	}
	if len(args) != 1 {
		return usageError("请写出一个服务器目录")
	}
	s, err := publish.Open(args[0])
	if errors.Is(err, publish.ErrNoServer) {
		return usageError(err.Error())
	}
	if err != nil {
		return err
	}
	s.Tools = publishTools(s.Settings)
	return do(s)
}

// publishHook is what git calls. What it prints, git shows to whoever pushed.
func (c *call) publishHook() error {
	if len(c.args) == 0 {
		return usageError("请写出钩子的名称")
	}
	name := c.args[0]
	c.args = c.args[1:]
	switch name {
	case "pre-receive":
		err := c.onServer(func(s *publish.Server) error { return s.PreReceive(os.Stdin, c.err) })
		if errors.Is(err, publish.ErrRefused) {
			return errFaults // the pusher has been told why
		}
		if err != nil {
			fmt.Fprintln(c.err, "服务器出了问题，这次推送没有被接受，网站没有改动。请联系站点管理员：")
		}
		return err
	case "post-receive":
		// the build goes on when whoever pushed hangs up
		signal.Ignore(syscall.SIGHUP, syscall.SIGINT, syscall.SIGPIPE)
		return c.onServer(func(s *publish.Server) error { return s.PostReceive(os.Stdin, c.err) })
	}
	return usageError(fmt.Sprintf("没有“%s”这个钩子", name))
}

// publishTools are what the hooks do with a pushed state. What it lacks of the
// national data comes from the server's own folder, else from the binary.
func publishTools(set publish.Settings) publish.Tools {
	under := func(pushed fs.FS) fs.FS {
		if set.Site == "" {
			return overOwn(pushed)
		}
		own := overOwn(os.DirFS(filepath.Join(set.Site, "data")))
		return layered{pushed, own, []string{"districts"}}
	}
	return publish.Tools{
		Program: programID(),
		Check:   func(data fs.FS, codes []string) balance.Problems { return checkTree(under(data), codes) },
		Changes: func(old, new fs.FS, same func(code string) bool) ([]string, error) {
			before, after := newSide(nil), newSide(under(new))
			if old != nil {
				before = newSide(under(old))
			}
			list, err := differences(before, after, func(code string) (bool, error) { return same(code), nil })
			return change.Lines(change.National(before.national, after.national), list), err
		},
		Build: func(data fs.FS, work, out string) (string, error) {
			fsys := under(data)
			n, problems := record.ReadNational(fsys)
			list, err := codes(fsys)
			if err != nil {
				return "", err
			}
			o := siteOptions(fsys, n, work, out, set.Origin)
			o.Codes, o.All = list, list
			var result site.Result
			if problems.Faults() == 0 {
				if result, err = site.Build(o); err != nil {
					return "", err
				}
				problems = result.Problems
			}
			for _, p := range problems {
				if !p.Notice {
					return "", fmt.Errorf("数据有%d处错误，第一处：%s", problems.Faults(), p)
				}
			}
			return fmt.Sprintf("%d个区县，重新生成%d个，共%d页", result.Districts, len(result.Rebuilt), result.Pages), nil
		},
	}
}

// nobodyIsHeldBack is said until rights come.
const nobodyIsHeldBack = "注意：现在还不分权限，凡能推送到这个仓库的人，都能改动每一个区县的数据和全国的标准。请只让信得过的人推送。"

func (c *call) publishInit() error {
	flags := flag.NewFlagSet("publish init", flag.ContinueOnError)
	own := flags.String("site", "", "服务器自己的网站目录（layouts、i18n、data 等），其中的文件代替程序自带的")
	origin := flags.String("base-url", "", "网站的正式网址")
	total := flags.Int64("max-total", publish.MaxTotal>>20, "全部数据文件至多多少 MiB")
	keep := flags.Int("keep", 5, "保留几个版本以便退回")
	args, err := c.parse(flags)
	if err != nil {
		return err
	}
	if len(args) != 1 {
		return usageError("请写出要建立的目录")
	}
	if u, err := url.Parse(*origin); *origin != "" && (err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http") {
		return usageError(fmt.Sprintf("--base-url “%s”应是完整网址，如 https://example.gov.cn/jyjh/", *origin))
	}
	if *total < 1 || *keep < 1 {
		return usageError("--max-total 和 --keep 至少是 1")
	}
	if *own != "" {
		if *own, err = filepath.Abs(*own); err != nil {
			return err
		}
		if about, err := os.Stat(*own); err != nil || !about.IsDir() {
			return usageError(fmt.Sprintf("--site %s 不是目录", *own))
		}
	}
	program, err := os.Executable()
	if err != nil {
		return err
	}
	again, err := publish.Init(args[0], program, publish.Settings{Site: *own, Origin: *origin, Total: *total << 20, Keep: *keep})
	if errors.Is(err, publish.ErrTaken) {
		return usageError(err.Error())
	}
	if err != nil {
		return err
	}
	dir, err := filepath.Abs(args[0])
	if err != nil {
		return err
	}
	if again {
		fmt.Fprintf(c.out, "已更新 %s 里的程序、钩子和设置，数据和网站没有动。\n接着运行：junheng publish sync %s\n", dir, dir)
	} else {
		fmt.Fprintf(c.out, "已建立 %s。\n推送数据：在有 data/ 的仓库里 git push 本机或 ssh 地址:%s HEAD:main（只收 data/；另可有一行“%s”的 .gitattributes）\n网站服务器指向：%s\n",
			dir, dir, publish.Attributes, filepath.Join(dir, "live"))
	}
	fmt.Fprintln(c.out, nobodyIsHeldBack)
	return nil
}

// publishStatus ends with exit code 1 when live is not what it should be.
func (c *call) publishStatus(s *publish.Server) error {
	st, err := s.Status()
	if err != nil {
		return err
	}
	say := func(format string, args ...any) { fmt.Fprintf(c.out, format+"\n", args...) }
	name := func(commit string) string { return commit[:min(12, len(commit))] }
	if st.Tip == "" {
		say("还没有人推送过数据。")
		return nil
	}
	say("最新数据：main 在 %s", name(st.Tip))
	if st.Any {
		say("公众看到：版本 %s（%s）", st.Live.ID, st.Live.Summary)
	} else {
		say("公众看到：还没有网站")
	}
	var ids []string
	for _, r := range st.Releases {
		ids = append(ids, r.ID)
	}
	say("保留版本：%s", strings.Join(ids, " "))
	switch {
	case !st.Behind:
		say("网站与最新数据一致。")
		return nil
	case st.Building:
		say("正在生成网站，请稍后再看。")
	case st.Back:
		say("网站已退回到较早的版本。推送改正后的数据即会更新；要重新上线最新数据，请运行：junheng publish sync %s", s.Dir)
	case st.Old:
		say("网站由旧的程序或旧的版式生成。请运行：junheng publish sync %s", s.Dir)
	default:
		say("网站落后于最新数据。请运行：junheng publish sync %s", s.Dir)
	}
	return errFaults
}

func (c *call) publishRollback(s *publish.Server) error {
	from, to, err := s.Rollback()
	if errors.Is(err, publish.ErrNothing) || errors.Is(err, publish.ErrOldest) {
		fmt.Fprintln(c.err, err)
		return errFaults
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "已由版本 %s 退回到 %s。main 没有动；推送改正后的数据即会更新。\n", from.ID, to.ID)
	return nil
}
