package split

import (
	"bytes"
	"encoding/binary"
)

// sign is a set of signs that a file may have several stories. Looking for them is
// quick, and most files have none.
type sign int

const (
	fromLines sign = 1 << iota
	tags
	telexLines
	headings
	ends
	documentLines
	headerLines
	rulers
)

// signsOf returns the signs in data. It does not count them, except for headers, so a
// file with a sign may still have one story.
func signsOf(data []byte) (s sign) {
	if top := bytes.TrimLeft(data[:min(len(data), 4096)], " \t\r\n"); bytes.HasPrefix(top, fromLine) {
		s |= fromLines
	} else if len(top) > 0 && top[0] == '<' {
		s |= tags
	}
	for _, m := range telexMarks {
		if bytes.Contains(data, []byte(m.start)) {
			s |= telexLines
		}
	}
	newlines := endsOf(data)
	if len(newlines) > 1 && bytes.IndexByte(data, soh) >= 0 {
		s |= headings
	}
	if len(newlines) > 1 && (bytes.IndexByte(data, ctrlZ) >= 0 || bytes.IndexByte(data, eot) >= 0) {
		s |= ends
	}
	return s | lineSigns(data, newlines)
}

// lineSigns returns the signs that are lines of data, which end with newlines.
func lineSigns(data []byte, newlines string) (s sign) {
	headers := 0
	for l := range linesAt(data, newlines) {
		if len(l.text) < 3 || len(l.text) > maxHead {
			continue
		}
		if isRuler(l.text) {
			s |= rulers
			continue
		}
		if !startsLikeHeader(l.text) {
			continue
		}
		if isHeader(l.text) || len(slugOf(l.text)) > 0 {
			headers++
		}
		if isDocumentLine(l.text) {
			s |= documentLines
		}
	}
	if headers > 1 {
		s |= headerLines
	}
	return s
}

// startsLikeHeader reports whether a digit or a hyphen is in the first words of a line,
// as in every header. It is a quick test before the slow ones.
func startsLikeHeader(text []byte) bool {
	if len(text) >= 24 && !hasMark(text) && !hasMark(text[8:]) && !hasMark(text[16:]) {
		return false
	}
	for _, b := range text[:min(len(text), 24)] {
		if isDigit(b) || b == '-' {
			return true
		}
	}
	return false
}

// hasMark reports whether one of the first eight bytes of text is from '-' to '9': a hyphen,
// a full stop, a slash or a digit.
func hasMark(text []byte) bool {
	const ones, high = 0x0101010101010101, 0x8080808080808080
	w := binary.LittleEndian.Uint64(text)
	least := w&^high + (0x80-'-')*ones // high bit where a byte is at least '-'
	more := w&^high + (0x7F-'9')*ones  // high bit where a byte is more than '9'
	return least&^more&^w&high != 0
}
