package intake

import "dateline/feed/story"

// The formats of stories, which are the values of Story.Format.
const (
	Wire = "wire" // agency copy: it has a dateline, an end mark, tags or an envelope
	Text = "text" // any other text, and files that cannot be read
)

// format is a kind of file.
type format struct {
	name      string                      // Story.Format, if read does not set it
	recognise func(data []byte) bool      // reports whether data is in the format
	read      func(f File) []*story.Story // returns at least one story
}

// formats are tried in order.
var formats = []format{
	{Text, isBinary, refuseBinary},
	{Text, func([]byte) bool { return true }, readText},
}

// recognise returns the format of data.
func recognise(data []byte) format {
	for _, f := range formats[:len(formats)-1] {
		if f.recognise(data) {
			return f
		}
	}
	return formats[len(formats)-1]
}
