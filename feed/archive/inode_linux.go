package archive

import (
	"io/fs"
	"syscall"
)

// inode is the number of the file that info describes.
func inode(info fs.FileInfo) uint64 {
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		return st.Ino
	}
	return 0
}
