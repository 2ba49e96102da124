package takes

import (
	"slices"
	"strings"
	"unicode"

	"dateline/feed/story"
	"dateline/ui/cell"
)

// brief returns what the notes of a desk say in short, without the paragraphs that they
// name: "UPDATES with vote, remarks" of "(ATTN: UPDATES with vote, remarks in paras 4-7)".
// Notes without a verb are left out if others have one.
func brief(notes []story.Note) string {
	var all, first []string
	for i := range notes {
		text := withoutPlaces(bare(notes[i].Text))
		all = append(all, text)
		if len(notes[i].Verbs) > 0 {
			first = append(first, text)
		}
	}
	if len(first) > 0 {
		all = first
	}
	return cell.Join(all...)
}

// bare returns a note without brackets, and without the word that says that it is one.
func bare(text string) string {
	text = strings.Trim(strings.TrimSpace(text), "()[]")
	word, rest, ok := strings.Cut(text, ":")
	if ok && len(word) <= maxAddress && !strings.ContainsAny(word, ",;.") && strings.Count(word, " ") < 2 {
		text = rest
	}
	return strings.TrimSpace(text)
}

// maxAddress is the length in bytes of the longest address of a note: "EDITORS' NOTE".
const maxAddress = 20

// The words of a place in a note: "in the 3rd and 4th grafs", "in paras 4-7".
var (
	nouns   = strings.Fields("para paras graf grafs graph graphs paragraph paragraphs")
	between = strings.Fields("the and through first second third fourth fifth sixth last final two three four five")
)

// withoutPlaces returns a note without the paragraphs that it names after "in" or "to".
func withoutPlaces(text string) string {
	words := strings.Fields(text)
	var out []string
	for i := 0; i < len(words); i++ {
		at := placeStart(out)
		if at < 0 || !slices.Contains(nouns, plain(words[i])) {
			out = append(out, words[i])
			continue
		}
		for i+1 < len(words) && !strings.HasSuffix(words[i], ";") && numbersAt(words[i+1:]) {
			i++
		}
		out = out[:at]
		if end := words[i][len(words[i])-1]; at > 0 && (end == ',' || end == ';' || end == '.' && i+1 < len(words)) {
			out[at-1] += string(end)
		}
	}
	return strings.Join(out, " ")
}

// placeStart returns the index of "in" or "to" if only words of a place follow it; -1 if not.
func placeStart(words []string) int {
	for i, word := range slices.Backward(words) {
		switch w := plain(word); {
		case w == "in" || w == "to":
			return i
		case !slices.Contains(between, w) && !numbered(word):
			return -1
		}
	}
	return -1
}

// numbersAt reports whether words begin with numbers of paragraphs: "4-7,", "and 9".
func numbersAt(words []string) bool {
	return numbered(words[0]) || words[0] == "and" && len(words) > 1 && numbered(words[1])
}

func plain(word string) string { return strings.ToLower(strings.Trim(word, ".,;:()")) }

// numbered reports whether word begins with a digit: "4-7,", "3rd".
func numbered(word string) bool { return unicode.IsDigit([]rune(word)[0]) }
