package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
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
			o.Codes = list
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
