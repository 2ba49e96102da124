package envelope

import (
	"strings"
	"unicode"

	"dateline/feed/story"
	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

var flashWords = words.Set("flash")

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

// IsSlug reports whether title, which a header gives for a story, is the slug of agency copy
// and no headline: "BC-US--Storm-Ferry".
func IsSlug(title string) bool {
	slug, _, _ := strings.Cut(title, ",")
	return len(title) < lineBytes && title != "" && isSlug(title) && strings.Count(slug, " ") <= 2
}

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
