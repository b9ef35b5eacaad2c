//go:build unix

package cache

import (
	"os"
	"syscall"
)

// lock makes this open file the one that writes, until it is closed; false if
// another one is. A file system without locks is used without.
func lock(f *os.File) bool {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	return err != syscall.EWOULDBLOCK
}
