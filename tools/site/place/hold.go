package place

// Lock holds the file path until release is called or the process ends. It
// fails with ErrBusy when another process holds it.
func Lock(path string) (release func(), err error) { return lock(path) }
