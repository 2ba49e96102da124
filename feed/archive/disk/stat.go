package disk

import (
	"errors"
	"time"
)

// MinAge is the age of a time of a file or a folder from which a later change must change
// that time: more than the resolution of the coarsest clock of a file system.
const MinAge = 2 * time.Second

// Time is a time as a file system keeps it.
type Time struct{ Sec, Nsec int64 }

// After reports whether t is after at.
func (t Time) After(at time.Time) bool {
	return t.Sec > at.Unix() || t.Sec == at.Unix() && t.Nsec > int64(at.Nanosecond())
}

// Folder is what the system says about a folder. Whoever may list or enter the folder,
// and what it holds, cannot change unless Change does.
type Folder struct {
	Mod, Change Time // of its entries, and of anything about it
	Inode       uint64
	Mode        uint32
	Owner       uint64 // the user and the group
}

// ErrNotFolder is the error of Lstat for anything that is not a folder.
var ErrNotFolder = errors.New("not a folder")

// Kind is the kind of an entry as far as the listing of its folder says.
type Kind int

// The kinds.
const (
	Unknown Kind = iota
	File
	Link
	Other
)
