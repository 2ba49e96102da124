package query

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// minPasted is the number of words from which a text may be a pasted line.
const minPasted = 5

// Pasted returns text as plain words, without any syntax, if text is probably a
// pasted line that only looks like a query: it has many words, but no field, saved
// search or star. A search that finds nothing may try the words.
func Pasted(text string) (words string, ok bool) {
	if !isPasted(text) {
		return "", false
	}
	l := lexer{text: unpaired(text, false)}
	syntax := false
	for t := l.next(); t.mark != markEnd; t = l.next() {
		switch t.mark {
		case markField:
			if fieldNamed(t.text) != nil {
				return "", false
			}
		case markSaved:
			return "", false
		case markOr, markNot, markMinus:
			syntax = true
		case markOpen, markClose, markAnd, markWord, markPhrase, markEnd:
			if t.star || t.near != 0 {
				return "", false
			}
		}
	}
	return plainWords(text), syntax
}

// hasField reports whether text has a field with a value that it can have.
func hasField(text string, now time.Time) bool {
	l := lexer{text: unpaired(text, false)}
	for t := l.next(); t.mark != markEnd; t = l.next() {
		f := fieldNamed(t.text)
		if t.mark != markField || f == nil {
			continue
		}
		v := l.next()
		if _, reason := f.read(term{text: v.text, raw: v.raw}, now); v.mark == markOpen || v.text != "" && reason == "" {
			return true
		}
	}
	return false
}

// isPasted reports whether text has as many words as a headline.
func isPasted(text string) bool {
	n := 0
	for _, w := range strings.FieldsFunc(text, isGap) {
		if !isBlank(w) && !isOperator(w) {
			n++
		}
	}
	return n >= minPasted
}

// plainWords returns the words of text as a query without syntax. It leaves out AND,
// which is as good as any white space. White space at the end stays, because it ends
// the last word.
func plainWords(text string) string {
	var words []string
	l := lexer{text: text}
	for r, size := l.peek(); size > 0; r, size = l.peek() {
		if isGap(r) || narrow(r) == '(' || narrow(r) == ')' || family(r) != 0 {
			l.pos += size
			continue
		}
		for _, w := range fieldParts(l.word().text) {
			if w = bare(w); !isBlank(w) && w != "and" {
				words = append(words, w)
			}
		}
	}
	out := strings.Join(words, " ")
	if last, _ := utf8.DecodeLastRuneInString(text); isGap(last) {
		out += " "
	}
	return out
}

// fieldParts returns the name and the values of a word that has the form of a field, or
// the word. They do not begin with syntax.
func fieldParts(word string) (list []string) {
	for {
		word = strings.TrimLeftFunc(word, func(r rune) bool { return isMinus(r) || narrow(r) == '@' })
		l := lexer{text: word}
		t, ok := l.field()
		if !ok || t.mark == markWord {
			return append(list, word)
		}
		list = append(list, t.raw)
		word = word[l.pos:]
	}
}

// bare returns a word that does not end with syntax and is no operator.
func bare(word string) string {
	word = strings.TrimRightFunc(word, func(r rune) bool { return narrow(r) == '*' || narrow(r) == '~' || narrow(r) == ':' })
	if isOperator(word) {
		return plain(word)
	}
	return word
}

func isOperator(word string) bool {
	_, ok := operatorOf(word)
	return ok
}

// isShouted reports whether text is a line in capitals, in which OR, AND and NOT are
// words.
func isShouted(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) && !unicode.IsUpper(r) }) && isPasted(text)
}

// unpaired returns text with spaces in the place of the quotes and parentheses that
// have no partner. While typing, the partner of one that opens may follow. In a line
// in capitals it writes operators small. No byte changes its position.
func unpaired(text string, typing bool) string {
	out := []byte(text)
	blank := func(at, size int) { copy(out[at:], strings.Repeat(" ", size)) }
	shouted := isShouted(text)
	type paren struct{ at, size int }
	var open []paren
	l := lexer{text: text}
	for r, size := l.peek(); size > 0; r, size = l.peek() {
		start := l.pos
		l.pos += size
		switch {
		case isGap(r):
		case narrow(r) == '(':
			open = append(open, paren{start, size})
		case narrow(r) == ')' && len(open) > 0:
			open = open[:len(open)-1]
		case narrow(r) == ')':
			blank(start, size)
		case family(r) != 0:
			l.pos = start
			if l.phrase().open && !typing {
				blank(start, size)
				l.pos = start + size
			}
		default:
			l.pos = start
			if w := l.word(); shouted && isOperator(w.text) {
				copy(out[start:], strings.ToLower(w.text))
			}
		}
	}
	if !typing {
		for _, p := range open {
			blank(p.at, p.size)
		}
	}
	return string(out)
}
