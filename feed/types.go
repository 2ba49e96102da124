package feed

import (
	"errors"
	"fmt"

	"dateline/feed/story"
)

// Counts counts the stories of an archive; Problems counts what the method
// Problems lists.
type Counts struct{ Stories, Unread, Starred, Problems int }

// Place is where in a story a reader is: a block of Body and a byte offset in
// its text. Block -1 is above the body, len(Body)+i in what follows it.
type Place struct{ Block, Offset int }

// Session is where the reader stopped. Story is empty in the list; Query is
// the search that the list shows, empty for the archive's own list.
type Session struct {
	Query  string
	Row    story.ID
	RowKey story.Key
	Story  story.ID
	Place  Place
	Trail  []story.ID
	Split  int
	Width  int
}

// Problem is a doubt about a file of the archive.
type Problem struct {
	Path  string
	Doubt story.Doubt
}

// ErrNotFound says that a story is not in the archive.
var ErrNotFound = errors.New("no such story in this archive")

// AmbiguousError says that several IDs have the prefix that was given.
type AmbiguousError struct {
	Ref string
	IDs []story.ID // some of them, in order
}

// Error names the prefix and the stories that it could mean.
func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%q is the beginning of several IDs: %v", e.Ref, e.IDs)
}
