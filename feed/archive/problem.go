package archive

import (
	"errors"
	"fmt"
	"io/fs"

	"dateline/feed/clean"
	"dateline/feed/story"
)

// What a link can do wrong.
var (
	errLeaves = errors.New("link leaves the archive")
	errCircle = errors.New("links in a circle")
)

// unreadable is the Error for what the system said about the file at path.
func unreadable(path string, err error) *Error {
	return &Error{Path: path, Problem: story.Unreadable, Detail: sentence(err), Err: err}
}

// sentence says for people what err means.
func sentence(err error) string {
	switch {
	case errors.Is(err, errLeaves):
		return "This is a link that leaves the archive; it was not followed."
	case errors.Is(err, errCircle):
		return "This link goes in a circle."
	case errors.Is(err, fs.ErrPermission):
		return "There is no permission to read it."
	case errors.Is(err, fs.ErrNotExist):
		return "It is not there any more."
	}
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	}
	return fmt.Sprintf("It cannot be read: %s.", clean.Line(err.Error()))
}

// refused is the Error for a file that is there and is not to be read because
// of what info says; nil for one that may be read.
func refused(path string, info fs.FileInfo) *Error {
	mode := info.Mode()
	switch {
	case mode.IsRegular():
		if info.Size() > MaxSize {
			return tooLarge(path, info.Size())
		}
		return nil
	case mode.IsDir():
		return special(path, "a folder")
	case mode&fs.ModeNamedPipe != 0:
		return special(path, "a pipe")
	case mode&fs.ModeSocket != 0:
		return special(path, "a socket")
	case mode&fs.ModeDevice != 0:
		return special(path, "a device")
	}
	return special(path, "neither a file nor a folder")
}

func special(path, what string) *Error {
	return &Error{Path: path, Problem: story.Unreadable, Detail: "This is " + what + ", not a file; it was not opened."}
}

// tooLarge is the Error for a file of size bytes, or of an unknown size over
// MaxSize when size is 0.
func tooLarge(path string, size int64) *Error {
	detail := fmt.Sprintf("The file is larger than %d MiB; it was not read.", MaxSize>>20)
	if size > 0 {
		detail = fmt.Sprintf("The file has %.1f MiB; files over %d MiB are not read.", float64(size)/(1<<20), MaxSize>>20)
	}
	return &Error{Path: path, Problem: story.TooLarge, Detail: detail}
}
