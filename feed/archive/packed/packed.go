// Package packed reads compressed files, and the files in zip and tar archives, without
// unpacking them to disk. The bytes of a file decide, not its name.
//
// # Limits
//
// A file may come from anyone, so what it says is not believed. Content returns at most as
// many bytes as its caller allows. A File stops when it has unpacked 64 MiB and 200 bytes
// more for each of its own, or has found maxEntries entries; further files of a zip archive
// are then named but not unpacked. The memory that it needs is that of one decoder, at most
// 64 MiB for xz and zstd, and 8 bytes an entry.
//
// A file that is damaged or cut off gives what can be read before the damage, and a *DamageError.
//
// # Entries
//
// Each yields the files of an archive in the order of the archive, with a path relative to
// it. Hidden names and folders are passed over. These are left out and counted: paths that
// are absolute or have "..", links and devices, encrypted files, unknown compression, and a
// second file of the same path. An archive in an archive is an entry like any other.
package packed

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
)

// HeadLen is the number of bytes, from the beginning of a file, that KindOf looks at.
const HeadLen = 512

// Kind is how a file is packed.
type Kind int

// The kinds of files. A compressed tar archive has the kind of its compression.
const (
	Plain Kind = iota // not packed
	Gzip
	Bzip2
	XZ
	Zstd
	Zip
	Tar
)

// KindOf returns the kind of the file that begins with head. Office documents and books are
// zip archives too, but Plain here.
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
	case bytes.HasPrefix(head, []byte("\x28\xb5\x2f\xfd")):
		return Zstd
	case bytes.HasPrefix(head, []byte(localSign)) && !isDocument(head), bytes.HasPrefix(head, []byte(endSign)):
		return Zip
	case isTar(head):
		return Tar
	}
	return Plain
}

// isDocument reports whether a zip archive is a document of an office, a book or a program,
// by the path of its first entry.
func isDocument(head []byte) bool {
	first := head[min(len(head), localLen):]
	for _, sign := range []string{"mimetypeapplication/", "[Content_Types].xml", "_rels/", "docProps/", "word/", "xl/", "ppt/", "META-INF/"} {
		if bytes.HasPrefix(first, []byte(sign)) {
			return true
		}
	}
	return false
}

// isTar reports whether head begins a tar archive.
func isTar(head []byte) bool { return len(head) >= tarBlock && string(head[257:262]) == "ustar" }

// tarBlock is the length of a header in a tar archive.
const tarBlock = 512

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

// ErrHolds says that a file is an archive.
var ErrHolds = errors.New("the file holds others")

// File is a packed file. It is for one goroutine.
type File struct {
	r     io.ReaderAt
	size  int64
	kind  Kind
	left  [reasons]Left
	spent int64 // bytes that were unpacked
}

// New returns the file of that kind in r, which has size bytes.
func New(r io.ReaderAt, size int64, kind Kind) *File { return &File{r: r, size: size, kind: kind} }

// The number of bytes that a file may unpack to: a number, and more for each byte.
const (
	freeBytes = 64 << 20
	maxRatio  = 200
)

// spend counts n bytes that were unpacked. It returns a *DamageError if they are too many.
func (f *File) spend(n int) error {
	f.spent += int64(n)
	if f.spent > freeBytes+maxRatio*min(f.size, 1<<50) {
		return &DamageError{Reason: "it unpacks to far more bytes than a text would", Large: true}
	}
	return nil
}

// Content returns the content of a compressed file, at most limit bytes of it and one more.
// With a *DamageError it returns what comes before the damage. It returns ErrHolds if the file is
// an archive, compressed or not.
func (f *File) Content(ctx context.Context, limit int) ([]byte, error) {
	in, err := f.Stream(ctx)
	if err != nil {
		return nil, err
	}
	return readUpTo(in, limit+1)
}

// Stream is Content without a limit. The errors of the reader are those of Content.
func (f *File) Stream(ctx context.Context) (io.Reader, error) {
	if f.kind == Zip || f.kind == Tar {
		return nil, ErrHolds
	}
	r, err := f.open(ctx)
	if err != nil {
		return nil, err
	}
	in := bufio.NewReaderSize(r, tarBlock)
	if head, _ := in.Peek(tarBlock); isTar(head) { // an error comes again
		return nil, ErrHolds
	}
	return unpacking{ctx, in}, nil
}

// unpacking is a reader whose errors are those of Content.
type unpacking struct {
	ctx context.Context //nolint:containedctx // a read is part of one call
	r   io.Reader
}

// Read implements io.Reader.
func (c unpacking) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	if err == nil || err == io.EOF {
		return n, err
	}
	return n, damaged(c.ctx, err)
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
