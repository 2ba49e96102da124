package feed

import (
	"dateline/feed/locale"
	"dateline/feed/story"
)

// Counts has the numbers of stories in an archive, of their files (each take is one), and
// of the problems that Store.Problems yields.
type Counts struct{ Stories, Files, Unread, Starred, Problems int }

// FileCounts has the number of files in an archive, of the files with several stories,
// and of the stories in the latter.
type FileCounts struct{ Files, Several, Held int }

// Place is a reader's place in a story: a block of Body and a byte offset in its text.
// Block -1 is above the body, and len(Body)+i is below it.
type Place struct{ Block, Offset int }

// Session is the state of the reader program when it was closed. Story is empty if the
// list was open. Query is the search of the list, or empty for the whole archive. Takes
// says that the list has a row for each take.
type Session struct {
	Query  string
	Takes  bool
	Row    story.ID
	RowKey story.Key
	Story  story.ID
	Place  Place
	Trail  []story.ID
	Been   []story.ID // the stories visited, the last one at the end
	Split  int
	Width  int

	Commands, Pipes []string // typed earlier, the latest first
}

// Problem is a doubt about a story, or about a file that has only one.
type Problem struct {
	Path  string // of the story
	File  string // the path of its file
	Doubt story.Doubt
}

// ErrNotFound says that a story is not in the archive.
var ErrNotFound = error(locale.Error("no such story in this archive"))

// AmbiguousError says that several IDs have the prefix Ref, or that the file Ref has
// several stories.
type AmbiguousError struct {
	Ref  string
	IDs  []story.ID // some of them, in order
	File bool       // Ref is a file
}

// Error names the prefix or the file, and some of the IDs.
func (e *AmbiguousError) Error() string {
	if e.File {
		return locale.F("%q has several stories: %v", e.Ref, e.IDs)
	}
	return locale.F("%q is a prefix of several IDs: %v", e.Ref, e.IDs)
}
