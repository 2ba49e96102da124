package intake

import (
	"dateline/feed/story"
	"dateline/feed/wire"
)

// parse reads a cleaned text as agency copy, which is what every text is until
// its parts say otherwise.
func parse(text string, f File) *story.Story {
	return wire.Parse(text, wire.Origin{Path: f.Path, ModTime: f.ModTime})
}
