package archive

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"dateline/feed/archive/names"
	"dateline/feed/archive/packed"
	"dateline/feed/clean"
	"dateline/feed/story"
)

// ErrHolds says that a file is an archive: Reader.Each reads the files that it holds.
var ErrHolds = packed.ErrHolds

// opener is a Source that opens its files. It does not open the files in archives.
type opener interface {
	open(path string) (*file, error)
}

// Inside is a file in an archive. It is valid until the function that gets it returns.
type Inside struct {
	Entry // its Inode is the checksum of its content; 0 if the archive has none

	// Read is Source.Read for the file.
	Read func() ([]byte, error)
}

// Each calls yield with each file in the archive at path, in the order of the archive, and
// stops at its first error. It returns what is wrong with the archive: damage, and which
// files were left out.
func (r *Reader) Each(ctx context.Context, path string, yield func(Inside) error) (problems []*Error, err error) {
	src, ok := r.src.(opener)
	if !ok {
		return nil, unreadable(path, fs.ErrInvalid)
	}
	f, err := src.open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // nothing was written
	p := f.unpacked()
	err = p.Each(ctx, func(e *packed.Entry) error {
		name := names.Join(path, e.Path)
		in := Inside{Entry{Path: name, Size: e.Size, ModTime: e.ModTime, Inode: uint64(e.Checksum)}, func() ([]byte, error) { return entryContent(e, name) }}
		return yield(in)
	})
	if d, ok := errors.AsType[*packed.DamageError](err); ok {
		problems, err = append(problems, brokenOff(path, d)), nil
	}
	for _, l := range p.Left() {
		problems = append(problems, leftOut(path, l))
	}
	return problems, err
}

// brokenOff returns the Error of an archive of which only the beginning was read.
func brokenOff(path string, d *packed.DamageError) *Error {
	e := &Error{Path: path, Problem: story.Damaged, Detail: "The archive is damaged: " + clean.Line(d.Reason) + ". Some of its files may be missing."}
	if d.Large {
		e.Problem, e.Detail = story.TooLarge, "The rest of the archive was not read: "+d.Reason+"."
	}
	return e
}

// leftOut returns the Error of entries that were left out.
func leftOut(path string, l packed.Left) *Error {
	detail := fmt.Sprintf("%q in the archive was not read: %s.", clean.Line(l.First), l.Reason)
	if l.N > 1 {
		detail = fmt.Sprintf("%q and %d more in the archive were not read: %s.", clean.Line(l.First), l.N-1, l.Reason)
	}
	return &Error{Path: path, Problem: story.Unreadable, Detail: detail}
}
