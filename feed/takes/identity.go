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

// versionBits is the number of bits of an identifier in a Print that have the version.
const versionBits = 8

// namesOf returns the hashes of the main identifier of s, of its main address, and of the
// identifier of what it was made from; 0 for none.
func namesOf(s *story.Story) (uid, url, from uint64) {
	if len(s.UIDs) > 0 {
		uid = hashName(s.UIDs[0])<<versionBits | uint64(min(max(s.Version, 0), 1<<versionBits-1))
	}
	if len(s.URLs) > 0 {
		url = hashName(s.URLs[0]) << versionBits
	}
	if s.Replaces != "" {
		from = hashName(s.Replaces) << versionBits
	}
	return uid, url, from
}

// hashName returns the hash of all bytes of s, in the bits of an identity without a version; it
// is not 0.
func hashName(s string) uint64 {
	h := uint64(14695981039346656037) // FNV-1a
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	const size = idBits - versionBits
	return max(1, (h^h>>size)&(1<<size-1))
}

// version returns the version of p, 0 if it is not known.
func (p *Print) version() uint64 { return p.uid & (1<<versionBits - 1) }

// named returns why the names of the stories say that they are one, whatever the day; "" if they
// do not. Pages that give one address to all stories of a site are told apart by their texts.
func (c *pairing) named() Why {
	a, b := c.a, c.b
	why := Why("")
	switch {
	case !a.IsNamed() || !b.IsNamed():
		return ""
	case a.uid != 0 && a.uid>>versionBits == b.uid>>versionBits:
		why = UID
	case a.from != 0 && a.from>>versionBits == b.uid>>versionBits, b.from != 0 && b.from>>versionBits == a.uid>>versionBits:
		why = Made
	case a.url != 0 && a.url == b.url:
		c.shares = measure(a, b)
		if c.key || c.title >= 0.5 || c.body >= 0.2 || c.lede >= 0.15 {
			why = URL
		}
	}
	if why != "" && a.copied == b.copied && a.size == b.size {
		return Copy
	}
	return why
}

// Named reports whether the names of two stories say that they are takes of one, whatever the day.
func Named(a, b *Print) bool {
	c := pairing{a: a, b: b}
	return !a.alone() && !b.alone() && c.named() != ""
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
