package intake

import (
	"dateline/feed/clean"
	"dateline/feed/story"
	"dateline/feed/wire/line"
)

// bundle collects the stories of a file that may have several items.
type bundle struct {
	numbered
	file  File
	text  cleaned
	whole bool // the file is not cut off or damaged
	at    int  // the line on which it is, if that is known
}

// item adds the story of an item. Its uid, which may be empty, gives it a path that stays
// when the file gets other items.
func (b *bundle) item(uid string, d *document) {
	b.add(b.file, d.story(b.file, b.shared()), uid)
}

// shared returns the text of the file with the doubts of its next story: the first one has
// those of the whole file.
func (b *bundle) shared() cleaned {
	c := b.text
	c.doubts = nil
	if len(b.stories) == 0 {
		c.doubts = withoutEscapes(b.text.doubts)
	}
	return c
}

// read returns the stories. A file without items has one, of its lines.
func (b *bundle) read() []*story.Story {
	if len(b.stories) == 0 {
		b.item("", &document{body: textLines(b.text.text)})
	}
	if !b.whole {
		b.cutOff(b.at)
	}
	return b.all()
}

// fieldLine returns the line "name: text", nil if text is blank.
func fieldLine(name, text string, at story.Span) []story.Line {
	if text = clean.Line(line.Head(text, titleBytes)); text == "" {
		return nil
	}
	return []story.Line{{Text: name + ": " + text, Span: at}}
}
