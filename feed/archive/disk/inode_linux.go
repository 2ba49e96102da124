package disk

import (
	"io/fs"
	"syscall"
)

// Inode returns the inode number of the file that info describes, or 0 if it has
// none.
func Inode(info fs.FileInfo) uint64 {
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		return st.Ino
	}
	return 0
}
