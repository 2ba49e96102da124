package spell

import (
	"slices"
	"strings"
	"unicode"
)

// qwerty is the letter keys and their neighbours of the English keyboard; each of
// layouts has what the same keys type on another. A space stands for no letter.
const qwerty = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`"

var layouts = []string{
	"йцукенгшщзхъфывапролджэячсмитьбю ё", // Russian
	"йцукенгшщзхїфівапролджєячсмитьбю ґ", // Ukrainian
	" ςερτυθιοπ  ασδφγηξκλ  ζχψωβνμ    ", // Greek
	" 'קראטוןםפ  שדגכעיחלךף,זסבהנמצתץ.;", // Hebrew
	"ضصثقفغعهخحجدشسيبلاتنمكطئءؤر ىةوزظذ", // Arabic
}

// The keys of the Korean 2-set keyboard. A capital is typed with shift.
const (
	koreanKeys = "qwertyuiopasdfghjklzxcvbnmQWERTOP"
	korean     = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ"
)

// Retyped returns what the keys that typed a word type on other keyboards: in English
// if it has letters of another keyboard, else in each other. All are in lower case.
func Retyped(word string) []string {
	var out []string
	add := func(text string, ok bool) {
		if ok && text != word && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	letters := string(Letters(word))
	add(translate(letters, korean, koreanKeys))
	if text, ok := translate(shifted(word), koreanKeys, korean); ok {
		add(Join([]rune(text)), true)
	}
	small := strings.ToLower(word)
	for _, l := range layouts {
		for _, text := range []string{small, bare.Replace(small), lamAlef.Replace(small)} {
			add(translate(text, qwerty, l))
			text, ok := translate(text, l, qwerty)
			add(text, ok)
			add(strings.ReplaceAll(text, "gh", "b"), ok)
		}
	}
	return out
}

// bare removes the accents of Greek and the key that begins one. The key B types two
// letters in Arabic, which lamAlef types with the keys of each.
var (
	bare    = strings.NewReplacer("ά", "α", "έ", "ε", "ή", "η", "ί", "ι", "ό", "ο", "ύ", "υ", "ώ", "ω", "ϊ", "ι", "ϋ", "υ", ";", "")
	lamAlef = strings.NewReplacer("b", "gh")
)

// shifted returns word with capitals only where shift gives another Korean letter.
func shifted(word string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(koreanKeys, r) {
			return r
		}
		return []rune(strings.ToLower(string(r)))[0]
	}, word)
}

// translate returns word with each letter of from replaced by the one of to in the same
// place, and digits as they are. It reports whether each other character has one.
func translate(word, from, to string) (string, bool) {
	keys, letters := []rune(from), []rune(to)
	var b strings.Builder
	for _, r := range word {
		if unicode.IsDigit(r) {
			b.WriteRune(r)
			continue
		}
		i := slices.Index(keys, r)
		if i < 0 || r == ' ' || letters[i] == ' ' {
			return "", false
		}
		b.WriteRune(letters[i])
	}
	return b.String(), word != ""
}
