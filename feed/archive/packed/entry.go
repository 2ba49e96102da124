package packed

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/cespare/xxhash/v2"

	"dateline/feed/archive/names"
)

// maxEntries is the number of entries of an archive that are looked at.
const maxEntries = 1 << 19

// maxPath is the length of the longest path of an entry.
const maxPath = 4096

// Entry is a file in an archive. It is valid until the function that gets it returns.
type Entry struct {
	Path     string // relative to the archive, any bytes
	Size     int64  // as the archive says
	ModTime  time.Time
	Checksum uint32 // of its content, as the archive says; 0 if it has none

	read func(limit int) ([]byte, error)
}

// Read returns the content of the entry, at most limit bytes of it and one more. With a
// *DamageError it returns what comes before the damage.
func (e *Entry) Read(limit int) ([]byte, error) { return e.read(limit) }

// reason says why entries were left out.
type reason int

const (
	outside reason = iota
	special
	encrypted
	unknownMethod
	repeated
	reasons
)

var reasonTexts = [reasons]string{
	outside:       "the path is empty, too long, or leads out of the archive",
	special:       "it is a link or a device",
	encrypted:     "it is encrypted",
	unknownMethod: "it is compressed in a way that is not supported",
	repeated:      "there is an earlier file of that name",
}

// Left is the entries that were left out for one reason.
type Left struct {
	Reason string // as in "It was not read: REASON."
	N      int
	First  string // the path of the first
}

// Left returns what Each has left out.
func (f *File) Left() []Left {
	return slices.DeleteFunc(slices.Clone(f.left[:]), func(l Left) bool { return l.N == 0 })
}

func (f *File) leave(why reason, path string) {
	l := &f.left[why]
	if l.Reason = reasonTexts[why]; l.N == 0 {
		l.First = strings.Clone(path)
	}
	l.N++
}

// Each calls yield with each file of an archive. It stops at the first error of yield and
// returns it. A *DamageError ends it early; what was yielded before is sound.
func (f *File) Each(ctx context.Context, yield func(*Entry) error) error {
	s := &sieve{file: f, yield: yield, seen: map[uint64]struct{}{}}
	each := f.eachTar
	if f.kind == Zip {
		each = f.eachZip
	}
	err := each(ctx, s)
	if s.stopped != nil {
		return s.stopped
	}
	return damaged(ctx, err)
}

// sieve passes on the entries of an archive that are to be read.
type sieve struct {
	file    *File
	yield   func(*Entry) error
	seen    map[uint64]struct{} // hashes of paths
	n       int
	stopped error // the error of yield
}

// errStopped ends a walk after an error of yield.
var errStopped = errors.New("stopped")

// count counts an entry of any kind.
func (s *sieve) count() error {
	if s.n++; s.n > maxEntries {
		return &DamageError{Reason: "it has more than half a million entries", Large: true}
	}
	return nil
}

// wants returns the path of the entry called name; ok is false if it is passed over or
// left out.
func (s *sieve) wants(name string) (path string, ok bool) {
	var parts []string
	bad := name == "" || len(name) > maxPath || name[0] == '/' || strings.IndexByte(name, 0) >= 0
	for part := range strings.SplitSeq(name, "/") {
		switch {
		case part == "" || part == ".":
			continue
		case part == "..":
			bad = true
		case names.Hidden(part):
			return "", false
		}
		parts = append(parts, part)
	}
	if bad || len(parts) == 0 {
		s.file.leave(outside, name)
		return "", false
	}
	return strings.Join(parts, "/"), true
}

// pass yields e unless its path was yielded before.
func (s *sieve) pass(e *Entry) error {
	hash := xxhash.Sum64String(e.Path)
	if _, ok := s.seen[hash]; ok {
		s.file.leave(repeated, e.Path)
		return nil
	}
	s.seen[hash] = struct{}{}
	if s.stopped = s.yield(e); s.stopped != nil {
		return errStopped
	}
	return nil
}

// take returns the content of an entry in r, as Entry.Read does, and counts it.
func (f *File) take(ctx context.Context, r io.Reader, limit int) ([]byte, error) {
	if over := f.spend(0); over != nil {
		return nil, over // the files before it were too large already
	}
	data, err := readUpTo(r, limit+1)
	if err == nil {
		err = f.spend(len(data))
	}
	return data, damaged(ctx, err)
}
