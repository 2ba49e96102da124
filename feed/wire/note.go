package wire

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/story"
	"dateline/feed/wire/headline"
	"dateline/feed/wire/line"
	"dateline/feed/wire/words"
)

const (
	noteLines = 40   // the most lines of a note in brackets
	noteBytes = 8000 // the most bytes of such a note
	noteParas = 100  // the most paragraphs in a range that a note names

	lineNoteBytes = 60 // of a line that tells what is sent with the copy
)

// noteStarts are the beginnings, in lower case, of a note anywhere.
var noteStarts = words.FinderOf("note")

// noteVerbs are the verbs, in capitals, that say what a desk did to a story.
var noteVerbs = words.Set("desk verb")

// lineNotes are the beginnings, in lower case, of a line above the dateline that tells
// what is sent with the copy.
var (
	lineNotes      = words.List("note line")
	lineNoteStarts = words.FinderOf("note line")
)

// weakNotes are the beginnings, in lower case, of a note in brackets between
// headline and dateline.
var weakNotes = words.List("note at the top")

// isNote reports whether text begins a note to editors, anywhere in the copy.
func isNote(text string) bool {
	return isRelease(text) || noteStarts().BeginsLower(line.Head(text, 48)) && !isAboutEmbargo(text) || len(text) > 1 && text[0] == '(' && verbFirst(text[1:])
}

// isRelease reports whether text is the line "FOR IMMEDIATE RELEASE" above a press
// release and not a sentence with these words.
func isRelease(text string) bool {
	const words = "for immediate release"
	return len(text) >= len(words) && strings.EqualFold(text[:len(words)], words) && !line.StartsLower(strings.TrimLeft(text[len(words):], " "))
}

// isAboutEmbargo reports whether text is a headline or a sentence about an embargo, as
// "Embargo on grain ends", and no note: "EMBARGO 1500 GMT", "Embargo: Monday", "Embargoed
// until noon", "Embargo lifted".
func isAboutEmbargo(text string) bool {
	word, rest, _ := strings.Cut(line.Head(text, 48), " ")
	if len(word) < len("embargo") || !strings.EqualFold(word[:len("embargo")], "embargo") {
		return false
	}
	return !strings.EqualFold(word, "embargoed") && !strings.HasSuffix(word, ":") && !line.IsUpper(word) && strings.Contains(strings.TrimSpace(rest), " ")
}

// verbFirst reports whether s begins with one of the verbs of a desk, as in
// "(Adds details in paragraph 3)".
func verbFirst(s string) bool {
	end := strings.IndexAny(line.Head(s, 24), " ,;:)")
	if end < 4 {
		return false
	}
	word := s[:end]
	return noteVerbs()[strings.ToUpper(word)] && unicode.IsUpper(rune(word[0])) && !strings.HasPrefix(s[end:], ")")
}

// isLineNote reports whether text is a line such as "LaserPhoto NY14" or "With PM-Ferry".
func isLineNote(text string) bool {
	if isCaret(text) {
		text = strings.Trim(text, "^<=")
	}
	if len(text) > lineNoteBytes || line.EndsSentence(text) {
		return false
	}
	if !lineNoteStarts().BeginsLower(text) {
		return false
	}
	start := line.Prefix(strings.ToLower(text), lineNotes()...)
	return start != "" && len(start) <= len(text) && !line.StartsLower(strings.TrimLeft(text[len(start):], " "))
}

// isTopNote reports whether text is a note if it is between headline and dateline: most
// lines that are all in brackets are.
func isTopNote(text string) bool {
	if isNote(text) || isLineNote(text) {
		return true
	}
	closer, ok := line.Bracket(text)
	if !ok || len(text) > noteBytes || !strings.HasSuffix(text, closer) {
		return false
	}
	if headline.IsTrailing(strings.Trim(text, "() ")) {
		return false
	}
	inner := strings.ToLower(strings.TrimLeft(line.Head(text, 64), "([<（【"))
	return line.HasPrefix(inner, weakNotes()...) || closer == ")" && strings.Count(text, " ") >= 3 && strings.Count(text, "(") == 1
}

