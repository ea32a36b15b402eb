package publish

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// An entry is one line of git ls-tree: a file, or one of the things that may
// not be pushed.
type entry struct {
	mode string // 100644, 100755, 120000 (link), 160000 (another repository)
	id   string // of the blob
	size int64
	path string
}

// maxEntries bounds a tree, its folders counted. A few hundred objects can spell
// out billions of files; the whole country with ten years is some 300,000.
const maxEntries = 1_000_000

var errTooMany = fmt.Errorf("文件多于%d个", maxEntries)

// list returns every entry of a commit in path order.
func (r repository) list(commit string) ([]entry, error) {
	cmd := r.command("ls-tree", "-r", "-t", "-z", "-l", "--full-tree", commit)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, gitError("ls-tree", err)
	}
	entries, err := parseEntries(out)
	if err != nil {
		cmd.Process.Kill()
		cmd.Wait()
		return nil, err
	}
	if err := cmd.Wait(); err != nil {
		return nil, fmt.Errorf("git ls-tree: %w %s", err, bytes.TrimSpace(said.Bytes()))
	}
	return entries, nil
}

// parseEntries reads "<mode> <kind> <id> <size>\t<path>\x00" …; the size is
// padded, and "-" for what is no blob.
func parseEntries(in io.Reader) ([]entry, error) {
	var entries []entry
	seen := 0
	for r := bufio.NewReader(in); ; {
		line, err := r.ReadString(0)
		if errors.Is(err, io.EOF) && line == "" {
			return entries, nil
		}
		if err != nil {
			return nil, fmt.Errorf("git ls-tree: %w", err)
		}
		about, name, ok := strings.Cut(strings.TrimSuffix(line, "\x00"), "\t")
		f := strings.Fields(about)
		if !ok || len(f) != 4 {
			return nil, fmt.Errorf("git ls-tree: 看不懂“%s”", line)
		}
		e := entry{mode: f[0], id: f[2], path: name}
		if f[3] != "-" {
			if e.size, err = strconv.ParseInt(f[3], 10, 64); err != nil {
				return nil, fmt.Errorf("git ls-tree: %w", err)
			}
		}
		if seen++; seen > maxEntries {
			return nil, errTooMany
		}
		if e.mode != folderMode {
			entries = append(entries, e)
		}
	}
}
