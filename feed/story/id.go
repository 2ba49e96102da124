package story

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
)

// ID names a story: 12 characters of a-z2-7, the same as long as the file
// keeps its path in the archive. At a million stories two meet by chance once
// in two million archives.
type ID string

var idEncoding = base32.StdEncoding.WithPadding(base32.NoPadding)

// NewID derives the ID of the story at path, which is relative to its archive,
// has slashes on every system, and may be any bytes.
func NewID(path string) ID {
	sum := sha256.Sum256([]byte(path))
	return ID(strings.ToLower(idEncoding.EncodeToString(sum[:8]))[:12])
}
