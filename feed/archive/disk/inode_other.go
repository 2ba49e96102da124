//go:build !linux

package disk

import "io/fs"

// Inode returns 0: files have no number here.
func Inode(fs.FileInfo) uint64 { return 0 }
