package link

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words cuts a key into the words that it can be found by: letters and digits
// in lower case, possessive endings off, and runs of Han, kana and Hangul cut
// into pairs of characters, for these scripts do not part their words as
// others do.
func Words(key string) []string {
	var words []string
	for field := range strings.FieldsFuncSeq(key, func(r rune) bool { return !inWord(r) }) {
		field = strings.TrimSuffix(strings.Trim(field, "'."), "'s")
		words = appendWord(words, field)
	}
	return words
}

func inWord(r rune) bool {
	return r == '\'' || r == '.' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// appendWord appends field, cut into pairs where its script asks for it.
func appendWord(words []string, field string) []string {
	if field == "" {
		return words
	}
	field = strings.ReplaceAll(field, "'", "")
	if strings.Contains(field, ".") && !number(field) {
		field = strings.ReplaceAll(field, ".", "")
	}
	start, wide := 0, false
	for i, r := range field {
		if w := dense(r); w != wide {
			words = appendRun(words, field[start:i], wide)
			start, wide = i, w
		}
	}
	return appendRun(words, field[start:], wide)
}

func appendRun(words []string, run string, wide bool) []string {
	if run == "" {
		return words
	}
	if !wide || utf8.RuneCountInString(run) < 3 {
		return append(words, run)
	}
	runes := []rune(run)
	for i := range len(runes) - 1 {
		words = append(words, string(runes[i:i+2]))
	}
	return words
}

// dense reports whether r belongs to a script that is cut into pairs.
func dense(r rune) bool {
	return r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// Probe names the words by which a story that is close to key can be found:
// any that is close has all but one of them. The longest come first, for they
// are the rarest; light words are left out.
func Probe(key string) []string {
	seen := map[string]bool{}
	var probe []string
	for _, w := range Words(key) {
		if !seen[w] && !light[w] && len(w) > 1 {
			seen[w] = true
			probe = append(probe, w)
		}
	}
	return probe
}

// light words carry no meaning that a headline could not do without.
var light = set("a an the in on at of for by as and with from into its his her their is are was were be been")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
