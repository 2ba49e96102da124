// Package envelope reads the envelope of agency copy: the lines that a service sends
// with a story to route and file it. It runs between decoding and cleaning, because the
// control characters that separate header and text are removed when a text is cleaned.
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
//	stamp    = ( "AP-" bureau | "NYT" ) "-mm-dd-yy" time zone | … ddhhmm [ zone ] month yy | dd-month-yy hh:mm
//	trailer  = stamp | "NNNN" | sign
//	contacts = a heading such as "# dpa NOTEBOOK", and all lines below it
//
// These are the headers of ANPA 1312 (number, header, slug), of IPTC 7901 (source,
// keywords, take) and of teletypes, with or without their control characters. All lines
// above STX are in the envelope. Without STX the envelope ends before the first line that
// is not one of its parts; notes to editors and lines such as BULLETIN may stand between
// them. A header that is repeated below is in the envelope too. The first value of a
// field counts.
//
// The lines that an ANPA desk marks with "^" and "<" below the slug are parts of the
// story. Read leaves them to package wire. It sets the rows of a table, whose cells are
// separated by control characters or semicolons, in columns.
package envelope

import (
	"sort"
	"strings"

	"dateline/feed/story"
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
// without envelope and tables is returned unchanged. Read takes time linear in the length
// of text.
func Read(text string) (story.Envelope, string) {
	if len(text) > mostLines && strings.Count(text, "\n") > mostLines {
		return story.Envelope{}, text
	}
	r := &reader{rest: text}
	r.lines = r.top[:0]
	r.readTop()
	r.agate = isAgate(text)
	if len(r.e.Lines) == 0 && !mayHaveEnd(text) && !strings.Contains(text, rs) && !r.agate {
		return story.Envelope{}, text
	}
	top := len(r.lines)
	for r.has(len(r.lines)) {
	}
	r.readRepeated(top)
	r.readBelow()
	if tables := r.setTables(); tables == 0 && len(r.e.Lines) == 0 && len(r.e.Contacts) == 0 {
		return story.Envelope{}, text
	}
	sort.SliceStable(r.e.Lines, func(i, j int) bool { return r.e.Lines[i].Span.First < r.e.Lines[j].Span.First })
	return r.e, r.text()
}
