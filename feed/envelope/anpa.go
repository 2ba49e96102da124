package envelope

import (
	"strings"
	"unicode/utf8"

	"dateline/feed/story"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/line"
)

// readRouting reads the letters of the desks that get a copy.
func (r *reader) readRouting(s string, i int) bool {
	for w := range strings.FieldsSeq(s) {
		if len(w) > 2 {
			return false
		}
	}
	if !line.IsLetters(strings.ReplaceAll(s, " ", ""), 1, 16) || !isCapital(s) {
		return false
	}
	if _, _, ok := cutNumber(r.below(i)); !ok && !strings.Contains(r.lines[i], enq) {
		return false
	}
	r.take(i)
	return true
}

// readNumber reads the letter of a service, the number of a message, and the name of the
// service.
func (r *reader) readNumber(s string, i int) bool {
	number, name, ok := cutNumber(s)
	if !ok {
		return false
	}
	switch {
	case strings.ContainsAny(r.lines[i], soh+syn+us):
	case strings.HasSuffix(name, "-") && !strings.Contains(s, " "):
	case isHeader(r.below(i)):
	default:
		return false
	}
	r.setNumber(number, strings.Trim(strings.TrimPrefix(name, "US "), "- "))
	r.form = anpa
	r.take(i)
	return true
}

// setNumber sets the number of the message and the name of its service.
func (r *reader) setNumber(number, service string) {
	if r.e.Number == "" || r.form == zczc {
		r.e.Number, r.e.Service = number, service
	}
}

// cutNumber reads "w2870 asian", "f0704reute", "a0105KYODOkoko-" and "s0284-----".
func cutNumber(s string) (number, name string, ok bool) {
	n := strings.IndexAny(line.Head(s, 6), "0123456789")
	if n < 1 || !line.IsLetters(s[:n], 1, 4) {
		return "", "", false
	}
	end := n
	for end < len(s) && s[end] >= '0' && s[end] <= '9' {
		end++
	}
	name = strings.TrimSpace(s[end:])
	letters := marks.Replace(line.Head(name, 32))
	if end-n < 3 || end-n > 4 || len(name) > 24 || strings.Count(name, " ") > 2 || letters != "" && !line.IsLetters(letters, 1, 24) {
		return "", "", false
	}
	return s[:end], name, true
}

// isCapital reports whether s has no small letter.
func isCapital(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 'a' && c <= 'z' {
			return false
		} else if c >= utf8.RuneSelf {
			return strings.ToUpper(s[i:]) == s[i:]
		}
	}
	return true
}

// header is the content of the second line of ANPA 1312.
type header struct {
	number, priority, category, slug string
	takes                            []string
	words                            int
	day                              calendar.Day
}

// isHeader reports whether s is the header of ANPA 1312.
func isHeader(s string) bool {
	_, ok := parseHeader(s)
	return ok
}

// readHeader reads the header of ANPA 1312.
func (r *reader) readHeader(s string, i int) bool {
	h, ok := parseHeader(s)
	if !ok {
		return false
	}
	if h.number != "" {
		r.setNumber(h.number, "")
	}
	e := &r.e
	if e.Priority == "" {
		e.Priority, e.Category = h.priority, h.category
	}
	if e.Words == 0 {
		e.Words = h.words
	}
	if e.Slug == "" {
		e.Slug = h.slug
	}
	r.first = squeeze(h.slug)
	if h.day.Month != 0 && e.Sent.Month == 0 {
		e.Sent = story.Date{Month: h.day.Month, Day: h.day.Day}
	}
	r.addTakes(h.takes)
	r.addTakes(alertIn(h.slug))
	r.form = anpa
	r.take(i)
	return true
}

// parseHeader reads "r a BC-Ferry-Storm 1stLd 10-03 0210", also with the number of the
// message before it, and with category and slug glued together.
func parseHeader(s string) (h header, ok bool) {
	if len(s) < 5 || len(s) > lineBytes || !line.IsLetters(s[:1], 1, 1) {
		return h, false
	}
	if s[1] > ' ' && s[2] > ' ' && s[1]|s[2] < utf8.RuneSelf && !strings.ContainsAny(s[:5], "0123456789") {
		return h, false // the first word is neither a priority nor a number
	}
	w := strings.Fields(s)
	if number, name, ok := cutNumber(w[0]); ok && strings.Trim(name, "-") == "" {
		h.number, w = number, w[1:]
	}
	if len(w) < 2 || !line.IsLetters(w[0], 1, 2) || isCapital(w[0]) {
		return h, false
	}
	if w = h.readPriority(w); w == nil {
		return h, false
	}
	for len(w) > 1 && line.IsLetters(w[0], 1, 2) && isCapital(w[0]) {
		w = w[1:] // the desks that get a copy
	}
	return h, h.readRest(w)
}

// readPriority cuts priority and category off w. It returns nil if they are not there.
func (h *header) readPriority(w []string) (rest []string) {
	switch {
	case len(w[0]) == 2 && h.number != "":
		h.priority, h.category = w[0][:1], w[0][1:]
		return w[1:]
	case len(w[0]) == 2:
		return nil
	case line.IsLetters(w[1], 1, 2) && len(w) > 2:
		h.priority, h.category = w[0], w[1]
		return w[2:]
	case line.IsLetters(w[1][:1], 1, 1) && startsSlug(w[1][1:]):
		h.priority, h.category = w[0], w[1][:1]
		return append([]string{w[1][1:]}, w[2:]...)
	}
	return nil
}

// readRest reads the slug, the day and the number of words. It returns false if w has
// neither a slug of a known form nor a day.
func (h *header) readRest(w []string) bool {
	end := len(w)
	if end > 1 && line.IsDigits(w[end-1], 2, 5) {
		h.words, end = line.Atoi(w[end-1]), end-1
	}
	dated := end > 1 && len(w[end-1]) == 5 && w[end-1][2] == '-' && line.IsDigits(w[end-1][:2], 2, 2) && line.IsDigits(w[end-1][3:], 2, 2)
	if dated {
		month, day := line.Atoi(w[end-1][:2]), line.Atoi(w[end-1][3:])
		if calendar.ValidDay(month, day) {
			h.day = calendar.Day{Month: month, Day: day}
		}
		end--
	}
	named := startsSlug(w[0]) && end < 5 && (len(w[0]) < 4 || isCapital(w[0][3:4]))
	if !dated && !named && (h.number == "" || strings.IndexByte(w[0], '-') <= 0) {
		return false
	}
	h.takes = takesIn(w[1:end])
	h.slug = strings.Trim(w[0], "^<=,")
	return true
}
