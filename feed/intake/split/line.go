package split

import (
	"bytes"
	"iter"
)

// line is a line of a file.
type line struct {
	start int    // of the line
	next  int    // of the line after it
	text  []byte // without the blanks and control characters around it
	first bool   // the line above is blank, or there is none
}

// breaks are the control characters that end a line as a newline does, because they
// begin or end a transmission.
const breaks = "\x01\x03\x04\x1a"

// lines yields the lines of data. In a file without a newline they end with a carriage
// return.
func lines(data []byte) iter.Seq[line] { return linesAt(data, endsOf(data)) }

// linesAt is like lines for data whose lines end with ends.
func linesAt(data []byte, ends string) iter.Seq[line] {
	return func(yield func(line) bool) {
		first := true
		for at := 0; at < len(data); {
			var next int
			if len(ends) == 1 {
				next = bytes.IndexByte(data[at:], ends[0])
			} else {
				next = bytes.IndexAny(data[at:], ends)
			}
			if next < 0 {
				next = len(data) - at - 1
			}
			next += at + 1
			l := line{start: at, next: next, text: trim(data[at:next]), first: first}
			if !yield(l) {
				return
			}
			first = len(l.text) == 0
			at = next
		}
	}
}

// endsOf returns the characters that end the lines of data.
func endsOf(data []byte) string {
	ends := "\n"
	if bytes.IndexByte(data, '\n') < 0 {
		ends = "\r"
	}
	for i := range len(breaks) {
		if bytes.IndexByte(data, breaks[i]) >= 0 {
			return ends + breaks
		}
	}
	return ends
}

// maxOpening is the number of bytes in which a story must clearly begin.
const maxOpening = 4096

// upTo returns the start of data, up to a line that is a mark.
func upTo(data []byte, isMark func(text []byte) bool) []byte {
	data = data[:min(len(data), maxOpening)]
	for l := range lines(data) {
		if isMark(l.text) {
			return data[:l.start]
		}
	}
	return data
}

// isSpace reports whether b is a blank or a control character.
func isSpace(b byte) bool { return b <= ' ' || b == 0x7F }

// trim returns text without the blanks and control characters around it.
func trim(text []byte) []byte {
	for len(text) > 0 && isSpace(text[0]) {
		text = text[1:]
	}
	for len(text) > 0 && isSpace(text[len(text)-1]) {
		text = text[:len(text)-1]
	}
	return text
}

// isBlank reports whether text has only blanks and control characters.
func isBlank(text []byte) bool {
	for _, b := range text {
		if !isSpace(b) {
			return false
		}
	}
	return true
}

// The classes of the characters of a word.
func isDigit(b byte) bool  { return b >= '0' && b <= '9' }
func isUpper(b byte) bool  { return b >= 'A' && b <= 'Z' }
func isLetter(b byte) bool { return isUpper(b &^ 0x20) }

// is reports whether word has from min to max characters, all of one class.
func is(class func(byte) bool, word []byte, minimum, maximum int) bool {
	if len(word) < minimum || len(word) > maximum {
		return false
	}
	for _, b := range word {
		if !class(b) {
			return false
		}
	}
	return true
}
