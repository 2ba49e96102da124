package wire

import (
	"strings"
	"unicode"

	"dateline/feed/story"
)

const (
	headerBytes = 160 // bytes of a line that may be a transmission header
	headerLines = 24  // lines at the top that may be
)

// envelope reads the transmission headers that begin on line i and returns the
// first line that is none.
func (p *parser) envelope(i int) int {
	fields := p.fieldLines(i)
	for n := 0; i < len(p.lines) && n < headerLines; n++ {
		line := strings.TrimSpace(p.lines[i])
		switch {
		case i < fields && blank(line):
		case i < fields && p.field(i, line):
		case isTrailer(line) || isHeader(line) || isSlug(line):
			p.keepHeader(i, p.lines[i])
		case isFlash(line) && p.next(i+1) < len(p.lines):
			p.keepFlash(i, line)
		case isTimedStamp(line):
			p.keepSent(i)
		default:
			return i
		}
		i = p.next(i + 1)
	}
	return i
}

// keepFlash keeps line i, which says that the story is urgent.
func (p *parser) keepFlash(i int, line string) {
	p.flash = true
	p.s.Envelope.Priority = line
	p.envelopeLine(i)
}

func (p *parser) envelopeLine(i int) {
	p.s.Envelope.Lines = append(p.s.Envelope.Lines, story.Line{Text: fold(p.lines[i]), Span: span(i, i+1)})
}

// keepHeader keeps line i as one of the envelope's and reads its fields.
func (p *parser) keepHeader(i int, line string) {
	p.envelopeLine(i)
	text := fold(line)
	e := &p.s.Envelope
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
	p.stamp(text)
}

// isFlash reports whether line is the word of an agency's highest priority.
func isFlash(line string) bool {
	switch strings.Trim(strings.ToUpper(head(line, 40)), " =<^+:*") {
	case "URGENT", "BULLETIN", "FLASH", "BIZ URGENT", "EILMELDUNG", "AP NEWSALERT", "APNEWSALERT", "NEWSALERT", "URGENTE", "ALERTE", "СРОЧНО", "МОЛНИЯ", "속보", "速報":
		return len(line) <= 40
	}
	return false
}

// isSlug reports whether line is a slug: "^BC-US--Storm-Ferry,1st Ld-Writethru<".
func isSlug(line string) bool {
	if len(line) > headerBytes {
		return false
	}
	s := strings.TrimLeft(strings.TrimSpace(line), "^/")
	caret := s != strings.TrimSpace(line)
	for _, w := range [...]string{"BC-", "AM-", "PM-", "AP-BC-", "bc-", "BC "} {
		rest, ok := strings.CutPrefix(s, w)
		if !ok || rest == "" {
			continue
		}
		if caret && w != "BC " || w == "BC-" || w == "bc-" || w == "AP-BC-" {
			return !endsSentence(rest)
		}
		return unicode.IsUpper(rune(rest[0])) && strings.ContainsAny(rest, "-,") && strings.Count(rest, " ") <= 2 && (strings.Contains(rest, "--") || isUpper(rest))
	}
	return false
}

// header is what a line of ANPA 1312 or IPTC 7901 says.
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
func readHeader(line string) (h header, ok bool) {
	if len(line) > headerBytes || len(line) < 5 || !isLetters(line[:1], 1, 1) {
		return h, false
	}
	w := strings.Fields(line)
	if len(w) < 2 {
		return h, isServiceNumber(line) && strings.HasSuffix(line, "-")
	}
	if h, ok := readPriority(w); ok {
		return h, true
	}
	if w, ok = cutService(w); !ok {
		return h, false
	}
	switch {
	case isLetters(w[0], 1, 1) && len(w) > 1 && isLetters(w[1], 1, 2):
		h.priority, h.category, w = w[0], w[1], w[2:]
	case isLetters(w[0], 2, 2):
		h.priority, h.category, w = w[0][:1], w[0][1:], w[1:]
	case isDigits(w[0], 1, 1) && len(w) > 1 && isLetters(w[1], 1, 4):
		h.priority, h.category, w = w[0], w[1], w[2:]
	default:
		return h, false
	}
	h.readRest(w)
	return h, true
}

