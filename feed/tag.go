package feed

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/clean"
)

// The limits of what a reader adds to a story.
const (
	maxTag  = 60        // characters
	maxNote = 64 * 1024 // bytes
)

// CleanTag returns a tag as it is kept: one word without commas and quotes, which does not
// begin with a minus. It returns "" if nothing of text is left.
func CleanTag(text string) string {
	words := strings.FieldsFunc(clean.Line(text), func(r rune) bool { return r == ',' || r == '"' || unicode.IsSpace(r) })
	tag := strings.TrimLeft(strings.Join(words, "-"), "-")
	if utf8.RuneCountInString(tag) > maxTag {
		tag = string([]rune(tag)[:maxTag])
	}
	return tag
}

// ReadTags reads tags that are separated by commas or white space. A minus before a tag
// takes it off.
func ReadTags(text string) (tag, untag []string) {
	for word := range strings.FieldsFuncSeq(clean.Line(text), func(r rune) bool { return r == ',' || unicode.IsSpace(r) }) {
		list := &tag
		if word[0] == '-' {
			list = &untag
		}
		if t := CleanTag(word); t != "" {
			*list = append(*list, t)
		}
	}
	return tag, untag
}

// CleanNote returns a note as it is kept: cleaned, without white space at its ends, and cut
// to a length that no reader needs.
func CleanNote(text string) string {
	if len(text) > maxNote {
		text = strings.ToValidUTF8(text[:maxNote], "")
	}
	return strings.TrimSpace(clean.Text(text))
}
