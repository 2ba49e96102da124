package wire

import (
	"strings"
	"unicode"

	"dateline/feed/story"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

const (
	headerBytes = 160 // bytes of a line that may be a transmission header
	headerLines = 24  // lines at the top that may be
)

// addHeader adds the fields in the header text to e.
func addHeader(e *story.Envelope, text string) {
	if h, ok := readHeader(text); ok {
		if h.priority != "" {
			e.Priority, e.Category = h.priority, h.category
		}
		if h.words > 0 {
			e.Words = h.words
		}
		if h.slug != "" && e.Slug == "" {
			e.Slug = h.slug
		}
	} else if isSlug(text) && (e.Slug == "" || text[0] == '^') {
		e.Slug = strings.Trim(text, "^<=/ ")
	}
}

// isFlash reports whether line is the word of an agency's highest priority.
func isFlash(s string) bool {
	return len(s) <= 40 && flashWords()[strings.Trim(strings.ToUpper(s), " =<^+:*")]
}

var flashWords = words.Set("flash")

// isSlug reports whether line is a slug: "^BC-US--Storm-Ferry,1st Ld-Writethru<".
func isSlug(l string) bool {
	if len(l) > headerBytes {
		return false
	}
	s := strings.TrimLeft(strings.TrimSpace(l), "^/")
	caret := s != strings.TrimSpace(l)
	for _, w := range [...]string{"BC-", "AM-", "PM-", "AP-BC-", "bc-", "BC "} {
		rest, ok := strings.CutPrefix(s, w)
		if !ok || rest == "" {
			continue
		}
		if caret && w != "BC " || w == "BC-" || w == "bc-" || w == "AP-BC-" {
			return !line.EndsSentence(rest)
		}
		return unicode.IsUpper(rune(rest[0])) && strings.ContainsAny(rest, "-,") && strings.Count(rest, " ") <= 2 && (strings.Contains(rest, "--") || line.IsUpper(rest))
	}
	return false
}

// header is the content of a line of ANPA 1312 or IPTC 7901.
type header struct {
	priority, category, slug string
	words                    int
}

// isHeader reports whether line is a header of ANPA 1312 or IPTC 7901.
func isHeader(line string) bool {
	_, ok := readHeader(line)
	return ok
}

// readHeader reads "a0123 r i bc-ferry-storm 08-15 0412" and "dpa0123 4 pl 210
// ferry", also with a space before the number.
func readHeader(s string) (h header, ok bool) {
	if len(s) > headerBytes || len(s) < 5 || !line.IsLetters(s[:1], 1, 1) {
		return h, false
	}
	w := strings.Fields(s)
	if len(w) < 2 {
		return h, isServiceNumber(s) && strings.HasSuffix(s, "-")
	}
	if h, ok := readPriority(w); ok {
		return h, true
	}
	if w, ok = cutService(w); !ok {
		return h, false
	}
	switch {
	case line.IsLetters(w[0], 1, 1) && len(w) > 1 && line.IsLetters(w[1], 1, 2):
		h.priority, h.category, w = w[0], w[1], w[2:]
	case line.IsLetters(w[0], 2, 2):
		h.priority, h.category, w = w[0][:1], w[0][1:], w[1:]
	case line.IsDigits(w[0], 1, 1) && len(w) > 1 && line.IsLetters(w[1], 1, 4):
		h.priority, h.category, w = w[0], w[1], w[2:]
	default:
		return h, false
	}
	h.readRest(w)
	return h, true
}

// cutService cuts the source and the number of a message off its header.
func cutService(w []string) (rest []string, ok bool) {
	switch {
	case line.IsLetters(w[0], 2, 4) && line.IsDigits(w[1], 3, 4) && len(w) > 2:
		return w[2:], true
	case isServiceNumber(w[0]):
		return w[1:], true
	}
	return w, false
}

// readPriority reads the second line of an ANPA header: "r wBC-Ferry-Storm 10-03
// 0210".
func readPriority(w []string) (h header, ok bool) {
	if !line.IsLetters(w[0], 1, 1) || len(w) < 2 || w[0][0] < 'a' {
		return h, false
	}
	rest := w[1:]
	if line.IsLetters(rest[0], 1, 1) && len(rest) > 1 {
		h.category, rest = rest[0], rest[1:]
	} else {
		h.category, rest = rest[0][:1], append([]string{rest[0][1:]}, rest[1:]...)
	}
	if !isSlug(rest[0]) {
		return header{}, false
	}
	h.priority = w[0]
	h.readRest(rest)
	return h, true
}

func (h *header) readRest(w []string) {
	for _, word := range w {
		switch {
		case line.IsDigits(word, 2, 5) && h.words == 0:
			h.words = line.Atoi(word)
		case h.slug == "" && strings.IndexByte(word, '-') > 0 && unicode.IsLetter(rune(word[0])):
			h.slug = strings.TrimRight(word, "<")
		}
	}
}

// isServiceNumber reports whether w is a service and a message number: "a0123".
func isServiceNumber(w string) bool {
	w = strings.TrimRight(w, "-")
	i := strings.IndexAny(w, "0123456789")
	return i >= 1 && i <= 4 && line.IsLetters(w[:i], 1, 4) && line.IsDigits(w[i:], 3, 4)
}

// isTrailer reports whether line opens or ends a transmission: "ZCZC", "NNNN",
// "AP-NY-08-15-20 1430EDT", "dpa ab cd 151430 Aug 20".
func isTrailer(l string) bool {
	if len(l) > 80 {
		return false
	}
	s := strings.TrimSpace(l)
	if s == "NNNN" || s == "ZCZC" || strings.HasPrefix(s, "ZCZC ") || strings.HasPrefix(s, "ZCZC") && line.IsDigits(line.Tail(s, 3), 3, 3) && len(s) < 12 {
		return true
	}
	_, ok := calendar.Transmitted(s)
	return ok
}

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
	name = strings.ToLower(strings.TrimSpace(name))
	value = strings.TrimSpace(value)
	return name, value, ok && len(name) < 12 && fieldNames()[name] && value != ""
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

// bare returns lines without the marks "^" and "<" that begin and end the lines of
// an ANPA header.
func bare(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l
		if t := strings.TrimSpace(l); strings.HasPrefix(t, "^") {
			if stripped := strings.TrimRight(strings.TrimLeft(t, "^"), "<"); !line.Blank(stripped) {
				out[i] = stripped
			}
		}
	}
	return out
}
