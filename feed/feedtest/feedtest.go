// Package feedtest provides tests with an archive of invented stories. Only tests
// import it.
package feedtest

import (
	"io/fs"

	"dateline/feed/internal/copydesk"
)

// FS returns an archive of n stories, always the same, with takes, dirt, and related
// headlines most of which lead to a story. Files are generated when they are read, so
// a million files cost nothing.
func FS(n int) fs.FS { return copydesk.FS(n) }

// Write writes the files of FS(n) below root, each with a time on its day.
func Write(root string, n int) error { return copydesk.Write(root, n) }

// WriteMail writes the files of FS(n) below root as mail, for programs that index
// mail.
func WriteMail(root string, n int) error { return copydesk.WriteMail(root, n) }
