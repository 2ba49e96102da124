package archive

import (
	"errors"
	"fmt"
	"io/fs"

	"dateline/feed/clean"
	"dateline/feed/story"
)

// unreadable returns an Error for the file at path, which wraps the system's err.
func unreadable(path string, err error) *Error {
	return &Error{Path: path, Problem: story.Unreadable, Detail: sentence(err), Err: err}
}

// sentence describes err for the reader.
func sentence(err error) string {
	switch {
	case errors.Is(err, errLeaves):
		return "The link leaves the archive; it was not followed."
	case errors.Is(err, errCircle):
		return "The link leads back to itself."
	case errors.Is(err, fs.ErrPermission):
		return "Permission to read it was denied."
	case errors.Is(err, fs.ErrNotExist):
		return "It no longer exists."
	}
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	}
	return fmt.Sprintf("It cannot be read: %s.", clean.Line(err.Error()))
}

// irregular returns an Error if info does not describe a regular file, else nil.
func irregular(path string, info fs.FileInfo) *Error {
	mode := info.Mode()
	switch {
	case mode.IsRegular():
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

// special returns the Error for an entry that is not a file but kind.
func special(path, kind string) *Error {
	return &Error{Path: path, Problem: story.Unreadable, Detail: "This is " + kind + ", not a file; it was not opened."}
}

// ErrLarge says that the content of a file has more than MaxSize bytes. Reader.Stream reads it.
var ErrLarge = errors.New("the file is too large to be read at once")

// tooLarge returns the Error for a file of size bytes, or of an unknown
// size over MaxSize if size is 0.
func tooLarge(path string, size int64) *Error {
	detail := fmt.Sprintf("The file is larger than %d MiB; it was not read.", MaxSize>>20)
	if size > 0 {
		detail = fmt.Sprintf("The file is %.1f MiB; over %d MiB, only files of many stories are read.", float64(size)/(1<<20), MaxSize>>20)
	}
	return &Error{Path: path, Problem: story.TooLarge, Detail: detail}
}
