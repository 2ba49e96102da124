// Package envelope reads the envelope of agency copy: the lines that a service sends
// with a story to route and file it. It runs between decoding and cleaning, because the
// control characters that part header and text are removed when a text is cleaned.
//
// # Grammar
//
//	envelope = { part } text [ ETX ] { trailer } [ contacts ]
//	part     = start | routing | number | header | slug | source | keywords | take
//	         | category | field | release | stamp
//
//	start    = "ZCZC" [ number ] …
//	routing  = [ ENQ ] one or two letters …         the desks that get a copy
//	number   = [ SYN ] [ SOH ] letter digits [ US ] name         w2870 US asian
//	header   = [ number ] priority category slug [ "mm-dd" [ words ] ]
//	slug     = [ "^" ] slug { "," take } [ "," words ] [ "<" ]   ^BC-Ferry,1st Ld,210<
//	source   = [ SOH ] source number priority category words …   dpa0123 4 pl 210
//	keywords = keyword { "/" keyword } "/"
//	take     = "1ST LEAD" | "REFILE" | …, alone on its line
//	category = a few short words in capitals, below the start
//	field    = "%" category | "#" slug | "$" headline | ":(" place ")" | "&" …
//	release  = "MEDIA RELEASE" … | "Source: " …
//	stamp    = "AP-" bureau "-mm-dd-yy" time zone | … ddhhmm [ zone ] month yy
//	trailer  = stamp | "NNNN" | sign
//	contacts = a heading such as "# dpa NOTEBOOK", and all lines below it
//
// These are the headers of ANPA 1312 (number, header, slug), of IPTC 7901 (source,
// keywords, take) and of teletypes, with or without their control characters. All lines
// above STX are in the envelope. Without STX the envelope ends with the first line that
// is none of its parts; notes to editors and lines such as BULLETIN may stand between
// them. A header that is repeated below is in the envelope too. Of two values of a
// field the first counts.
//
// The lines that an ANPA desk marks with "^" and "<" below the slug are parts of the
// story. Read leaves them to package wire. It sets the rows of a table, whose cells are
// parted by control characters or semicolons, in columns.
package envelope

import (
	"slices"
	"strings"

	"dateline/feed/story"
	"dateline/feed/wire/line"
)

const (
	topLines  = 24      // lines at the top that may be in the envelope
	topBytes  = 4096    // bytes that are searched for the start of the text
	lineBytes = 160     // bytes of a line that may be in the envelope
	mostLines = 1 << 19 // a text of more lines is not agency copy
)

// Read reads the envelope of text, which must be decoded and may have control
// characters. It returns the envelope, and the text with the lines of the envelope
// blanked. The text keeps the number of its lines, as package clean counts them; a text
// without envelope and tables is returned as it is. Read takes time linear in the length of text.
func Read(text string) (story.Envelope, string) {
	r := &reader{rest: text}
	r.readTop()
	if len(r.e.Lines) == 0 && !mayHaveEnd(text) && !strings.Contains(text, rs) || strings.Count(text, "\n") > mostLines {
		return story.Envelope{}, text
	}
	top := len(r.lines)
	for r.has(len(r.lines)) {
	}
	r.readBelow(top)
	if tables := r.setTables(); tables == 0 && len(r.e.Lines) == 0 && len(r.e.Contacts) == 0 {
		return story.Envelope{}, text
	}
	slices.SortStableFunc(r.e.Lines, func(a, b story.Line) int { return a.Span.First - b.Span.First })
	return r.e, r.text()
}

// reader reads the envelope of one text.
type reader struct {
	e     story.Envelope
	lines []string // with control characters; a line of the envelope is empty
	rest  string   // the text below lines
	open  bool     // the text does not end with a line end

	form     form
	stx      int    // the line with STX, -1 if there is none
	signed   bool   // control characters of a header are above STX
	category int    // the line that may be a category, -1 if none
	first    string // the beginning of the slug in the header above
	full     bool   // the slug in full has been read
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
