package archive

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"dateline/feed/archive/packed"
	"dateline/feed/story"
)

// unpack returns data, the content of the file at path, or what is in it if it is
// compressed. For an archive it returns an *Error that wraps packed.ErrHolds. With an *Error that says story.Damaged it returns what could be read.
func unpack(ctx context.Context, data []byte, path string) ([]byte, error) {
	kind := packed.KindOf(data)
	if kind == packed.Plain {
		return data, nil
	}
	return unpackFile(ctx, packed.New(bytes.NewReader(data), int64(len(data)), kind), path)
}

// unpackFile is unpack for a packed file.
func unpackFile(ctx context.Context, f *packed.File, path string) ([]byte, error) {
	out, err := f.Content(ctx, MaxSize)
	if errors.Is(err, packed.ErrHolds) {
		return nil, &Error{Path: path, Problem: story.Unsupported, Detail: "This is an archive; its files have paths of their own.", Err: err}
	}
	isWhole := err == nil
	if err = unpackError(path, len(out), err); err != nil && len(out) > MaxSize {
		if large, ok := errors.AsType[*Error](err); ok && isWhole {
			large.Err = ErrLarge
		}
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
