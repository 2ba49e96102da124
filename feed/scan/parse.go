package scan

import (
	"dateline/feed/intake"
	"dateline/feed/story"
)

// Parse parses the stories of a file. If the parser panics, the file
// becomes a story with a doubt.
func Parse(f intake.File) []*story.Story { return intake.Guard(f, intake.Read) }

// ParseRange parses a story of a file that has several, as intake.ReadRange does. It
// returns nil if f.Data is not that story.
func ParseRange(f intake.File, path string, r story.Range) *story.Story {
	list := intake.Guard(f, func(f intake.File) []*story.Story {
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
