// Package glance finds the changes of an archive by looking at its folders, not at its
// files.
//
// A walk of everything records each folder that it enters: its times and its inode
// before it was listed, and a hash of every name in it. As long as the times of a
// folder are the same, no name in it was added, removed or renamed. If they differ,
// Compare lists that folder alone and compares the names. A name is hashed together
// with the inode number that the listing has, so that a file that was replaced by a
// rename differs too. Compare does not find a file that was edited in place.
//
// Compare only names paths; the caller walks them, and adds what the walk recorded.
// A path may be named although nothing happened there.
//
// # Trust
//
// A folder is sure if it was listed more than two seconds after its times, because a
// later change within one tick of the clock would not show in them. A folder that is
// not sure is listed again. If the times of a folder are in the future, or its file
// system is not known to keep them, Compare compares nothing and says why.
//
// # Links
//
// The target of a link may change anywhere in the archive. So all links are named if
// anything differs. The folder of a target that no walk enters, because it is hidden,
// is recorded without names.
package glance

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"dateline/feed/archive/disk"
	"dateline/feed/archive/names"
)

// Folder is the record of a folder.
type Folder struct {
	Path     string // in the archive; empty for a Target
	Location string // on disk, relative to the archive, with links resolved
	Stat     disk.Folder
	Sure     bool   // a change would show in Stat
	Listed   bool   // its names are known
	Links    bool   // it may hold links
	Target   bool   // no walk enters it, but a link leads to a file in it
	Sum      uint64 // of the packed names
	Names    []byte // packed; nil if they are those in the catalog
}

// look sets what the system says about f at the time now, before f is listed.
func (f *Folder) look(st disk.Folder, now time.Time) {
	f.Stat = st
	limit := now.Add(-disk.MinAge)
	f.Sure = !st.Mod.After(limit) && !st.Change.After(limit)
}

// Log records the folders that a walk enters. A nil Log records nothing. It is safe for
// concurrent use, but it is for one walk at a time.
type Log struct {
	mu       sync.Mutex
	folders  []*Listing
	targets  map[string]bool
	vanished []string
	partial  bool // a folder could not be recorded
}

// Listing is the record of a folder that is being listed. A nil Listing records
// nothing.
type Listing struct {
	Folder

	hashes []uint64
	hasher hasher
}

// Reset empties l for the next walk.
func (l *Log) Reset() {
	if l == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.folders, l.targets, l.vanished, l.partial = nil, map[string]bool{}, nil, false
}

// Enter records the folder at location in root, whose path is path. The walk calls it
// before it lists the folder.
func (l *Log) Enter(root, path, location string) *Listing {
	if l == nil {
		return nil
	}
	in := &Listing{Folder: Folder{Path: path, Location: location}}
	now := time.Now()
	st, _, err := disk.Lstat(filepath.Join(root, location))
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, disk.ErrNotFolder):
		l.vanished = append(l.vanished, path)
		return nil
	case err != nil:
		l.partial = true
		return nil
	}
	in.look(st, now)
	l.folders = append(l.folders, in)
	return in
}

// Add records an entry of the folder.
func (in *Listing) Add(name []byte, inode uint64, kind disk.Kind) {
	if in == nil {
		return
	}
	in.hashes = append(in.hashes, in.hasher.hash(name, inode, kind))
	in.Links = in.Links || kind == disk.Link || kind == disk.Unknown
}

// Done records that the folder was listed to its end.
func (in *Listing) Done() {
	if in == nil {
		return
	}
	slices.Sort(in.hashes)
	in.Listed, in.Names = true, packNames(in.hashes)
	in.Sum, in.hashes = sum(in.Names), nil
}

// Link records that a link leads to the file at location in root, or through the
// folder there. It records nothing that a walk enters.
func (l *Log) Link(root, location string) {
	if l == nil || !names.Concealed(location) {
		return
	}
	if !l.target(root, location) {
		l.target(root, filepath.Dir(location))
	}
}

// target records the folder at location in root, if there is one, without its names.
func (l *Log) target(root, location string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.targets[location] {
		return true
	}
	in := &Listing{Folder: Folder{Location: location, Target: true}}
	now := time.Now()
	st, _, err := disk.Lstat(filepath.Join(root, location))
	if err != nil {
		return false
	}
	in.look(st, now)
	l.targets[location] = true
	l.folders = append(l.folders, in)
	return true
}

// Vanish records that the entry at path was listed and then did not exist.
func (l *Log) Vanish(path string) {
	if l == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.vanished = append(l.vanished, path)
}

// Folders returns what was recorded: the folders in the order of Pack, and the paths
// that vanished. ok is false if a folder could not be recorded.
func (l *Log) Folders() (folders []*Folder, vanished []string, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, in := range l.folders {
		folders = append(folders, &in.Folder)
	}
	slices.SortFunc(folders, inOrder)
	return folders, l.vanished, !l.partial
}
