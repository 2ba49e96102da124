package feed

import (
	"errors"
	"fmt"

	"dateline/feed/story"
)

// Counts has the numbers of stories in an archive and of the problems that
// Store.Problems yields.
type Counts struct{ Stories, Unread, Starred, Problems int }

// Place is a reader's place in a story: a block of Body and a byte offset in its text.
// Block -1 is above the body, and len(Body)+i is below it.
type Place struct{ Block, Offset int }

// Session is the state of the reader program when it was closed. Story is empty if the
// list was open. Query is the search of the list, or empty for the whole archive.
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

// AmbiguousError says that several IDs have the prefix Ref.
type AmbiguousError struct {
	Ref string
	IDs []story.ID // some of them, in order
}

// Error names the prefix and some of the IDs.
func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%q is a prefix of several IDs: %v", e.Ref, e.IDs)
}
