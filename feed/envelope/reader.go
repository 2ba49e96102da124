package envelope

import (
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/line"
)

// reader reads the envelope of one text.
type reader struct {
	e     story.Envelope
	lines []string   // with control characters; a line of the envelope is empty
	rest  string     // the text below lines
	open  bool       // the text does not end with a line end
	top   [12]string // room for the lines of a text without an envelope

	form     form
	stx      int    // the line with STX, -1 if there is none
	signed   bool   // control characters of a header are above STX
	category int    // the line that may be a category, -1 if none
	first    string // the beginning of the slug in the header above
	full     bool   // the slug in full has been read
	agate    bool   // semicolons part the cells of tables
}

// form is a kind of envelope.
type form int

const (
	none form = iota
	anpa      // ANPA 1312, and teletypes with the same headers
	iptc      // IPTC 7901
	zczc      // ZCZC … NNNN
)

// has reports whether the text has a line i. It cuts the lines up to it off the rest.
func (r *reader) has(i int) bool {
	for len(r.lines) <= i && r.rest != "" {
		l, rest, ended := cutLine(r.rest)
		r.lines, r.rest, r.open = append(r.lines, l), rest, !ended
	}
	return i < len(r.lines)
}

// next returns the first line from i on that shows something, or a line after the last.
func (r *reader) next(i int) int {
	for r.has(i) && line.Blank(r.lines[i]) {
		i++
	}
	return i
}

// below returns the text of the first line below i that shows something.
func (r *reader) below(i int) string {
	if i = r.next(i + 1); r.has(i) {
		return plain(line.Head(r.lines[i], 4*lineBytes))
	}
	return ""
}

// take moves line i to the envelope.
func (r *reader) take(i int) {
	if text := line.Fold(plain(r.lines[i])); text != "" {
		r.e.Lines = append(r.e.Lines, story.Line{Text: text, Span: line.Span(i, i+1)})
	}
	r.lines[i] = ""
}

// text returns the lines that are left, without control characters.
func (r *reader) text() string {
	var b strings.Builder
	for i, l := range r.lines {
		b.WriteString(bare(l))
		if i+1 < len(r.lines) || !r.open {
			b.WriteByte('\n')
		}
	}
	return b.String()
}
