package envelope

import (
	"strings"
	"unicode"

	"dateline/feed/story"
	"dateline/feed/wire/calendar"
	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
)

// readRouting reads the letters of the desks that get a copy.
func (r *reader) readRouting(s string, i int) bool {
	if !line.IsLetters(strings.ReplaceAll(s, " ", ""), 1, 16) || !isCapital(s) {
		return false
	}
	for w := range strings.FieldsSeq(s) {
		if len(w) > 2 {
			return false
		}
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

func isCapital(s string) bool { return strings.ToUpper(s) == s }

// header is the content of the second line of ANPA 1312.
type header struct {
	number, priority, category, slug string
	takes                            []string
	words                            int
	day                              calendar.Day
}

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

// slugStarts are the beginnings of a slug: the cycles for which copy is sent.
var slugStarts = [...]string{"BC-", "AM-", "PM-", "AP-", "bc-", "am-", "pm-"}

// startsSlug reports whether s begins like a slug.
func startsSlug(s string) bool {
	return line.HasPrefix(s, slugStarts[:]...) && len(s) > 3 || isAlert(s)
}

// isAlert reports whether s is the slug of a story of the highest priority.
func isAlert(s string) bool {
	return flashWords()[strings.ToUpper(strings.Trim(s, "^<= "))]
}

// readSlug reads the slug below the header, or one without a header.
func (r *reader) readSlug(s string, i int) bool {
	end, ok := r.slugEnd(s, i)
	if !ok {
		return false
	}
	text := line.Join(r.lines[i:end])
	slug, rest, _ := strings.Cut(strings.Trim(plain(text), "^<=/ "), ",")
	if r.form == none {
		r.form = anpa
	}
	slug, take := cutTake(line.Fold(slug))
	if !r.full {
		r.e.Slug, r.full = slug, true
	}
	r.first = ""
	for field := range strings.SplitSeq(take+","+rest, ",") {
		field = strings.TrimSpace(field)
		if line.IsDigits(field, 1, 5) && r.e.Words == 0 {
			r.e.Words = line.Atoi(field)
		}
		r.addTakes(takesIn(strings.Fields(field)))
	}
	r.addTakes(alertIn(slug))
	for k := i; k < end; k++ {
		r.take(k)
	}
	return true
}

// cutTake cuts a tag such as "1st Ld-Writethru" off the end of a slug.
func cutTake(slug string) (rest, take string) {
	w := strings.Fields(slug)
	for i := max(1, len(w)-2); i < len(w); i++ {
		take = strings.Join(w[i:], " ")
		if _, _, ok := line.LeadingNumber(take); ok && len(takesIn(w[i:])) > 0 {
			return strings.Join(w[:i], " "), take
		}
	}
	return slug, ""
}

// alertIn returns the word of a slug that is of the highest priority: "NewsAlert".
func alertIn(slug string) []string {
	for w := range strings.FieldsFuncSeq(slug, func(c rune) bool { return c == '-' || c == ' ' }) {
		if isAlert(w) {
			return []string{w}
		}
	}
	return nil
}

// slugEnd returns the line after the slug that begins on line i.
func (r *reader) slugEnd(s string, i int) (end int, ok bool) {
	if len(s) > lineBytes {
		return i, false
	}
	if !isSlug(s) && !r.followsHeader(s) {
		return i, false
	}
	if s[0] == '^' && !strings.HasSuffix(s, "<") && !strings.HasSuffix(s, "=") {
		for k := i + 1; k < i+3 && r.has(k); k++ {
			next := plain(line.Head(r.lines[k], lineBytes))
			if next == "" || next[0] == '^' {
				break
			}
			if strings.HasSuffix(next, "<") {
				return k + 1, true
			}
		}
	}
	return i + 1, true
}

// followsHeader reports whether s, below a header, is the slug in full: it begins like
// the slug of the header, which may be cut, or has the number of its words.
func (r *reader) followsHeader(s string) bool {
	if r.first == "" {
		return false
	}
	marked := s[0] == '^'
	if i := strings.LastIndexByte(s, ','); marked && i > 0 && line.IsDigits(strings.TrimRight(s[i+1:], "<"), 1, 5) {
		return true
	}
	full := squeeze(strings.Trim(s, "^<= "))
	n := min(len(r.first), len(full))
	return n >= 4 && strings.EqualFold(full[:n], r.first[:n]) && !line.EndsSentence(s)
}

// squeeze returns the letters and digits of the first part of a slug.
func squeeze(slug string) string {
	slug, _, _ = strings.Cut(slug, ",")
	return marks.Replace(slug)
}

// marks removes the marks between the parts of names and slugs.
var marks = strings.NewReplacer(" ", "", "-", "")

// isSlug reports whether s is a slug: "^BC-US--Storm-Ferry,1st Ld-Writethru<".
func isSlug(s string) bool {
	marked := s[0] == '^' || s[0] == '/'
	s = strings.TrimLeft(s, "^/")
	for _, w := range [...]string{"BC-", "AM-", "PM-", "AP-BC-", "bc-", "BC "} {
		rest, ok := strings.CutPrefix(s, w)
		if !ok || rest == "" {
			continue
		}
		if marked && w != "BC " || w == "BC-" || w == "bc-" || w == "AP-BC-" {
			return !line.EndsSentence(rest)
		}
		return unicode.IsUpper(rune(rest[0])) && strings.ContainsAny(rest, "-,") && strings.Count(rest, " ") <= 2 && (strings.Contains(rest, "--") || line.IsUpper(rest))
	}
	return marked && isAlert(strings.SplitN(s, ",", 2)[0])
}

// addTakes adds tags such as "1st Ld-Writethru". A header and a slug repeat them.
func (r *reader) addTakes(takes []string) {
	if len(r.e.Takes) == 0 {
		r.e.Takes = takes
	}
}

// takesIn returns the tags of a take among the words of a header or of a slug, where
// "1stLd" may be one word.
func takesIn(w []string) (takes []string) {
	for i := 0; i < len(w); i++ {
		for n := min(2, len(w)-i); n > 0; n-- {
			tag := spaced(strings.Join(w[i:i+n], " "))
			if t, known := headline.ReadTag(tag); known && (t.Take >= 0 || t.Kind != story.Plain) {
				takes = append(takes, tag)
				i += n - 1
				break
			}
		}
	}
	return takes
}

// spaced puts a space after the ordinal number that a tag begins with: "1stLd".
func spaced(tag string) string {
	_, rest, ok := line.LeadingNumber(tag)
	if !ok || len(rest) < 3 || rest[2] == ' ' || !unicode.IsUpper(rune(rest[2])) {
		return tag
	}
	return tag[:len(tag)-len(rest)+2] + " " + rest[2:]
}
