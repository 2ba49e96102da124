package term

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word is what a typed word asks for: any of Forms, each of which is terms that
// stand next to each other. The first form is the word as it was typed. A word
// without terms has no forms and asks for nothing.
type Word struct {
	Forms  [][]string
	Prefix bool // the last term of each form is the beginning of one
	Stem   bool // the first form is one term, of letters, and may be inflected
}

// Query is what a plain word asks for. With prefix it is still being typed:
// its last term is the beginning of one.
func Query(text string, prefix bool) Word {
	t := read(text)
	if len(t.terms) == 0 {
		return Word{}
	}
	w := Word{Forms: [][]string{t.terms}, Prefix: t.last == one || prefix && !t.wide()}
	w.Stem = len(t.terms) == 1 && !t.wide() && letters(t.terms[0])
	if t.joint != "" {
		w.Forms = append(w.Forms, []string{t.joint})
	}
	if first, ok := initials(t.terms[0]); ok {
		w.Forms = append(w.Forms, append([]string{first}, t.terms[1:]...))
	}
	if prefix {
		if whole, ok := unfinished(text); ok {
			w.Forms = append(w.Forms, []string{whole})
		}
	}
	return w
}

// Phrase is the terms of a phrase: exact, without aliases and stems. Where it
// ends in a run of a script that does not part its words, the phrase may go on
// in a text: its last term may be the beginning of one, and Open says so.
func Phrase(text string) []string { return read(text).terms }

// Open reports whether the last term of a phrase is a single character of a
// script that does not part its words. It is to be asked for as a beginning:
// an index has it alone only where a run ends.
func Open(text string) bool { return read(text).last == one }

// typed is what was read of something typed.
type typed struct {
	terms []string
	last  shape  // of the last term
	joint string // all of it is a word with hyphens, which is this without them
}

func read(text string) typed {
	s := scan(text)
	defer s.done()
	var t typed
	for {
		b, ok := s.next(s.term[:0])
		if !ok {
			break
		}
		t.terms, t.last, t.joint = append(t.terms, string(b)), s.shape, ""
		if s.joint.ready && s.joint.parts == len(t.terms) {
			t.joint = string(s.joint.term())
		}
	}
	if t.last == last { // the pair before it says it
		t.terms = t.terms[:len(t.terms)-1]
	}
	return t
}

// wide reports whether what was typed ends in a script that does not part its words.
func (t *typed) wide() bool { return t.last >= two }

// isWide reports whether a term is of a script that does not part its words.
func isWide(term []byte) bool {
	r, _ := utf8.DecodeRune(term)
	return r >= utf8.RuneSelf && foldOf(r).class == wide
}

// letters reports whether a term is a word: no number, no short form with stops.
func letters(term string) bool {
	return !strings.ContainsFunc(term, func(r rune) bool { return r == '.' || unicode.IsDigit(r) })
}

// initials is the other spelling of a short form: U.S. of US, and US of U.S.
func initials(term string) (string, bool) {
	if strings.Contains(term, ".") {
		return strings.ReplaceAll(term, ".", ""), !strings.ContainsFunc(term, unicode.IsDigit)
	}
	n := utf8.RuneCountInString(term)
	if n < 2 || n > 4 || !letters(term) || isWide([]byte(term)) {
		return "", false
	}
	return strings.Join(strings.Split(term, ""), "."), true
}

// unfinished is the beginning of a number whose last group of three is still
// being typed: 10 of 1,0.
func unfinished(text string) (string, bool) {
	i := strings.LastIndexAny(text, ",.")
	if i < 1 || len(text)-i > 3 || strings.Trim(text, "0123456789,.") != "" {
		return "", false
	}
	t := read(text[:i] + text[i+1:])
	return strings.Join(t.terms, ""), len(t.terms) == 1
}