// cutService takes the source and the number of a message off its header.
func cutService(w []string) (rest []string, ok bool) {
	switch {
	case isLetters(w[0], 2, 4) && isDigits(w[1], 3, 4) && len(w) > 2:
		return w[2:], true
	case isServiceNumber(w[0]):
		return w[1:], true
	}
	return w, false
}

// readPriority reads the second line of an ANPA header: "r wBC-Ferry-Storm 10-03
// 0210".
func readPriority(w []string) (h header, ok bool) {
	if !isLetters(w[0], 1, 1) || len(w) < 2 || w[0][0] < 'a' {
		return h, false
	}
	rest := w[1:]
	if isLetters(rest[0], 1, 1) && len(rest) > 1 {
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
		case isDigits(word, 2, 5) && h.words == 0:
			h.words = atoi(word)
		case h.slug == "" && strings.IndexByte(word, '-') > 0 && unicode.IsLetter(rune(word[0])):
			h.slug = strings.TrimRight(word, "<")
		}
	}
}

// isServiceNumber reports whether w is a service and a message number: "a0123".
func isServiceNumber(w string) bool {
	w = strings.TrimRight(w, "-")
	i := strings.IndexAny(w, "0123456789")
	return i >= 1 && i <= 4 && isLetters(w[:i], 1, 4) && isDigits(w[i:], 3, 4)
}

func isLetters(s string, least, most int) bool {
	return len(s) >= least && len(s) <= most && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

func isDigits(s string, least, most int) bool {
	return len(s) >= least && len(s) <= most && strings.Trim(s, "0123456789") == ""
}

func atoi(s string) int {
	n := 0
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
}

// isTrailer reports whether line opens or ends a transmission: "ZCZC", "NNNN",
// "AP-NY-08-15-20 1430EDT", "dpa ab cd 151430 Aug 20".
func isTrailer(line string) bool {
	if len(line) > 80 {
		return false
	}
	s := strings.TrimSpace(line)
	if s == "NNNN" || s == "ZCZC" || strings.HasPrefix(s, "ZCZC ") || strings.HasPrefix(s, "ZCZC") && isDigits(tail(s, 3), 3, 3) && len(s) < 12 {
		return true
	}
	_, ok := transmitted(s)
	return ok
}

// fieldNames are the headers "Name: value" that some archives put before a
// story; two of them in a row make a block of headers.
var fieldNames = set("slug priority category words date published updated headline title byline author source agency language dateline keywords id copyright credit")

// fieldLines is the line behind a block of headers that begins on line i, i
// where there is none.
func (p *parser) fieldLines(i int) int {
	n, end := 0, i
	for ; end < len(p.lines) && end < i+headerLines; end++ {
		if blank(p.lines[end]) {
			break
		}
		if _, _, ok := cutField(p.lines[end]); !ok {
			break
		}
		n++
	}
	if n < 2 || end < len(p.lines) && !blank(p.lines[end]) {
		return i
	}
	return end
}

func cutField(line string) (name, value string, ok bool) {
	name, value, ok = strings.Cut(head(line, 2000), ":")
	name = strings.ToLower(strings.TrimSpace(name))
	value = strings.TrimSpace(value)
	return name, value, ok && len(name) < 12 && fieldNames[name] && value != ""
}

// field reads the header on line i, which is one of a block.
func (p *parser) field(i int, line string) bool {
	name, value, ok := cutField(line)
	if !ok {
		return false
	}
	p.envelopeLine(i)
	e := &p.s.Envelope
	switch name {
	case "slug":
		e.Slug = fold(value)
	case "priority":
		e.Priority = fold(value)
	case "category":
		e.Category = fold(value)
	case "words":
		if isDigits(value, 1, 6) {
			e.Words = atoi(value)
		}
	case "headline", "title":
		p.s.Headline = Headline(value)
		p.s.Headline.Span = span(i, i+1)
	case "date", "published", "updated":
		p.stampField(value)
	}
	return true
}

// slugTake takes over the take that the slug names, "1st Ld-Writethru", where
// the headline has none.
func (p *parser) slugTake() {
	_, t, ok := strings.Cut(p.s.Envelope.Slug, ",")
	t = strings.Trim(t, " <")
	if !ok || len(p.s.Headline.Tags) > 0 {
		return
	}
	if g, known := readTag(t); known && g.take >= 0 {
		p.s.Headline.Kind, p.s.Headline.Take = g.kind, g.take
		p.s.Headline.Tags = []string{t}
	}
}
