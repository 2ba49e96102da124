package takes

import (
	"path"
	"strings"
	"time"

	"dateline/feed/story"
)

// slugOf returns the hash of the slug up to its first comma, 0 for none.
func slugOf(s *story.Story) uint64 {
	slug, _, _ := strings.Cut(s.Envelope.Slug, ",")
	if len(slug) > 3 && strings.EqualFold(slug[:3], "BC-") { // for both cycles
		slug = slug[3:]
	}
	return hashLetters(slug)
}

// bylineOf returns the hash of the names of the writers, 0 for none.
func bylineOf(s *story.Story) uint64 {
	var h uint64
	for _, n := range s.Byline.Names {
		h += hashLetters(n) // in any order
	}
	return h
}

// hashLetters returns the hash of the tokens of s, 0 if it has none.
func hashLetters(s string) uint64 {
	h := uint64(offset)
	l := newLexer(s[:min(len(s), maxHeadline)])
	for l.next() {
		h = (h ^ uint64(l.hash)) * 0x9E3779B97F4A7C15
	}
	if h == offset {
		return 0
	}
	return h
}

// The digits of a serial: a day, the number of the story on that day, its take and its desk.
const (
	dayDigits    = 8
	numberDigits = 4
	serialDigits = dayDigits + numberDigits + 2 + 3
)

// serialOf returns the hash of the serial of s: that of AEN20241003001200315, where 0012 is
// the number and 00 the take. It is in the name of the file or is the number of the message.
// It returns 0 if there is none.
func serialOf(s *story.Story) uint64 {
	name := path.Base(s.Path)
	name, _, _ = strings.Cut(name, ".")
	if h := serial(name); h != 0 {
		return h
	}
	return serial(s.Envelope.Number)
}

func serial(name string) uint64 {
	digits := strings.TrimLeft(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	letters := len(name) - len(digits)
	if letters < 2 || letters > 4 || len(digits) != serialDigits || strings.Trim(digits, "0123456789") != "" {
		return 0
	}
	day, err := time.Parse("20060102", digits[:dayDigits])
	if err != nil || day.Year() < 1970 || day.Year() > 2100 {
		return 0
	}
	return hashLetters(name[:letters] + " " + digits[:dayDigits+numberDigits])
}
