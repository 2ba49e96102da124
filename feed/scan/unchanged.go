package scan

import (
	"dateline/feed/archive"
	"dateline/feed/catalog"
)

// unchanged reports whether the file has not changed since it was read. If only the
// inode differs the file is read, and its digest decides. A file that could not be
// read before is tried again unless its entry is the problem.
func unchanged(k *catalog.Known, e *archive.Entry) bool {
	same := k.Size == e.Size && k.ModTime.Equal(e.ModTime)
	if e.Problem != "" {
		return same && len(k.Digest) == 0
	}
	return same && k.Inode == e.Inode && k.Sure && len(k.Digest) > 0
}
