// Package feedtest gives tests an archive of invented stories. Only tests
// import it.
package feedtest

import (
	"io/fs"

	"dateline/feed/internal/copydesk"
)

// FS is an archive of n stories, always the same: with takes, dirt, and
// related headlines that mostly lead somewhere. Files are made as they are
// read, so that a million costs nothing.
func FS(n int) fs.FS { return copydesk.FS(n) }

// Write writes the files of FS(n) below root, each with the time of its day.
func Write(root string, n int) error { return copydesk.Write(root, n) }

// WriteMail writes the files of FS(n) below root as mail, for programs that
// index mail.
func WriteMail(root string, n int) error { return copydesk.WriteMail(root, n) }
