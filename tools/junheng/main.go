// Junheng 均衡公开 reads the reports and tables of education bureaus, holds
// every figure against the national standards and builds the public pages.
//
//	junheng VERB [OPTIONS] [ARGUMENTS]
//
// This file is the table of contents; each verb has a file of its own.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime/debug"
	"strings"
	"syscall"
)

// A verb is one subcommand.
type verb struct {
	name, args, does string
	run              func(c *call) error
}

// verbs stand in the order in which a bureau meets them.
func verbs() []verb {
	return []verb{
		{"serve", "[--data 目录] [--addr 主机:端口]", "生成网站，在本机查看；保存文件后自动重建", runServe},
		{"build", "[--data 目录] [--out 目录] [--site 目录] [--base-url 网址] [--district 代码,…] [--portable]", "由数据目录生成静态网站", runBuild},
		{"check", "[--data 目录] [区县代码或目录…]", "检查数据，一次指出全部问题", runCheck},
		{"new", "[--data 目录] [--csv] 区县代码 [学年]", "写一个空的学校表工作簿给填表人：表头、单位、下拉选项、说明和一行示例", runNew},
		{"add", "[--data 目录] [--slug 地址名] [--speaks-for 篇号=代表谁,…] 区县代码 学年 文件、文件夹或网址", "收入一份已公布的报告：保存原件，写好来源说明", runAdd},
		{"extract", "[--format json|table] [--review [--write]] 文件或文件夹…", "列出报告里读出的数据；--review 起草供人工核实的 review.toml", runExtract},
		{"audit", "[--format json|table] 文件或文件夹…", "核对报告里的数据彼此是否相符", runAudit},
		{"assess", "[--format json|table] [--year 学年] [--standard 标准] 区县代码或目录 | --schema", "对照标准作出结论，写明演算", runAssess},
		{"diff", "[--format text|json] 旧 新", "比较两份数据（目录、git 版本）或两个生成的网站：哪些值不见了，哪些数据、结论和网页变了", runDiff},
		{"publish", "init [--site 目录] [--base-url 网址] [--max-total MiB] [--keep 个数] 目录 | status 目录 | sync 目录 | rollback 目录", "用 git push 发布：建立仓库，查看、补做、退回", runPublish},
	}
}

// Exit codes, as scripts may rely on them.
const (
	exitDone    = 0
	exitData    = 1 // the data is at fault
	exitUsage   = 2 // the call is at fault
	exitMachine = 3 // the program or the machine is at fault
)

// errFaults says that the data is at fault and that the faults are printed.
var errFaults = errors.New("数据有错误")

// usageError is a mistake in the call.
type usageError string

func (e usageError) Error() string { return string(e) }

// A call is one invocation of a verb.
type call struct {
	args     []string
	out, err io.Writer
}

// parse reads the verb's options into flags and returns the other arguments.
// Options may stand before, between and after them; -- ends the options.
func (c *call) parse(flags *flag.FlagSet) ([]string, error) {
	flags.SetOutput(io.Discard)
	var others []string
	for rest := c.args; len(rest) > 0; {
		if err := flags.Parse(rest); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, err
			}
			return nil, usageError(optionFault(err.Error()))
		}
		left := flags.Args()
		if n := len(rest) - len(left); n > 0 && rest[n-1] == "--" {
			return append(others, left...), nil
		}
		if len(left) == 0 {
			break
		}
		others, rest = append(others, left[0]), left[1:]
	}
	return others, nil
}

// optionFault says in Chinese what package flag found wrong with an option.
func optionFault(text string) string {
	if name, ok := strings.CutPrefix(text, "flag provided but not defined: -"); ok {
		return "没有“--" + name + "”这个选项"
	}
	if name, ok := strings.CutPrefix(text, "flag needs an argument: -"); ok {
		return "--" + name + " 后面没有写值"
	}
	var value, name string
	for _, form := range []string{"invalid value %q for flag -%s", "invalid boolean value %q for -%s"} {
		if n, _ := fmt.Sscanf(text, form, &value, &name); n == 2 {
			return "--" + strings.TrimSuffix(name, ":") + " 的值“" + value + "”不合规定"
		}
	}
	return "选项写法有误：" + text
}

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(300) // a verb lives for seconds: collecting seldom saves a tenth of its time
	}
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run carries out one command line and returns its exit code.
func run(args []string, out, errw io.Writer) int {
	if len(args) == 0 {
		printVerbs(errw)
		return exitUsage
	}
	switch args[0] {
	case "help", "-h", "--help":
		printVerbs(out)
		return exitDone
	}
	for _, v := range verbs() {
		if v.name == args[0] {
			return finish(v, v.run(&call{args: args[1:], out: out, err: errw}), errw)
		}
	}
	fmt.Fprintf(errw, "没有“%s”这个命令。\n", args[0])
	printVerbs(errw)
	return exitUsage
}

// finish prints what went wrong, if anything, and picks the exit code.
func finish(v verb, err error, errw io.Writer) int {
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprintf(errw, "%s\n用法：junheng %s %s\n", v.does, v.name, v.args)
		return exitDone
	case errors.As(err, &usage):
		fmt.Fprintf(errw, "%s\n用法：junheng %s %s\n", usage, v.name, v.args)
		return exitUsage
	case errors.Is(err, errFaults):
		return exitData
	}
	fmt.Fprintln(errw, "junheng:", explain(err))
	return exitMachine
}

// explain says in Chinese what machines most often say in English.
func explain(err error) string {
	for known, said := range map[error]string{
		fs.ErrPermission: "没有权限读写这个文件或目录，请换一个目录或请管理员开通",
		syscall.ENOSPC:   "磁盘已满，请腾出空间后重试",
		syscall.EROFS:    "这个目录只能读不能写，请换一个目录",
		fs.ErrNotExist:   "没有这个文件或目录",
		syscall.EISDIR:   "这是一个目录，应当是文件",
	} {
		if errors.Is(err, known) {
			return fmt.Sprintf("%s（%v）", said, err)
		}
	}
	return err.Error()
}

func printVerbs(w io.Writer) {
	fmt.Fprint(w, "用法：junheng 命令 [选项] [参数]\n\n")
	for _, v := range verbs() {
		fmt.Fprintf(w, "  %-8s %s\n           junheng %s %s\n", v.name, v.does, v.name, v.args)
	}
	fmt.Fprint(w, "\n退出码：0 完成，1 数据有错误，2 命令用法有误，3 程序或机器的问题。\n")
}
