package link

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words returns the words that a key can be found by: letters and digits, without
// possessive endings. Runs of Han, kana and Hangul are cut into pairs of
// characters, because they do not have spaces where other scripts do.
func Words(key string) []string {
	if key == "" {
		return nil
	}
	return appendWords(make([]string, 0, strings.Count(key, " ")+1), key)
}

// appendWords appends the words of key.
func appendWords(words []string, key string) []string {
	for i := 0; i < len(key); i++ {
		n := 0
		for i+n < len(key) && isAlnum(key[i+n]) {
			n++
		}
		if rest := key[i+n:]; rest != "" && (rest[0] == '\'' || rest[0] == '.' || rest[0] >= utf8.RuneSelf) {
			n += len(rest) - len(strings.TrimLeftFunc(rest, inWord))
			words = appendWord(words, strings.TrimSuffix(strings.Trim(key[i:i+n], "'."), "'s"))
		} else if n > 0 {
			words = append(words, key[i:i+n])
		}
		i += n
	}
	return words
}

func inWord(r rune) bool {
	return r == '\'' || r == '.' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// appendWord appends field, in pairs where its script requires it.
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

// appendRun appends a run of characters of one kind. A run of one or two is not
// cut.
func appendRun(words []string, run string, wide bool) []string {
	if run = strings.Trim(run, "."); run == "" {
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

// dense reports whether the script of r is cut into pairs.
func dense(r rune) bool {
	return r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// AppendIndex appends the words that a story with the given key is found by: those that
// Probe may return.
func AppendIndex(index []string, key string) []string {
	n := len(index)
	words := appendWords(index, key)
	index = words[:n]
	for _, w := range words[n:] {
		if telling(w) {
			index = append(index, undigraph(stem(w)))
		}
	}
	return index
}

// telling reports whether a word may tell one headline from another.
func telling(w string) bool { return len(w) > 1 && !light(w) }

// Probe returns the words for finding stories that are close to key: numbers and
// long words first, because they are likely to be rare. A story that is close
// has all of them but one or two.
func Probe(key string) []string {
	seen := map[string]bool{}
	var probe []string
	for _, w := range Words(key) {
		if s := undigraph(stem(w)); !seen[s] && telling(w) {
			seen[s] = true
			probe = append(probe, s)
		}
	}
	sort.SliceStable(probe, func(i, j int) bool { return weight(probe[i]) > weight(probe[j]) })
	return probe
}

// weight returns the length of a word. A number counts as a long word.
func weight(w string) int {
	if number(w) {
		return len(w) + 4
	}
	return utf8.RuneCountInString(w)
}

// light reports whether a word is left out when headlines are compared.
func light(w string) bool {
	switch w {
	case "a", "an", "the", "in", "on", "at", "of", "for", "by", "as", "and", "with", "from", "into", "its", "his", "her", "their",
		"is", "are", "was", "were", "be", "been":
		return true
	}
	return false
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
