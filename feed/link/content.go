package link

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feed/term"
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

	american string // full in American spelling; empty until same compares the word
	base     string // american without its inflection
	number   string // the number that it stands for; otherwise empty
}

// prepare sets the forms that same compares, once.
func (w *word) prepare() {
	if w.american == "" {
		w.american = american(w.full)
		w.base = term.Uninflect(w.american)
		w.number, _ = value(w.full)
	}
}

// contents returns the words of two titles that carry meaning. A word that is
// a name in one title is a name in the other. It returns none for lines that
// are not headlines.
func contents(a, b string) (x, y []word) {
	if len(a) > longest || len(b) > longest {
		return nil, nil
	}
	left, right := Words(Key(a)), Words(Key(b))
	names := map[string]bool{}
	addNames(names, a, left)
	addNames(names, b, right)
	x, y = content(left, names), content(right, names)
	if max(len(x), len(y)) > maxWords {
		return nil, nil
	}
	if hasUmlaut(a) || hasUmlaut(b) {
		withoutDigraphs(x)
		withoutDigraphs(y)
	}
	return x, y
}

// content returns those of words that carry meaning, in order.
func content(words []string, names map[string]bool) []word {
	out := make([]word, 0, len(words))
	for _, w := range words {
		if !light(w) {
			out = append(out, word{stem: stem(w), full: w, name: names[w] || alwaysNames[w]})
		}
	}
	return out
}

// minSmall is the number of lower-case words that a title needs for its capitals to
// mean something.
const minSmall = 2

// addNames adds to names the words of title that may be names: those with a capital,
// except the first word, or all words if nearly all have capitals.
func addNames(names map[string]bool, title string, words []string) {
	small, first := 0, true
	for field := range strings.FieldsSeq(title) {
		field = strings.TrimLeftFunc(field, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if field == "" {
			continue
		}
		switch r, _ := utf8.DecodeRuneInString(field); {
		case unicode.IsUpper(r) && !first:
			for _, w := range Words(Key(field)) {
				names[w] = true
			}
		case unicode.IsLower(r) && !light(strings.ToLower(field)):
			small++
		}
		first = false
	}
	if small < minSmall {
		for _, w := range words {
			names[w] = true
		}
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
