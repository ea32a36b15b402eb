package publish

import (
	"os"

	"golang.org/x/sys/unix"
)

// settleDisk waits until all that was written to the file system of dir is on
// disk.
func settleDisk(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	return unix.Syncfs(int(f.Fd()))
}
