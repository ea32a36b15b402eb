package publish

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"junheng/tools/balance"
)

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
