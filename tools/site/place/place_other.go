//go:build !linux

package place

func exchange(staged, target, old string) error { return swapByTwo(staged, target, old) }
