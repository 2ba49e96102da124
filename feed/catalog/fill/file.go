package fill

import "time"

// LargeFile is the size of a file that may need so much memory that there is no room for
// another one, nor for a large page cache.
const LargeFile = 8 << 20

// File is a file as the catalog stores it.
type File struct {
	Path    string
	Size    int64
	ModTime time.Time
	Inode   uint64 // 0: unknown
	Sure    bool   // a change would show in Size or ModTime
	Holds   bool   // it is an archive, and the files in it are files of the catalog
	Digest  []byte // of the content; empty when it could not be read
	Rules   string // name of the rules that made its rows; other rules may make other rows
	Docs    []Doc
	Same    bool // its stories have not changed: Docs is ignored
}
