package headline

import (
	"strings"
	"sync"
	"unicode/utf8"

	"dateline/feed/story"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

// Tag is the meaning of a tag. Take is -1 if the tag gives none.
type Tag struct {
	Kind story.Kind
	Take story.Take
}

// ReadTag returns the meaning of the tag t, which has no brackets. Known is false if no
// list of words has the tag; it may still be one.
func ReadTag(t string) (g Tag, known bool) {
	t = strings.Trim(t, " .:")
	var room [lowerBytes]byte
	if low, ok := appendLower(room[:0], t); ok {
		return readLower(string(low)) // does not allocate
	}
	return readLower(lower(narrowed(t)))
}

// readLower is ReadTag for a tag in lower case.
func readLower(low string) (g Tag, known bool) {
	if head, _, ok := strings.Cut(low, ": "); ok { // "Berichtigung: 2. Absatz"
		low = head
	}
	if agencyStarts().Begins(low) {
		low = low[len(line.Prefix(low, agencies()...)):]
	}
	if n, ok := numbered(low); ok {
		return n, true
	}
	if kind, ok := tagWords()[low]; ok {
		return Tag{story.Kind(kind), takeOf(story.Kind(kind))}, true
	}
	if strings.HasPrefix(low, "editorial from") || strings.HasPrefix(low, "editorial for") {
		return Tag{story.Editorial, -1}, true
	}
	if kind, ok := kindByEnding(low); ok {
		return Tag{kind, -1}, true
	}
	return Tag{story.Plain, -1}, false
}

// kindByEnding returns the kind of a tag whose last word is known. The longest known
// ending decides.
func kindByEnding(t string) (kind story.Kind, ok bool) {
	longest := ""
	if t == "" {
		return "", false
	}
	for _, word := range endingsBy()[t[len(t)-1]] {
		if len(word) <= len(longest) || len(t) <= len(word) || !strings.HasSuffix(t, word) {
			continue
		}
		if line.IsCJK(word) || t[len(t)-len(word)-1] == ' ' {
			kind, longest = story.Kind(tagEndings()[word]), word
		}
	}
	return kind, longest != ""
}

// endingsBy returns the words of tagEndings by their last byte.
var endingsBy = sync.OnceValue(func() *[256][]string {
	all := new([256][]string)
	for word := range tagEndings() {
		last := word[len(word)-1]
		all[last] = append(all[last], word)
	}
	return all
})

// agencies are the names that may be before a tag without a space: 新华社快讯.
var (
	agencies     = words.Longest("agency that begins")
	agencyStarts = words.FinderOf("agency that begins")
)

func takeOf(kind story.Kind) story.Take {
	switch kind {
	case story.Urgent:
		return story.TakeUrgent
	case story.Lead:
		return story.TakeLead
	}
	return -1
}

// numbered reads the tags that count takes: "2nd ld", "3rd lead", "lead 2",
// "1st ld-writethru", "update 2", "update1", "wrapup 1", "종합2보", "2보",
// "第2報".
func numbered(t string) (Tag, bool) {
	if !mayHaveDigit(t) {
		return Tag{}, false
	}
	if n, rest, ok := line.LeadingNumber(t); ok {
		return numberFirst(n, strings.TrimSpace(trimOrdinal(strings.TrimPrefix(rest, "."))))
	}
	if t == "" || !numberStarts()[t[0]] {
		return Tag{}, false
	}
	for _, w := range numberAfter {
		for _, word := range w.words() {
			rest, ok := strings.CutPrefix(t, word)
			if !ok {
				continue
			}
			if n, ok := numberLast(rest); ok {
				return Tag{w.kind, story.Take(n + w.more)}, true
			}
		}
	}
	return Tag{}, false
}

// mayHaveDigit reports, as a quick test, whether s may have a digit of any script.
func mayHaveDigit(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= '0' && c <= '9' || c >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// numberLast reads the number that ends a tag: "2", "第2報".
func numberLast(s string) (n int, ok bool) {
	s = strings.TrimSpace(s)
	for _, sign := range signs() {
		s = strings.TrimPrefix(s, sign)
	}
	n, end, ok := line.LeadingNumber(strings.TrimSpace(s))
	return n, ok && (end == "" || reports()[end])
}

// signs are the characters before the number of a report.
var signs = words.List("before the number of a report")

// numberFirst reads a tag that begins with the number n: "2nd ld", "2보".
func numberFirst(n int, rest string) (Tag, bool) {
	switch {
	case reports()[rest] && n >= 1:
		return seriesTake(n), true
	case isLeadWord(rest):
		return Tag{story.Lead, story.Take(n + 1)}, true
	case summaryWords()[rest]:
		return Tag{story.Summary, story.Take(max(n, 1))}, true
	}
	return Tag{}, false
}

// numberAfter are the words before a number, with the kind that they give and the
// difference between take and number.
var numberAfter = []struct {
	words func() []string
	kind  story.Kind
	more  int
}{
	{words.List("before the number of a lead"), story.Lead, 1},
	{words.List("before the number of a summary"), story.Summary, 0},
	{words.List("before the number of a report"), story.Lead, 0},
}

// numberStarts are the first bytes of these words.
var numberStarts = sync.OnceValue(func() *[256]bool {
	starts := new([256]bool)
	for _, w := range numberAfter {
		for _, word := range w.words() {
			starts[word[0]] = true
		}
	}
	return starts
})

// seriesTake returns the take of the n-th report of a series; the first is a flash.
func seriesTake(n int) Tag {
	if n == 1 {
		return Tag{story.Urgent, story.TakeUrgent}
	}
	return Tag{story.Lead, story.Take(n)}
}

// The words after the number of a lead, and the words that may follow them.
var (
	leadWords    = words.List("after the number of a lead")
	leadEndings  = words.Set("end of a lead tag")
	summaryWords = words.Set("after the number of a summary")
)

func isLeadWord(s string) bool {
	s = strings.TrimSpace(s)
	for _, w := range leadWords() {
		rest, ok := strings.CutPrefix(s, w)
		if !ok {
			continue
		}
		rest = strings.TrimLeft(rest, " -")
		return rest == "" || leadEndings()[strings.TrimSuffix(rest, ".")]
	}
	return leadEndings()[s]
}
