package intake

import (
	"strings"

	"dateline/feed/clean"
	"dateline/feed/intake/language"
	"dateline/feed/story"
	"dateline/feed/wire"
)

// readText reads any file as one text. Every text is parsed as agency copy; the
// parts that the parser finds show whether it is.
func readText(f File) []*story.Story {
	c, ok := cleanCopy(f.Data)
	if !ok {
		return refuseText(f, "The file is not text.")
	}
	if c.mostlyControls {
		return refuseText(f, "The file is not text: it has too many control characters.")
	}
	s := wire.Parse(c.text, wire.Origin{Path: f.name(), ModTime: f.ModTime, Envelope: c.envelope})
	s.Encoding, s.Language = c.encoding, language.Of(c.text)
	if isWire(s) {
		s.Format = Wire
	}
	if isBlank(c.text) {
		s.Headline = story.Headline{}
		s.Doubts = []story.Doubt{{Problem: story.NoBody, Detail: blankDetail(f)}}
	}
	s.Doubts = append(s.Doubts, c.doubts...)
	return []*story.Story{s}
}

// isWire reports whether the parser found a part that only wire copy has.
func isWire(s *story.Story) bool {
	return s.Dateline.Text != "" || s.Ended() || len(s.Headline.Tags) > 0 || len(s.Envelope.Lines) > 0
}

// isBlank reports whether a cleaned text has nothing to read.
func isBlank(text string) bool {
	return strings.TrimSpace(text[:min(len(text), 4096)]) == "" && clean.Line(text) == ""
}

func blankDetail(f File) string {
	if len(f.Data) > 0 {
		return "The file is blank."
	}
	return "The file is empty."
}
