package term

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/finnish"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/hungarian"
	"github.com/blevesearch/snowballstem/irish"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/romanian"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
	"github.com/blevesearch/snowballstem/tamil"
	"github.com/blevesearch/snowballstem/turkish"
	"golang.org/x/text/unicode/norm"
)

// stemmers maps the primary tag of a language to its stemmer.
var stemmers = map[string]func(*snowballstem.Env) bool{
	"ar": arabic.Stem, "da": danish.Stem, "de": german.Stem, "en": english.Stem, "es": spanish.Stem, "fi": finnish.Stem,
	"fr": french.Stem, "ga": irish.Stem, "hu": hungarian.Stem, "it": italian.Stem, "nb": norwegian.Stem, "nl": dutch.Stem,
	"nn": norwegian.Stem, "no": norwegian.Stem, "pt": portuguese.Stem, "ro": romanian.Stem, "ru": russian.Stem,
	"sv": swedish.Stem, "ta": tamil.Stem, "tr": turkish.Stem,
}

// latin are the languages in Latin letters that have a stemmer.
var latin = []string{
	"en", "da", "de", "es", "fi", "fr", "ga", "hu", "it", "nb", "nl", "nn", "no", "pt", "ro", "sv", "tr",
}

// longestWord is the length of the longest word that has stems, in bytes.
const longestWord = 2 * limit

// Languages returns the languages that have a stemmer and are written in the script
// of word.
func Languages(word string) []string {
	for _, r := range word {
		switch {
		case unicode.Is(unicode.Latin, r):
			return latin
		case unicode.Is(unicode.Cyrillic, r):
			return []string{"ru"}
		case unicode.Is(unicode.Arabic, r):
			return []string{"ar"}
		case unicode.Is(unicode.Tamil, r):
			return []string{"ta"}
		}
	}
	return nil
}

// Stems returns the stems of a word in a language, a BCP 47 tag. Inflections of a word
// share a stem. It returns none for a number, a short form with stops, a word of a
// script without spaces between words, or a language without a stemmer. It returns two
// if the word has another stem without its accents. The word should be spelled as in
// its text.
func Stems(lang, word string) []string {
	lang, _, _ = strings.Cut(strings.ToLower(lang), "-")
	stem := stemmers[lang]
	if stem == nil || len(word) > longestWord {
		return nil
	}
	folded := read(word).terms
	if len(folded) != 1 || !letters(folded[0]) || isWide([]byte(folded[0])) {
		return nil
	}
	var stems []string
	for _, w := range spellings(lang, folded[0], word) {
		if st := stemOf(stem, w); !slices.Contains(stems, st) {
			stems = append(stems, st)
		}
	}
	return stems
}

// spellings returns the forms of a word that Stems stems: as it is in an index, as it
// was spelled, and one that the stemmer of its language misses.
func spellings(lang, folded, word string) []string {
	switch lang {
	case "en":
		if base, ok := irregular()[folded]; ok {
			return []string{base}
		}
		return []string{folded}
	case "tr":
		// An apostrophe separates a name from its endings.
		if i := strings.IndexFunc(word, isQuote); i > 0 {
			word = word[:i]
			folded = string(Append(nil, word))
		}
	case "fr":
		// The stemmer keeps the s of élus, because of plus and nous.
		if strings.HasSuffix(folded, "us") && !strings.HasSuffix(folded, "ous") && len(folded) > 3 && folded != "plus" {
			return []string{folded, folded[:len(folded)-1], spelling(lang, word)}
		}
	}
	return []string{folded, spelling(lang, word)}
}

func isQuote(r rune) bool { return foldOf(r).class == quote }

// stemOf returns the folded stem of a word.
func stemOf(stem func(*snowballstem.Env) bool, word string) string {
	if utf8.RuneCountInString(word) < 3 {
		return word
	}
	env := snowballstem.NewEnv(word)
	stem(env)
	if s := string(Append(nil, env.Current())); s != "" {
		return s
	}
	return word
}

// spelling returns word in lower case, with its accents, without anything that is
// not a letter.
func spelling(lang, word string) string {
	word = norm.NFC.String(word)
	if lang == "tr" {
		word = strings.ToLowerSpecial(unicode.TurkishCase, word)
	} else {
		word = strings.ToLower(word)
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) && foldOf(r).class == letter || unicode.Is(unicode.M, r) {
			return r
		}
		return -1
	}, word)
}
