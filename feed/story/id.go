package story

import (
	"crypto/sha256"
	"encoding/base32"
)

// ID identifies a story: 12 characters of a-z2-7. It stays the same while the file
// keeps its path. In an archive of a million stories the chance that two have the
// same ID is one in two million.
type ID string

var idEncoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// NewID returns the ID of the story at path, which is relative to its archive,
// has slashes on every system, and may be any bytes.
func NewID(path string) ID {
	sum := sha256.Sum256([]byte(path))
	var id [13]byte // for the 64 bits of eight bytes
	idEncoding.Encode(id[:], sum[:8])
	return ID(id[:12])
}
