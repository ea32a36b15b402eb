//go:build !unix

package place

import "os"

// Lock keeps path open; systems without flock refuse to open it twice for
// writing only where the system does so itself.
func Lock(path string) (unlock func(), err error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, err
	}
	return func() { f.Close() }, nil
}

// inode is unknown here, so no spare is ever reused.
func inode(string) (uint64, bool) { return 0, false }
