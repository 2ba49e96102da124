package scan

import (
	"fmt"

	"dateline/feed/intake"
	"dateline/feed/story"
)

// Parse parses the stories of a file. If the parser panics, the file
// becomes a story with a doubt.
func Parse(f intake.File) []*story.Story { return guard(f, intake.Read) }

// guard calls parse and turns a panic into a story with a doubt.
func guard(f intake.File, parse func(intake.File) []*story.Story) (stories []*story.Story) {
	defer func() {
		if r := recover(); r != nil {
			detail := fmt.Sprintf("Reading the file failed: %v.", r)
			stories = []*story.Story{intake.Refused(f.Path, story.Unreadable, detail, f.ModTime)}
		}
	}()
	return parse(f)
}
