package main

import (
	"flag"
	"fmt"
	"io/fs"
	"sort"

	"junheng/tools/balance"
	"junheng/tools/district"
	"junheng/tools/record"
)

// runCheck prints every fault of the given districts, or of all of them.
func runCheck(c *call) error {
	flags := flag.NewFlagSet("check", flag.ContinueOnError)
	data := flags.String("data", "data", "数据目录")
	paths, err := c.parse(flags)
	if err != nil {
		return err
	}
	chosen := map[string][]string{} // data folder → codes
	for _, p := range paths {
		dir, list, err := resolve(p, *data)
		if err != nil {
			return err
		}
		chosen[dir] = append(chosen[dir], list...)
	}
	if len(paths) == 0 {
		chosen[*data] = nil
	}
	dirs := make([]string, 0, len(chosen))
	for dir := range chosen {
		dirs = append(dirs, dir)
	}
	sort.Strings(dirs)
	var all balance.Problems
	districts := 0
	for _, dir := range dirs {
		fsys := dataTree(dir)
		list := chosen[dir]
		if list == nil {
			if list, err = codes(fsys); err != nil {
				return usageError(fmt.Sprintf("%s 里没有 districts/ 目录", dir))
			}
		}
		problems := checkTree(fsys, unique(list))
		districts += len(unique(list))
		c.report(dir, problems)
		all = append(all, problems...)
	}
	notices := len(all) - all.Faults()
	if all.Faults() > 0 {
		fmt.Fprintf(c.err, "检查了%d个区县：%d处错误，%d处提示。有错误的数据不会公布。\n", districts, all.Faults(), notices)
		return errFaults
	}
	fmt.Fprintf(c.out, "检查了%d个区县：没有错误，%d处提示。\n", districts, notices)
	return nil
}

// checkTree finds every fault of the national data and of the districts with
// these codes, one district after the other. A push is judged by it too.
func checkTree(fsys fs.FS, list []string) balance.Problems {
	n, problems := record.ReadNational(fsys)
	reader := district.NewReader(n)
	for _, code := range list {
		problems = append(problems, reader.Read(fsys, code).Problems...)
	}
	return problems
}

func unique(list []string) []string {
	sort.Strings(list)
	var out []string
	for i, s := range list {
		if i == 0 || s != list[i-1] {
			out = append(out, s)
		}
	}
	return out
}
