package term

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// scripts maps each language that has inflections, by its primary tag, to its script.
var scripts = map[string]*unicode.RangeTable{
	"ar": unicode.Arabic, "bg": unicode.Cyrillic, "cs": unicode.Latin, "da": unicode.Latin, "de": unicode.Latin, "el": unicode.Greek,
	"en": unicode.Latin, "es": unicode.Latin, "fa": unicode.Arabic, "fi": unicode.Latin, "fr": unicode.Latin, "ga": unicode.Latin,
	"he": unicode.Hebrew, "hi": unicode.Devanagari, "hu": unicode.Latin, "id": unicode.Latin, "it": unicode.Latin, "nb": unicode.Latin,
	"nl": unicode.Latin, "pl": unicode.Latin, "pt": unicode.Latin, "ro": unicode.Latin, "ru": unicode.Cyrillic, "sv": unicode.Latin,
	"ta": unicode.Tamil, "tr": unicode.Latin, "uk": unicode.Cyrillic,
}

// sameAs maps languages to those whose inflections they share.
var sameAs = map[string]string{"no": "nb", "nn": "nb", "ms": "id", "sk": "cs"}

// telling maps languages to letters that only they have, in lower case.
var telling = map[string]string{
	"cs": "řěů", "de": "ß", "es": "ñ", "hu": "őű", "nb": "øæ", "pl": "ąęłńśźż", "pt": "ãõ", "ro": "ășț", "tr": "ğıİ", "uk": "іїєґ",
}

// usual are the languages of words in an archive whose languages have no inflections or
// are not told, one for each script.
var usual = []string{"en", "ru", "ar", "he", "el", "hi", "ta"}

// Inflections returns the words, as they are in an index, that may be inflections of a
// word in the languages of an archive, BCP 47 tags. Where none of those is written in the
// script of the word, it is of the usual language of that script; the letters of a word
// may also tell its language. Most of the words that it returns do not exist, but
// none of those that do has another meaning for a reader: inflections differ in number,
// tense, person, case, gender, comparison or owner. It returns no more than 3000 a
// language, and none for a number, a short form with stops, or a word of a script
// without spaces between words.
func Inflections(word string, languages []string) []string {
	t := read(word)
	if len(t.terms) != 1 || t.wide() || !letters(t.terms[0]) {
		return nil
	}
	out := &formSet{seen: map[string]bool{t.terms[0]: true}}
	for _, lang := range spoken(word, languages) {
		out.room = maxInflected
		if lang == "en" {
			english().forms(t.terms[0], out)
			continue
		}
		grammarOf(lang).forms(t.terms[0], out)
		if plain := respelled(lang, t.terms[0]); plain != t.terms[0] {
			out.add(plain)
			grammarOf(lang).forms(plain, out)
		}
	}
	if long := strings.Join(read(withoutMarks.Replace(strings.ToLower(norm.NFC.String(word)))).terms, " "); long != t.terms[0] && long != "" {
		out.room++
		out.add(long)
	}
	return out.list
}

// withoutMarks spells letters in the two letters that stand for them where a keyboard
// lacks them.
var withoutMarks = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ø", "oe", "å", "aa")

// pairs are, by language, the pairs of letters that stand for one.
var pairs = map[string]*strings.Replacer{
	"da": strings.NewReplacer("aa", "a", "oe", "o"), "nb": strings.NewReplacer("aa", "a", "oe", "o"),
	"de": strings.NewReplacer("ae", "a", "oe", "o", "que", "que", "aue", "aue", "eue", "eue", "ue", "u"),
	"sv": strings.NewReplacer("aa", "a", "ae", "a", "oe", "o"),
}

// respelled returns a folded word with one letter for each pair that may stand for it.
func respelled(lang, word string) string {
	if r := pairs[lang]; r != nil {
		return r.Replace(word)
	}
	return word
}

// spoken returns the languages that a word may be of.
func spoken(word string, languages []string) []string {
	var out []string
	fits := func(lang string) bool {
		return strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(scripts[lang], r) })
	}
	add := func(lang string) {
		if fits(lang) && !slices.Contains(out, lang) {
			out = append(out, lang)
		}
	}
	for _, tag := range languages {
		lang, _, _ := strings.Cut(strings.ToLower(tag), "-")
		if same, ok := sameAs[lang]; ok {
			lang = same
		}
		if scripts[lang] != nil {
			add(lang)
		}
	}
	if len(out) == 0 {
		for _, lang := range usual {
			add(lang)
		}
	}
	for lang, some := range telling {
		if strings.ContainsAny(strings.ToLower(word), some) {
			add(lang)
		}
	}
	return out
}
