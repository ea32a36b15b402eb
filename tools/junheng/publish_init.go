package main

import (
	"errors"
	"flag"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"junheng/tools/publish"
)

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
