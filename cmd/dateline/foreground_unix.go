//go:build unix

package main

import "golang.org/x/sys/unix"

// inForeground reports whether the program may read from its terminal fd without being
// stopped.
func inForeground(fd uintptr) bool {
	group, err := unix.IoctlGetInt(int(fd), unix.TIOCGPGRP)
	return err == nil && group == unix.Getpgrp()
}
