package term

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word is the search for a typed word: any of Forms, which are sequences of
// terms. The first form is the word as it was typed. A word without terms has no
// forms and searches for nothing.
type Word struct {
	Forms  [][]string
	Prefix bool // the last term of each form is the beginning of a term
	Stem   bool // the first form is one term of letters, which may be inflected
}

// Query returns the search for a word without quotes. If prefix is true, the word is
// still being typed: its last term is the beginning of a term.
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
	if t.wide() {
		for _, other := range written(text) {
			if o := read(other); !slices.ContainsFunc(w.Forms, func(f []string) bool { return slices.Equal(f, o.terms) }) {
				w.Forms = append(w.Forms, o.terms)
			}
		}
	}
	if prefix {
		if whole, ok := unfinished(text); ok {
			w.Forms = append(w.Forms, []string{whole})
		}
	}
	return w
}

// Phrase returns the terms of a phrase, without aliases and stems. If the phrase
// ends in a run of a script without spaces between words, the run may continue in a
// text: then the last term is the beginning of a term, and Open reports it.
func Phrase(text string) []string { return read(text).terms }

// Open reports whether the last term of a phrase is a single character of a script
// without spaces between words. It must be searched for as a beginning, because an
// index has it alone only at the end of a run.
func Open(text string) bool { return read(text).last == one }

// typed is a query cut into terms.
type typed struct {
	terms []string
	last  shape  // of the last term
	joint string // the alias, if all of it is one word with hyphens
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
	if t.last == last { // it is in the pair before it
		t.terms = t.terms[:len(t.terms)-1]
	}
	return t
}

// wide reports whether t ends in a script without spaces between words.
func (t *typed) wide() bool { return t.last >= two }

// IsWide reports whether a term is of a script without spaces between words.
func IsWide(term []byte) bool {
	r, _ := utf8.DecodeRune(term)
	return r >= utf8.RuneSelf && foldOf(r).class == wide
}

// letters reports whether a term is a word and not a number or a short form with
// stops.
func letters(term string) bool {
	return !strings.ContainsFunc(term, func(r rune) bool { return r == '.' || unicode.IsDigit(r) })
}

// initials returns the other spelling of a short form: U.S. for US, and US for U.S.
func initials(term string) (string, bool) {
	if strings.Contains(term, ".") {
		return strings.ReplaceAll(term, ".", ""), !strings.ContainsFunc(term, unicode.IsDigit)
	}
	n := utf8.RuneCountInString(term)
	if n < 2 || n > 4 || !letters(term) || IsWide([]byte(term)) {
		return "", false
	}
	return strings.Join(strings.Split(term, ""), "."), true
}

// unfinished returns the digits of a number whose last group of three is still
// being typed: 10 for 1,0.
func unfinished(text string) (string, bool) {
	i := strings.LastIndexAny(text, ",.")
	if i < 1 || len(text)-i > 3 || strings.Trim(text, "0123456789,.") != "" {
		return "", false
	}
	t := read(text[:i] + text[i+1:])
	return strings.Join(t.terms, ""), len(t.terms) == 1
}

// Spellings returns, for each term of a phrase, the term by which an index has its
// spelling: = and the word for a word with accents, and "" for any other. An index has the
// spellings of words in Latin letters that have accents or are folded to other letters, in
// lower case and cut after 40 bytes. It has AnySpelling instead of those for which there
// was no room. The letters i of Turkish have no accents.
func Spellings(text string) []string {
	s := scan(text)
	defer s.done()
	var list []string
	for {
		s.accented = false
		if _, ok := s.next(s.term[:0]); !ok {
			return list
		}
		spelled := ""
		if s.accented {
			spelled = string(s.spelling(nil))
		}
		list = append(list, spelled)
	}
}