// ReadNote reads the verbs, the paragraphs and the embargo of a note.
func ReadNote(text string, at story.Span) story.Note {
	text = strings.TrimRight(text, "<= ")
	n := story.Note{Text: text, Span: at}
	text = line.Head(text, noteBytes)
	n.Embargo = embargo(text)
	first := true
	for word := range wordsOf(text) {
		up := strings.ToUpper(word)
		if noteVerbs()[up] && (word == up || first) && !slices.Contains(n.Verbs, up) {
			n.Verbs = append(n.Verbs, up)
		}
		switch up {
		case "ATTN", "EDS", "EDITORS", "NOTE":
		default:
			first = false
		}
	}
	n.Paragraphs = paragraphs(text)
	return n
}

// wordsOf yields the runs of letters in s.
func wordsOf(s string) func(func(string) bool) {
	return strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// paragraphs returns the numbers of paragraphs in s: "in paras 6-7, 10".
func paragraphs(s string) []int {
	var found []int
	low := strings.ToLower(s)
	for low != "" {
		i := strings.Index(low, "para")
		if g := strings.Index(low, "graf"); g >= 0 && (i < 0 || g < i) {
			i = g
		}
		if i < 0 {
			break
		}
		low = strings.TrimLeft(low[i+4:], "abcdefghijklmnopqrstuvwxyz.")
		low = paragraphNumbers(low, &found)
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// paragraphNumbers cuts "6-7, 10 and 12" off s and appends the numbers to found.
func paragraphNumbers(s string, found *[]int) (rest string) {
	for range noteParas {
		n, after, ok := line.LeadingNumber(strings.TrimLeft(s, " "))
		if !ok {
			return s
		}
		to := n
		if m, beyond, ranged := rangeEnd(after); ranged {
			to, after = m, beyond
		}
		for k := max(n, 1); k <= to && k < n+noteParas; k++ {
			*found = append(*found, k)
		}
		s = numberSeparator(after)
		if s == after {
			return s
		}
	}
	return s
}

// rangeEnd reads "-7" and " to 7".
func rangeEnd(s string) (n int, rest string, ok bool) {
	s = strings.TrimLeft(s, " ")
	for _, mark := range [...]string{"-", "–", "~", "to ", "through "} {
		if after, found := strings.CutPrefix(s, mark); found {
			n, rest, ok = line.LeadingNumber(strings.TrimLeft(after, " "))
			return n, rest, ok
		}
	}
	return 0, s, false
}

// numberSeparator cuts the comma or the word between two numbers off s.
func numberSeparator(s string) string {
	t := strings.TrimLeft(s, " ")
	t = strings.TrimLeft(strings.TrimPrefix(t, ","), " ")
	for _, word := range [...]string{"and ", "& ", "et ", "und ", "y "} {
		t = strings.TrimPrefix(t, word)
	}
	if t == strings.TrimLeft(s, " ") {
		return s
	}
	return t
}

// embargoWords are the words, in lower case, before the time of an embargo.
var embargoWords = words.List("embargo")

// isWeakEmbargo reports whether w, of embargoWords, also has a meaning in a sentence: "details
// of the arms embargo until May".
func isWeakEmbargo(w string) bool {
	first, _, more := strings.Cut(w, " ")
	return !more && !strings.HasSuffix(w, ":") || first == "embargo" || w == "for release"
}

// startsClause reports whether a clause of a note begins after before: at its start, after a
// mark, or after a name such as "EDS" in capitals.
func startsClause(before string) bool {
	before = strings.TrimRight(before, " ")
	if before == "" {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(before)
	return strings.ContainsRune(".;:([<^*–—-※", r)
}

// embargo returns the time, as written, at which the embargo of a note ends.
func embargo(text string) string {
	low := strings.ToLower(text)
	if len(low) != len(text) {
		low = text
	}
	for _, w := range embargoWords() {
		i := strings.Index(low, w)
		if i < 0 || i > 0 && low[i-1] >= 'a' && low[i-1] <= 'z' || isWeakEmbargo(w) && !startsClause(text[:i]) {
			continue
		}
		rest := text[i+len(w):]
		if strings.HasPrefix(rest, "ed") {
			continue
		}
		if end := strings.IndexAny(rest, ";()[]<>"); end >= 0 {
			rest = rest[:end]
		}
		return strings.Trim(line.Head(line.Fold(rest), 120), " :,.-–—")
	}
	return ""
}
