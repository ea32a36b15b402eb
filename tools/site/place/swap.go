package place

import (
	"errors"
	"os"
)

// swapByTwo exchanges two folders by three renames, for systems that cannot do
// it in one. After the first the target is missing for a moment; Begin mends a
// kill there.
func swapByTwo(staged, target, old string) error {
	if err := os.Rename(target, old); err != nil {
		return err
	}
	if err := os.Rename(staged, target); err != nil {
		return errors.Join(err, os.Rename(old, target))
	}
	return os.Rename(old, staged)
}
