// Package disk holds what the archive asks of the operating system beyond
// package os: what a file system promises, the number of a file, a folder's
// listing with kinds, and an open call that does not wait.
package disk

// Info describes a file system.
type Info struct {
	Remote   bool // other machines change it, and no event tells of that
	Unstable bool // the number of a file changes while the file does not
}
