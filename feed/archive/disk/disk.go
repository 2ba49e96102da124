// Package disk has the calls to the operating system that an archive needs beyond
// package os: the properties of a file system, the inode number of a file, a
// folder's listing with kinds, and a flag that opens a file without waiting.
package disk

// Info describes a file system.
type Info struct {
	Remote   bool // other machines change its files, and no event reports that
	Unstable bool // the inode number of a file changes while the file does not
}
