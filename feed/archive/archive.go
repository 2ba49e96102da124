// Package archive is where story files come from: a folder, one file, an
// fs.FS, or text in memory. It reads and never writes.
//
// # The walk
//
// A walk gives every file of an archive once, as an Entry. In each folder the
// names come in descending byte order, files and folders alike, and a folder's
// files come where its name stands: where folders or files are named by date
// the newest come first. The order is the same as long as the names are.
//
// Names that begin with a short number or have a year or a day in them tell the
// time. In a folder where most do not, of hashes or desks, Newest goes by the
// times at which files and folders were written to, the latest first: some 64
// are given at once, the others in the order of their times, 100,000 at most.
// The time of a folder is that of its last entry made or removed, not of a
// story somewhere below. This costs a look at every name before the first and
// is not the order in which a catalog looks files up; it is for a first run.
//
// Hidden names are left out: those that begin with a dot, and what editors
// leave behind, "name~" and "#name#".
//
// A bad file or folder is an Entry with a Problem and never ends the walk: one
// that may not be read, a file over MaxSize, a pipe, socket or device, a link
// that leads out of the archive, in a circle or nowhere. What disappears while
// the walk goes on is left out.
//
// An archive whose own folder cannot be listed, is not there, or has become an
// empty one in the place of that which was opened, has no walk but an error:
// its disk is perhaps only away.
//
// Listing opens folders and no file. A name may be any bytes.
//
// # Links
//
// A link to a file of the archive is a file with the link's own path: whoever
// keeps "today.txt -> 2031/03/14/ferry.txt" finds it under both names. A link
// to a folder of the archive adds nothing, as the folder's files are there
// under their own paths; only where the folder is hidden is it walked under
// the link, and under the first such link if there are more. Links that leave
// the archive are not followed, not even when they are swapped in while it is
// read. The archive's own path may be a link.
//
// # Watching
//
// A Watch follows a folder, or the folder of a single file, by a watch of the
// system on every folder that it has walked, set before the folder is listed:
// what comes in between is in the listing, or told, or both. It tells paths and
// not what happened there; who walks them again finds out. A path is told once
// nothing has happened there for 400 ms, and at the latest after 1.5 s. What is
// told of a file goes for the links to it that the walk has met.
//
// Where the system's events were lost, the archive's own folder was moved or
// unmounted, or more changed at once than is worth a list, everything is told.
// Where not everything can be watched, because the system has no more watches,
// knows none for folders, or the files are on a network where others change
// them, everything is told from time to time: every 2 s to a minute, 20 times
// what a walk over everything takes. A link that leads nowhere is not watched
// for the file that it waits for.
package archive

import (
	"context"
	"io/fs"
	"time"

	"dateline/feed/clean"
)

// MaxSize is the size of the largest file that is read.
const MaxSize = 16 << 20

// Source is an archive. Its methods may be called by several goroutines at
// once.
type Source interface {
	// Name is the archive's name for people: that of its folder.
	Name() string
	// Key is the archive's identity for what is kept about it: the absolute
	// path with links resolved. It is empty where nothing is to be kept.
	Key() string
	// Walk calls yield with every file, in the order of the package comment,
	// one call at a time. It ends early with the error of yield or of ctx.
	Walk(ctx context.Context, yield func(Entry) error) error
	// Read returns the whole of the file at path, which an Entry gave. Its
	// errors are *Error, or those of ctx.
	Read(ctx context.Context, path string) ([]byte, error)
}

// Entry is a file of an archive, or a folder that could not be read.
type Entry struct {
	Path    string // relative to the archive, slashes, any bytes
	Size    int64
	ModTime time.Time
	Inode   uint64 // which file it is on its disk; 0 where that is unknown or does not last
	Problem string // empty, story.Unreadable or story.TooLarge
	Detail  string // a sentence about the problem
}

// Error says why a file could not be read.
type Error struct {
	Path    string
	Problem string // story.Unreadable or story.TooLarge
	Detail  string // a sentence
	Err     error  // what the system said; may be nil
}

// Error is the path and the sentence, safe to show.
func (e *Error) Error() string { return clean.Line(e.Path) + ": " + e.Detail }

// Unwrap returns what the system said.
func (e *Error) Unwrap() error { return e.Err }

// entry is the Entry that stands for the file that e is about.
func (e *Error) entry(info fs.FileInfo) Entry {
	out := Entry{Path: e.Path, Problem: e.Problem, Detail: e.Detail}
	if info != nil {
		out.Size, out.ModTime, out.Inode = info.Size(), info.ModTime(), inode(info)
	}
	return out
}
