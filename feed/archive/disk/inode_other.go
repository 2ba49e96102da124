//go:build !linux

package disk

import "io/fs"

// Inode returns 0, because files have no inode numbers here.
func Inode(fs.FileInfo) uint64 { return 0 }
