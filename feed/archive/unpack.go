package archive

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"dateline/feed/archive/packed"
	"dateline/feed/story"
)

// unpack returns data, the content of the file at path, or what it holds if it is
// compressed. With an *Error that says story.Damaged it returns what could be read.
func unpack(ctx context.Context, data []byte, path string) ([]byte, error) {
	kind := packed.KindOf(data)
	if kind == packed.Plain {
		return data, nil
	}
	out, err := packed.New(bytes.NewReader(data), int64(len(data)), kind).Content(ctx, MaxSize)
	if err = unpackError(path, len(out), err); err != nil && len(out) > MaxSize {
		out = nil
	}
	return out, err
}

// unpackError returns the error of the file at path, of which n bytes were unpacked before
// err, which may be nil.
func unpackError(path string, n int, err error) error {
	d, isDamage := errors.AsType[*packed.DamageError](err)
	switch {
	case isDamage && d.Large:
		return &Error{Path: path, Problem: story.TooLarge, Detail: "The file is compressed; it was not read: " + d.Reason + "."}
	case n > MaxSize:
		detail := fmt.Sprintf("The file is compressed; what is in it is larger than %d MiB and was not read.", MaxSize>>20)
		return &Error{Path: path, Problem: story.TooLarge, Detail: detail}
	case isDamage && n > 0:
		return &Error{Path: path, Problem: story.Damaged, Detail: "The file is damaged: " + d.Reason + ". What comes before the damage is shown.", Err: d.Err}
	case isDamage:
		return &Error{Path: path, Problem: story.Damaged, Detail: "The file is damaged, and nothing of it can be read: " + d.Reason + ".", Err: d.Err}
	}
	return err
}

// isPacked reports whether f is compressed.
func isPacked(f io.ReaderAt) bool {
	var head [packed.HeadLen]byte
	n, _ := f.ReadAt(head[:], 0) // a file that cannot be read is not compressed
	return packed.KindOf(head[:n]) != packed.Plain
}
