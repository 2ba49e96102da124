package feed

import (
	"fmt"

	"dateline/feed/intake"
	"dateline/feed/story"
)

// parse reads the stories of a file. Whatever a file does to the parser, the
// rest of the archive is read.
func parse(f intake.File) (stories []*story.Story) {
	return guarded(f, intake.Read)
}

// guarded calls read and makes a panic a story that says so.
func guarded(f intake.File, read func(intake.File) []*story.Story) (stories []*story.Story) {
	defer func() {
		if r := recover(); r != nil {
			detail := fmt.Sprintf("Reading it failed: %v.", r)
			stories = []*story.Story{intake.Refused(f.Path, story.Unreadable, detail, f.ModTime)}
		}
	}()
	return read(f)
}
