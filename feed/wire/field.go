package wire

import (
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

const headerLines = 24 // lines at the top that may be headers

// fieldNames are the headers "Name: value" that some archives put before a
// story; two of them in a row make a block of headers.
var fieldNames = words.Set("header")

// fieldLines returns the line after a block of headers that begins on line i, i
// if there is none.
func (sh *sheet) fieldLines(i int) int {
	n, end := 0, i
	for ; end < len(sh.lines) && end < i+headerLines; end++ {
		if line.Blank(sh.lines[end]) {
			break
		}
		if _, _, ok := cutField(sh.lines[end]); !ok {
			break
		}
		n++
	}
	if n < 2 || end < len(sh.lines) && !line.Blank(sh.lines[end]) {
		return i
	}
	return end
}

func cutField(s string) (name, value string, ok bool) {
	name, value, ok = strings.Cut(line.Head(s, 2000), ":")
	name, value = strings.TrimSpace(name), strings.TrimSpace(value)
	if !ok || !words.HasLower(fieldNames(), name) {
		return "", "", false
	}
	name = strings.ToLower(name)
	return name, value, len(name) < 12 && value != ""
}

// addField adds the header "name: value" to e.
func addField(e *story.Envelope, name, value string) {
	switch name {
	case "slug":
		e.Slug = line.Fold(value)
	case "priority":
		e.Priority = line.Fold(value)
	case "category":
		e.Category = line.Fold(value)
	case "words":
		if line.IsDigits(value, 1, 6) {
			e.Words = line.Atoi(value)
		}
	}
}
