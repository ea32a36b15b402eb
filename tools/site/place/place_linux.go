package place

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchange swaps the two folders in one step.
func exchange(staged, target, old string) error {
	err := unix.Renameat2(unix.AT_FDCWD, staged, unix.AT_FDCWD, target, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.ENOTSUP) {
		return swapByTwo(staged, target, old)
	}
	if err != nil {
		return &os.LinkError{Op: "exchange", Old: staged, New: target, Err: err}
	}
	return nil
}
