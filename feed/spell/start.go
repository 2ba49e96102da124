package spell

import (
	"slices"
	"unicode"
)

// alphabets are the letters that may replace another letter of their script.
var alphabets = []struct {
	script  *unicode.RangeTable
	letters string
}{
	{unicode.Latin, "abcdefghijklmnopqrstuvwxyz"},
	{unicode.Cyrillic, "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґў"},
	{unicode.Greek, "αβγδεζηθικλμνξοπρσςτυφχψω"},
	{unicode.Hebrew, "אבגדהוזחטיךכלםמןנסעףפץצקרשת"},
	{unicode.Arabic, "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءئؤ"},
}

// Starts returns the beginnings of the words that may be near a word, without
// repetitions. It assumes at most one difference in the first two letters, or in the
// first syllable of Hangul, so that a vocabulary in order is read at few places.
func Starts(word string) []string {
	r := []rune(word)
	if len(r) == 0 {
		return nil
	}
	var out []string
	if isSyllable(r[0]) {
		out = syllableStarts(r)
	} else {
		out = letterStarts(r)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// letterStarts returns the first two letters, and the first three of all words with a
// difference in these.
func letterStarts(r []rune) []string {
	out := []string{head(r, 2)}
	for i := range min(2, len(r)) {
		out = append(out, head(slices.Delete(slices.Clone(r), i, i+1), 3))
		if i+1 < len(r) {
			other := slices.Clone(r)
			other[i], other[i+1] = other[i+1], other[i]
			out = append(out, head(other, 3))
		}
		for _, l := range alphabet(r[0]) {
			other := slices.Clone(r)
			other[i] = l
			out = append(out, head(other, 3), head(slices.Insert(slices.Clone(r), i, l), 3))
		}
	}
	return out
}

// syllableStarts returns the first syllable, the ones that have another last
// consonant, and with the second syllable the ones that differ in another letter.
func syllableStarts(r []rune) []string {
	n := int(r[0] - firstSyllable)
	lead, vowel := n/perLead, n%perLead/perVowel
	out := []string{string(r[0])}
	for tail := range tails {
		out = append(out, string(rune(firstSyllable+n-n%perVowel+tail)))
	}
	with := func(first int) string { return string(rune(firstSyllable+first)) + head(r[1:], 1) }
	for other := range leads {
		out = append(out, with(n+(other-lead)*perLead))
	}
	for other := range vowels {
		out = append(out, with(n+(other-vowel)*perVowel))
	}
	return out
}

// head returns the first n of r, or all if there are fewer.
func head(r []rune, n int) string { return string(r[:min(n, len(r))]) }

// alphabet returns the letters that may stand in the place of r.
func alphabet(r rune) string {
	for _, a := range alphabets {
		if unicode.Is(a.script, r) {
			return a.letters
		}
	}
	return ""
}
