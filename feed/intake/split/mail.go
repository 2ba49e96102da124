package split

import (
	"bytes"
	"time"
)

// fromLine begins each message of a mail folder.
var fromLine = []byte("From ")

// mailFolder splits a file in the format mbox, whose first line is a line "From ".
// These lines are not part of the messages.
func mailFolder(data []byte, _ func([]byte) bool) (cuts []cut) {
	for l := range lines(data) {
		if isFromLine(l.text) && startsHeader(data[l.next:]) {
			cuts = append(cuts, cut{end: l.start, next: l.next})
		} else if len(cuts) == 0 && len(l.text) > 0 {
			return nil
		}
	}
	return cuts
}

// isFromLine reports whether text is "From ", an address and a date with a year:
// "From ana@skarn.example Thu Oct  3 09:15:00 2031".
func isFromLine(text []byte) bool {
	rest, ok := bytes.CutPrefix(text, fromLine)
	if !ok || len(rest) > 300 {
		return false
	}
	month, clock, year := false, false, false
	for word := range bytes.FieldsSeq(rest) {
		switch {
		case is(isDigit, word, 4, 4):
			year = true
		case len(word) == 3 && bytes.Contains(months, word):
			month = true
		case isDigit(word[0]) && bytes.IndexByte(word, ':') > 0:
			_, long := time.Parse("15:04:05", string(word))
			_, short := time.Parse("15:04", string(word))
			clock = clock || long == nil || short == nil
		}
	}
	return month && clock && year
}

var months = []byte("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")

// startsHeader reports whether a message begins with a header field: "Date: …".
func startsHeader(message []byte) bool {
	first, _, _ := bytes.Cut(message[:min(len(message), 300)], []byte("\n"))
	if bytes.HasPrefix(first, []byte(">From ")) {
		return true
	}
	name, _, ok := bytes.Cut(first, []byte(":"))
	if !ok || len(name) == 0 {
		return false
	}
	for _, b := range name {
		if !isLetter(b) && !isDigit(b) && b != '-' && b != '_' {
			return false
		}
	}
	return true
}

// maxHeader is the most bytes of a message that are searched for its Message-ID.
const maxHeader = 64 << 10

// messageKey returns the key of a message: a digest of its Message-ID, or "".
func messageKey(data []byte, start, end int) string {
	header := data[start:min(end, start+maxHeader)]
	for len(header) > 0 {
		var l []byte
		l, header, _ = bytes.Cut(header, []byte("\n"))
		if l = trim(l); len(l) == 0 {
			break
		}
		name, value, ok := bytes.Cut(l, []byte(":"))
		if !ok || !bytes.EqualFold(name, []byte("Message-ID")) {
			continue
		}
		if value = trim(value); len(value) == 0 { // it is on the next line
			value, _, _ = bytes.Cut(header, []byte("\n"))
			value = trim(value)
		}
		return digest(value)
	}
	return ""
}

// quotedFrom is the start of a line of a message that begins with "From ".
var quotedFrom = []byte(">From ")

// Unquote returns a message of a mail folder as it was sent: a line that begins with
// ">From ", ">>From " and so on loses its first ">". It returns message itself if there is
// no such line.
func Unquote(message []byte) []byte {
	if !bytes.Contains(message, quotedFrom) {
		return message
	}
	out := make([]byte, 0, len(message))
	for len(message) > 0 {
		next := bytes.IndexByte(message, '\n') + 1
		if next == 0 {
			next = len(message)
		}
		l := message[:next]
		message = message[next:]
		if rest := bytes.TrimLeft(l, ">"); len(rest) < len(l) && bytes.HasPrefix(rest, fromLine) {
			l = l[1:]
		}
		out = append(out, l...)
	}
	return out
}
