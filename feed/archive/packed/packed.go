// Package packed reads compressed files. The bytes of a file decide, not its name.
//
// # Limits
//
// A file may come from anyone, so what it says is not believed. Content returns at most as
// many bytes as its caller allows, and needs the memory of one decoder besides, at most
// 64 MiB for xz.
//
// A file that is damaged or cut off gives what can be read before the damage, and a *DamageError.
package packed

import (
	"bytes"
	"context"
	"errors"
	"io"
)

// HeadLen is the number of bytes, from the beginning of a file, that KindOf looks at.
const HeadLen = 16

// Kind is how a file is packed.
type Kind int

// The kinds of files.
const (
	Plain Kind = iota // not packed
	Gzip
	Bzip2
	XZ
)

// KindOf returns the kind of the file that begins with head.
func KindOf(head []byte) Kind {
	switch {
	case len(head) == 0:
		return Plain
	case bytes.HasPrefix(head, []byte("\x1f\x8b\x08")):
		return Gzip
	case bytes.HasPrefix(head, []byte("BZh")) && len(head) > 9 && head[3] >= '1' && head[3] <= '9' && string(head[4:7]) == "1AY":
		return Bzip2
	case bytes.HasPrefix(head, []byte("\xfd7zXZ\x00")):
		return XZ
	}
	return Plain
}

// DamageError says why the rest of a file cannot be read.
type DamageError struct {
	Reason string // as in "It is damaged: REASON."
	Large  bool   // the file may be sound, but its content is over a limit
	Err    error  // of a decoder; may be nil
}

// Error returns the reason.
func (d *DamageError) Error() string { return d.Reason }

// Unwrap returns the error of a decoder.
func (d *DamageError) Unwrap() error { return d.Err }

// File is a packed file. It is for one goroutine.
type File struct {
	r    io.ReaderAt
	size int64
	kind Kind
}

// New returns the file of that kind in r, which has size bytes.
func New(r io.ReaderAt, size int64, kind Kind) *File { return &File{r: r, size: size, kind: kind} }

// Content returns the content of a compressed file, at most limit bytes of it and one more.
// With a *DamageError it returns what comes before the damage.
func (f *File) Content(ctx context.Context, limit int) ([]byte, error) {
	r, err := decoder(f.kind, &checked{ctx, io.NewSectionReader(f.r, 0, f.size)})
	if err != nil {
		return nil, damaged(ctx, err)
	}
	data, err := readUpTo(r, limit+1)
	return data, damaged(ctx, err)
}

// readUpTo returns the first n bytes of r, or fewer if r ends or fails before.
func readUpTo(r io.Reader, n int) ([]byte, error) {
	var b bytes.Buffer
	_, err := b.ReadFrom(io.LimitReader(r, int64(n)))
	return b.Bytes(), err
}

// damaged returns err as a *DamageError, unless it is nil or that of ctx.
func damaged(ctx context.Context, err error) error {
	var d *DamageError
	switch {
	case err == nil, errors.As(err, &d):
		return err
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return &DamageError{Reason: "it ends too early", Err: err}
	}
	return &DamageError{Reason: err.Error(), Err: err}
}
