package envelope

import (
	"strings"

	"dateline/feed/wire/line"
)

// The control characters of wire transmission that have a meaning here. Others only set
// type or switch printers.
const (
	soh = "\x01" // before the header
	stx = "\x02" // before the text
	etx = "\x03" // after the text
	enq = "\x05" // before a routing line
	bs  = "\x08" // before the row of a table
	syn = "\x16" // before the header
	rs  = "\x1e" // between the cells of a table
	us  = "\x1f" // between the fields of a number line, and before the cells of a table
)

// readable removes the control characters of wire transmission from a line.
var readable = strings.NewReplacer(soh, "", stx, "", etx, "", "\x04", "", enq, "", "\x06", "", bs, "",
	"\x10", "", "\x11", "", "\x12", "", "\x13", "", "\x14", "", syn, "", rs, " ", us, " ", "\x7f", "")

// bare returns a line without the control characters of wire transmission.
func bare(s string) string {
	if !hasControls(s) {
		return s
	}
	return readable.Replace(s)
}

// fields replaces the controls that separate the fields of a header with spaces.
var fields = strings.NewReplacer("\x11", " ", "\x12", " ", "\x13", " ", "\x14", " ")

// plain returns a line of the envelope without control characters and surrounding space.
func plain(s string) string {
	if hasControls(s) {
		s = readable.Replace(fields.Replace(s))
	}
	return strings.TrimSpace(s)
}

// hasControls reports whether s has a control character other than a tab.
func hasControls(s string) bool {
	if line.IsPrintable(s) {
		return false
	}
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != '\t' || c == 0x7f {
			return true
		}
	}
	return false
}

// cutLine cuts the first line off text. Lines end as in package clean. Ended is false for
// a last line without a line end.
func cutLine(text string) (first, rest string, ended bool) {
	if i := strings.IndexByte(text[:min(len(text), 4*lineBytes)], '\n'); i >= 0 && line.IsPrintable(text[:i]) {
		return text[:i], text[i+1:], true
	}
	for i := range len(text) {
		if !endsLines[text[i]] {
			continue
		}
		if n := lineEnd(text[i:]); n > 0 {
			return text[:i], text[i+n:], true
		}
	}
	return text, "", false
}

// endsLines has the bytes with which a line end may begin.
var endsLines = [256]bool{'\n': true, '\r': true, '\v': true, '\f': true, 0xc2: true, 0xe2: true}

// lineEnd returns the length of the line end that s begins with, 0 if there is none.
func lineEnd(s string) int {
	for _, end := range [...]string{"\n", "\r\n", "\r\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"} {
		if strings.HasPrefix(s, end) {
			return len(end)
		}
	}
	return 0
}
