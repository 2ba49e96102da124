package catalog

import (
	"errors"
	"fmt"
	"os"

	"dateline/feed/sqlite"
)

// ErrGone says that the catalog's file was deleted, moved or replaced.
var ErrGone = fmt.Errorf("%w: the catalog is gone", sqlite.ErrRefused)

// Gone reports whether the catalog's file was deleted, moved or replaced. Open
// connections still work, but what they write is lost.
func (c *Catalog) Gone() bool {
	if c.file == nil {
		return false
	}
	cur, err := os.Stat(c.path)
	return errors.Is(err, os.ErrNotExist) || err == nil && !os.SameFile(cur, c.file)
}

// Useless reports whether a new catalog may fix err.
func Useless(err error) bool { return Damaged(err) || errors.Is(err, ErrGone) }
