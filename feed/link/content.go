package link

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxWords is the number of words above which a line is not a headline, and
// not worth comparing.
const maxWords = 40

// word is a word of a title that carries meaning.
type word struct {
	stem  string
	full  string // as Words returns it
	plain string // without digraphs, if one of the titles has umlauts; otherwise empty
	name  bool   // a proper name, or possibly one
}

// contents returns the words of two titles that carry meaning. A word that is
// a name in one title is a name in the other. It returns none for lines that
// are not headlines.
func contents(a, b string) (x, y []word) {
	if len(a) > longest || len(b) > longest {
		return nil, nil
	}
	names := properNames(a)
	for w := range properNames(b) {
		names[w] = true
	}
	x, y = content(a, names), content(b, names)
	if max(len(x), len(y)) > maxWords {
		return nil, nil
	}
	if hasUmlaut(a) || hasUmlaut(b) {
		withoutDigraphs(x)
		withoutDigraphs(y)
	}
	return x, y
}

// content returns the words of title that carry meaning, in order.
func content(title string, names map[string]bool) []word {
	var out []word
	for _, w := range Words(strings.TrimSuffix(Key(title), ellipsis)) {
		if !light[w] {
			out = append(out, word{stem: stem(w), full: w, name: names[w]})
		}
	}
	return out
}

// minSmall is the number of lower-case words that a title needs for its capitals to
// mean something.
const minSmall = 2

// properNames returns the words of title that may be names: those with a capital,
// except the first word; all words if nearly all have capitals; and, in any title, the
// alwaysNames.
func properNames(title string) map[string]bool {
	names := map[string]bool{}
	for w := range alwaysNames {
		names[w] = true
	}
	small, first := 0, true
	for field := range strings.FieldsSeq(title) {
		field = strings.TrimLeftFunc(field, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if field == "" {
			continue
		}
		switch r, _ := utf8.DecodeRuneInString(field); {
		case unicode.IsUpper(r) && !first:
			addWords(names, field)
		case unicode.IsLower(r) && !light[strings.ToLower(field)]:
			small++
		}
		first = false
	}
	if small < minSmall {
		addWords(names, title)
	}
	return names
}

func addWords(to map[string]bool, title string) {
	for _, w := range Words(Key(title)) {
		to[w] = true
	}
}

// value returns the number that a word stands for.
func value(w string) (string, bool) {
	if n, ok := numerals[w]; ok {
		return n, true
	}
	if !strings.ContainsFunc(w, unicode.IsDigit) {
		return "", false
	}
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if n, ok := strings.CutSuffix(w, end); ok && number(n) {
			return n + "th", true
		}
	}
	return w, true
}
