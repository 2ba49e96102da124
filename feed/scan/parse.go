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

// ParseRange parses a story of a file that has several, as intake.ReadRange does. It
// returns nil if f.Data is not that story.
func ParseRange(f intake.File, path string, r story.Range) *story.Story {
	list := guard(f, func(f intake.File) []*story.Story {
		if s, ok := intake.ReadRange(f, path, r); ok {
			return []*story.Story{s}
		}
		return nil
	})
	if len(list) == 0 || list[0].Path != path {
		return nil
	}
	return list[0]
}
