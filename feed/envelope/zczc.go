package envelope

import (
	"slices"
	"strings"

	"dateline/feed/wire/dateline"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// readStart reads "ZCZC", the start of a message.
func (r *reader) readStart(s string, i int) bool {
	if len(s) > lineBytes || !isStart(s) {
		return false
	}
	if w := strings.Fields(strings.TrimPrefix(s, "ZCZC")); len(w) > 0 && r.e.Number == "" {
		r.e.Number = w[0]
	}
	if r.form == none {
		r.form = zczc
	}
	r.take(i)
	r.category = r.next(i + 1)
	return true
}

// isStart reports whether s is a line "ZCZC", with or without a number.
func isStart(s string) bool {
	return s == "ZCZC" || strings.HasPrefix(s, "ZCZC ") || strings.HasPrefix(s, "ZCZC") && line.IsDigits(line.Tail(s, 3), 3, 3) && len(s) < 16
}

// readCategory reads the category below the start: "POL", "YY TDR", "RACING". If the
// start has no number, a line such as "GPB 0210" may be between them.
func (r *reader) readCategory(s string, i int) bool {
	if i != r.category || len(s) > 24 || flashWords()[s] {
		return false
	}
	w := strings.Fields(strings.Trim(s, "=:-/()"))
	below := r.below(i)
	_, dated := dateline.Cut(below)
	switch {
	case len(w) == 0 || len(w) > 4 || below == "":
		return false
	case len(w) == 1 && len(w[0]) > 4 && (dated || line.EndsSentence(below) || !line.IsLetters(w[0], 5, 12)):
		return false
	case len(w) > 1 && (dated || longest(w) > 4):
		return false
	}
	if slices.ContainsFunc(w, func(word string) bool { return !isCode(word) }) {
		return false
	}
	switch last := w[len(w)-1]; {
	case r.e.Number == "" && line.IsDigits(last, 2, 5):
		r.e.Number = strings.Join(w, " ")
		r.category = r.next(i + 1)
	case r.e.Category == "":
		r.e.Category = strings.Join(w, " ")
	}
	r.take(i)
	return true
}

// isCode reports whether word is of capitals and digits.
func isCode(word string) bool {
	return isCapital(word) && strings.Trim(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_/") == ""
}

// longest returns the length of the longest of words.
func longest(words []string) (n int) {
	for _, w := range words {
		n = max(n, len(w))
	}
	return n
}

// readFields reads the fields of a line, each with its mark: "%A #slug $headline :(place)".
// The headline stays in the text.
func (r *reader) readFields(s string, i int) bool {
	if r.form != zczc && !r.startsFields(s, i) || strings.IndexByte("%#$:&", s[0]) < 0 || s[0] == ':' && !strings.HasPrefix(s, ":(") || s[0] == '%' && len(s) < 2 {
		return false
	}
	title := ""
	for s != "" {
		value, rest := cutField(s)
		switch s[0] {
		case '%':
			if r.e.Category == "" {
				r.e.Category = value
			}
		case '#':
			if r.e.Slug == "" {
				r.e.Slug = value
			}
		case '$':
			title = value
		}
		s = rest
	}
	r.take(i)
	if title == "" {
		return true
	}
	r.lines[i] = title
	for k := r.next(i + 1); r.has(k); k = r.next(k + 1) {
		if s := plain(r.lines[k]); len(s) > lineBytes || !strings.HasPrefix(s, ":(") && !line.HasPrefix(s, "%", "#", "&") {
			break
		}
		r.take(k)
	}
	return false // the text begins here
}

// startsFields reports whether the fields begin on line i without a start above them: a
// category of a letter or a few, and then a slug or a headline.
func (r *reader) startsFields(s string, i int) bool {
	if r.form != none || len(r.e.Lines) > 0 || s[0] != '%' || len(s) < 2 || len(s) > 6 || !line.IsLetters(s[1:], 1, 5) {
		return false
	}
	if next := r.below(i); len(next) < 2 || next[0] != '#' && next[0] != '$' || next[1] == ' ' || next[1] == '#' {
		return false
	}
	r.form = zczc
	return true
}

// cutField cuts the first field off s, which begins with its mark. A mark must follow a
// space.
func cutField(s string) (value, rest string) {
	for i := 2; i < len(s); i++ {
		if s[i-1] == ' ' && (strings.IndexByte("%#$&", s[i]) >= 0 && i+1 < len(s) && s[i+1] > ' ' || strings.HasPrefix(s[i:], ":(")) {
			return strings.TrimSpace(s[1:i]), s[i:]
		}
	}
	return strings.TrimSpace(s[1:]), ""
}

// readRelease reads the lines above a press release: who sends it, and its number.
func (r *reader) readRelease(s string, i int) bool {
	if len(s) > lineBytes {
		return false
	}
	if number, ok := cutRelease(s); ok {
		if r.e.Number == "" {
			r.e.Number = number
		}
		r.take(i)
		return true
	}
	name, source, ok := strings.Cut(s, ":")
	if !ok || !sourceWords()[strings.ToLower(strings.TrimSpace(name))] {
		return false
	}
	if _, ok := cutRelease(r.below(i)); !ok && len(r.e.Lines) == 0 {
		return false
	}
	if r.e.Service == "" {
		r.e.Service = strings.TrimSpace(source)
	}
	r.take(i)
	return true
}

// cutRelease reads "MEDIA RELEASE PR123".
func cutRelease(s string) (number string, ok bool) {
	if len(s) > 60 || !releaseStarts().BeginsLower(s) {
		return "", false
	}
	low := strings.ToLower(s)
	for _, w := range releaseWords() {
		rest, found := strings.CutPrefix(low, w)
		if !found || rest != "" && rest[0] != ' ' && rest[0] != ':' {
			continue
		}
		if len(low) != len(s) {
			return "", false
		}
		number = strings.Trim(s[len(w):], " :=")
		numbered := strings.ContainsAny(number, "0123456789") && !strings.Contains(number, " ")
		return number, numbered || number == "" && isCapital(s)
	}
	return "", false
}

var (
	releaseWords  = words.List("heading of a release")
	releaseStarts = words.FinderOf("heading of a release")
	sourceWords   = words.Set("sender of a release")
)
