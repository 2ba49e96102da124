// Package archive reads story files from a folder, one file, an fs.FS, or text in
// memory. It never writes.
//
// # Walking
//
// A walk yields every file of an archive once, as an Entry. It visits the names
// in each folder in descending byte order, files and folders alike; the files of
// a folder come where its name sorts. If names begin with a date, the newest
// files come first. The order depends on the names alone.
//
// A name is dated if it begins with a short number or contains a year or a date.
// If most names in a folder are not dated (they are hashes or desks, say), Newest
// orders them by modification time, the latest first: it yields some 64 files
// early, then the others in groups of up to 100,000. The modification time of a
// folder is when an entry was last added or removed, not when a story below it
// changed. A catalog looks files up in the order of Walk, so Newest is for a
// first run only.
//
// Hidden names are left out: those that begin with a dot, and the names that
// editors give to backup files, "name~" and "#name#".
//
// A bad file or folder is an Entry with a Problem and does not end the walk: one
// that cannot be read, a pipe, socket or device, and a link
// that leaves the archive, leads back to itself or leads nowhere. A file that
// disappears during the walk is left out.
//
// A walk fails if the archive's own folder cannot be listed, is missing, or is an
// empty folder that has replaced the one that was opened, because then its disk
// may just be unmounted.
//
// A walk opens folders but no files. A name may be any bytes.
//
// # Large files
//
// Read returns at most MaxSize bytes. The error for a file with more, also when it is unpacked,
// wraps ErrLarge; Reader.Stream reads it from the beginning, and ReadRange reads a part of it.
//
// # Compressed files
//
// A file that is compressed with gzip, bzip2, xz or zstd is read as the file in it, whatever its
// name; see package packed. Its path, size and modification time are those of the file on
// disk.
//
// # Archives in an archive
//
// A zip or tar archive is one Entry of a walk, of any size. Reader.Each reads the files that
// it holds, whose paths are its own, a slash, and the path in it; Read and ReadRange take
// these paths too. A file in it that is over MaxSize is not read.
//
// # Links
//
// A link to a file in the archive is a file with the link's own path: with
// "today.txt -> 2031/03/14/ferry.txt" the story has both paths. A link to a
// folder in the archive adds nothing, because the walk reaches the folder's files
// by their own paths; only a hidden folder is walked through the first link to it.
// Links that leave the archive are not followed, even if they are created while it
// is read. The archive's own path may be a link.
//
// # Folders
//
// A walk of everything records the folders that it enters, so that package glance can
// name the paths that differ later, which Only walks.
//
// # Watching
//
// A Watch follows a folder, or the folder of a single file, and reports the paths
// that changed once the changes have stopped; see package watch. It does not
// notice when the missing target of a link appears.
package archive

import (
	"context"
	"io/fs"
	"time"

	"dateline/feed/archive/disk"
	"dateline/feed/clean"
)

// MaxSize is the size of the largest file that is read at once.
const MaxSize = 16 << 20

// Source is an archive. Several goroutines may call its methods at once.
type Source interface {
	// Name returns the name to show, that of the archive's folder.
	Name() string
	// Key identifies the archive in the catalog and the marks: its absolute path
	// with links resolved. It is empty if nothing about it is to be
	// saved.
	Key() string
	// Walk calls yield with every file, in the order of the package comment,
	// one call at a time. It stops at the first error of yield or ctx, and
	// returns it.
	Walk(ctx context.Context, yield func(Entry) error) error
	// Read returns the content of the file at path, the Path of an Entry, and that of a
	// compressed file without the compression. Its errors are *Error, or those of ctx.
	// With story.Damaged it returns what comes before the damage. For an archive the error
	// wraps ErrHolds, and for a file over MaxSize ErrLarge.
	Read(ctx context.Context, path string) ([]byte, error)
}

// Entry is a file of an archive, or a folder that could not be read.
type Entry struct {
	Path    string // relative to the archive, with slashes; any bytes
	Size    int64
	ModTime time.Time
	Inode   uint64 // the file's number on its disk; 0 if unknown or unstable
	Problem string // empty, story.Unreadable, or story.TooLarge for text in memory
	Detail  string // a sentence about the problem
}

// Error reports why a file could not be read.
type Error struct {
	Path    string
	Problem string // story.Unreadable, story.TooLarge or story.Damaged
	Detail  string // a sentence
	Err     error  // the system's error; may be nil
}

// Error returns the path and the detail, safe to show.
func (e *Error) Error() string { return clean.Line(e.Path) + ": " + e.Detail }

// Unwrap returns the system's error.
func (e *Error) Unwrap() error { return e.Err }

// entry returns the Entry of the file that e is about. Info may be nil.
func (e *Error) entry(info fs.FileInfo) Entry {
	out := Entry{Path: e.Path, Problem: e.Problem, Detail: e.Detail}
	if info != nil {
		out.Size, out.ModTime, out.Inode = info.Size(), info.ModTime(), disk.Inode(info)
	}
	return out
}
