package link

import "strings"

// minDoubled is the length of the shortest word that is the same with a
// letter doubled.
const minDoubled = 6

// respelled reports whether a and b are two spellings of one word, British and American,
// or a letter doubled in a long word of ASCII; or a short verb and its past.
func respelled(a, b *word) bool {
	if a.american == b.american || a.base == b.base || pastOf(a, b) || pastOf(b, a) {
		return true
	}
	short, long := a.american, b.american
	if len(short) > len(long) {
		short, long = long, short
	}
	return len(short) >= minDoubled && len(long) == len(short)+1 && short[:2] == long[:2] &&
		ascii(short) && ascii(long) && doubled(short, long)
}

// minVerb is the number of letters of the shortest stem of a verb.
const minVerb = 3

// pastOf reports whether a is the past of b: asked of asks, agreed of agree. Words of more
// letters lose the ending in their stems.
func pastOf(a, b *word) bool {
	before, ok := strings.CutSuffix(a.full, "ed")
	return ok && before == b.stem && len(before) >= minVerb && ascii(before)
}

// doubled reports whether b is a with one letter written twice.
func doubled(a, b string) bool {
	for i := 1; i < len(b); i++ {
		if b[i] == b[i-1] && b[:i]+b[i+1:] == a {
			return true
		}
	}
	return false
}

// british are parts of British spellings, each with the American one. The
// first that is in a word counts.
var british = [][2]string{
	{"isation", "ization"}, {"ising", "izing"}, {"ised", "ized"}, {"ises", "izes"}, {"ise", "ize"},
	{"avour", "avor"}, {"abour", "abor"}, {"arbour", "arbor"}, {"olour", "olor"}, {"onour", "onor"},
	{"eighbour", "eighbor"}, {"umour", "umor"}, {"entre", "enter"}, {"efence", "efense"}, {"heatre", "heater"},
	{"rogramme", "rogram"}, {"elled", "eled"}, {"elling", "eling"},
}

// american returns the American spelling of word, as far as the list of
// British ones goes.
func american(word string) string {
	for _, p := range british {
		if len(word) > len(p[0]) && strings.Contains(word, p[0]) {
			return strings.Replace(word, p[0], p[1], 1)
		}
	}
	return word
}

// hasUmlaut reports whether title has a letter that desks without it write as two.
func hasUmlaut(title string) bool {
	return !ascii(title) && strings.ContainsAny(title, "äöüøåÄÖÜØÅ\u0308\u030A")
}

// withoutDigraphs sets the plain form of words.
func withoutDigraphs(words []word) {
	for i := range words {
		words[i].plain = undigraph(words[i].full)
	}
}

// undigraph returns a folded word with the letters that stand for an umlaut, as in
// Mueller, written as the umlaut is folded: muller.
func undigraph(word string) string {
	var out []byte
	from := 0
	for i := 1; i < len(word); i++ {
		if isDigraph(word[i-1], word[i]) {
			out = append(out, word[from:i]...)
			i++
			from = i
		}
	}
	if from == 0 {
		return word
	}
	return string(append(out, word[from:]...))
}

// isDigraph reports whether the letters a and b stand for an umlaut. It is folded to a.
func isDigraph(a, b byte) bool {
	return b == 'e' && (a == 'a' || a == 'o' || a == 'u') || a == 'a' && b == 'a'
}
