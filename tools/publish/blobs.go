package publish

import (
	"bufio"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"sync"
)

// blobs reads objects by id through one git process; it may be used by several
// goroutines at once.
type blobs struct {
	mu  sync.Mutex
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
	err error // after which nothing more can be read
}

func (r repository) openBlobs() (*blobs, error) {
	cmd := r.command("cat-file", "--batch")
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, gitError("cat-file", err)
	}
	return &blobs{cmd: cmd, in: in, out: bufio.NewReaderSize(out, 1<<16)}, nil
}

// read returns the blob of this id, which must have just this size.
func (b *blobs) read(id string, size int64) ([]byte, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.err != nil {
		return nil, b.err
	}
	data, err := b.next(id, size)
	if err != nil {
		b.err = fmt.Errorf("git cat-file %s: %w", id, err)
	}
	return data, b.err
}

// next asks for one object: "<id> <kind> <size>\n<bytes>\n" is the answer.
func (b *blobs) next(id string, size int64) ([]byte, error) {
	if _, err := io.WriteString(b.in, id+"\n"); err != nil {
		return nil, err
	}
	head, err := b.out.ReadString('\n')
	if err != nil {
		return nil, err
	}
	if head != id+" blob "+strconv.FormatInt(size, 10)+"\n" {
		return nil, fmt.Errorf("答复是“%s”", strings.TrimSpace(head))
	}
	data := make([]byte, size+1)
	if _, err := io.ReadFull(b.out, data); err != nil {
		return nil, err
	}
	return data[:size], nil
}

func (b *blobs) close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.in.Close()
	return b.cmd.Wait()
}
