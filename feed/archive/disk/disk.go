// Package disk has the calls to the operating system that an archive needs beyond
// package os: the properties of a file system, the inode number of a file, a
// folder's listing with kinds, a flag that opens a file without waiting, and a fast way
// to read a small file.
package disk

import "errors"

// errNotSmall is the error of ReadSmall for a file that must be read another way.
var errNotSmall = errors.New("not a small file")

// Info describes a file system.
type Info struct {
	Remote   bool // other machines change its files, and no event reports that
	Unstable bool // the inode number of a file changes while the file does not
}
